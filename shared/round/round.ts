/* A round: one collection with a deadline, from planning to publication. Moves live in moves.ts, due moments in due.ts. */
import type { Instant, LocalDate, TimeOfDay } from '../time.ts'
import type { Role, UnitId } from '../unit/unit.ts'

/** When a step of the ladder is due, counted from the due day (or the opening). */
export type StepTiming =
  | { readonly kind: 'opening' }
  | { readonly kind: 'before'; readonly count: number; readonly of: 'workingDays' | 'days' }
  | { readonly kind: 'dueDay' }
  | { readonly kind: 'after'; readonly count: number; readonly of: 'workingDays' | 'days' }

export interface LadderStep {
  /** `opening`, `before14` … `overdue3`. Unique in a ladder. */
  readonly id: string
  readonly timing: StepTiming
  /** Time of day in the round's zone; the opening step goes out at the opening itself. */
  readonly at: TimeOfDay
  /** Whom the step writes to: roles of the unit that owes; `coordinator` means the coordinators of the unit above. */
  readonly to: readonly Role[]
}

export type RoundStage = 'planned' | 'approved' | 'open' | 'closed' | 'published'

export interface RoundCalendar {
  readonly id: string
  readonly extraDaysOff: readonly LocalDate[]
  readonly extraWorkdays: readonly LocalDate[]
}

export interface Round {
  readonly id: string
  readonly title: string
  readonly owner: UnitId
  /** One edition, then supplements. */
  readonly forms: readonly string[]
  /** The year reported on: 2019 for the returns of January 2020. */
  readonly year: number
  readonly opensAt: Instant
  /** Half-open: midnight after 31 January, printed 1月31日24:00. */
  readonly dueAt: Instant
  /** Due moment per level below the owner: "1" its children, "2" theirs. Absent: dueAt. */
  readonly dueByLevel: Readonly<Record<string, Instant>>
  readonly zone: string
  readonly units: 'below' | readonly UnitId[]
  readonly ladder: readonly LadderStep[]
  readonly calendar: RoundCalendar
  /** Is this the filing that the law asks for? The city bureau's collection is not (domain facts §5). */
  readonly statutory: boolean
  /** Checks that are off by default and on for this round: `R7x`. */
  readonly extraChecks: readonly string[]
  readonly stage: RoundStage
  /** Raised by every move or change; the condition of the next one. */
  readonly version: number
  /** Latest published edition, 0 before the first. */
  readonly edition: number
}
