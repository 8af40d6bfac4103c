/*
 * The moves of a return: pure functions from what it is to what it becomes, or to a refusal. Only the server's clock
 * counts; it comes in as `at`. A return under correction (sent back, or reopened) may be changed and handed in after
 * the round has closed; every other one meets the wall (product W1, W2).
 */
import type { Address } from '../form/form.ts'
import { ok, type Result, refuse } from '../refusal.ts'
import type { Timeliness } from '../round/due.ts'
import type { Round } from '../round/round.ts'
import type { Instant } from '../time.ts'
import { handedInAfter, judgedAs, type SubmissionFacts, takenBack } from './handed-in.ts'
import type { Actor, CellComment, CommentAnswer, Correction, Receipt, Return, ReviewOfRevision } from './return.ts'
import { historyOf } from './return-history.ts'
import { canMove, type ReturnMove, type StageOrNone } from './stages.ts'

export const stageOf = (now: Return | undefined): StageOrNone => now?.stage ?? 'notStarted'

export const correctionOf = (now: Return | undefined): Correction | undefined =>
  now !== undefined && 'correction' in now ? now.correction : undefined

/** Does the round take changes to this return? Open rounds do; afterwards only a correction. */
const takes = (round: Pick<Round, 'stage' | 'title'>, now: Return | undefined): Result<true> => {
  const underCorrection = correctionOf(now) !== undefined && (round.stage === 'closed' || round.stage === 'published')
  return round.stage === 'open' || underCorrection
    ? ok(true as const)
    : refuse('roundNotOpen', { round: round.title, stage: round.stage })
}

/** Would the round and the stage let this move be made now? Said to the page; the move itself decides again. */
export const mayMove = (
  move: Extract<ReturnMove, 'edit' | 'submit' | 'withdraw'>,
  now: Return | undefined,
  round: Pick<Round, 'stage' | 'title'>,
): boolean => takes(round, now).ok && canMove(move, stageOf(now))

/** Typing in a return: starts it, or goes on. A sent-back one is drafting again and keeps its comments. */
export const edit = (now: Return | undefined, round: Pick<Round, 'stage' | 'title'>): Result<Return> => {
  const taken = takes(round, now)
  if (!taken.ok) return taken
  if (!canMove('edit', stageOf(now))) return refuse('notEditable', { stage: stageOf(now) })
  const correction = correctionOf(now)
  const history = historyOf(now)
  return ok({
    ...history,
    version: history.version + 1,
    stage: 'drafting',
    ...(correction === undefined ? {} : { correction }),
  })
}

/**
 * Handing in. The caller has run the checks. The same version again is answered with the first receipt by the use
 * case before it asks here.
 * @param asFirst how this submission is judged if it turns out to be the first: it is never judged again
 * @param facts what the appraisal keeps of it
 */
export const submit = (
  now: Return | undefined,
  round: Pick<Round, 'stage' | 'title'>,
  by: Actor,
  receipt: Receipt,
  asFirst: Timeliness = receipt.timeliness,
  facts?: SubmissionFacts,
): Result<Return> => {
  const taken = takes(round, now)
  if (!taken.ok) return taken
  if (now === undefined || !canMove('submit', now.stage)) return refuse('notSubmittable', { stage: stageOf(now) })
  const correction = correctionOf(now)
  const history = historyOf(now)
  const isCorrection = correction !== undefined && history.firstSubmittedAt !== undefined
  const around = { onBehalf: by.onBehalf === true, correction: isCorrection ? judgedAs(receipt) : undefined }
  return ok({
    ...history,
    ...(facts === undefined ? {} : { handedIn: handedInAfter(history.handedIn, facts, around) }),
    version: history.version + 1,
    revisions: receipt.revision,
    head: receipt.hash,
    firstSubmittedAt: history.firstSubmittedAt ?? receipt.submittedAt,
    firstTimeliness: history.firstTimeliness ?? asFirst,
    stage: 'submitted',
    submittedAt: receipt.submittedAt,
    by,
    receipt,
    ...(correction === undefined ? {} : { correction }),
  })
}

/** Whoever acts for a unit takes back what was handed in for it; what the unit handed in itself is sent back. */
export const mayTakeBack = (now: Return | undefined, by: Pick<Actor, 'onBehalf'> | undefined): boolean =>
  by?.onBehalf !== true || (now?.stage === 'submitted' && now.by.onBehalf === true)

/**
 * Taking back what nobody has reviewed. A first submission that is taken back no longer counts for timeliness: the
 * next one is judged anew. Otherwise anything handed in early and taken back would be on time for ever.
 */
