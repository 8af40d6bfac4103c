/*
 * What of an open return is not on the way to it: fetched once it is open and nothing else is going on, so that a line
 * that drops later takes no list, no check page and no pasting with it. The parts find it there when they are shown.
 */
import type { BlocksSection, Form, MatrixSection, Section } from '../../shared/form/form.ts'
import { withWords } from '../language.ts'
import { sheetsOf } from './table/layout.ts'

/* Long after the page is drawn, long before somebody has filled in a table. */
const afterMs = 3000
const longestWaitMs = 5000

/** In the order in which they are missed. */
const rest: readonly (() => Promise<unknown>)[] = [
  () => import('./fill.tsx'),
  () => import('./reasons.tsx'),
  () => import('./list.tsx'),
  () => import('../hand-in/check-page.tsx'),
  () => import('./table/not-applicable.tsx'),
  () => import('./table/paste-block.tsx'),
  () => import('./table/row-help.tsx'),
  () => import('./table/keys.tsx'),
  () => import('./conflicts.tsx'),
  () => import('./notices.tsx'),
  () => import('./fill-section.ts'),
  () => import('../untaken/untaken-notice.tsx'),
  () => import('./table/row-conflict.tsx'),
  () => import('../hand-in/receipt-page.tsx'),
  () => import('../workbook/workbook-page.tsx'),
  () => import('../revisions/revisions-page.tsx'),
  () => import('../hand-in/cover-page.tsx'),
]

const isTable = (section: Section): section is MatrixSection | BlocksSection =>
  section.kind === 'matrix' || section.kind === 'blocks'

/** Lays out the tables while nothing else is going on: whoever opens one need not wait for that. */
export const layOutLater = async ({ sections }: Form): Promise<void> => {
  for (const section of sections.filter(isTable)) {
    await idle()
    sheetsOf(section)
  }
}

const idle = (): Promise<void> =>
  new Promise((resolve) => {
    if ('requestIdleCallback' in window) requestIdleCallback(() => resolve(), { timeout: longestWaitMs })
    else setTimeout(resolve, afterMs)
  })

const fetchAll = async (): Promise<void> => {
  for (const load of rest) {
    await idle()
    /* What fails now cannot be fetched later: better not to try. */
    if (!navigator.onLine) return
    await withWords(load)
  }
}

let isBegun = false

/** Fetches it in a while, once. Should it fail, the part says so where it is shown. */
export const fetchRestLater = (): void => {
  if (isBegun) return
  isBegun = true
  setTimeout(() => {
    fetchAll().catch(() => undefined)
  }, afterMs)
}
