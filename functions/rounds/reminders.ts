/* The plan of reminders and the letters written so far (product R5). */
import { ok } from '../../shared/refusal.ts'
import { stillOwes } from '../../shared/reminder/still-true.ts'
import { inWords } from '../../shared/round/due-in-words.ts'
import { holidayInWords } from '../../shared/round/holidays.ts'
import { stepInWords } from '../../shared/round/ladder.ts'
import type { PlannedStep } from '../../shared/round/plan.ts'
import type { Round } from '../../shared/round/round.ts'
import type { Language, Unit } from '../../shared/unit/unit.ts'
import { http } from '../pipeline/http.ts'
import { roleIn } from '../remind/letter-of.ts'
import { dueOnBoard, planBook } from '../remind/owed.ts'
import { type PeopleBook, peopleBook } from '../remind/people.ts'
import type { Services } from '../services.ts'
import { sideBySide } from '../side-by-side.ts'
import type { KnownAddresses } from '../store/addresses.ts'
import { type Board, mutedNow } from '../store/rounds.ts'
import { logOf } from './letter-log.ts'
import { troubleOf } from './letter-trouble.ts'
import { participantsUnder } from './participants.ts'

/** Who of the units that still owe is written to by a step. */
const recipientsOf = async (
  { step, of }: { readonly step: PlannedStep; readonly of: readonly Unit[] },
  collector: Unit,
  book: PeopleBook,
  known: KnownAddresses,
) => {
  const found = await sideBySide(of, async (unit) => {
    const people = await book(unit, collector.id, step.step.to)
    const recipients = people.map((person) => {
      const role = roleIn(person, [{ unit }], collector.id)
      const { name, email } = person
      return { unit: role === 'coordinator' ? collector.id : unit.id, role, name, email, address: known.stateOf(email) }
    })
    return { unit: unit.id, recipients, isReached: recipients.some(({ address }) => address === 'ok') }
  })
  const all = new Map(found.flatMap(({ recipients }) => recipients.map((one) => [`${one.unit} ${one.email}`, one])))
  return {
    recipients: [...all.values()],
    unreachable: found.filter(({ isReached }) => !isReached).map(({ unit }) => unit),
  }
}

/** Units with one due moment have one plan; one with a moment of its own (extension, correction) has its own. */
const plansUnder = async (services: Services, round: Round, collector: Unit, own: readonly Unit[]) => {
  const board = await services.rounds.board(round.id, collector.id)
  const plan = planBook(round)
  const dues = own.map((unit) => ({ unit, ...dueOnBoard({ round, board }, unit) }))
  const together = Map.groupBy(dues, ({ due, since }) => `${due.dueAt} ${since ?? ''}`)
  return [...together.values()].flatMap((group) => {
    const [first] = group
    return first === undefined
      ? []
      : [
          {
            ...first,
            steps: plan(first.due, first.since),
            units: group.map(({ unit }) => unit.id),
            of: group.map(({ unit }) => unit).filter((unit) => isWrittenTo(board, unit)),
          },
        ]
  })
}

const isWrittenTo = (board: Board, unit: Unit): boolean =>
  stillOwes(board.heads.find((head) => head.unit === unit.id)?.now.stage) && mutedNow(board, unit.id) === undefined

interface Under {
  readonly round: Round
  readonly collector: Unit
  readonly own: readonly Unit[]
  readonly known: KnownAddresses
  readonly book: PeopleBook
}

const planOf = async (services: Services, { round, collector, own, known, book }: Under, language: Language) => {
  const plans = await plansUnder(services, round, collector, own)
  const planned = plans.flatMap(({ due, units, of, steps }) => steps.map((step) => ({ due, units, of, step })))
  const plan = []
  for (const one of planned) plan.push({ ...one, ...(await recipientsOf(one, collector, book, known)) })
  return plan.map(
    ({ due, units, step: { step, at, day, movedFrom, dayOffName, droppedFor, unknownYear }, ...who }) => ({
      step: step.id,
      words: stepInWords(step),
      dueAt: due.dueAt,
      dueInWords: inWords(due.dueAt, round.zone, language),
      units,
      at,
      day,
      to: [...step.to],
      ...(movedFrom === undefined ? {} : { movedFrom }),
      ...(dayOffName === undefined ? {} : { dayOffName: holidayInWords(dayOffName, language) }),
      ...(droppedFor === undefined ? {} : { droppedFor }),
      ...(unknownYear === undefined ? {} : { unknownYear }),
      recipients: who.recipients,
      unreachable: who.unreachable,
    }),
  )
}

/** The plan, and what keeps letters from arriving: a query for each unit. */
const aheadOf = async (services: Services, under: Under, language: Language) => {
  const [plan, trouble] = await Promise.all([planOf(services, under, language), troubleOf(services, under)])
  return { plan, trouble }
}

const nothingAhead = { plan: [], trouble: { addresses: [], unreachable: [] } }

export const getReminders = (services: Services) =>
  http(services, 'getReminders', async ({ round, unit: collector, query, language }) => {
    const [letters, { own, collectors }, known] = await Promise.all([
      query.part === 'plan' ? [] : services.letters.ofCollector(round.id, collector.id),
      participantsUnder(services, round, collector),
      services.addresses.inTrouble(),
    ])
    const under = { round, collector, own, known, book: peopleBook(services) }
    const log = logOf(round, letters, query, language)
    const ahead = query.part === 'log' ? nothingAhead : await aheadOf(services, under, language)
    const here = [collector, ...own, ...collectors].map(({ id, name }) => ({ unit: id, name }))
    const units = [...new Map([...log.named, ...here].map((one) => [one.unit, one])).values()]
    return ok({ now: services.now(), units, ...ahead, ...log.answer })
  })
