/*
 * A report: what the unit above makes of all returns below it. Its members are the units' figures, each under the one
 * collector that counts it, so that no unit is ever counted twice (product A2).
 */
import type { Cells } from '../form/cells.ts'
import type { Actor } from '../return/return.ts'
import type { Instant } from '../time.ts'
import type { UnitId } from '../unit/unit.ts'

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
}

/** The live report of one collector, as roll-up keeps it. */
export interface Report {
  readonly round: string
  readonly unit: UnitId
  /** Raised by every roll-up: compare-and-swap. */
  readonly version: number
  /** Added-up input cells and the computed cells made from them. */
  readonly figures: Cells
  readonly members: readonly Omit<Figures, 'cells' | 'lists'>[]
  readonly unitsIn: number
  readonly provisional: boolean
  /** Hash of figures and members: head of what the report rests on. */
  readonly hash: string
}

/** A published edition: frozen. */
export interface Edition {
  readonly edition: number
  readonly report: Report
  readonly narratives: Cells
  readonly lists: readonly { readonly unit: UnitId; readonly section: string; readonly rows: readonly Cells[] }[]
  readonly missing: readonly UnitId[]
  readonly publishedAt: Instant
  readonly by: Actor
  readonly hash: string
}
