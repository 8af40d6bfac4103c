/* Units as a tree, people with posts, and whose sign-in is whose. */
import type { Person, Post, Unit, UnitId } from '../../shared/unit/unit.ts'
import { keys, prefixes } from './keys.ts'
import { commit, getItem, isNew, queryAll, recalled, type Table, type Write } from './table-client.ts'

/** A person as the table keeps them: with the subjects of their sign-in. */
export interface StoredPerson extends Person {
  readonly version: number
}

interface Known {
  readonly unit: UnitId
}

const postWrites = (person: StoredPerson): readonly Write[] =>
  [...new Set(person.posts.map((post) => post.unit))].map((unit) => ({
    put: { ...keys.personOfUnit(unit, person.id), ...person },
  }))

export const unitStore = (table: Table) => {
  const unit = async (id: UnitId): Promise<Unit | undefined> => {
    const item = await getItem(table, keys.unit(id))
    return item && recalled<Unit>(item)
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
    units: async (ids: readonly UnitId[]): Promise<readonly Unit[]> =>
      (await Promise.all(ids.map(unit))).filter((one) => one !== undefined),
    below,
    /** The units right under one, whole. */
    unitsBelow: async (id: UnitId): Promise<readonly Unit[]> =>
      (await Promise.all((await below(id)).map(unit))).filter((one) => one !== undefined),

    /** Puts a unit; `parentBefore` is written again when it gains its first child. */
    putUnit: async (next: Unit, before: Unit | undefined, parentBefore: Unit | undefined): Promise<boolean> => {
      const moved = before !== undefined && before.parent !== next.parent && before.parent !== undefined
      const done = await commit(table, [
        { put: { ...keys.unit(next.id), ...next }, ...(before === undefined ? { when: isNew } : {}) },
        ...(next.parent === undefined ? [] : [{ put: { ...keys.below(next.parent, next.id), unit: next.id } }]),
        ...(moved && before.parent !== undefined ? [{ remove: keys.below(before.parent, next.id) }] : []),
        ...(parentBefore !== undefined && !parentBefore.hasBelow
          ? [{ put: { ...keys.unit(parentBefore.id), ...parentBefore, hasBelow: true } }]
          : []),
      ])
      return done.done
    },

    person,
    peopleOf: async (id: UnitId): Promise<readonly StoredPerson[]> =>
      (await queryAll(table, keys.unit(id).pk, prefixes.people)).map((item) => recalled<StoredPerson>(item)),

    /** Whose sign-in: by subject, or by address the first time. */
    personBySubject: async (subject: string): Promise<StoredPerson | undefined> => {
      const login = await getItem(table, keys.login(subject))
      return login && person(recalled<{ readonly person: string }>(login).person)
    },
    personByEmail: async (email: string): Promise<StoredPerson | undefined> => {
      const known = await getItem(table, keys.email(email))
      return known && person(recalled<{ readonly person: string }>(known).person)
    },
    rememberSubject: async (subject: string, personId: string): Promise<void> => {
      await commit(table, [{ put: { ...keys.login(subject), person: personId } }])
    },

    /** Puts a person with posts and address; false when the address belongs to somebody else. */
    putPerson: async (next: StoredPerson, before: StoredPerson | undefined): Promise<boolean> => {
      const units = new Set(next.posts.map((post: Post) => post.unit))
      const left = [...new Set((before?.posts ?? []).map((post) => post.unit))].filter((id) => !units.has(id))
      const sameAddress = before !== undefined && before.email.toLowerCase() === next.email.toLowerCase()
      const done = await commit(table, [
        { put: { ...keys.person(next.id), ...next } },
        ...postWrites(next),
        ...left.map((id) => ({ remove: keys.personOfUnit(id, next.id) })),
        ...(sameAddress ? [] : [{ put: { ...keys.email(next.email), person: next.id }, when: isNew }]),
        ...(before !== undefined && !sameAddress ? [{ remove: keys.email(before.email) }] : []),
      ])
      return done.done
    },
    removePerson: async (person: StoredPerson): Promise<void> => {
      const units = [...new Set(person.posts.map((post) => post.unit))]
      await commit(table, [
        { remove: keys.person(person.id) },
        { remove: keys.email(person.email) },
        ...units.map((id) => ({ remove: keys.personOfUnit(id, person.id) })),
      ])
    },
  }
}

export type UnitStore = ReturnType<typeof unitStore>
