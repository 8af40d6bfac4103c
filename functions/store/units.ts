/*
 * Units as a tree, people with posts, and whose sign-in is whose. Units and people have versions, and every write is
 * on condition of the version that was read: rights taken away do not come back with an older copy of the person, and
 * two moves that cross make no loop.
 */
import type { Person, Unit, UnitId } from '../../shared/unit/unit.ts'
import { keys, prefixes } from './keys.ts'
import { commit, getItem, hasVersion, isNew, queryAll, recalled, type Table, type Write } from './table-client.ts'

/** A person as the table keeps them. */
export interface StoredPerson extends Person {
  /** Raised by every write; the condition of the next one. */
  readonly version: number
}

/** A unit as the table keeps it. */
export interface StoredUnit extends Unit {
  /** Raised by every write, also when the unit gains its first child; the condition of the next one. */
  readonly version: number
}

/** `emailTaken`: the address belongs to somebody else; `busy`: the person was changed or removed meanwhile. */
export type PersonSaved = 'saved' | 'emailTaken' | 'busy'

interface Known {
  readonly unit: UnitId
}

/** Whose sign-in it is, and under which address they were known then. */
interface Login {
  readonly person: string
  readonly email: string
}

const sameAddress = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase()

const unitsOf = ({ posts }: Pick<Person, 'posts'>): readonly UnitId[] => [...new Set(posts.map((post) => post.unit))]

/* A unit with units below it never moves, so the parent alone settles where everything above it stands. */
const parentWrite = (parent: StoredUnit): Write =>
  parent.hasBelow
    ? { check: keys.unit(parent.id), when: hasVersion(parent.version) }
    : {
        put: { ...keys.unit(parent.id), ...parent, hasBelow: true, version: parent.version + 1 },
        when: hasVersion(parent.version),
      }

export const unitStore = (table: Table) => {
  const unit = async (id: UnitId): Promise<StoredUnit | undefined> => {
    const item = await getItem(table, keys.unit(id))
    return item && recalled<StoredUnit>(item)
  }
  const below = async (id: UnitId): Promise<readonly UnitId[]> => {
    const items = await queryAll(table, keys.unit(id).pk, prefixes.below)
    return items.map((item) => recalled<Known>(item).unit)
  }
  const person = async (id: string): Promise<StoredPerson | undefined> => {
    const item = await getItem(table, keys.person(id))
    return item && recalled<StoredPerson>(item)
  }

  return {
    unit,
    /** Units by id; those that do not exist are left out. */
    units: async (ids: readonly UnitId[]): Promise<readonly StoredUnit[]> =>
      (await Promise.all(ids.map(unit))).filter((one) => one !== undefined),
    below,
    /** The units right under one, whole. */
    unitsBelow: async (id: UnitId): Promise<readonly StoredUnit[]> =>
      (await Promise.all((await below(id)).map(unit))).filter((one) => one !== undefined),

    /**
     * Puts a unit where it and its parent are still as they were read; `parentBefore` is written again when it gains
     * its first child. False when somebody else was faster.
     */
    putUnit: async (
      next: Unit,
      before: StoredUnit | undefined,
      parentBefore: StoredUnit | undefined,
    ): Promise<boolean> => {
      const moved = before !== undefined && before.parent !== next.parent && before.parent !== undefined
      const version = before?.version ?? 0
      const done = await commit(table, [
        { put: { ...keys.unit(next.id), ...next, version: version + 1 }, when: hasVersion(version) },
        ...(next.parent === undefined ? [] : [{ put: { ...keys.below(next.parent, next.id), unit: next.id } }]),
        ...(moved && before.parent !== undefined ? [{ remove: keys.below(before.parent, next.id) }] : []),
        ...(parentBefore === undefined ? [] : [parentWrite(parentBefore)]),
      ])
      return done.done
    },

    person,
    peopleOf: async (id: UnitId): Promise<readonly StoredPerson[]> =>
      (await queryAll(table, keys.unit(id).pk, prefixes.people)).map((item) => recalled<StoredPerson>(item)),

    /**
     * Whose sign-in: by subject, or by address the first time. A subject counts for as long as the person has the
     * address under which it was remembered: who takes over a record with an address of their own does not share it
     * with their predecessor.
     */
    personBySubject: async (subject: string): Promise<StoredPerson | undefined> => {
      const item = await getItem(table, keys.login(subject))
      if (item === undefined) return undefined
      const login = recalled<Login>(item)
      const known = await person(login.person)
      return known !== undefined && sameAddress(known.email, login.email) ? known : undefined
    },
    personByEmail: async (email: string): Promise<StoredPerson | undefined> => {
      const known = await getItem(table, keys.email(email))
      return known && person(recalled<{ readonly person: string }>(known).person)
    },
    rememberSubject: async (subject: string, { id, email }: Pick<Person, 'id' | 'email'>): Promise<void> => {
      await commit(table, [{ put: { ...keys.login(subject), person: id, email } }])
    },

    /** Puts a person with posts and address, where they are still as they were read. */
    putPerson: async (next: StoredPerson, before: StoredPerson | undefined): Promise<PersonSaved> => {
      const units = unitsOf(next)
      const left = before === undefined ? [] : unitsOf(before).filter((id) => !units.includes(id))
      const address =
        before !== undefined && sameAddress(before.email, next.email)
          ? []
          : [{ put: { ...keys.email(next.email), person: next.id }, when: isNew }]
      const done = await commit(table, [
        { put: { ...keys.person(next.id), ...next }, when: hasVersion(before?.version ?? 0) },
        ...address,
        ...(before === undefined || address.length === 0 ? [] : [{ remove: keys.email(before.email) }]),
        ...units.map((id) => ({ put: { ...keys.personOfUnit(id, next.id), ...next } })),
        ...left.map((id) => ({ remove: keys.personOfUnit(id, next.id) })),
      ])
      if (done.done) return 'saved'
      /* The person is the first write, the address the second: whoever lost the person asks about the address again. */
      return !done.refused.includes(0) && done.refused.includes(1) ? 'emailTaken' : 'busy'
    },
    /** Takes a person out with all posts; false when they were changed or removed meanwhile. */
    removePerson: async (person: StoredPerson): Promise<boolean> => {
      const done = await commit(table, [
        { remove: keys.person(person.id), when: hasVersion(person.version) },
        { remove: keys.email(person.email) },
        ...unitsOf(person).map((id) => ({ remove: keys.personOfUnit(id, person.id) })),
      ])
      return done.done
    },
  }
}

export type UnitStore = ReturnType<typeof unitStore>
