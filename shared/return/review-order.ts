/* Which return to review next: what is odd first, then who has waited longest. The same order wherever it is asked. */
import type { UnitId } from '../unit/unit.ts'

export interface ToReview {
  readonly unit: UnitId
  /** Findings and outliers to be looked at. */
  readonly flags: number
  /** An instant: it sorts as text, and comes as text from the API. */
  readonly submittedAt: string
}

/** The returns that wait for review, the most flagged first; among equals the longest waiting, then by unit. */
export const reviewOrder = <T extends ToReview>(waiting: readonly T[]): readonly T[] =>
  [...waiting].sort(
    (a, b) =>
      b.flags - a.flags ||
      (a.submittedAt < b.submittedAt ? -1 : a.submittedAt > b.submittedAt ? 1 : 0) ||
      (a.unit < b.unit ? -1 : a.unit > b.unit ? 1 : 0),
  )
