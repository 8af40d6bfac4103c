/* The plan of reminders and the letters written so far (product R5). */
import { ok } from '../../shared/refusal.ts'
import { supersededInWords } from '../../shared/reminder/still-true.ts'
import type { Round } from '../../shared/round/round.ts'
import type { Language, Unit } from '../../shared/unit/unit.ts'
import { http } from '../pipeline/http.ts'
import { dueOnBoard, planBook } from '../remind/owed.ts'
import type { Services } from '../services.ts'
import type { StoredLetter } from '../store/letters.ts'
import { participantsUnder } from './participants.ts'

const momentOf = ({ outcome, letter }: StoredLetter) => {
  switch (outcome.state) {
    case 'queued':
      return letter.createdAt
    case 'attempted':
      return outcome.attemptedAt
    case 'sent':
      return outcome.sentAt
    case 'superseded':
    case 'refused':
      return outcome.at
  }
}

/** Why a letter did not go out, in the reader's language; what SES said of a refused one is as it said it. */
const becauseOf = ({ outcome }: StoredLetter, language: Language): { readonly because?: string } => {
  if (outcome.state === 'refused') return { because: outcome.because }
  return outcome.state === 'superseded' ? { because: supersededInWords[outcome.because][language] } : {}
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
      : [{ ...first, steps: plan(first.due, first.since), units: group.map(({ unit }) => unit.id) }]
  })
}

export const getReminders = (services: Services) =>
  http(services, 'getReminders', async ({ round, unit: collector, language }) => {
    const [plans, letters] = await Promise.all([
      plansUnder(services, round, collector),
      services.letters.ofCollector(round.id, collector.id),
    ])
    return ok({
      plan: plans.flatMap(({ due, units, steps }) =>
        steps.map(({ step, at, day, movedFrom, dayOffName, droppedFor, unknownYear }) => ({
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
        })),
      ),
      letters: letters.map((stored) => ({
        key: stored.letter.key,
        kind: stored.letter.kind === 'reminder' ? stored.letter.step : stored.letter.kind,
        to: stored.letter.to.email,
        state: stored.outcome.state,
        at: momentOf(stored),
        units: stored.letter.units.map(({ unit }) => unit),
        ...becauseOf(stored, language),
      })),
    })
  })
