/* Whom a step writes to: people of the unit that owes, and for `coordinator` those of the unit above. */
import type { Role, Unit, UnitId } from '../../shared/unit/unit.ts'
import type { Services } from '../services.ts'
import type { StoredPerson } from '../store/units.ts'

/** Remembers people per unit for one run: coordinators of one office stand behind every unit below it. */
export const peopleBook = ({ units }: Pick<Services, 'units'>) => {
  const known = new Map<UnitId, Promise<readonly StoredPerson[]>>()
  const of = (unit: UnitId): Promise<readonly StoredPerson[]> => {
    const found = known.get(unit) ?? units.peopleOf(unit)
    known.set(unit, found)
    return found
  }
  const holding = async (unit: UnitId, role: Role) =>
    (await of(unit)).filter((person) => person.posts.some((post) => post.unit === unit && post.role === role))

  /** People of a unit in these roles; the coordinators are those of the unit that collects from it. */
  return async (unit: Unit, collector: UnitId, roles: readonly Role[]): Promise<readonly StoredPerson[]> => {
    const found = await Promise.all(roles.map((role) => holding(role === 'coordinator' ? collector : unit.id, role)))
    return [...new Map(found.flat().map((person) => [person.id, person])).values()]
  }
}

export type PeopleBook = ReturnType<typeof peopleBook>
