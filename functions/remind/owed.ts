/* What a unit owes by now: the due moment that holds for it, and the newest step of its ladder that nobody has had. */
import { coolsUntil, isHandStep } from '../../shared/reminder/by-hand.ts'
import { stillOwes } from '../../shared/reminder/still-true.ts'
import { correctionOf } from '../../shared/return/moves.ts'
import { type Due, dueOf } from '../../shared/round/due.ts'
import { nextStepAt, type PlannedStep, stepOwed } from '../../shared/round/plan.ts'
import { ownPlan, planFor } from '../../shared/round/plans.ts'
import type { Round } from '../../shared/round/round.ts'
import { dayOf, type Instant, instantAt, plusDays } from '../../shared/time.ts'
import type { Unit } from '../../shared/unit/unit.ts'
import { calendarOf } from '../calendars.ts'
import type { Claim } from '../store/letters.ts'
import { type Board, mutedNow } from '../store/rounds.ts'

export interface OwedStep {
  readonly unit: Unit
  readonly due: Due
  readonly step: PlannedStep
  /** A step was posted to the unit today already: this one waits for tomorrow. */
  readonly notBefore?: Instant
}

/**
 * The plans of a round for one run: thousands of units share a due moment, and a plan is not cheap. `since` is given
 * where the due moment is the unit's own.
 */
export const planBook = (round: Round) => {
  const calendar = calendarOf(round.calendar)
  const known = new Map<Instant, readonly PlannedStep[]>()
  return (due: Due, since?: Instant): readonly PlannedStep[] => {
    if (since !== undefined) return ownPlan(round, due, since, calendar)
    const plan = known.get(due.dueAt) ?? planFor(round, due.dueAt, calendar)
    known.set(due.dueAt, plan)
    return plan
  }
}

/** What the table says of a round under one collector. */
export interface Standing {
  readonly round: Round
  readonly plan: ReturnType<typeof planBook>
  readonly board: Board
  readonly claims: readonly Claim[]
}

const headOf = ({ board }: Pick<Standing, 'board'>, unit: Unit) => board.heads.find((head) => head.unit === unit.id)

/** The due moment that holds for a unit, and from when it has held if it is the unit's own. */
export const dueOnBoard = (
  standing: Pick<Standing, 'round' | 'board'>,
  unit: Unit,
): { readonly due: Due; readonly since?: Instant } => {
  const correction = correctionOf(headOf(standing, unit)?.now)
  const extension = standing.board.extensions[unit.id]
  const due = dueOf(standing.round, unit, { correction, extension })
  if (due.why === 'correction' && correction !== undefined) return { due, since: correction.at }
  return due.why === 'extension' && extension !== undefined ? { due, since: extension.at } : { due }
}

/*
 * Two letters about one return on one day would be a burst, whatever was moved in between (product R4). A letter by
 * hand holds a step back for as long as it is left to work, not for the day: the due day has no tomorrow.
 */
const freeFrom = ({ round, claims }: Standing, unit: Unit, step: PlannedStep, now: Instant): Instant | undefined => {
  const today = dayOf(now, round.zone)
  const own = claims.filter((claim) => claim.unit === unit.id)
  if (own.some((claim) => !isHandStep(claim.step) && dayOf(claim.at, round.zone) === today))
    return instantAt(plusDays(today, 1), step.step.at, round.zone)
  return coolsUntil(lastByHand(own), now)
}

const lastByHand = (claims: readonly Claim[]): Instant | undefined =>
  claims
    .filter(({ step }) => isHandStep(step))
    .map(({ at }) => at)
    .sort()
    .at(-1)

/** The later of two moments, either of which may not be. */
const later = (a: Instant | undefined, b: Instant | undefined): Instant | undefined =>
  a === undefined || (b !== undefined && b > a) ? b : a

/** The step that a unit owes by now, if any. */
export const owedBy = (standing: Standing, unit: Unit, now: Instant): OwedStep | undefined => {
  const { round, claims } = standing
  if (!stillOwes(headOf(standing, unit)?.now.stage)) return undefined
  if (mutedNow(standing.board, unit.id) !== undefined) return undefined
  const { due, since } = dueOnBoard(standing, unit)
  if (round.stage !== 'open' && due.why !== 'correction') return undefined
  const done = new Set(
    claims.filter((claim) => claim.unit === unit.id && claim.dueAt === due.dueAt).map((claim) => claim.step),
  )
  /* What fell into a mute is not made up for. */
  const from = later(since, standing.board.mutes[unit.id]?.liftedAt)
  const step = stepOwed(standing.plan(due, since), now, done, from)
  if (step === undefined) return undefined
  const notBefore = freeFrom(standing, unit, step, now)
  return { unit, due, step, ...(notBefore === undefined ? {} : { notBefore }) }
}

/** When the next step of a unit's own due moment comes; undefined where it has none, or owes nothing. */
export const nextOwnStep = (standing: Standing, unit: Unit, now: Instant): Instant | undefined => {
  const { due, since } = dueOnBoard(standing, unit)
  return stillOwes(headOf(standing, unit)?.now.stage) && since !== undefined
    ? nextStepAt(standing.plan(due, since), now)
    : undefined
}
