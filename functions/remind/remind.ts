/*
 * «What is owed by now?»: opens approved rounds whose moment has come, and posts the newest step of the ladder to
 * every unit that still owes. Each (round, unit, due moment, step) is claimed in the same transaction as its letters;
 * a refused claim means it was posted already. A run that is broken off is finished by the next. When nothing is owed,
 * two queries on the waiting index are all that happens, whatever the number of units. Decision 0010.
 */

import { batches, type Owing } from '../../shared/reminder/batches.ts'
import type { Letter, LetterUnit } from '../../shared/reminder/letter.ts'
import { letterKey } from '../../shared/reminder/letter.ts'
import { stillOwes } from '../../shared/reminder/still-true.ts'
import { correctionOf } from '../../shared/return/moves.ts'
import { type Due, dueOf } from '../../shared/round/due.ts'
import { isNight } from '../../shared/round/ladder.ts'
import { openByClock } from '../../shared/round/moves.ts'
import { nextStepAt, type PlannedStep, stepOwed } from '../../shared/round/plan.ts'
import { nextWaking, ownPlan, planFor } from '../../shared/round/plans.ts'
import type { Round } from '../../shared/round/round.ts'
import { type Instant, plusMs } from '../../shared/time.ts'
import type { Unit, UnitId } from '../../shared/unit/unit.ts'
import { calendarOf } from '../calendars.ts'
import { participantsUnder } from '../rounds/participants.ts'
import type { Services } from '../services.ts'
import { type Claim, claimed, posted } from '../store/letters.ts'
import type { Board, OwnSteps } from '../store/rounds.ts'
import { commit, transactionLimit } from '../store/table-client.ts'
import type { StoredPerson } from '../store/units.ts'
import { peopleBook } from './people.ts'

export interface Done {
  readonly opened: number
  readonly letters: number
  /** Units that owe a step and have nobody to write to: the board flags them (product R5). */
  readonly unreachable: number
  /** Batches that another run was at: looked at again at the next tick. */
  readonly refused: number
}

const nothing: Done = { opened: 0, letters: 0, unreachable: 0, refused: 0 }
const plus = (a: Done, b: Done): Done => ({
  opened: a.opened + b.opened,
  letters: a.letters + b.letters,
  unreachable: a.unreachable + b.unreachable,
  refused: a.refused + b.refused,
})

interface OwedStep {
  readonly unit: Unit
  readonly due: Due
  readonly step: PlannedStep
}

/* The due moment that holds for a unit, and from when it has held if it is the unit's own. */
const dueOnBoard = (round: Round, unit: Unit, board: Board): { readonly due: Due; readonly since?: Instant } => {
  const correction = correctionOf(board.heads.find((head) => head.unit === unit.id)?.now)
  const extension = board.extensions[unit.id]
  const due = dueOf(round, unit, { correction, extension })
  if (due.why === 'correction' && correction !== undefined) return { due, since: correction.at }
  return due.why === 'extension' && extension !== undefined ? { due, since: extension.at } : { due }
}

const owedBy = (
  round: Round,
  unit: Unit,
  board: Board,
  claims: readonly Claim[],
  now: Instant,
): OwedStep | undefined => {
  const head = board.heads.find((one) => one.unit === unit.id)
  if (!stillOwes(head?.now.stage)) return undefined
  const { due, since } = dueOnBoard(round, unit, board)
  if (round.stage !== 'open' && due.why !== 'correction') return undefined
  const calendar = calendarOf(round.calendar)
  const plan = since === undefined ? planFor(round, due.dueAt, calendar) : ownPlan(round, due, since, calendar)
  const done = new Set(
    claims.filter((claim) => claim.unit === unit.id && claim.dueAt === due.dueAt).map((claim) => claim.step),
  )
  const step = stepOwed(plan, now, done, since)
  return step === undefined ? undefined : { unit, due, step }
}

const timingOf = ({ step }: PlannedStep) =>
  step.timing.kind === 'after' ? 'overdue' : step.timing.kind === 'dueDay' ? 'dueDay' : 'before'

const letterFor = (
  round: Round,
  collector: UnitId,
  person: StoredPerson,
  owed: readonly OwedStep[],
  now: Instant,
): Letter | undefined => {
  const [first] = owed
  if (first === undefined) return undefined
  const { step, due } = first
  /* The moment, not its day: an extension from 17:00 to 24:00 of one day is another due moment. */
  const which = due.dueAt.replaceAll(/[-:.]/g, '')
  const units: readonly LetterUnit[] = owed.map(({ unit, due: own }) => ({
    unit: unit.id,
    name: unit.name,
    dueAt: own.dueAt,
    dueWhy: own.why,
  }))
  const what = `${step.step.id}-${first.unit.id}`
  const common = {
    key: letterKey({ round: round.id, parentUnit: collector, what, which, personId: person.id }),
    round: round.id,
    roundTitle: round.title,
    year: round.year,
    to: { personId: person.id, name: person.name, email: person.email, language: person.language },
    units,
    zone: round.zone,
    createdAt: now,
  }
  return step.step.timing.kind === 'opening'
    ? { ...common, kind: 'opening' }
    : { ...common, kind: 'reminder', step: step.step.id, timing: timingOf(step) }
}

