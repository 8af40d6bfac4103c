/*
 * Moving the due moment of one unit (product W2): with a reason, a letter, and a ladder of its own. Only while the
 * round is open and the unit owes; how a submission was judged stays as it was (ReturnHistory.firstTimeliness).
 */
import { ok, type Result, refuse } from '../../shared/refusal.ts'
import { stillOwes } from '../../shared/reminder/still-true.ts'
import { originalDueOf } from '../../shared/round/due.ts'
import { bothInWords } from '../../shared/round/due-in-words.ts'
import type { Round } from '../../shared/round/round.ts'
import { instant } from '../../shared/time.ts'
import { http } from '../pipeline/http.ts'
import { dueAnswer } from '../returns/answers.ts'
import { lettersTo, reportersOf } from '../returns/letters.ts'
import { dueNow, withRetries } from '../returns/situation.ts'
import type { Services } from '../services.ts'

const whileOpen = (round: Round): Result<true> =>
  round.stage === 'open' ? ok(true as const) : refuse('roundNotOpen', { round: round.title, stage: round.stage })

export const putExtension = (services: Services) =>
  http(services, 'putExtension', async ({ round: loaded, unit, body, caller, language }) => {
    const dueAt = instant(body.dueAt)
    const people = await reportersOf(services, unit)
    return withRetries(services, { round: loaded, unit }, async ({ round, stored, place, due }) => {
      const at = services.now()
      const open = whileOpen(round)
      if (!open.ok) return open
      const original = originalDueOf(round, unit).dueAt
      if (dueAt <= original) return refuse('extensionTooEarly', { dueAt: bothInWords(original, round.zone) })
      if (dueAt <= at) return refuse('dueMomentPast', { dueAt: bothInWords(dueAt, round.zone) })
      if (!stillOwes(stored.head?.now.stage)) return refuse('alreadyHandedIn', { unit: unit.id })
      const extension = { dueAt, reason: body.reason, at, by: caller.actor }
      const occasion = {
        round,
        unit,
        place,
        due: { dueAt, why: 'extension' as const },
        at,
        what: 'extended',
        which: at.replaceAll(/[^0-9]/g, ''),
      }
      const letters = lettersTo(people, occasion, { kind: 'extended', reason: body.reason, dueBefore: due.dueAt })
      const log = { at, by: caller.actor, what: 'extended', facts: { dueAt, reason: body.reason } }
      if (!(await services.returns.saveExtension(place, stored, extension, letters, log))) return 'lost'
      return ok({ due: dueAnswer(round, dueNow(round, unit, { ...stored, extension }), at, language) })
    })
  })

export const deleteExtension = (services: Services) =>
  http(services, 'deleteExtension', async ({ round: loaded, unit, caller, language }) =>
    withRetries(services, { round: loaded, unit }, async ({ round, stored, place }) => {
      const at = services.now()
      const open = whileOpen(round)
      if (!open.ok) return open
      if (stored.extension === undefined) return refuse('notFound', { what: `${unit.id} extension` })
      const log = { at, by: caller.actor, what: 'extensionTakenBack', facts: { was: stored.extension.dueAt } }
      if (!(await services.returns.saveExtension(place, stored, undefined, [], log))) return 'lost'
      const { extension: _, ...without } = stored
      return ok({ due: dueAnswer(round, dueNow(round, unit, without), at, language) })
    }),
  )
