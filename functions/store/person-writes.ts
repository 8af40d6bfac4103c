/*
 * The writes of one person, for whichever transaction they are part of: the person, their address, their copies in the
 * units of their posts, the mark for their account, the log, and that the office keeps an administrator.
 */
import type { Person, UnitId } from '../../shared/unit/unit.ts'
import { type Marker, marked } from './accounts.ts'
import { keys } from './keys.ts'
import { type LogEntry, logged } from './log.ts'
import {
  type Condition,
  type commit,
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

const unitsOf = ({ posts }: Pick<Person, 'posts'>): readonly UnitId[] => [...new Set(posts.map((post) => post.unit))]

/** What became of writes that begin with those of a person: whoever lost the person asks about the address again. */
export const personSaved = (done: Awaited<ReturnType<typeof commit>>): PersonSaved => {
  if (done.done) return 'saved'
  return !done.refused.includes(0) && done.refused.includes(1) ? 'emailTaken' : 'busy'
}

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
  ): Promise<readonly Write[] | undefined> => {
    const rank = await administratorWrites(next.id, isAdministrator(before), isAdministrator(next), isReplaced)
    if (rank === undefined) return undefined
    const units = unitsOf(next)
    const left = before === undefined ? [] : unitsOf(before).filter((id) => !units.includes(id))
    const address =
      before !== undefined && sameAddress(before.email, next.email)
        ? []
        : [{ put: { ...keys.email(next.email), person: next.id }, when: isNew }]
    return [
      { put: { ...keys.person(next.id), ...next }, when: hasVersion(before?.version ?? 0) },
      ...address,
      ...(before === undefined || address.length === 0 ? [] : [{ remove: keys.email(before.email) }]),
      ...units.map((id) => ({ put: { ...keys.personOfUnit(id, next.id), ...next } })),
      ...left.map((id) => ({ remove: keys.personOfUnit(id, next.id) })),
      ...(address.length === 0 ? [] : marksOf(next.id, next.email, ...(before === undefined ? [] : [before.email]))),
      ...rank,
      ...personLogged(next.id, next.version, log),
    ]
  }

  const removalWrites = async (
    person: StoredPerson,
    log: LogEntry | undefined,
    isReplaced = false,
  ): Promise<readonly Write[] | undefined> => {
    const rank = await administratorWrites(person.id, isAdministrator(person), false, isReplaced)
    if (rank === undefined) return undefined
    return [
      { remove: keys.person(person.id), when: hasVersion(person.version) },
      { remove: keys.email(person.email) },
      ...unitsOf(person).map((id) => ({ remove: keys.personOfUnit(id, person.id) })),
      ...marksOf(person.id, person.email),
      ...rank,
      ...personLogged(person.id, person.version + 1, log),
    ]
  }

  return { administratorBeside, personWrites, removalWrites }
}
