/*
 * The units in my scope, read once and kept while I go from one to the next: two thousand of them are four pages of the
 * API. What is changed here is changed in what is kept; the whole is read again when it is a minute old.
 */
import { signal } from '@preact/signals'
import type { AnswerOf, Routes } from '../../shared/api.ts'
import type { Answered } from '../api/client.ts'
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
  /** False while levels are still being read. */
  readonly isWhole: boolean
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

/** Is there nothing more to come? */
export const isWhole = (): boolean => kept.value?.isWhole === true

export const unitNamed = (id: string): ListedUnit | undefined => knownUnits()?.find((unit) => unit.id === id)

const readUnder = async (under?: string): Promise<Answered<readonly ListedUnit[]>> => {
  const units: ListedUnit[] = []
  let after: string | undefined
  do {
    const query = { ...(under === undefined ? {} : { under }), ...(after === undefined ? {} : { after }) }
    const answer = await ask('listUnits', { query })
    if (!answer.ok) return answer
    units.push(...answer.value.units)
    after = answer.value.after
  } while (after !== undefined)
  return { ok: true, value: units }
}

const topsOf = (units: readonly ListedUnit[]): ReadonlySet<string> => {
  const ids = new Set(units.map(({ id }) => id))
  return new Set(units.filter(({ parent = '' }) => !ids.has(parent)).map(({ id }) => id))
}

/* Browsers send no more at once. */
const atOnce = 6

/** Reads level by level, for the API tells of a unit and those right below it; `tell` hears of each step. */
const readAll = async (tell: (units: readonly ListedUnit[]) => void): Promise<Answered<readonly ListedUnit[]>> => {
  const first = await readUnder()
  if (!first.ok) return first
  const all = new Map(first.value.map((unit) => [unit.id, unit]))
  const asked = new Set(topsOf(first.value))
  for (;;) {
    const next = [...all.values()].filter(({ id, hasBelow }) => hasBelow && !asked.has(id)).slice(0, atOnce)
    if (next.length === 0) return { ok: true, value: [...all.values()] }
    tell([...all.values()])
    const answers = await Promise.all(next.map(({ id }) => readUnder(id)))
    for (const { id } of next) asked.add(id)
    for (const answer of answers) {
      if (!answer.ok) return answer
      for (const unit of answer.value) all.set(unit.id, unit)
    }
  }
}

/** Reads the units, unless what is kept is fresh. What was there stays until the whole is. */
export const readUnits = async (isAgain = false): Promise<void> => {
  const person = mine()
  const before = kept.peek()
  const isMine = before !== undefined && before.person === person
  if (!isAgain && isMine && (!before.isWhole || Date.now() - before.readAtMs < freshForMs)) return
  const keep = (units: readonly ListedUnit[], isWhole: boolean): void => {
    kept.value = { person, units, readAtMs: Date.now(), isWhole }
  }
  const answer = await readAll((units) => {
    if (isMine) return
    if (kept.peek()?.person !== person) opened.value = topsOf(units)
    keep(units, false)
  })
  unitsProblem.value = answer.ok ? undefined : answer.problem
  if (!answer.ok) {
    /* A part would be taken for the whole. */
    if (!isMine) kept.value = undefined
    return
  }
  if (kept.peek()?.person !== person) opened.value = topsOf(answer.value)
  keep(answer.value, true)
}

/** Opens what stands above a unit, so that its row is seen. */
export const reveal = (id: string | undefined): void => {
  const above = id === undefined ? [] : (unitNamed(id)?.path.slice(0, -1) ?? [])
  if (above.some((one) => !opened.peek().has(one))) opened.value = new Set([...opened.peek(), ...above])
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
