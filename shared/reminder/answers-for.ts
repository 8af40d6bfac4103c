/* Whom a letter is for, at its delivery: people come and go while it waits (product R8). */
import type { Person, UnitId } from '../unit/unit.ts'
import type { Letter } from './letter.ts'

/**
 * The letter to its reader as they are known now, about the units that they still answer for: by a post in the unit,
 * or as coordinator of the unit that collects from it. Undefined where nothing is left, or the person is gone.
 */
export const toReader = (letter: Letter, collector: UnitId, person: Person | undefined): Letter | undefined => {
  if (person === undefined) return undefined
  const { name, email, language, posts } = person
  const to = { ...letter.to, name, email, language }
  if (letter.kind === 'test') return { ...letter, to }
  const answersFor = (unit: UnitId): boolean =>
    posts.some((post) => post.unit === unit || (post.unit === collector && post.role === 'coordinator'))
  const units = letter.units.filter(({ unit }) => answersFor(unit))
  return units.length === 0 ? undefined : { ...letter, to, units }
}
