/*
 * Changing a stored round: what of the plan may change, what the API is sent of it, and what becomes of typing that a
 * colleague has overtaken. Like cells of a return: only what both changed is a question (decision 0009).
 */
import type { BodyOf, Routes } from '../../shared/api.ts'
import type { RoundDraft } from './draft.ts'

type NewBody = BodyOf<Routes['postRound']>
type ChangeBody = BodyOf<Routes['patchRound']>

const changeable = [
  'title',
  'opens',
  'due',
  'levels',
  'calendar',
  'daysOff',
  'workdays',
  'ladder',
  'statutory',
  'extraCheck',
] as const satisfies readonly (keyof RoundDraft)[]
export type Changeable = (typeof changeable)[number]

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/** What differs between two plans, of what may change. */
export const changedBetween = (before: RoundDraft, after: RoundDraft): readonly Changeable[] =>
  changeable.filter((key) => !isSame(before[key], after[key]))

/** The changed parts of a body. The calendar is one, whatever of it changed. */
export const changeBody = (version: number, changed: readonly Changeable[], body: NewBody): ChangeBody => {
  const has = (...keys: readonly Changeable[]): boolean => keys.some((key) => changed.includes(key))
  const { dueByLevel, ladder, calendar, statutory, extraChecks } = body
  return {
    version,
    ...(has('title') ? { title: body.title } : {}),
    ...(has('opens') ? { opensAt: body.opensAt } : {}),
    ...(has('due') ? { dueAt: body.dueAt } : {}),
    ...(has('levels') && dueByLevel !== undefined ? { dueByLevel } : {}),
    ...(has('calendar', 'daysOff', 'workdays') && calendar !== undefined ? { calendar } : {}),
    ...(has('ladder') && ladder !== undefined ? { ladder } : {}),
    ...(has('statutory') && statutory !== undefined ? { statutory } : {}),
    ...(has('extraCheck') && extraChecks !== undefined ? { extraChecks } : {}),
  }
}

export interface Rebased {
  readonly draft: RoundDraft
  /** Changed by them alone: taken over. */
  readonly theirs: readonly Changeable[]
  /** Changed by both, differently: mine stays until I say otherwise. */
  readonly both: readonly Changeable[]
}

/** My typing on top of what a colleague has saved since it began. */
export const rebased = (base: RoundDraft, mine: RoundDraft, current: RoundDraft): Rebased => {
  const own = changedBetween(base, mine)
  const ownParts = Object.fromEntries(own.map((key) => [key, mine[key]]))
  const others = changedBetween(base, current)
  return {
    draft: { ...current, ...ownParts },
    theirs: others.filter((key) => !own.includes(key)),
    both: others.filter((key) => own.includes(key) && !isSame(mine[key], current[key])),
  }
}
