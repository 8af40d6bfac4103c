/*
 * The plans of a round: one per due moment that its levels have, and a unit's own where it has one (extension,
 * correction). When `remind` looks at the round next is the earliest step to come of all of them.
 */
import type { Instant } from '../time.ts'
import type { WorkingCalendar } from './calendar.ts'
import type { Due } from './due.ts'
import { correctionLadder } from './ladder.ts'
import { nextStepAt, type PlannedStep, planOf } from './plan.ts'
import type { Round } from './round.ts'

/** Due moments that hold by level, without doubles. */
export const dueMomentsOf = (round: Pick<Round, 'dueAt' | 'dueByLevel'>): readonly Instant[] => [
  ...new Set([round.dueAt, ...Object.values(round.dueByLevel)]),
]

/** The plan of one due moment of the round's own. */
export const planFor = (round: Round, dueAt: Instant, calendar: WorkingCalendar): readonly PlannedStep[] =>
  planOf({ ladder: round.ladder, opensAt: round.opensAt, dueAt, zone: round.zone }, calendar)

/** The plan of a unit with a due moment of its own, from the moment it was given. */
export const ownPlan = (round: Round, due: Due, since: Instant, calendar: WorkingCalendar): readonly PlannedStep[] =>
  due.why === 'correction'
    ? planOf({ ladder: correctionLadder, opensAt: since, dueAt: due.dueAt, zone: round.zone }, calendar)
    : planFor(round, due.dueAt, calendar)

/** When the round next has something to do by the clock, strictly after a moment: its opening or a reminder step. */
export const nextWaking = (round: Round, after: Instant, calendar: WorkingCalendar): Instant | undefined => {
  if (round.stage === 'approved') return round.opensAt
  if (round.stage !== 'open') return undefined
  return dueMomentsOf(round)
    .map((dueAt) => nextStepAt(planFor(round, dueAt, calendar), after))
    .filter((at) => at !== undefined)
    .sort()[0]
}
