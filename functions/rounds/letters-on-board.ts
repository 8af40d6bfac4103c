/*
 * What the board says of the letters to a unit: how often it was reminded, and what became of the newest letter. Only
 * letters count: a step that was claimed for a unit without people has written to nobody.
 */
import type { AnswerOf, Routes } from '../../shared/api.ts'
import type { UnitId } from '../../shared/unit/unit.ts'
import type { LetterGlance } from '../store/letter-glances.ts'

type Row = AnswerOf<Routes['getBoard']>['rows'][number]
export type OfLetters = Pick<Row, 'reminded' | 'newestLetter'>

/* Of letters posted together, to several people of a unit, the one that most needs a hand speaks for all. */
const worstFirst = ['bounced', 'complained', 'refused', 'queued', 'attempted', 'sent', 'delivered', 'superseded']
const rank = ({ state }: LetterGlance): number => worstFirst.indexOf(state)

const newestFirst = (one: LetterGlance, other: LetterGlance): number =>
  one.createdAt === other.createdAt ? rank(one) - rank(other) : one.createdAt > other.createdAt ? -1 : 1

const reminders: readonly LetterGlance['kind'][] = ['opening', 'reminder', 'byHand']

/* Written, and neither overtaken nor refused: however many people got it, the unit was reminded once. */
const reminded = (letters: readonly LetterGlance[]): Row['reminded'] => {
  const moments = letters
    .filter(({ kind, state }) => reminders.includes(kind) && state !== 'superseded' && state !== 'refused')
    .map(({ createdAt }) => createdAt)
  const lastAt = moments.toSorted().at(-1)
  return { times: new Set(moments).size, ...(lastAt === undefined ? {} : { lastAt }) }
}

/** Letters by the unit that they are about; those that only tell the coordinators of their work are left out. */
export const byUnit = (letters: readonly LetterGlance[]): ReadonlyMap<UnitId, readonly LetterGlance[]> =>
  Map.groupBy(
    letters
      .filter(({ kind }) => kind !== 'digest' && kind !== 'test' && kind !== 'published')
      .flatMap((letter) => letter.units.map((unit) => ({ ...letter, units: [unit] }))),
    ({ units: [unit = ''] }) => unit,
  )

/** Of a unit's letters, those to its own people: for a middle unit its coordinators, else its reporters. */
export const ofLetters = (letters: readonly LetterGlance[] = [], collects: boolean): OfLetters => {
  const own = letters.filter(({ role }) => collects || role === 'reporter').toSorted(newestFirst)
  const [newest] = own
  return {
    reminded: reminded(own),
    ...(newest === undefined ? {} : { newestLetter: { kind: newest.kind, state: newest.state, at: newest.createdAt } }),
  }
}
