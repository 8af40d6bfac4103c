/* Which return to review next, from the board: the order is the core's. */
import type { AnswerOf, Routes } from '../../shared/api.ts'
import { reviewOrder, type ToReview } from '../../shared/return/review-order.ts'

type Row = AnswerOf<Routes['getBoard']>['rows'][number]

export type Waiting = ToReview & Pick<Row, 'name' | 'revisions'>

/** Returns that wait, in order. A middle unit's report stands on the board as well: nobody reviews it here. */
export const waitingIn = (rows: readonly Row[]): readonly Waiting[] =>
  reviewOrder(
    rows
      .filter(({ stage, revisions }) => stage === 'submitted' && revisions > 0)
      .map(({ unit, name, revisions, failedChecks = 0, lastActivityAt = '' }) => ({
        unit,
        name,
        revisions,
        flags: failedChecks,
        submittedAt: lastActivityAt,
      })),
  )

/** The one after `unit` in the order, from the beginning again after the last; undefined where no other waits. */
export const nextAfter = (waiting: readonly Waiting[], unit: string): Waiting | undefined => {
  const at = waiting.findIndex((one) => one.unit === unit)
  return [...waiting.slice(at + 1), ...waiting.slice(0, Math.max(at, 0))].find((one) => one.unit !== unit)
}
