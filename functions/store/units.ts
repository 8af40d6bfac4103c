/*
 * Units as a tree, people with posts, and whose sign-in is whose. Units and people have versions, and every write is
 * on condition of the version that was read: rights taken away do not come back with an older copy of the person, and
 * two moves that cross make no loop.
 */
import type { Person, Unit, UnitId } from '../../shared/unit/unit.ts'
import { type Marker, remembered } from './accounts.ts'
import { keys, prefixes } from './keys.ts'
import { type LogEntry, logged } from './log.ts'
import { isAdministrator, type PersonSaved, personSaved, personWriter, sameAddress } from './person-writes.ts'
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

interface Known {
  readonly unit: UnitId
}

/** Whose sign-in it is, and under which address they were known then. */
interface Login {
  readonly person: string
  readonly email: string
}

/* A unit with units below it never moves, so the parent alone settles where everything above it stands. */
const parentWrite = (parent: StoredUnit): Write =>
  parent.hasBelow
    ? { check: keys.unit(parent.id), when: hasVersion(parent.version) }
    : {
        put: { ...keys.unit(parent.id), ...parent, hasBelow: true, version: parent.version + 1 },
        when: hasVersion(parent.version),
      }

const unitWrites = (next: Unit, before: StoredUnit | undefined, log: LogEntry | undefined): readonly Write[] => {
  const moved = before !== undefined && before.parent !== next.parent && before.parent !== undefined
  const version = before?.version ?? 0
  return [
    { put: { ...keys.unit(next.id), ...next, version: version + 1 }, when: hasVersion(version) },
    ...(next.parent === undefined ? [] : [{ put: { ...keys.below(next.parent, next.id), unit: next.id } }]),
    ...(moved && before.parent !== undefined ? [{ remove: keys.below(before.parent, next.id) }] : []),
    ...(log === undefined ? [] : [logged(keys.unitLog(next.id, log.at, version + 1), log)]),
  ]
}

/** A unit as it becomes, as it was read, and who does it. */
export interface UnitPut {
  readonly next: Unit
  readonly before: StoredUnit | undefined
  readonly log: LogEntry
}

/** Units of one parent that one transaction takes: four writes each, and the parent. */
export const unitsAtOnce = 24

/** `marker` where accounts are made here: whoever's address comes or goes is marked for it. Decision 0026. */
export const unitStore = (table: Table, marker?: Marker) => {
  const { administratorBeside, personWrites, removalWrites } = personWriter(table, marker)
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
      log?: LogEntry,
    ): Promise<boolean> => {
      const done = await commit(table, [
        ...unitWrites(next, before, log),
        ...(parentBefore === undefined ? [] : [parentWrite(parentBefore)]),
      ])
      return done.done
    },

    /** Puts several units of one parent at once, `unitsAtOnce` at most; false when somebody else was faster. */
    putUnits: async (parentBefore: StoredUnit | undefined, units: readonly UnitPut[]): Promise<boolean> => {
      const done = await commit(table, [
        ...units.flatMap(({ next, before, log }) => unitWrites(next, before, log)),
        ...(parentBefore === undefined ? [] : [parentWrite(parentBefore)]),
      ])
      return done.done
    },
    /** Who changed a unit, oldest first. */
    unitLog: async (id: UnitId): Promise<readonly LogEntry[]> =>
      (await queryAll(table, keys.unit(id).pk, prefixes.log)).map((item) => recalled<LogEntry>(item)),

    person,
    /** Who changed a person, oldest first; it stays when they are removed. */
    personLog: async (id: string): Promise<readonly LogEntry[]> =>
      (await queryAll(table, keys.person(id).pk, prefixes.log)).map((item) => recalled<LogEntry>(item)),
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
    rememberSubject: async (subject: string, person: Pick<Person, 'id' | 'email'>): Promise<void> => {
      await commit(table, [remembered(subject, person)])
    },

    /** Somebody else who is an administrator, wherever; undefined where there is nobody. */
    administratorBeside,

    /** Puts a person with posts and address, where they are still as they were read. */
    putPerson: async (next: StoredPerson, before: StoredPerson | undefined, log?: LogEntry): Promise<PersonSaved> => {
      const writes = await personWrites(next, before, log)
      return writes === undefined ? 'busy' : personSaved(await commit(table, writes))
    },
    /** Takes a person out with all posts; false when they were changed or removed meanwhile. */
    removePerson: async (person: StoredPerson, log?: LogEntry): Promise<boolean> => {
      const writes = await removalWrites(person, log)
      return writes !== undefined && (await commit(table, writes)).done
    },
    /**
     * One person's posts become another's, both or neither. `from.next` is undefined where no post is left: then the
     * person is removed.
     */
    handOver: async (
      from: { readonly next: StoredPerson | undefined; readonly before: StoredPerson },
      to: { readonly next: StoredPerson; readonly before: StoredPerson | undefined },
      log: LogEntry,
    ): Promise<PersonSaved> => {
      /* Where the successor is administrator by then, nobody else need be. */
      const stays = isAdministrator(to.next)
      const received = await personWrites(to.next, to.before, log)
      const left =
        from.next === undefined
          ? await removalWrites(from.before, log, stays)
          : await personWrites(from.next, from.before, log, stays)
      return received === undefined || left === undefined
        ? 'busy'
        : personSaved(await commit(table, [...received, ...left]))
    },
  }
}

export type UnitStore = ReturnType<typeof unitStore>
