/*
 * What an appraisal asks of a return's submissions, kept on its row: to read it out of the revisions would be some ten
 * kilobytes for each of 150 units. Decision 0033.
 */
import type { Timeliness } from '../round/due.ts'
import type { Instant } from '../time.ts'

/** Submissions of corrections, by their own due moments. */
export interface CorrectionCounts {
  readonly onTime: number
  readonly late: number
}

/** Reasons given to checks, by the class of the check. */
export interface ExplainedCounts {
  readonly B: number
  readonly C: number
}

/** What one submission says of itself. */
export interface SubmissionFacts {
  /** The due moment by which it is judged if it is the first. */
  readonly dueAt: Instant
  readonly explained: ExplainedCounts
  /** Cells that were filled at a click, with zeros or as a nil return, and stand so. */
  readonly filledAtOnce: number
}

export interface HandedIn {
  /** The first submission was judged by this one, whatever extension was given or taken back later. */
  readonly firstDueAt: Instant
  /** Of the latest submission. */
  readonly explained: ExplainedCounts
  readonly filledAtOnce: number
  readonly onBehalf?: true
  readonly corrections: CorrectionCounts
}

/** A correction has one due moment, its own: it is on time or late. */
export const judgedAs = ({ timeliness }: { readonly timeliness: Timeliness }): 'onTime' | 'late' =>
  timeliness === 'late' ? 'late' : 'onTime'

const noCorrections: CorrectionCounts = { onTime: 0, late: 0 }

/** After one more submission; `correction`: how it was judged where it is one. */
export const handedInAfter = (
  before: HandedIn | undefined,
  facts: SubmissionFacts,
  { onBehalf, correction }: { readonly onBehalf: boolean; readonly correction: 'onTime' | 'late' | undefined },
): HandedIn => {
  const counts = before?.corrections ?? noCorrections
  return {
    firstDueAt: before?.firstDueAt ?? facts.dueAt,
    explained: facts.explained,
    filledAtOnce: facts.filledAtOnce,
    corrections: correction === undefined ? counts : { ...counts, [correction]: counts[correction] + 1 },
    ...(onBehalf ? { onBehalf: true } : {}),
  }
}

/** After a correction was taken back: as if it had not been handed in. */
export const takenBack = (before: HandedIn, judged: 'onTime' | 'late'): HandedIn => ({
  ...before,
  corrections: { ...before.corrections, [judged]: Math.max(0, before.corrections[judged] - 1) },
})
