/* How a unit stands to its due moment, on the board and in the list of one's own work: the same word in both. */
import type { Extension } from '../../shared/return/return.ts'
import { type Due, originalDueOf, type Timeliness } from '../../shared/round/due.ts'
import type { Round } from '../../shared/round/round.ts'
import type { Instant } from '../../shared/time.ts'
import type { Unit } from '../../shared/unit/unit.ts'
import type { Head } from '../store/returns.ts'

/** As the first submission was judged; before it, by the clock. Extended is not late (product W2). */
export const timelinessNow = (
  round: Round,
  unit: Unit,
  stored: { readonly head?: Pick<Head, 'now'>; readonly extension?: Extension },
  due: Due,
  now: Instant,
): Timeliness | 'open' | 'overdue' => {
  const first = stored.head?.now.firstTimeliness
  if (first !== undefined) return first
  const original = originalDueOf(round, unit).dueAt
  if (now >= due.dueAt) return 'overdue'
  return due.why === 'extension' && now >= original ? 'extended' : 'open'
}
