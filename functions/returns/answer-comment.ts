/* The unit says something to a comment: kept with the correction, and with the review of the revision for good. */
import { ok, refuse } from '../../shared/refusal.ts'
import { answerComment as answering, correctionOf, reviewIn } from '../../shared/return/moves.ts'
import { http } from '../pipeline/http.ts'
import type { Services } from '../services.ts'
import { changeReturn } from './situation.ts'

/* Answers lie beside the comments in the head of the return, which is one item: as long as those, all together. */
const mostCharacters = 20_000

export const answerComment = (services: Services) =>
  http(services, 'answerComment', async ({ round, unit, body, caller }) => {
    const by = caller.actorFor(unit.id)
    return changeReturn(services, { round, unit }, (situation) => {
      const { stored, place, round: current } = situation
      const at = services.now()
      const next = answering(stored.head?.now, current, body.cell, { text: body.text, by, at })
      if (!next.ok) return next
      const correction = correctionOf(next.value)
      const comments = correction?.comments ?? []
      if (comments.reduce((sum, { answer }) => sum + (answer?.text.length ?? 0), 0) > mostCharacters) {
        const message = {
          zh: `答复合计不能超过 ${mostCharacters} 字。`,
          en: `Answers have ${mostCharacters} characters in all, at most.`,
        }
        return refuse('invalid', { count: 1 }, { errors: [{ path: 'text', cell: body.cell, message }] })
      }
      const review = reviewIn(correction)
      const summary = stored.head?.summary ?? { filled: 0, total: 0, failedChecks: 0, blanks: {} }
      return ok({
        answer: ok({ version: next.value.version, comments: comments.map((comment) => ({ ...comment })) }),
        write: {
          move: 'answer',
          head: { unit: place.unit, collector: place.collector, now: next.value, summary, lastActivityAt: at },
          letters: [],
          ...(review === undefined ? {} : { review }),
          log: { at, by, what: 'commentAnswered', facts: { cell: body.cell } },
        },
      })
    })
  })
