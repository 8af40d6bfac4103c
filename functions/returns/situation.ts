/*
 * What a move of a return stands on: the stored return, its form, last year's figures, its due moment. Loaded side by
 * side; a move that another was faster than is loaded and decided again, and the core has the last word.
 */
import { setTimeout } from 'node:timers/promises'
import { type Cells, isBlank } from '../../shared/form/cells.ts'
import type { Form } from '../../shared/form/form.ts'
import { joinForms } from '../../shared/form/forms.ts'
import { openingFigures } from '../../shared/form/roll-forward.ts'
import { type Result, refuse } from '../../shared/refusal.ts'
import { stillOwes } from '../../shared/reminder/still-true.ts'
import { cellsOf, type Draft, type Mark } from '../../shared/return/merge.ts'
import { correctionOf } from '../../shared/return/moves.ts'
import { type Due, dueOf } from '../../shared/round/due.ts'
import type { Round } from '../../shared/round/round.ts'
import { collectorOf } from '../../shared/unit/collector.ts'
import type { Unit } from '../../shared/unit/unit.ts'
import type { Services } from '../services.ts'
import type { History } from '../store/history.ts'
import type { Place, ReturnWrite, StoredReturn } from '../store/returns.ts'

export interface Situation {
  readonly round: Round
  readonly unit: Unit
  readonly place: Place
  readonly form: Form
  readonly stored: StoredReturn
  /** The draft; with what last year carries over as long as nobody has typed. */
  readonly draft: Draft
  /** Nobody has typed yet: the first save writes what last year carries over as well. */
  readonly isUntouched: boolean
  readonly lastYear?: History
  readonly due: Due
}

export interface Target {
  readonly round: Round
  readonly unit: Unit
}

const carriedOver = (form: Form, round: Round, lastYear: History | undefined): Draft => {
  if (lastYear === undefined) return {}
  const mark: Omit<Mark, 'v'> = {
    n: 0,
    by: { id: 'last-year', name: String(lastYear.year) },
    at: round.opensAt,
    how: 'lastYear',
  }
  const cells: Cells = openingFigures(form, lastYear.cells)
  return Object.fromEntries(
    Object.entries(cells).flatMap(([cell, v]) => (isBlank(v) ? [] : [[cell, { ...mark, v }] as const])),
  )
}

/** The due moment that holds for the unit now: its correction's, its extension's, its level's or the round's. */
export const dueNow = (round: Round, unit: Unit, stored: Pick<StoredReturn, 'head' | 'extension'>): Due => {
  const correction = correctionOf(stored.head?.now)
  return dueOf(round, unit, {
    extension: stored.extension,
    correction: stillOwes(stored.head?.now.stage) ? correction : undefined,
  })
}

export const loadSituation = async (
  { returns }: Pick<Services, 'returns'>,
  { round, unit }: Target,
): Promise<Situation> => {
  const [stored, lastYear] = await Promise.all([
    returns.load(round.id, unit.id),
    returns.history(unit.id, round.year - 1, 'own'),
  ])
  const form = joinForms(round.forms)
  /* Also a unit that missed the closing and was reopened: it has a head, and nothing was ever typed. */
  const isUntouched = Object.keys(stored.draft).length === 0 && (stored.head?.now.revisions ?? 0) === 0
  return {
    round,
    unit,
    form,
    stored,
    place: { round: round.id, unit: unit.id, collector: stored.head?.collector ?? collectorOf(unit, round.owner) },
    draft: isUntouched ? carriedOver(form, round, lastYear) : stored.draft,
    isUntouched,
    due: dueNow(round, unit, stored),
    ...(lastYear === undefined ? {} : { lastYear }),
  }
}

export const cellsNow = (situation: Situation): Cells => cellsOf(situation.draft)

/** What a move decided: what to write (nothing, when there is nothing to change) and what to answer. */
export interface Decision<T> {
  readonly write?: ReturnWrite
  readonly answer: Result<T>
}

const tries = 8

/** Loads and tries; again when somebody else was faster, a little later each time, and never in step with them. */
export const withRetries = async <T>(
  services: Pick<Services, 'returns' | 'rounds' | 'chance'>,
  target: Target,
  attempt: (situation: Situation) => Promise<Result<T> | 'lost'>,
): Promise<Result<T>> => {
  let { round } = target
  for (let tried = 0; tried < tries; tried += 1) {
    const result = await attempt(await loadSituation(services, { ...target, round }))
    if (result !== 'lost') return result
    await setTimeout(5 * 2 ** tried * (0.5 + services.chance()))
    /* What was faster may have been the closing of the round: the core must see it. */
    round = (await services.rounds.round(round.id)) ?? round
  }
  return refuse('busy', undefined)
}

/** Loads, decides, saves; again when somebody else was faster. */
export const changeReturn = <T>(
  services: Pick<Services, 'returns' | 'rounds' | 'chance'>,
  target: Target,
  decide: (situation: Situation) => Promise<Result<Decision<T>>> | Result<Decision<T>>,
): Promise<Result<T>> =>
  withRetries(services, target, async (situation) => {
    const decided = await decide(situation)
    if (!decided.ok) return decided
    const { write, answer } = decided.value
    const isDone = write === undefined || (await services.returns.save(situation.place, situation.stored, write))
    return isDone ? answer : 'lost'
  })
