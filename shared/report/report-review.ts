/*
 * What the unit above says of a report that was handed up (product W6): accepts it, or sends it back with a reason and a
 * due moment. Sent back, it grows again and is provisional above, until it is handed in anew. Decision 0037.
 */
import { ok, type Result, refuse } from '../refusal.ts'
import type { Actor } from '../return/return.ts'
import type { Instant } from '../time.ts'
import type { Figures } from './report.ts'

interface Reviewed {
  /** Of the report that was looked at. */
  readonly hash: string
  readonly at: Instant
  readonly by: Actor
}

export type ReportReview =
  | (Reviewed & { readonly decision: 'accept' })
  | (Reviewed & { readonly decision: 'sendBack'; readonly reason: string; readonly dueAt: Instant })

export type ReportStage = 'notStarted' | 'drafting' | 'submitted' | 'accepted' | 'sentBack'

type Member = Pick<Figures, 'state' | 'hash' | 'unitsIn' | 'submittedAt'>

/** Where a middle unit's report stands, from its member above and the latest review. */
export const reportStageOf = (member: Member | undefined, review: ReportReview | undefined): ReportStage => {
  if (member?.state === 'handedIn') {
    const isOfThis = review?.hash === member.hash && review.at >= (member.submittedAt ?? review.at)
    return isOfThis && review.decision === 'accept' ? 'accepted' : 'submitted'
  }
  if (review?.decision === 'sendBack') return 'sentBack'
  return member === undefined || member.unitsIn === 0 ? 'notStarted' : 'drafting'
}

/** May this report be accepted or sent back? Only the one that stands above now, and that was looked at. */
export const reviewable = (member: Member | undefined, hash: string): Result<true> => {
  if (member?.state !== 'handedIn') return refuse('reportNotHandedIn', undefined)
  return member.hash === hash ? ok(true as const) : refuse('reportHandedInAgain', undefined)
}
