/*
 * The writes of one person, for whichever transaction they are part of: the person, their address, the units
 * of their posts with their staff, the mark for their account, the log, and that the office keeps an administrator.
 */
import type { Person, UnitId } from '../../shared/unit/unit.ts'
import { type Marker, marked } from './accounts.ts'
import { keys } from './keys.ts'
import { type LogEntry, logged } from './log.ts'
import { type Posted, staffWrites } from './staffed-units.ts'
import {
  type Condition,
  commit,
  hasVersion,
  isNew,
  queryAll,
  recalled,
  type Table,
  type Write,
} from './table-client.ts'
import type { StoredPerson } from './units.ts'

/** `emailTaken`: the address belongs to somebody else; `busy`: the person was changed or removed meanwhile. */
export type PersonSaved = 'saved' | 'emailTaken' | 'busy'

export const sameAddress = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase()

const unitsOf = (...people: readonly (Pick<Person, 'posts'> | undefined)[]): readonly UnitId[] => [
  ...new Set(people.flatMap((person) => person?.posts ?? []).map((post) => post.unit)),
]

interface WritesOfPeople {
  readonly writes: readonly Write[]
  /** Is the second write an address that somebody else may have taken? */
  readonly takesAddress: boolean
}

interface WritesOfPerson extends WritesOfPeople {
  readonly posted: Posted
}

/* More often than the people of one unit are written at a time. */
const mostTries = 6

export const isAdministrator = (person: Pick<Person, 'posts'> | undefined): boolean =>
  person?.posts.some(({ role }) => role === 'administrator') === true

const personLogged = (id: string, version: number, log: LogEntry | undefined): readonly Write[] =>
  log === undefined ? [] : [logged(keys.personLog(id, log.at, version), log)]

/** `marker` where accounts are made here: whoever's address comes or goes is marked for it. Decision 0026. */
export const personWriter = (table: Table, marker: Marker | undefined) => {
  const marksOf = (person: string, ...emails: readonly string[]): readonly Write[] =>
    marker === undefined ? [] : emails.map((email) => marked(marker, email, person))
  const administratorBeside = async (id: string): Promise<string | undefined> =>
    (await queryAll(table, keys.administrator('').pk))
      .map((item) => recalled<{ readonly person: string }>(item).person)
      .find((one) => one !== id)

  /* The office is never left without an administrator: who ceases to be one does so beside another who still is. */
  const administratorWrites = async (
    id: string,
    was: boolean,
    is: boolean,
    isReplaced: boolean,
  ): Promise<readonly Write[] | undefined> => {
    if (was === is) return []
    const key = keys.administrator(id)
    if (is) return [{ put: { ...key, person: id } }]
    if (isReplaced) return [{ remove: key }]
    const other = await administratorBeside(id)
    if (other === undefined) return undefined
    const isThere: Condition = { expression: 'attribute_exists(pk)' }
    return [{ remove: key }, { check: keys.administrator(other), when: isThere }]
  }

  /* The person is the first write, the address the second. */
  const personWrites = async (
    next: StoredPerson,
    before: StoredPerson | undefined,
    log: LogEntry | undefined,
    isReplaced = false,
  ): Promise<WritesOfPerson | undefined> => {
    const rank = await administratorWrites(next.id, isAdministrator(before), isAdministrator(next), isReplaced)
    if (rank === undefined) return undefined
    const address =
      before !== undefined && sameAddress(before.email, next.email)
        ? []
        : [{ put: { ...keys.email(next.email), person: next.id }, when: isNew }]
    const writes = [
      { put: { ...keys.person(next.id), ...next }, when: hasVersion(before?.version ?? 0) },
      ...address,
      ...(before === undefined || address.length === 0 ? [] : [{ remove: keys.email(before.email) }]),
      ...(address.length === 0 ? [] : marksOf(next.id, next.email, ...(before === undefined ? [] : [before.email]))),
      ...rank,
      ...personLogged(next.id, next.version, log),
    ]
    return { writes, posted: { id: next.id, next, units: unitsOf(before, next) }, takesAddress: address.length > 0 }
  }

  const removalWrites = async (
    person: StoredPerson,
    log: LogEntry | undefined,
    isReplaced = false,
  ): Promise<WritesOfPerson | undefined> => {
    const rank = await administratorWrites(person.id, isAdministrator(person), false, isReplaced)
    if (rank === undefined) return undefined
    const writes = [
      { remove: keys.person(person.id), when: hasVersion(person.version) },
      { remove: keys.email(person.email) },
      ...marksOf(person.id, person.email),
      ...rank,
      ...personLogged(person.id, person.version + 1, log),
    ]
    return { writes, posted: { id: person.id, next: undefined, units: unitsOf(person) }, takesAddress: false }
  }

  /** What one transaction writes for these people, the first first, with the units and their staff by then. */
  const join = async (...people: readonly (WritesOfPerson | undefined)[]): Promise<WritesOfPeople | undefined> => {
    const known = people.filter((one) => one !== undefined)
    if (known.length < people.length) return undefined
    const staff = await staffWrites(
      table,
      known.map(({ posted }) => posted),
    )
    return {
      writes: [...known.flatMap(({ writes }) => writes), ...staff],
      takesAddress: known[0]?.takesAddress === true,
    }
  }

  /**
   * Writes people. Where only a unit was written meanwhile, with whoever else is in it, all is made anew: the person
   * and the address, which alone may be lost to somebody, are the first two writes.
   */
  const saved = async (made: () => Promise<WritesOfPeople | undefined>): Promise<PersonSaved> => {
    for (let tries = 0; tries < mostTries; tries += 1) {
      const people = await made()
      if (people === undefined) return 'busy'
      const done = await commit(table, people.writes)
      if (done.done) return 'saved'
      if (done.refused.includes(0)) return 'busy'
      if (people.takesAddress && done.refused.includes(1)) return 'emailTaken'
    }
    return 'busy'
  }

  return { administratorBeside, join, personWrites, removalWrites, saved }
}
