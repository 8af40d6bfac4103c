/* What is done once a return is open, so that nobody waits for it later. */
import type { BlocksSection, Form, MatrixSection, Section } from '../../shared/form/form.ts'
import { idle } from './idle.ts'
import { sheetsOf } from './table/layout.ts'

/* Long after the page is drawn, long before somebody has filled in a table. */
const afterMs = 3000

const isTable = (section: Section): section is MatrixSection | BlocksSection =>
  section.kind === 'matrix' || section.kind === 'blocks'

/** Lays out the tables while nothing else is going on: whoever opens one need not wait for that. */
export const layOutLater = async ({ sections }: Form): Promise<void> => {
  for (const section of sections.filter(isTable)) {
    await idle()
    sheetsOf(section)
  }
}

let isBegun = false

/** Fetches the rest in a while, once. Should it fail, the part says so where it is shown. */
export const fetchRestLater = (): void => {
  if (isBegun) return
  isBegun = true
  setTimeout(() => {
    import('./rest.ts').then(({ fetchRest }) => fetchRest()).catch(() => undefined)
  }, afterMs)
}
