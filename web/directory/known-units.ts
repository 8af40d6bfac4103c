/*
 * The units in my scope, read once and kept while I go from one to the next: two thousand of them are four pages of the
 * API. What is changed here is changed in what is kept; the whole is read again when it is a minute old.
 */
import { signal } from '@preact/signals'
import type { AnswerOf, Routes } from '../../shared/api.ts'
import { ask } from '../api/collecting.ts'
import type { Problem } from '../api/problem.ts'
import { me } from '../page/me.ts'
import type { ListedUnit } from './tree.ts'

type ReadPerson = AnswerOf<Routes['listPeople']>['people'][number]

interface Known {
  /** Whose scope it is: several people may sign in at one window. */
  readonly person: string | undefined
  readonly units: readonly ListedUnit[]
  readonly readAtMs: number
}

const freshForMs = 60_000
const kept = signal<Known | undefined>(undefined)
/** Why the units could not be read. */
export const unitsProblem = signal<Problem | undefined>(undefined)
/** Units whose subordinates are shown. */
export const opened = signal<ReadonlySet<string>>(new Set())

const mine = () => me.value?.person.id

/** The units, or undefined until they are there. */
export const knownUnits = (): readonly ListedUnit[] | undefined =>
  kept.value?.person === mine() ? kept.value?.units : undefined

export const unitNamed = (id: string): ListedUnit | undefined => knownUnits()?.find((unit) => unit.id === id)

const readAll = async () => {
  const units: ListedUnit[] = []
  let after: string | undefined
  do {
    const answer = await ask('listUnits', { query: after === undefined ? {} : { after } })
    if (!answer.ok) return answer
    units.push(...answer.value.units)
    after = answer.value.after
  } while (after !== undefined)
  return { ok: true as const, value: units }
}

/** Reads the units, unless what is kept is fresh. */
export const readUnits = async (isAgain = false): Promise<void> => {
  const person = mine()
  const before = kept.peek()
  const isKept = before !== undefined && before.person === person
  if (!isAgain && isKept && Date.now() - before.readAtMs < freshForMs) return
  const answer = await readAll()
  unitsProblem.value = answer.ok ? undefined : answer.problem
  if (!answer.ok) return
  const isFirst = before?.person !== person
  kept.value = { person, units: answer.value, readAtMs: Date.now() }
  if (isFirst) {
    const ids = new Set(answer.value.map(({ id }) => id))
    opened.value = new Set(answer.value.filter(({ parent = '' }) => !ids.has(parent)).map(({ id }) => id))
  }
}

const change = (next: (units: readonly ListedUnit[]) => readonly ListedUnit[]): void => {
  const now = kept.peek()
  if (now !== undefined) kept.value = { ...now, units: next(now.units) }
}

/** A unit that was added or changed here. */
export const noteUnit = (saved: Omit<ListedUnit, 'unreachable'>): void =>
  change((units) => {
    const before = units.find(({ id }) => id === saved.id)
    const next = { ...saved, unreachable: before?.unreachable ?? true }
    const others = units
      .filter(({ id }) => id !== saved.id)
      .map((unit) => (unit.id === saved.parent ? { ...unit, hasBelow: true } : unit))
    return [...others, next]
  })

/** Has the unit, with these people, a reporter whom letters reach? As the API says it of the whole list. */
export const isReached = (unit: string, people: readonly ReadPerson[]): boolean =>
  people.some(
    ({ address, posts }) => address === 'ok' && posts.some((post) => post.unit === unit && post.role === 'reporter'),
  )

/** What the people of a unit say of it. */
export const notePeople = (unit: string, people: readonly ReadPerson[]): void => {
  const unreachable = !isReached(unit, people)
  if (unitNamed(unit)?.unreachable !== unreachable)
    change((units) => units.map((one) => (one.id === unit ? { ...one, unreachable } : one)))
}
