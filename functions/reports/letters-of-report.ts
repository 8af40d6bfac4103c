/* Letters about a report, one per person: to those who lead or coordinate its unit. */
import { type Letter, type LetterKind, letterKey } from '../../shared/reminder/letter.ts'
import type { DueWhy } from '../../shared/round/due.ts'
import type { Round } from '../../shared/round/round.ts'
import type { Instant } from '../../shared/time.ts'
import type { Role, Unit, UnitId } from '../../shared/unit/unit.ts'
import type { Services } from '../services.ts'
import type { StoredPerson } from '../store/units.ts'

interface Reader {
  readonly person: StoredPerson
  readonly role: Role
}

/** Who holds one of these roles in the unit, each once, with the first of the roles that they hold. */
export const peopleOf = async (
  { units }: Pick<Services, 'units'>,
  unit: Unit,
  roles: readonly Role[],
): Promise<readonly Reader[]> =>
  (await units.peopleOf(unit.id)).flatMap((person) => {
    const role = roles.find((one) => person.posts.some((post) => post.unit === unit.id && post.role === one))
    return role === undefined ? [] : [{ person, role }]
  })

interface Occasion {
  readonly round: Round
  readonly unit: Unit
  /** Whose outbox it lies in. */
  readonly collector: UnitId
  readonly due: { readonly dueAt: Instant; readonly why: DueWhy }
  readonly at: Instant
  /** `published`, and `1`: what makes the letter this letter and no other. */
  readonly what: string
  readonly which: string
}

export const letterOfReport = ({ person, role }: Reader, occasion: Occasion, kind: LetterKind): Letter => {
  const { round, unit, collector, due, at, what, which } = occasion
  const { id, name, email, language } = person
  return {
    ...kind,
    key: letterKey({ round: round.id, parentUnit: collector, what: `${what}-${unit.id}`, which, personId: id }),
    round: round.id,
    roundTitle: round.title,
    year: round.year,
    to: { personId: id, name, email, language, role },
    units: [{ unit: unit.id, name: unit.name, dueAt: due.dueAt, dueWhy: due.why }],
    zone: round.zone,
    createdAt: at,
  }
}
