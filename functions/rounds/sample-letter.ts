/*
 * A letter as the clock will write it, before it does (product R5): for the preview, and as a test to oneself. The text
 * is that of the moment of the step; what is missing in a return is as it is now. A person who answers for several
 * units sees them all.
 */

import { ok, type Result, refuse } from '../../shared/refusal.ts'
import type { ClockKind, LetterFacts } from '../../shared/reminder/letter.ts'
import { originalDueOf } from '../../shared/round/due.ts'
import type { PlannedStep } from '../../shared/round/plan.ts'
import type { Round } from '../../shared/round/round.ts'
import { dayOf, type Instant } from '../../shared/time.ts'
import type { Role, Unit, UnitId } from '../../shared/unit/unit.ts'
import { type DueUnit, factsFor, kindOf, roleIn } from '../remind/letter-of.ts'
import { dueOnBoard, planBook } from '../remind/owed.ts'
import { peopleBook } from '../remind/people.ts'
import { digestFacts } from '../remind/post-digest.ts'
import type { Services } from '../services.ts'
import type { Board } from '../store/rounds.ts'
import type { StoredPerson } from '../store/units.ts'
import { participantsUnder } from './participants.ts'

export interface Sample {
  readonly facts: LetterFacts
  readonly kind: ClockKind
  /** When it would go out. */
  readonly at: Instant
  readonly board: Board
}

export interface Asked {
  readonly round: Round
  readonly collector: Unit
  /** A step of the ladder, or `digest`. */
  readonly step: string
  /** The unit that it is about; absent: any. */
  readonly about?: UnitId | undefined
  /** One of those to whom the step goes; absent: the first, or the caller where there is nobody. */
  readonly person?: string | undefined
  /** Who asks. */
  readonly caller: StoredPerson
}

const isOf = (person: StoredPerson, { id }: Unit, collector: Unit, roles: readonly Role[]): boolean =>
  person.posts.some(({ unit, role }) => roles.includes(role) && unit === (role === 'coordinator' ? collector.id : id))

/** The letter of a step as one of its readers gets it; `as` writes it to somebody else. */
export const sampleOf = async (
  services: Services,
  { round, collector, step: id, about, person: wanted, caller }: Asked,
  as: StoredPerson | undefined,
): Promise<Result<Sample>> => {
  const now = services.now()
  const [{ own }, board] = await Promise.all([
    participantsUnder(services, round, collector),
    services.rounds.board(round.id, collector.id),
  ])
  if (id === 'digest') {
    const day = dayOf(now, round.zone)
    return ok({ facts: digestFacts(round, collector, as ?? caller, day, now), kind: { kind: id, day }, at: now, board })
  }
  const unit = own.find((one) => (about === undefined ? one.id !== collector.id : one.id === about)) ?? own[0]
  if (unit === undefined || (about !== undefined && unit.id !== about))
    return refuse('notAParticipant', { unit: about ?? collector.id, round: round.title })
  const plan = planBook(round)
  const { due, since } = dueOnBoard({ round, board }, unit)
  const isAsked = ({ step }: PlannedStep) => step.id === id
  /* A correction has a short ladder of its own; the round's other steps are shown as they are for everybody. */
  const planned = plan(due, since).find(isAsked) ?? plan(originalDueOf(round, unit)).find(isAsked)
  if (planned === undefined) return refuse('notFound', { what: id })
  const { step, at } = planned
  const people = await peopleBook(services)(unit, collector.id, step.to)
  const reader = wanted === undefined ? (people[0] ?? caller) : people.find((one) => one.id === wanted)
  if (reader === undefined) return refuse('notFound', { what: wanted ?? '' })
  const together = own
    .filter((one) => one.id === unit.id || (about === undefined && isOf(reader, one, collector, step.to)))
    .map((one): DueUnit => ({ unit: one, due: dueOnBoard({ round, board }, one).due }))
    .filter((one) => one.due.dueAt === due.dueAt)
  const role = people.includes(reader) ? roleIn(reader, together, collector.id) : (step.to[0] ?? 'reporter')
  const named = { what: `${step.id}-${unit.id}`, which: 'sample' }
  const facts = factsFor(round, collector.id, as ?? reader, role, together, named, now)
  return ok({ facts, kind: kindOf(step), at, board })
}
