/* What the API tells of reminders and letters, and the names of the units in it. */
import type { AnswerOf, Routes } from '../../shared/api.ts'
import { language } from '../language.ts'

export type Ahead = AnswerOf<Routes['getReminders']>
export type PlannedStep = Ahead['plan'][number]
export type LoggedLetter = Ahead['letters'][number]

export interface Names {
  readonly of: (unit: string) => string
  readonly join: (units: readonly string[]) => string
}

/** Names in the language in use; a unit without one goes by its id. */
export const namesIn = (units: Ahead['units']): Names => {
  const known = new Map(units.map(({ unit, name }) => [unit, name[language.value]]))
  const of = (unit: string) => known.get(unit) ?? unit
  return { of, join: (all) => all.map(of).join(language.value === 'zh' ? '、' : ', ') }
}
