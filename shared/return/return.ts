/*
 * A return: what a unit hands in. It *is* in one of four stages, each with its own facts; not started is the
 * absence of a row. Moves (transitions) live in moves.ts; the database condition is made from the same lists.
 */
import type { Address } from '../form/form.ts'
import type { Timeliness } from '../round/due.ts'
import type { Instant } from '../time.ts'
import type { HandedIn } from './handed-in.ts'

/** A person as the log and a receipt name them. */
export interface Actor {
  readonly id: string
  readonly name: string
  /** Set when a coordinator acts for the unit (product W1). */
  readonly onBehalf?: true
}

export interface CellComment {
  readonly cell: Address
  readonly text: string
  /** What the unit says to it. */
  readonly answer?: CommentAnswer
}

export interface CommentAnswer {
  readonly text: string
  readonly by: Actor
  readonly at: Instant
}

/** A sending back as it stays known when a later one, or the acceptance, has taken its place. */
export interface ReviewOfRevision {
  readonly revision: number
  readonly reason: string
  readonly comments: readonly CellComment[]
  readonly dueAt: Instant
  readonly at: Instant
  readonly by: Actor
}

export interface SignOff {
  readonly preparedBy: string
  readonly reviewedBy: string
  readonly confidentialityReviewedBy: string
  readonly phone: string
}

/** Why a handed-in return is open again: sent back at review, or reopened after acceptance, closing or publication. */
export interface Correction {
  readonly kind: 'sentBack' | 'reopened'
  readonly reason: string
  readonly comments: readonly CellComment[]
  readonly dueAt: Instant
  readonly at: Instant
  readonly by: Actor
  /** The latest revision when the correction was asked for; 0: nothing had been handed in. */
  readonly revision: number
  /** The accepted revision that was opened again: it keeps counting in the report until its successor is submitted. */
  readonly countedRevision?: number
}

/** Facts that stay true whatever the stage. */
export interface ReturnHistory {
  /** Raised by every accepted change: base of the next PATCH. */
  readonly version: number
  /** Number of submissions so far; revision n is the n-th. */
  readonly revisions: number
  /** Hash of the latest revision, empty before the first. */
  readonly head: string
  /** On time is judged by this (product W2). */
  readonly firstSubmittedAt?: Instant
  /** How that submission was judged then: an extension given or taken back later does not change it. */
  readonly firstTimeliness?: Timeliness
  readonly timesSentBack: number
  /** For the appraisal; absent as long as nothing is handed in. */
  readonly handedIn?: HandedIn
}

export type Return = ReturnHistory &
  (
    | { readonly stage: 'drafting'; readonly correction?: Correction }
    | { readonly stage: 'sentBack'; readonly correction: Correction }
    | {
        readonly stage: 'submitted'
        readonly submittedAt: Instant
        readonly by: Actor
        readonly receipt: Receipt
        readonly correction?: Correction
      }
    | {
        readonly stage: 'accepted'
        readonly submittedAt: Instant
        readonly receipt: Receipt
        readonly acceptedAt: Instant
        readonly acceptedBy: Actor
      }
  )

export type ReturnStage = Return['stage']

export interface Receipt {
  /** Round, unit and revision in one readable number: `haidong-2019-630202-1`. */
  readonly number: string
  readonly revision: number
  readonly submittedAt: Instant
  readonly dueAt: Instant
  readonly timeliness: Timeliness
  /** Hash of the revision: head of the chain. */
  readonly hash: string
  /** The version that was submitted: the same version again gives the same receipt. */
  readonly version: number
}

/** A due moment moved for one unit (product W2). */
export interface Extension {
  readonly dueAt: Instant
  readonly reason: string
  readonly at: Instant
  readonly by: Actor
}
