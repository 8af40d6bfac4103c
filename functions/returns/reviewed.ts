/* What the moves of a review write: the return in its next stage, with its figures as they count from now on. */
import { ok, type Result } from '../../shared/refusal.ts'
import type { Figures } from '../../shared/report/report.ts'
import { accept } from '../../shared/return/moves.ts'
import type { Actor, Return } from '../../shared/return/return.ts'
import type { ReturnMove } from '../../shared/return/stages.ts'
import type { Instant } from '../../shared/time.ts'
import type { LogEntry } from '../store/log.ts'
import type { DraftSummary, ReturnWrite } from '../store/returns.ts'
import { assessed, type dueAnswer, firstTimeliness, listsIn, numbersOf, summaryOf } from './answers.ts'
import { cellsNow, type Decision, type Situation } from './situation.ts'

export interface Moved {
  readonly stage: Return['stage']
  readonly version: number
  /** Of a correction, in words: whether the day is a day off is among them. */
  readonly due?: ReturnType<typeof dueAnswer>
}

const summaryNow = (situation: Situation): DraftSummary =>
  situation.stored.head?.summary ?? summaryOf(assessed(situation, cellsNow(situation)), situation.stored.reasons)

export const moved = (
  situation: Situation,
  next: Return,
  write: { readonly move: ReturnMove; readonly log: LogEntry } & Partial<Omit<ReturnWrite, 'move' | 'log' | 'head'>>,
  more: Pick<Moved, 'due'> = {},
): Result<Decision<Moved>> => {
  const { unit, collector } = situation.place
  const head = { unit, collector, now: next, summary: summaryNow(situation), lastActivityAt: write.log.at }
  return ok({
    answer: ok({ stage: next.stage, version: next.version, ...more }),
    write: { letters: [], ...write, head },
  })
}

/** The figures of the latest revision, in another state. */
export const figuresIn = (
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

/** The coordinator accepts the revision that they have read. */
export const acceptance = (situation: Situation, revision: number, by: Actor, at: Instant): Result<Decision<Moved>> => {
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
