/* The plan of reminders and the letters written so far (product R5). */
import { ok } from '../../shared/refusal.ts'
import { originalDueOf } from '../../shared/round/due.ts'
import { planFor } from '../../shared/round/plans.ts'
import { calendarOf } from '../calendars.ts'
import { http } from '../pipeline/http.ts'
import type { Services } from '../services.ts'
import type { StoredLetter } from '../store/letters.ts'

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

export const getReminders = (services: Services) =>
  http(services, 'getReminders', async ({ round, unit: collector }) => {
    const [first] = await services.units.unitsBelow(collector.id)
    const plan = planFor(round, originalDueOf(round, first ?? collector).dueAt, calendarOf(round.calendar))
    const letters = await services.letters.ofCollector(round.id, collector.id)
    return ok({
      plan: plan.map(({ step, at, day, movedFrom, dayOffName, droppedFor, unknownYear }) => ({
        step: step.id,
        at,
        day,
        to: [...step.to],
        ...(movedFrom === undefined ? {} : { movedFrom }),
        ...(dayOffName === undefined ? {} : { dayOffName }),
        ...(droppedFor === undefined ? {} : { droppedFor }),
        ...(unknownYear === undefined ? {} : { unknownYear }),
      })),
      letters: letters.map((stored) => ({
        key: stored.letter.key,
        kind: stored.letter.kind === 'reminder' ? stored.letter.step : stored.letter.kind,
        to: stored.letter.to.email,
        state: stored.outcome.state,
        at: momentOf(stored),
        units: stored.letter.units.map(({ unit }) => unit),
      })),
    })
  })
