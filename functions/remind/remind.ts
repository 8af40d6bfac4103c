/*
 * «What is owed by now?»: opens approved rounds whose moment has come, and posts the newest step of the ladder to
 * every unit that still owes; on working mornings the digest to those who collect. Each (round, unit, due moment, step) is claimed in the same transaction as its letters;
 * a refused claim means it was posted already. A run that is broken off is finished by the next. When nothing is owed,
 * two queries on the waiting index are all that happens, whatever the number of units. Decision 0010.
 */
import { nextDigestMorning } from '../../shared/reminder/digest.ts'
import { isNight } from '../../shared/round/ladder.ts'
import { openByClock } from '../../shared/round/moves.ts'
import { nextWaking } from '../../shared/round/plans.ts'
import type { Round } from '../../shared/round/round.ts'
import { type Instant, plusMs } from '../../shared/time.ts'
import type { Unit } from '../../shared/unit/unit.ts'
import { calendarOf } from '../calendars.ts'
import { eachInTurn } from '../each-in-turn.ts'
import { notAtNight } from '../office-hours.ts'
import { participantsUnder } from '../rounds/participants.ts'
import type { Services } from '../services.ts'
import type { WaitingSteps } from '../store/rounds.ts'
import { type Done, earlier, nothing, plus } from './done.ts'
import { nextOwnStep, owedBy, planBook, type Standing } from './owed.ts'
import { post } from './post.ts'
import { postDigest } from './post-digest.ts'

/**
 * A changed calendar moves the steps of every unit. Those with a ladder of their own sleep until the moment of the old
 * plan: where the new one is nearer they are woken then.
 */
const wakeSooner = async (services: Services, standing: Standing, units: readonly Unit[], now: Instant) => {
  for (const one of standing.board.ownSteps) {
    const unit = units.find(({ id }) => id === one.unit)
    const next = unit && nextOwnStep(standing, unit, now)
    if (next !== undefined && next < one.until) await services.rounds.wakeUnit(one, next)
  }
}

/** Everything that is owed under one collector, then under those below it. */
const remindUnder = async (
  services: Services,
  { round, plan }: Pick<Standing, 'round' | 'plan'>,
  collector: Unit,
  now: Instant,
): Promise<Done> => {
  const [{ own, collectors }, board, claims] = await Promise.all([
    participantsUnder(services, round, collector),
    services.rounds.board(round.id, collector.id),
    services.letters.claims(round.id, collector.id),
  ])
  const standing = { round, plan, board, claims }
  const owed = own.map((unit) => owedBy(standing, unit, now)).filter((one) => one !== undefined)
  const reminders = await post(services, round, collector.id, owed, now)
  let done = plus(reminders, await postDigest(services, round, collector, now))
  await wakeSooner(services, standing, own, now)
  for (const below of collectors) done = plus(done, await remindUnder(services, { round, plan }, below, now))
  return done
}

/** The next tick. */
const soon = (now: Instant): Instant => plusMs(now, 15 * 60_000)

/**
 * Nothing is caught up at night: it waits for the morning (product R4). An opening that the coordinator has put into
 * the night is not caught up, and its notice goes with it.
 */
const mustWait = (round: Round, justOpened: boolean, now: Instant): boolean =>
  isNight(now, round.zone) &&
  !(justOpened && now < plusMs(round.opensAt, 3_600_000) && isNight(round.opensAt, round.zone))

const awakenRound = async (services: Services, stored: Round, now: Instant): Promise<Done> => {
  const opened = stored.stage === 'approved' ? openByClock(stored, now) : undefined
  if (opened !== undefined && !opened.ok) return nothing
  let round = stored
  if (opened !== undefined) {
    if (!(await services.rounds.save(stored, opened.value, { at: now, what: 'opened' }, now))) return nothing
    round = opened.value
  }
  if (round.stage !== 'open') return nothing
  const justOpened = { ...nothing, opened: opened === undefined ? 0 : 1 }
  if (mustWait(round, opened !== undefined, now)) {
    await services.rounds.save(round, round, undefined, notAtNight(now, round.zone))
    return justOpened
  }
  const owner = await services.units.unit(round.owner)
  const done = owner === undefined ? nothing : await remindUnder(services, { round, plan: planBook(round) }, owner, now)
  const calendar = calendarOf(round.calendar)
  const next = earlier(earlier(done.heldTo, nextWaking(round, now, calendar)), nextDigestMorning(round, now, calendar))
  await services.rounds.save(round, round, undefined, done.refused > 0 ? soon(now) : next)
  return plus(done, justOpened)
}

/** Units under one collector with a due moment of their own: together, so that one letter to a person lists them all. */
const awakenUnits = async (services: Services, steps: readonly WaitingSteps[], now: Instant): Promise<Done> => {
  const [first] = steps
  if (first === undefined) return nothing
  const [round, units, board, claims] = await Promise.all([
    services.rounds.round(first.round),
    services.units.units(steps.map(({ unit }) => unit)),
    services.rounds.board(first.round, first.collector),
    services.letters.claims(first.round, first.collector),
  ])
  const sleepUntil = async (next: (unit: Unit) => Instant | undefined) => {
    for (const one of steps) {
      const unit = units.find(({ id }) => id === one.unit)
      await services.rounds.wakeUnit(one, unit && next(unit))
    }
  }
  if (round === undefined) {
    await sleepUntil(() => undefined)
    return nothing
  }
  if (isNight(now, round.zone)) {
    await sleepUntil(() => notAtNight(now, round.zone))
    return nothing
  }
  const standing = { round, plan: planBook(round), board, claims }
  const owed = units.map((unit) => owedBy(standing, unit, now)).filter((one) => one !== undefined)
  const done = await post(services, round, first.collector, owed, now)
  await sleepUntil((unit) => {
    const held = owed.find((one) => one.unit.id === unit.id)?.notBefore
    return done.refused > 0 ? soon(now) : earlier(held, nextOwnStep(standing, unit, now))
  })
  return done
}

/** One tick: everything that is owed by now. A round that fails keeps no other waiting, and is thrown at the end. */
export const remind = async (services: Services): Promise<Omit<Done, 'heldTo'>> => {
  const now = services.now()
  const [rounds, units] = await Promise.all([services.rounds.waking(now), services.rounds.ownStepsWaiting(now)])
  const together = Map.groupBy(units, ({ round, collector }) => `${round}#${collector}`)
  const work = [
    ...rounds.map((round) => () => awakenRound(services, round, now)),
    ...[...together.values()].map((steps) => () => awakenUnits(services, steps, now)),
  ]
  let done = nothing
  await eachInTurn(work, async (awaken) => {
    done = plus(done, await awaken())
  })
  const { heldTo: _, ...counts } = done
  return counts
}
