/*
 * What of an open return is not on the way to it: fetched once it is open and nothing else is going on, so that a line
 * that drops later takes no list, no check page and no pasting with it. The parts find it there when they are shown.
 */
import { withWords } from '../language.ts'
import { idle } from './idle.ts'

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
  () => import('./table/paper.ts'),
  () => import('../hand-in/cover-page.tsx'),
]

export const fetchRest = async (): Promise<void> => {
  for (const load of rest) {
    await idle()
    /* What fails now cannot be fetched later: better not to try. */
    if (!navigator.onLine) return
    await withWords(load)
  }
}
