/*
 * Comments of a review that is not sent yet. Several coordinators may write at the same revision: what each sends is
 * brought together cell by cell, as typing is in a return (merge.ts). Decision 0031.
 */
import type { Address } from '../form/form.ts'
import type { Instant } from '../time.ts'
import type { Actor, Return } from './return.ts'

/** A comment as somebody left it: who, when, and at which version of the draft. */
export interface DraftComment {
  readonly cell: Address
  readonly text: string
  readonly by: Actor
  readonly at: Instant
  readonly n: number
}

export interface ReviewDraft {
  /** The revision that is being reviewed: with any other, the draft is void. */
  readonly revision: number
  /** Raised by every save; the condition of the next. */
  readonly version: number
  /** One to a cell, in the order in which they were first written. */
  readonly comments: readonly DraftComment[]
  /** Who saved last, and when. */
  readonly by: Actor
  readonly at: Instant
}

/** Comments of a sender who had seen version `base`: all that they now want to stand. */
export interface SentComments {
  readonly base: number
  readonly comments: readonly { readonly cell: Address; readonly text: string }[]
}

/** Comments that a colleague changed after `base`, to something else than was sent. */
export interface CommentConflict {
  readonly cell: Address
  readonly theirs: string
  readonly yours: string
  readonly who: Actor
  readonly when: Instant
}

/** The draft that stands for what is to be reviewed now; one of another revision is as if it were not there. */
export const standingDraft = (now: Return | undefined, draft: ReviewDraft | undefined): ReviewDraft | undefined =>
  now?.stage === 'submitted' && draft?.revision === now.revisions ? draft : undefined

/**
 * What a save makes of the draft. Left out means taken out, unless a colleague wrote it after `base`: that stays. Where
 * both wrote at one cell, nothing is saved and the cells are named. A comment that a colleague took out meanwhile comes
 * back with an older copy of it: better one too many than one lost.
 */
export const mergeComments = (
  before: ReviewDraft | undefined,
  sent: SentComments,
  by: Actor,
  at: Instant,
): { readonly comments: readonly DraftComment[]; readonly conflicts: readonly CommentConflict[] } => {
  const n = (before?.version ?? 0) + 1
  const kept = before?.comments ?? []
  const wanted = new Map(sent.comments.map(({ cell, text }) => [cell, text]))
  const known = new Set(kept.map(({ cell }) => cell))
  const conflicts = kept.flatMap((comment): readonly CommentConflict[] => {
    const yours = wanted.get(comment.cell)
    return comment.n > sent.base && yours !== undefined && yours !== comment.text
      ? [{ cell: comment.cell, theirs: comment.text, yours, who: comment.by, when: comment.at }]
      : []
  })
  const standing = kept.flatMap((comment): readonly DraftComment[] => {
    const text = wanted.get(comment.cell)
    if (text === undefined) return comment.n > sent.base ? [comment] : []
    return text === comment.text ? [comment] : [{ cell: comment.cell, text, by, at, n }]
  })
  const added = [...wanted].flatMap(([cell, text]) => (known.has(cell) ? [] : [{ cell, text, by, at, n }]))
  return { comments: [...standing, ...added], conflicts }
}
