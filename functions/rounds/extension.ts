/* Moving the due moment of one unit (product W2): with a reason, a letter, and a ladder of its own. */
import { ok, refuse } from '../../shared/refusal.ts'
import { originalDueOf } from '../../shared/round/due.ts'
import { instant } from '../../shared/time.ts'
import { http } from '../pipeline/http.ts'
import { dueAnswer } from '../returns/answers.ts'
import { lettersTo, reportersOf } from '../returns/letters.ts'
import { dueNow, loadSituation } from '../returns/situation.ts'
import type { Services } from '../services.ts'

export const putExtension = (services: Services) =>
  http(services, 'putExtension', async ({ round, unit, body, caller, language }) => {
    const at = services.now()
    const dueAt = instant(body.dueAt)
    if (round.stage !== 'open') return refuse('roundNotOpen', { round: round.title, stage: round.stage })
    const original = originalDueOf(round, unit).dueAt
    if (dueAt <= original) return refuse('extensionTooEarly', { dueAt: original })
    if (dueAt <= at) return refuse('dueMomentPast', { dueAt })
    const [{ stored, place, due }, people] = await Promise.all([
      loadSituation(services, { round, unit }),
      reportersOf(services, unit),
    ])
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
    if (!(await services.returns.saveExtension(place, extension, letters, log))) return refuse('busy', undefined)
    return ok({ due: dueAnswer(round, dueNow(round, unit, { ...stored, extension }), at, language) })
  })

export const deleteExtension = (services: Services) =>
  http(services, 'deleteExtension', async ({ round, unit, caller, language }) => {
    const at = services.now()
    const { stored, place } = await loadSituation(services, { round, unit })
    if (stored.extension === undefined) return refuse('notFound', { what: `${unit.id} extension` })
    const log = { at, by: caller.actor, what: 'extensionTakenBack', facts: { was: stored.extension.dueAt } }
    if (!(await services.returns.saveExtension(place, undefined, [], log))) return refuse('busy', undefined)
    const { extension: _, ...without } = stored
    return ok({ due: dueAnswer(round, dueNow(round, unit, without), at, language) })
  })