export const withdraw = (
  now: Return | undefined,
  round: Pick<Round, 'stage' | 'title'>,
  by?: Pick<Actor, 'onBehalf'>,
): Result<Return> => {
  const taken = takes(round, now)
  if (!taken.ok) return taken
  if (now === undefined || !canMove('withdraw', now.stage)) return refuse('notWithdrawable', { stage: stageOf(now) })
  if (!mayTakeBack(now, by)) return refuse('handedInByTheUnit', undefined)
  const correction = correctionOf(now)
  const history = historyOf(now)
  const { firstSubmittedAt: at, firstTimeliness: _judged, handedIn, ...judgedAnew } = history
  const correctedBy = now.stage === 'submitted' && now.receipt.submittedAt !== at ? now.receipt : undefined
  return ok({
    ...(correction === undefined ? judgedAnew : history),
    ...(correction === undefined || correctedBy === undefined || handedIn === undefined
      ? {}
      : { handedIn: takenBack(handedIn, judgedAs(correctedBy)) }),
    version: history.version + 1,
    stage: 'drafting',
    ...(correction === undefined ? {} : { correction }),
  })
}

/** The submitted return, where this is the revision that waits for review. */
export const reviewable = (
  now: Return | undefined,
  revision: number,
): Result<Return & { readonly stage: 'submitted' }> => {
  if (now === undefined || now.stage !== 'submitted') return refuse('notReviewable', { stage: stageOf(now) })
  if (now.revisions !== revision) return refuse('reviewedRevisionIsOld', { sent: revision, current: now.revisions })
  return ok(now)
}

/** The coordinator accepts the revision that they have read. */
export const accept = (now: Return | undefined, revision: number, by: Actor, at: Instant): Result<Return> => {
  const current = reviewable(now, revision)
  if (!current.ok) return current
  const { submittedAt, receipt } = current.value
  const history = historyOf(now)
  return ok({
    ...history,
    version: history.version + 1,
    stage: 'accepted',
    submittedAt,
    receipt,
    acceptedAt: at,
    acceptedBy: by,
  })
}

export interface SendingBack {
  readonly revision: number
  readonly reason: string
  readonly comments: readonly CellComment[]
  readonly dueAt: Instant
}

/** What stays known of the sending back that a correction is; a reopening reviews nothing. */
export const reviewIn = (correction: Correction | undefined): ReviewOfRevision | undefined => {
  if (correction?.kind !== 'sentBack') return undefined
  const { kind: _kind, countedRevision: _counted, ...review } = correction
  return review
}

/** The unit says something to the comment on a cell, or says it anew. The stage stays: nothing was typed. */
export const answerComment = (
  now: Return | undefined,
  round: Pick<Round, 'stage' | 'title'>,
  cell: Address,
  answer: CommentAnswer,
): Result<Return> => {
  const taken = takes(round, now)
  if (!taken.ok) return taken
  const correction = correctionOf(now)
  const isThere = correction?.comments.some((comment) => comment.cell === cell) ?? false
  if (now === undefined || !canMove('answer', now.stage)) return refuse('notEditable', { stage: stageOf(now) })
  if (correction === undefined || !isThere) return refuse('notFound', { what: cell })
  const comments = correction.comments.map((comment) => (comment.cell === cell ? { ...comment, answer } : comment))
  return ok({ ...now, version: now.version + 1, correction: { ...correction, comments } })
}

/* What was accepted counts until a successor is handed in and stands: through a sending back of the successor too. */
const countedIn = (correction: Correction | undefined): Pick<Correction, 'countedRevision'> =>
  correction?.countedRevision === undefined ? {} : { countedRevision: correction.countedRevision }

/** The coordinator sends a revision back, with a reason, comments on cells and a due moment of its own (product W3). */
export const sendBack = (now: Return | undefined, move: SendingBack, by: Actor, at: Instant): Result<Return> => {
  const current = reviewable(now, move.revision)
  if (!current.ok) return current
  if (move.dueAt <= at) return refuse('dueMomentPast', {})
  const history = historyOf(now)
  return ok({
    ...history,
    version: history.version + 1,
    timesSentBack: history.timesSentBack + 1,
    stage: 'sentBack',
    correction: { kind: 'sentBack', ...move, at, by, ...countedIn(correctionOf(now)) },
  })
}

/** An accepted return may be opened again at any time; another only once it has missed the closing of the round. */
export const mayReopen = (now: Return | undefined, round: Pick<Round, 'stage'>): boolean =>
  canMove('reopen', stageOf(now)) &&
  (now?.stage === 'accepted' || round.stage === 'closed' || round.stage === 'published')

/**
 * Opening one unit's return again, for that unit alone: an accepted one at any time, and one that missed the closing
 * of the round. What was accepted keeps counting in the report until its successor is handed in.
 */
export const reopen = (
  now: Return | undefined,
  round: Pick<Round, 'stage'>,
  move: { readonly reason: string; readonly dueAt: Instant },
  by: Actor,
  at: Instant,
): Result<Return> => {
  const stage = stageOf(now)
  if (!mayReopen(now, round)) return refuse('notReopenable', { stage })
  if (move.dueAt <= at) return refuse('dueMomentPast', {})
  const history = historyOf(now)
  return ok({
    ...history,
    version: history.version + 1,
    stage: 'sentBack',
    correction: {
      kind: 'reopened',
      ...move,
      comments: [],
      at,
      by,
      revision: history.revisions,
      ...(stage === 'accepted' ? { countedRevision: history.revisions } : countedIn(correctionOf(now))),
    },
  })
}
