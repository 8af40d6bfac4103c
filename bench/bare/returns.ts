/* The bare `returns` function: a return with its draft, saving cells, handing in. */
import { dueInWords, type Event, handlerOf, targetsOf } from './request.ts'
import { patchReturn } from './save.ts'
import { assessed, cellsOf, loadReturn } from './stored.ts'
import { submitReturn } from './submit.ts'
import type { Table } from './table.ts'

const getReturn = async (table: Table, event: Event) => {
  const { round, unit } = await targetsOf(table, event, ['reporter', 'coordinator', 'leader'])
  const { head, draft, reasons, lastYear } = await loadReturn(table, round['id'], unit['id'], round['year'])
  const cells = cellsOf(draft)
  const { computed, checks, summary } = assessed(cells, lastYear?.['cells'])
  const now = head?.['now']
  return {
    stage: now?.stage ?? 'notStarted',
    version: now?.version ?? 0,
    cells,
    computed,
    incomplete: [],
    ...(lastYear === undefined ? {} : { lastYear: { form: lastYear['form'], cells: lastYear['cells'] } }),
    checks,
    reasons: Object.values(reasons),
    due: { dueAt: round['dueAt'], why: 'round', inWords: dueInWords(round['dueAt'], round['zone']) },
    ...(now?.receipt === undefined ? {} : { receipt: now.receipt }),
    revisions: now?.revisions ?? 0,
    head: now?.head ?? '',
    progress: { filled: summary.filled, total: summary.total },
  }
}

export const handler = handlerOf({
  'GET /api/rounds/{round}/returns/{unit}': getReturn,
  'PATCH /api/rounds/{round}/returns/{unit}': patchReturn,
  'POST /api/rounds/{round}/returns/{unit}/submit': submitReturn,
})
