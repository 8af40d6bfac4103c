/*
 * Comments saved before a review is sent. They lie beside the return in an item of their own, which no answer to the
 * unit is made of; its log says nothing of them either. The review or the withdrawal takes them away (store/returns.ts).
 */
import { ok, type RefusalError, type Result, refuse } from '../../shared/refusal.ts'
import { reviewable } from '../../shared/return/moves.ts'
import { mergeComments, type ReviewDraft, type SentComments, standingDraft } from '../../shared/return/review-draft.ts'
import { http } from '../pipeline/http.ts'
import type { Services } from '../services.ts'
import { strayComments } from './review-return.ts'
import { draftAnswer } from './reviewing.ts'
import { type Situation, withRetries } from './situation.ts'

/* As many as one request may bring: they lie in one item, and go into the head of the return. */
const mostComments = 200
const mostCharacters = 20_000

const tooMany = (comments: ReviewDraft['comments']): readonly RefusalError[] =>
  comments.length <= mostComments && comments.reduce((sum, { text }) => sum + text.length, 0) <= mostCharacters
    ? []
    : [
        {
          path: 'comments',
          message: {
            zh: `连同其他审核人的意见，合计不能超过 ${mostComments} 条、${mostCharacters} 字。`,
            en: `With those of your colleagues there are ${mostComments} comments and ${mostCharacters} characters at most.`,
          },
        },
      ]

type Answer = { reviewDraft: ReturnType<typeof draftAnswer> }

const decided = (
  situation: Situation,
  sent: SentComments & { readonly revision: number },
  by: ReviewDraft['by'],
  at: ReviewDraft['at'],
): Result<ReviewDraft> => {
  const { stored } = situation
  const now = stored.head?.now
  const current = reviewable(now, sent.revision)
  if (!current.ok) return current
  const before = standingDraft(now, stored.reviewDraft)
  const version = before?.version ?? 0
  if (sent.base > version) return refuse('unknownVersion', { base: sent.base, version })
  const { comments, conflicts } = mergeComments(before, sent, by, at)
  if (conflicts.length > 0 && before !== undefined)
    return refuse(
      'outdated',
      { sent: sent.base, current: version },
      { facts: { conflicts, reviewDraft: draftAnswer(before) } },
    )
  const errors = [...strayComments(situation, sent.comments), ...tooMany(comments)]
  if (errors.length > 0) return refuse('invalid', { count: errors.length }, { errors })
  return ok({ revision: sent.revision, version: version + 1, comments, by, at })
}

export const putReviewDraft = (services: Services) =>
  http(services, 'putReviewDraft', async ({ round, unit, body, caller }) =>
    withRetries<Answer>(services, { round, unit }, async (situation) => {
      const { place, stored } = situation
      const draft = decided(situation, body, caller.actor, services.now())
      if (!draft.ok) return draft
      const head = { version: stored.head?.now.version ?? 0 }
      const saved = await services.returns.saveReviewDraft(place, head, stored.reviewDraft, draft.value)
      return saved ? ok({ reviewDraft: draftAnswer(draft.value) }) : 'lost'
    }),
  )
