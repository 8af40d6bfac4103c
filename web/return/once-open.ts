/* What is done once a return is open, so that nobody waits for it later. */
import type { BlocksSection, MatrixSection, Section } from '../../shared/form/form.ts'
import { language } from '../language.ts'
import { idle } from './idle.ts'
import type { OpenReturn } from './open-return.ts'
import { makeAhead } from './table/empty-table.ts'
import { sheetsOf } from './table/layout.ts'

/* Long after the page is drawn, long before somebody has filled in a table. */
const afterMs = 3000

const isTable = (section: Section): section is MatrixSection | BlocksSection =>
  section.kind === 'matrix' || section.kind === 'blocks'

/** Makes the tables, still empty, while nothing else is going on: whoever opens one need not wait for that. */
export const makeTablesLater = async ({ form, answer }: OpenReturn): Promise<void> => {
  for (const section of form.sections.filter(isTable))
    for (const sheet of sheetsOf(section)) {
      await idle()
      makeAhead(sheet, section.title[language.peek()], answer.peek().lastYear !== undefined)
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
