/* Letters that follow from a move of one return, one per person of the unit; written in the move's transaction. */
import { type Letter, type LetterKind, letterKey } from '../../shared/reminder/letter.ts'
import type { DueWhy } from '../../shared/round/due.ts'
import type { Round } from '../../shared/round/round.ts'
import type { Instant } from '../../shared/time.ts'
import type { Role, Unit } from '../../shared/unit/unit.ts'
import type { Services } from '../services.ts'
import type { Place } from '../store/returns.ts'
import type { StoredPerson } from '../store/units.ts'

export interface LetterOccasion {
  readonly round: Round
  readonly unit: Unit
  readonly place: Place
  readonly due: { readonly dueAt: Instant; readonly why: DueWhy }
  readonly at: Instant
  /** `receipt`, and `1`: what makes the letter this letter and no other. */
  readonly what: string
  readonly which: string
}

/** The people of a unit who answer for its returns. */
export const reportersOf = async (
  { units }: Pick<Services, 'units'>,
  unit: Unit,
  role: Role = 'reporter',
): Promise<readonly StoredPerson[]> =>
  (await units.staffOf(unit)).filter((person) =>
    person.posts.some((post) => post.unit === unit.id && post.role === role),
  )

/** The same letter to each of these people. */
export const lettersTo = (
  people: readonly StoredPerson[],
  occasion: LetterOccasion,
  kind: LetterKind,
): readonly Letter[] => {
  const { round, unit, place, due, at, what, which } = occasion
  return people.map((person) => ({
    ...kind,
    key: letterKey({
      round: round.id,
      parentUnit: place.collector,
      what: `${what}-${unit.id}`,
      which,
      personId: person.id,
    }),
    round: round.id,
    roundTitle: round.title,
    year: round.year,
    to: { personId: person.id, name: person.name, email: person.email, language: person.language, role: 'reporter' },
    units: [{ unit: unit.id, name: unit.name, dueAt: due.dueAt, dueWhy: due.why }],
    zone: round.zone,
    createdAt: at,
  }))
}
