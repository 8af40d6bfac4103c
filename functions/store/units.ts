/*
 * Units as a tree, people with posts, and whose sign-in is whose. Units and people have versions, and every write is
 * on condition of the version that was read: rights taken away do not come back with an older copy of the person, and
 * two moves that cross make no loop.
 */

import type { Person, Unit, UnitId } from '../../shared/unit/unit.ts'
import { type Marker, remembered } from './accounts.ts'
import { getItems } from './batch-get.ts'
import { keys, prefixes } from './keys.ts'
import { type LogEntry, logged } from './log.ts'
import { isAdministrator, type PersonSaved, personWriter, sameAddress } from './person-writes.ts'
import { peopleAt, type StaffedUnit, staffedBelow, staffedOf, staffedWrites, staffOf } from './staffed-units.ts'
import { commit, getItem, hasVersion, queryAll, recalled, type Table, type Write } from './table-client.ts'

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

/** Whose sign-in it is, and under which address they were known then. */
interface Login {
  readonly person: string
  readonly email: string
}

type StaffedById = Awaited<ReturnType<typeof staffedOf>>

/* A unit with units below it never moves, so the parent alone settles where everything above it stands. */
const parentWrites = (parent: StoredUnit, staffed: StaffedById): readonly Write[] => {
  if (parent.hasBelow) return [{ check: keys.unit(parent.id), when: hasVersion(parent.version) }]
  const next = { ...parent, hasBelow: true, version: parent.version + 1 }
  return [
    { put: { ...keys.unit(parent.id), ...next }, when: hasVersion(parent.version) },
    ...staffedWrites(next, parent, staffed.get(parent.id)),
  ]
}

const unitWrites = ({ next, before, log }: UnitPut, staffed: StaffedById): readonly Write[] => {
  const version = (before?.version ?? 0) + 1
  const stored = { ...next, version }
  return [
    { put: { ...keys.unit(next.id), ...stored }, when: hasVersion(version - 1) },
    ...staffedWrites(stored, before, staffed.get(next.id)),
    ...(log === undefined ? [] : [logged(keys.unitLog(next.id, log.at, version), log)]),
  ]
}

/** A unit as it becomes, as it was read, and who does it. */
export interface UnitPut {
  readonly next: Unit
  readonly before: StoredUnit | undefined
  readonly log: LogEntry | undefined
}

/** Units of one parent that one transaction takes: four writes each, and two for the parent. */
export const unitsAtOnce = 24

/** `marker` where accounts are made here: whoever's address comes or goes is marked for it. Decision 0026. */
export const unitStore = (table: Table, marker?: Marker) => {
  const { administratorBeside, join, personWrites, removalWrites, saved } = personWriter(table, marker)
  const unit = async (id: UnitId): Promise<StoredUnit | undefined> => {
    const item = await getItem(table, keys.unit(id))
    return item && recalled<StoredUnit>(item)
  }
  const putUnits = async (parentBefore: StoredUnit | undefined, units: readonly UnitPut[]): Promise<boolean> => {
    const first = parentBefore === undefined || parentBefore.hasBelow ? [] : [parentBefore]
    const staffed = await staffedOf(table, [...units.flatMap(({ before }) => before ?? []), ...first])
    const done = await commit(table, [
      ...units.flatMap((one) => unitWrites(one, staffed)),
      ...(parentBefore === undefined ? [] : parentWrites(parentBefore, staffed)),
    ])
    return done.done
  }
  const person = async (id: string): Promise<StoredPerson | undefined> => {
    const item = await getItem(table, keys.person(id))
    return item && recalled<StoredPerson>(item)
  }
  return {
    unit,
    /** Units by id, a hundred at a time; those that do not exist are left out. */
    units: async (ids: readonly UnitId[]): Promise<readonly StoredUnit[]> =>
      (await getItems(table, ids.map(keys.unit))).map((item) => recalled<StoredUnit>(item)),
    /** The units right under one, with their people: one query, however many. */
    staffedBelow: (id: UnitId): Promise<readonly StaffedUnit[]> => staffedBelow(table, id),
    /** The same without the people. */
    unitsBelow: async (id: UnitId): Promise<readonly StoredUnit[]> =>
      (await staffedBelow(table, id)).map((staffed) => staffed.unit),

    /**
     * Puts a unit where it and its parent are still as they were read; `parentBefore` is written again when it gains
     * its first child. False when somebody else was faster.
     */
    putUnit: (
      next: Unit,
      before: StoredUnit | undefined,
      parentBefore: StoredUnit | undefined,
      log?: LogEntry,
    ): Promise<boolean> => putUnits(parentBefore, [{ next, before, log }]),
    /** Puts several units of one parent at once, `unitsAtOnce` at most; false when somebody else was faster. */
    putUnits,
    /** Who changed a unit, oldest first. */
    unitLog: async (id: UnitId): Promise<readonly LogEntry[]> =>
      (await queryAll(table, keys.unit(id).pk, prefixes.log)).map((item) => recalled<LogEntry>(item)),

    person,
    /** Who changed a person, oldest first; it stays when they are removed. */
    personLog: async (id: string): Promise<readonly LogEntry[]> =>
      (await queryAll(table, keys.person(id).pk, prefixes.log)).map((item) => recalled<LogEntry>(item)),
    peopleOf: (id: UnitId): Promise<readonly StoredPerson[]> => peopleAt(table, id),
    /** The same of a unit that has been read, at one call less. */
    staffOf: (unit: Unit): Promise<readonly StoredPerson[]> => staffOf(table, unit),

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
    rememberSubject: async (subject: string, person: Pick<Person, 'id' | 'email'>): Promise<void> => {
      await commit(table, [remembered(subject, person)])
    },

    /** Somebody else who is an administrator, wherever; undefined where there is nobody. */
    administratorBeside,

    /** Puts a person with posts and address, where they are still as they were read. */
    putPerson: (next: StoredPerson, before: StoredPerson | undefined, log?: LogEntry): Promise<PersonSaved> =>
      saved(async () => join(await personWrites(next, before, log))),
    /** Takes a person out with all posts; false when they were changed or removed meanwhile. */
    removePerson: async (person: StoredPerson, log?: LogEntry): Promise<boolean> =>
      (await saved(async () => join(await removalWrites(person, log)))) === 'saved',
    /**
     * One person's posts become another's, both or neither. `from.next` is undefined where no post is left: then the
     * person is removed.
     */
    handOver: (
      from: { readonly next: StoredPerson | undefined; readonly before: StoredPerson },
      to: { readonly next: StoredPerson; readonly before: StoredPerson | undefined },
      log: LogEntry,
    ): Promise<PersonSaved> => {
      /* Where the successor is administrator by then, nobody else need be. */
      const stays = isAdministrator(to.next)
      return saved(async () =>
        join(
          await personWrites(to.next, to.before, log),
          from.next === undefined
            ? await removalWrites(from.before, log, stays)
            : await personWrites(from.next, from.before, log, stays),
        ),
      )
    },
  }
}

export type UnitStore = ReturnType<typeof unitStore>
