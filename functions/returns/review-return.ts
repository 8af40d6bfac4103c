/* What the coordinator does with a return that was handed in: accept, send back, reopen; and the unit: withdraw. */
import { fieldAt } from '../../shared/form/fields.ts'
import { type RefusalError, refuse } from '../../shared/refusal.ts'
import type { CorrectionFacts, LetterKind } from '../../shared/reminder/letter.ts'
import type { Figures } from '../../shared/report/report.ts'
import { correctionDueAt } from '../../shared/return/correction-due.ts'
import { correctionOf, reopen, reviewIn, sendBack, stageOf, withdraw } from '../../shared/return/moves.ts'
import type { CellComment, Correction } from '../../shared/return/return.ts'
import { standingDraft } from '../../shared/return/review-draft.ts'
import { instant } from '../../shared/time.ts'
import type { Language } from '../../shared/unit/unit.ts'
import { calendarOf } from '../calendars.ts'
import { http } from '../pipeline/http.ts'
import type { Services } from '../services.ts'
import type { StoredPerson } from '../store/units.ts'
import { dueAnswer, firstTimeliness } from './answers.ts'
import { lettersTo, reportersOf } from './letters.ts'
import { acceptance, figuresIn, moved } from './reviewed.ts'
import { changeReturn, type Situation } from './situation.ts'

/**
 * What is withdrawn or sent back counts no more; where an accepted revision was being corrected its figures come
 * back, as if nothing had been handed in since.
 */
const figuresBefore = async (
  { returns }: Services,
  situation: Situation,
): Promise<Figures | { readonly withdrawn: true }> => {
  const n = correctionOf(situation.stored.head?.now)?.countedRevision
  const counted = n === undefined ? undefined : await returns.revision(situation.round.id, situation.unit.id, n)
  if (counted === undefined) return { withdrawn: true }
  const { revision, receipt, by, at, cells } = counted
  return figuresIn(situation, cells, 'accepted', {
    revision,
    hash: receipt.hash,
    submittedAt: at,
    by,
    timeliness: firstTimeliness(situation, situation.stored.head?.now.firstSubmittedAt ?? at),
  })
}

const correctionFacts = ({ reason, revision, at, comments }: Correction): CorrectionFacts => ({
  reason,
  revision,
  at,
  commentCount: comments.length,
})

const correctionLetters = (situation: Situation, people: readonly StoredPerson[], correction: Correction) => {
  const { round, unit, place, stored } = situation
  const which = String(stored.head?.now.version ?? 0)
  const kind: LetterKind = { kind: correction.kind, correction: correctionFacts(correction) }
  const due = { dueAt: correction.dueAt, why: 'correction' as const }
  return lettersTo(people, { round, unit, place, due, at: correction.at, what: correction.kind, which }, kind)
}

/** Comments must point at cells of the form, or the reporter could not find what they speak of. */
export const strayComments = (
  { form }: Situation,
  comments: readonly Pick<CellComment, 'cell'>[],
): readonly RefusalError[] =>
  comments
    .filter(({ cell }) => fieldAt(form, cell) === undefined && !form.sections.some((section) => section.id === cell))
    .map(({ cell }) => ({ cell, message: { zh: '本表没有这一格。', en: 'The form has no such cell.' } }))

/** The due moment of a correction, said to who asked for it: that the day is a day off, too. */
const dueOf = (
  services: Pick<Services, 'now'>,
  { round }: Situation,
  correction: Correction | undefined,
  language: Language,
) =>
  correction === undefined
    ? {}
    : { due: dueAnswer(round, { dueAt: correction.dueAt, why: 'correction' }, services.now(), language) }

/** What the unit gets: what came with the request, or what was saved for this revision. */
const commentsToSend = ({ stored }: Situation, sent: readonly CellComment[] | undefined): readonly CellComment[] =>
  sent ?? standingDraft(stored.head?.now, stored.reviewDraft)?.comments.map(({ cell, text }) => ({ cell, text })) ?? []

export const reviewReturn = (services: Services) =>
  http(services, 'reviewReturn', async ({ round, unit, body, caller, language }) => {
    const people = body.decision === 'sendBack' ? await reportersOf(services, unit) : []
    return changeReturn(services, { round, unit }, async (situation) => {
      const at = services.now()
      if (body.decision === 'accept') return acceptance(situation, body.revision, caller.actor, at)
      const comments = commentsToSend(situation, body.comments)
      const stray = strayComments(situation, comments)
      const missingReason = body.reason === undefined
      if (missingReason || stray.length > 0) {
        const errors = [
          ...(missingReason
            ? [{ path: 'reason', message: { zh: '退回须写明原因。', en: 'Sending back needs a reason.' } }]
            : []),
          ...stray,
        ]
        return refuse('invalid', { count: errors.length }, { errors })
      }
      const dueAt =
        body.dueAt === undefined ? correctionDueAt(at, round.zone, calendarOf(round.calendar)) : instant(body.dueAt)
      const next = sendBack(
        situation.stored.head?.now,
        { revision: body.revision, reason: body.reason ?? '', comments, dueAt },
        caller.actor,
        at,
      )
      if (!next.ok) return next
      const correction = correctionOf(next.value)
      const review = reviewIn(correction)
      return moved(
        situation,
        next.value,
        {
          move: 'review',
          figures: await figuresBefore(services, situation),
          ownStepsFrom: at,
          letters: correction === undefined ? [] : correctionLetters(situation, people, correction),
          ...(review === undefined ? {} : { review }),
          log: {
            at,
            by: caller.actor,
            what: 'sentBack',
            facts: { revision: body.revision, reason: body.reason, dueAt, cells: comments.map((c) => c.cell) },
          },
        },
        dueOf(services, situation, correction, language),
      )
    })
  })

export const reopenReturn = (services: Services) =>
  http(services, 'reopenReturn', async ({ round, unit, body, caller, language }) => {
    const people = await reportersOf(services, unit)
    return changeReturn(services, { round, unit }, (situation) => {
      const at = services.now()
      const next = reopen(
        situation.stored.head?.now,
        round,
        { reason: body.reason, dueAt: instant(body.dueAt) },
        caller.actor,
        at,
      )
      if (!next.ok) return next
      const correction = correctionOf(next.value)
      return moved(
        situation,
        next.value,
        {
          move: 'reopen',
          ownStepsFrom: at,
          letters: correction === undefined ? [] : correctionLetters(situation, people, correction),
          log: {
            at,
            by: caller.actor,
            what: 'reopened',
            facts: { reason: body.reason, dueAt: instant(body.dueAt), from: stageOf(situation.stored.head?.now) },
          },
        },
        dueOf(services, situation, correction, language),
      )
    })
  })

export const withdrawReturn = (services: Services) =>
  http(services, 'withdrawReturn', async ({ round, unit, caller }) =>
    changeReturn(services, { round, unit }, async (situation) => {
      const by = caller.actorFor(unit.id)
      const next = withdraw(situation.stored.head?.now, round, by)
      if (!next.ok) return next
      const at = services.now()
      return moved(situation, next.value, {
        move: 'withdraw',
        figures: await figuresBefore(services, situation),
        ownStepsFrom: at,
        log: { at, by, what: 'withdrawn', facts: { revision: next.value.revisions } },
      })
    }),
  )