/** Steps that are the same for several units are posted together: one letter to a person lists them all. */
const bySameStep = (owed: readonly OwedStep[]): readonly (readonly OwedStep[])[] => {
  const groups = new Map<string, OwedStep[]>()
  for (const one of owed) {
    const key = `${one.step.step.id} ${one.due.dueAt}`
    groups.set(key, [...(groups.get(key) ?? []), one])
  }
  return [...groups.values()]
}

const post = async (
  services: Services,
  round: Round,
  collector: UnitId,
  owed: readonly OwedStep[],
  now: Instant,
): Promise<Done> => {
  const book = peopleBook(services)
  let done = nothing
  for (const group of bySameStep(owed)) {
    const of = new Map(group.map((one) => [one.unit.id, one]))
    const owing: readonly Owing<StoredPerson>[] = await Promise.all(
      group.map(async ({ unit, step }) => ({ unit: unit.id, people: await book(unit, collector, step.step.to) })),
    )
    for (const batch of batches(owing, transactionLimit)) {
      const letters = batch.letters.flatMap(({ person, units }) => {
        const about = units.map((unit) => of.get(unit)).filter((one) => one !== undefined)
        return letterFor(round, collector, person, about, now) ?? []
      })
      const claims = batch.units.flatMap((unit) => {
        const one = of.get(unit)
        return one === undefined
          ? []
          : [claimed(round.id, collector, { unit, dueAt: one.due.dueAt, step: one.step.step.id, at: now })]
      })
      const { done: isPosted } = await commit(services.table, [
        ...claims,
        ...letters.map((letter) => posted(letter, now)),
      ])
      const unreachable = owing.filter((one) => batch.units.includes(one.unit) && one.people.length === 0).length
      done = plus(done, isPosted ? { ...nothing, letters: letters.length, unreachable } : { ...nothing, refused: 1 })
    }
  }
  return done
}

/** Everything that is owed under one collector, then under those below it. */
const remindUnder = async (services: Services, round: Round, collector: Unit, now: Instant): Promise<Done> => {
  const [{ own, collectors }, board, claims] = await Promise.all([
    participantsUnder(services, round, collector),
    services.rounds.board(round.id, collector.id),
    services.letters.claims(round.id, collector.id),
  ])
  const owed = own.map((unit) => owedBy(round, unit, board, claims, now)).filter((one) => one !== undefined)
  let done = await post(services, round, collector.id, owed, now)
  for (const below of collectors) done = plus(done, await remindUnder(services, round, below, now))
  return done
}

/** The next tick. */
const soon = (now: Instant): Instant => plusMs(now, 15 * 60_000)

const awakenRound = async (services: Services, stored: Round, now: Instant): Promise<Done> => {
  const opened = stored.stage === 'approved' ? openByClock(stored, now) : undefined
  if (opened !== undefined && !opened.ok) return nothing
  let round = stored
  if (opened !== undefined) {
    if (!(await services.rounds.save(stored, opened.value, { at: now, what: 'opened' }, now))) return nothing
    round = opened.value
  }
  if (round.stage !== 'open') return nothing
  /* Never at night: the round is looked at again every quarter of an hour until the morning (product R4). */
  if (opened === undefined && isNight(now, round.zone)) {
    await services.rounds.save(round, round, undefined, soon(now))
    return nothing
  }
  const owner = await services.units.unit(round.owner)
  const done = owner === undefined ? nothing : await remindUnder(services, round, owner, now)
  const next = done.refused > 0 ? soon(now) : nextWaking(round, now, calendarOf(round.calendar))
  await services.rounds.save(round, round, undefined, next)
  return plus(done, { ...nothing, opened: opened === undefined ? 0 : 1 })
}

const awakenUnit = async (services: Services, steps: OwnSteps, now: Instant): Promise<Done> => {
  const [round, unit] = await Promise.all([services.rounds.round(steps.round), services.units.unit(steps.unit)])
  if (round === undefined || unit === undefined) return nothing
  if (isNight(now, round.zone)) {
    await services.rounds.wakeUnit(steps, soon(now))
    return nothing
  }
  const [board, claims] = await Promise.all([
    services.rounds.board(round.id, steps.collector),
    services.letters.claims(round.id, steps.collector),
  ])
  const owed = owedBy(round, unit, board, claims, now)
  const done = owed === undefined ? nothing : await post(services, round, steps.collector, [owed], now)
  const { due, since } = dueOnBoard(round, unit, board)
  const owes = stillOwes(board.heads.find((head) => head.unit === unit.id)?.now.stage)
  const next =
    owes && since !== undefined ? nextStepAt(ownPlan(round, due, since, calendarOf(round.calendar)), now) : undefined
  await services.rounds.wakeUnit(steps, done.refused > 0 ? soon(now) : next)
  return done
}

/** One tick: everything that is owed by now. */
export const remind = async (services: Services): Promise<Done> => {
  const now = services.now()
  const [rounds, units] = await Promise.all([services.rounds.waking(now), services.rounds.ownStepsWaiting(now)])
  let done = nothing
  for (const round of rounds) done = plus(done, await awakenRound(services, round, now))
  for (const unit of units) done = plus(done, await awakenUnit(services, unit, now))
  return done
}
