/* What the coordinator does with a return that was handed in: accept, send back, reopen; and the unit: withdraw. */
import { fieldAt } from '../../shared/form/fields.ts'
import { ok, type Result, refuse } from '../../shared/refusal.ts'
import type { CorrectionFacts, LetterKind } from '../../shared/reminder/letter.ts'
import type { Figures } from '../../shared/report/report.ts'
import { correctionDueAt } from '../../shared/return/correction-due.ts'
import { accept, correctionOf, reopen, sendBack, stageOf, withdraw } from '../../shared/return/moves.ts'
import type { Actor, CellComment, Correction, Return } from '../../shared/return/return.ts'
import type { ReturnMove } from '../../shared/return/stages.ts'
import { type Instant, instant } from '../../shared/time.ts'
import { calendarOf } from '../calendars.ts'
import { http } from '../pipeline/http.ts'
import type { Services } from '../services.ts'
import type { LogEntry } from '../store/log.ts'
import type { DraftSummary, ReturnWrite } from '../store/returns.ts'
import type { StoredPerson } from '../store/units.ts'
import { assessed, firstTimeliness, listsIn, numbersOf, summaryOf } from './answers.ts'
import { lettersTo, reportersOf } from './letters.ts'
import { cellsNow, changeReturn, type Decision, type Situation } from './situation.ts'

interface Moved {
  readonly stage: Return['stage']
  readonly version: number
}

const summaryNow = (situation: Situation): DraftSummary =>
  situation.stored.head?.summary ?? summaryOf(assessed(situation, cellsNow(situation)))

const moved = (
  situation: Situation,
  next: Return,
  write: { readonly move: ReturnMove; readonly log: LogEntry } & Partial<Omit<ReturnWrite, 'move' | 'log' | 'head'>>,
): Result<Decision<Moved>> => {
  const { unit, collector } = situation.place
  const head = { unit, collector, now: next, summary: summaryNow(situation), lastActivityAt: write.log.at }
  return ok({ answer: ok({ stage: next.stage, version: next.version }), write: { letters: [], ...write, head } })
}

/** The figures of the latest revision, in another state. */
const figuresIn = (
  { form, stored, unit }: Situation,
  cells: Figures['cells'],
  state: Figures['state'],
  latest: Partial<Figures>,
): Figures => ({
  unit: unit.id,
  scope: 'own',
  state,
  cells: numbersOf(form, cells),
  lists: listsIn(form, cells),
  revision: stored.head?.now.revisions ?? 0,
  hash: stored.head?.now.head ?? '',
  unitsIn: 1,
  ...latest,
})

const submittedFacts = (situation: Situation): Partial<Figures> => {
  const now = situation.stored.head?.now
  return now?.stage === 'submitted'
    ? {
        submittedAt: now.submittedAt,
        by: now.by,
        timeliness: firstTimeliness(situation, now.firstSubmittedAt ?? now.submittedAt),
      }
    : {}
}

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

const acceptance = (situation: Situation, revision: number, by: Actor, at: Instant): Result<Decision<Moved>> => {
  const { stored, round, form } = situation
  const now = stored.head?.now
  const next = accept(now, revision, by, at)
  if (!next.ok) return next
  const cells = cellsNow(situation)
  return moved(situation, next.value, {
    move: 'review',
    figures: figuresIn(situation, cells, 'accepted', submittedFacts(situation)),
    history: { year: round.year, form: form.id, cells },
    log: { at, by, what: 'accepted', facts: { revision } },
  })
}

/** Comments must point at cells of the form, or the reporter could not find what they speak of. */
const strayComments = ({ form }: Situation, comments: readonly CellComment[]): readonly CellComment[] =>
  comments.filter(
    (comment) =>
      fieldAt(form, comment.cell) === undefined && !form.sections.some((section) => section.id === comment.cell),
  )

export const reviewReturn = (services: Services) =>
  http(services, 'reviewReturn', async ({ round, unit, body, caller }) => {
    const people = body.decision === 'sendBack' ? await reportersOf(services, unit) : []
    return changeReturn(services, { round, unit }, async (situation) => {
      const at = services.now()
      if (body.decision === 'accept') return acceptance(situation, body.revision, caller.actor, at)
      const comments = body.comments ?? []
      const stray = strayComments(situation, comments)
      const missingReason = body.reason === undefined
      if (missingReason || stray.length > 0) {
        const errors = [
          ...(missingReason
            ? [{ path: 'reason', message: { zh: '退回须写明原因。', en: 'Sending back needs a reason.' } }]
            : []),
          ...stray.map(({ cell }) => ({ cell, message: { zh: '本表没有这一格。', en: 'The form has no such cell.' } })),
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
      return moved(situation, next.value, {
        move: 'review',
        figures: await figuresBefore(services, situation),
        ownStepsFrom: at,
        letters: correction === undefined ? [] : correctionLetters(situation, people, correction),
        log: {
          at,
          by: caller.actor,
          what: 'sentBack',
          facts: { revision: body.revision, reason: body.reason, dueAt, cells: comments.map((c) => c.cell) },
        },
      })
    })
  })

export const reopenReturn = (services: Services) =>
  http(services, 'reopenReturn', async ({ round, unit, body, caller }) => {
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
      return moved(situation, next.value, {
        move: 'reopen',
        ownStepsFrom: at,
        letters: correction === undefined ? [] : correctionLetters(situation, people, correction),
        log: {
          at,
          by: caller.actor,
          what: 'reopened',
          facts: { reason: body.reason, dueAt: instant(body.dueAt), from: stageOf(situation.stored.head?.now) },
        },
      })
    })
  })

export const withdrawReturn = (services: Services) =>
  http(services, 'withdrawReturn', async ({ round, unit, caller }) =>
    changeReturn(services, { round, unit }, async (situation) => {
      const next = withdraw(situation.stored.head?.now, round)
      if (!next.ok) return next
      const at = services.now()
      return moved(situation, next.value, {
        move: 'withdraw',
        figures: await figuresBefore(services, situation),
        ownStepsFrom: at,
        log: { at, by: caller.actorFor(unit.id), what: 'withdrawn', facts: { revision: next.value.revisions } },
      })
    }),
  )
