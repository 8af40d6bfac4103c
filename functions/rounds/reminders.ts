/* The plan of reminders and the letters written so far (product R5). */
import { ok } from '../../shared/refusal.ts'
import { kindInWords, plainOf } from '../../shared/reminder/letter.ts'
import { stillOwes, supersededInWords } from '../../shared/reminder/still-true.ts'
import { stepInWords } from '../../shared/round/ladder.ts'
import type { PlannedStep } from '../../shared/round/plan.ts'
import type { Round } from '../../shared/round/round.ts'
import type { Language, Unit } from '../../shared/unit/unit.ts'
import type { Words } from '../../shared/words.ts'
import { http } from '../pipeline/http.ts'
import { roleIn } from '../remind/letter-of.ts'
import { dueOnBoard, planBook } from '../remind/owed.ts'
import { peopleBook } from '../remind/people.ts'
import type { Services } from '../services.ts'
import { sideBySide } from '../side-by-side.ts'
import type { KnownAddresses } from '../store/addresses.ts'
import type { StoredLetter } from '../store/letters.ts'
import { type Board, mutedNow } from '../store/rounds.ts'
import { participantsUnder } from './participants.ts'

const momentOf = ({ outcome, letter }: StoredLetter) => {
  switch (outcome.state) {
    case 'queued':
      return letter.createdAt
    case 'attempted':
      return outcome.attemptedAt
    case 'sent':
      return outcome.sentAt
    case 'delivered':
      return outcome.deliveredAt
    case 'superseded':
    case 'refused':
    case 'bounced':
    case 'complained':
      return outcome.at
  }
}

/** Why a letter did not go out or came back, in the reader's language; what the mail service said is as it said it. */
const becauseOf = ({ outcome }: StoredLetter, language: Language): { readonly because?: string } => {
  if (outcome.state === 'refused' || outcome.state === 'bounced' || outcome.state === 'complained')
    return { because: outcome.because }
  return outcome.state === 'superseded' ? { because: supersededInWords[outcome.because][language] } : {}
}

/** In words: the step of a reminder, else what kind of letter it is. */
const subjectOf = (round: Round, { letter }: StoredLetter): Words => {
  const said = kindInWords[letter.kind]
  const plain = plainOf(letter)
  const step = plain.kind === 'reminder' ? round.ladder.find(({ id }) => id === plain.step) : undefined
  if (step === undefined) return said
  const words = stepInWords(step)
  return { zh: `${said.zh}：${words.zh}`, en: `${said.en}: ${words.en}` }
}

/** Who of the units that still owe is written to by a step. */
const recipientsOf = async (
  { step, of }: { readonly step: PlannedStep; readonly of: readonly Unit[] },
  collector: Unit,
  book: ReturnType<typeof peopleBook>,
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
const plansUnder = async (services: Services, round: Round, collector: Unit) => {
  const [{ own }, board] = await Promise.all([
    participantsUnder(services, round, collector),
    services.rounds.board(round.id, collector.id),
  ])
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

export const getReminders = (services: Services) =>
  http(services, 'getReminders', async ({ round, unit: collector, language }) => {
    const [plans, letters, known] = await Promise.all([
      plansUnder(services, round, collector),
      services.letters.ofCollector(round.id, collector.id),
      services.addresses.inTrouble(),
    ])
    const book = peopleBook(services)
    const planned = plans.flatMap(({ due, units, of, steps }) => steps.map((step) => ({ due, units, of, step })))
    const plan = []
    for (const one of planned) plan.push({ ...one, ...(await recipientsOf(one, collector, book, known)) })
    return ok({
      plan: plan.map(
        ({ due, units, step: { step, at, day, movedFrom, dayOffName, droppedFor, unknownYear }, ...who }) => ({
          step: step.id,
          dueAt: due.dueAt,
          units,
          at,
          day,
          to: [...step.to],
          ...(movedFrom === undefined ? {} : { movedFrom }),
          ...(dayOffName === undefined ? {} : { dayOffName }),
          ...(droppedFor === undefined ? {} : { droppedFor }),
          ...(unknownYear === undefined ? {} : { unknownYear }),
          recipients: who.recipients,
          unreachable: who.unreachable,
        }),
      ),
      letters: letters.map((stored) => ({
        key: stored.letter.key,
        kind: stored.letter.kind === 'reminder' ? stored.letter.step : stored.letter.kind,
        subjectWords: subjectOf(round, stored),
        to: stored.letter.to.email,
        name: stored.letter.to.name,
        state: stored.outcome.state,
        at: momentOf(stored),
        ...(stored.outcome.state === 'delivered' ? { deliveredAt: stored.outcome.deliveredAt } : {}),
        units: stored.letter.units.map(({ unit }) => unit),
        ...becauseOf(stored, language),
      })),
    })
  })
