/*
 * A report: what the unit above makes of all returns below it. Its members are the units' figures, each under the one
 * collector that counts it, so that no unit is ever counted twice (product A2).
 */
import type { Cells } from '../form/cells.ts'
import type { Actor } from '../return/return.ts'
import type { Instant } from '../time.ts'
import type { UnitId } from '../unit/unit.ts'

/** What stands beside every total (product A2). Units are counted by their own returns, down to the last level. */
export interface UnitCounts {
  /** Own returns that are in the figures. */
  readonly unitsIn: number
  /** Units that owe a return and are in no figure. */
  readonly unitsMissing: number
  /** Of those in: handed in late the first time. */
  readonly unitsLate: number
  /** Of those in: not reviewed yet. */
  readonly unitsProvisional: number
}

/** One member of a report: a unit's own return (`own`), or the report of a unit with units below it (`below`). */
export interface Figures {
  readonly unit: UnitId
  readonly scope: 'own' | 'below'
  /** Provisional: submitted or, for a middle unit, not handed in yet. */
  readonly state: 'provisional' | 'accepted' | 'handedIn'
  /** Input cells that are added up (numbers), not narratives, not lists, not totals. */
  readonly cells: Cells
  /** Lists of an own return, joined one level up. */
  readonly lists: Cells
  /** Of an own return. */
  readonly revision?: number
  /** Hash of the revision (own) or of the report (below). */
  readonly hash: string
  readonly submittedAt?: Instant
  readonly by?: Actor
  readonly timeliness?: 'onTime' | 'extended' | 'late'
  /** How many units' own returns are in these figures: 1 for an own return. */
  readonly unitsIn: number
  /** The other counts of a report one level down; absent on an own return, which state and timeliness say it all of. */
  readonly unitsMissing?: number
  readonly unitsLate?: number
  readonly unitsProvisional?: number
  /** Of a report: the unit's own return is among its members (decision 0013). */
  readonly holdsOwn?: true
}

/** A member without what it adds: what a report says it rests on. */
export type NamedMember = Omit<Figures, 'cells' | 'lists'>

/** An own return behind a report, at whatever level: where its figures, lists and narratives are read and proven. */
export interface CountedReturn {
  readonly unit: UnitId
  readonly revision: number
  /** Hash of that revision. */
  readonly hash: string
  readonly timeliness?: Figures['timeliness']
}

/** The live report of one collector, as roll-up keeps it. */
export interface Report extends UnitCounts {
  readonly round: string
  readonly unit: UnitId
  /** Raised by every roll-up: compare-and-swap. */
  readonly version: number
  /** Added-up input cells and the computed cells made from them. */
  readonly figures: Cells
  readonly members: readonly NamedMember[]
  readonly provisional: boolean
  /** Hash of figures, members and the number missing: head of what the report rests on. */
  readonly hash: string
}

/**
 * What a middle unit handed in, kept under the hash of its report: members one level down (a report among them is found
 * the same way by its own hash) and every unit that was missing then, at whatever level.
 */
export interface HandedIn {
  readonly members: readonly NamedMember[]
  readonly missing: readonly UnitId[]
}

/** A published edition: frozen. */
export interface Edition {
  readonly edition: number
  readonly report: Report
  readonly narratives: Cells
  readonly lists: readonly { readonly unit: UnitId; readonly section: string; readonly rows: readonly Cells[] }[]
  /** Every own return behind the figures, at whatever level. */
  readonly returns: readonly CountedReturn[]
  /** Units without a return in the figures, at whatever level. */
  readonly missing: readonly UnitId[]
  readonly publishedAt: Instant
  readonly by: Actor
  readonly hash: string
}
