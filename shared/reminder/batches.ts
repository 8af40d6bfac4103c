/*
 * Units that owe one step, and the letters about them, in batches that are written whole: the claims of the units and
 * the letters of their people are one transaction of at most 100 items. A person who answers for several units gets
 * one letter that lists them, so units that share a person stay together as far as a transaction reaches. Where they
 * are too many, the person who stands behind the most of them (the coordinator of every unit, in an overdue step) gets
 * several letters, so that everybody else still gets one.
 */
import type { UnitId } from '../unit/unit.ts'

export interface Owing<P extends { readonly id: string }> {
  readonly unit: UnitId
  readonly people: readonly P[]
}

export interface Batch<P extends { readonly id: string }> {
  readonly units: readonly UnitId[]
  readonly letters: readonly { readonly person: P; readonly units: readonly UnitId[] }[]
}

type Units<P extends { readonly id: string }> = readonly Owing<P>[]

const batchOf = <P extends { readonly id: string }>(owing: Units<P>): Batch<P> => {
  const letters = new Map<string, { person: P; units: UnitId[] }>()
  for (const { unit, people } of owing)
    for (const person of people) {
      const letter = letters.get(person.id) ?? { person, units: [] }
      letter.units.push(unit)
      letters.set(person.id, letter)
    }
  return { units: owing.map(({ unit }) => unit), letters: [...letters.values()] }
}

const sizeOf = <P extends { readonly id: string }>(owing: Units<P>): number =>
  owing.length + new Set(owing.flatMap(({ people }) => people.map(({ id }) => id))).size

/** By person, the units that they stand behind; people who get several letters anyway are left out. */
const unitsByPerson = <P extends { readonly id: string }>(
  owing: Units<P>,
  several: ReadonlySet<string>,
): ReadonlyMap<string, Units<P>> => {
  const found = new Map<string, Owing<P>[]>()
  for (const one of owing)
    for (const { id } of one.people) {
      if (several.has(id)) continue
      const units = found.get(id) ?? []
      units.push(one)
      found.set(id, units)
    }
  return found
}

/** Groups of units that share a person, directly or through others, in the order of their first unit. */
const connected = <P extends { readonly id: string }>(
  owing: Units<P>,
  byPerson: ReadonlyMap<string, Units<P>>,
): readonly Units<P>[] => {
  const seen = new Set<Owing<P>>()
  const groupFrom = (first: Owing<P>): Units<P> => {
    const group = [first]
    seen.add(first)
    /* The array grows while it is walked: each unit brings in those of its people. */
    for (const one of group)
      for (const { id } of one.people)
        for (const next of byPerson.get(id) ?? [])
          if (!seen.has(next)) {
            seen.add(next)
            group.push(next)
          }
    return group
  }
  return owing.flatMap((one) => (seen.has(one) ? [] : [groupFrom(one)]))
}

/** Groups that fit a transaction; a single unit is never divided, its claim and its letters belong together. */
const fitting = <P extends { readonly id: string }>(
  owing: Units<P>,
  limit: number,
  several: ReadonlySet<string>,
): readonly Units<P>[] => {
  const byPerson = unitsByPerson(owing, several)
  return connected(owing, byPerson).flatMap((group) => {
    if (group.length === 1 || sizeOf(group) <= limit) return [group]
    const reachOf = (id: string) => byPerson.get(id)?.length ?? 0
    const ids = group.flatMap(({ people }) => people.map(({ id }) => id)).filter((id) => !several.has(id))
    const widest = ids.reduce((best, id) => (reachOf(id) > reachOf(best) ? id : best), ids[0] ?? '')
    return fitting(group, limit, new Set([...several, widest]))
  })
}

/**
 * Batches of at most `limit` claims and letters, every unit in exactly one. A person gets one letter, unless the units
 * that hang together through shared people are more than one transaction holds. Only a unit whose own people alone are
 * more than the limit makes a larger batch. The order of the units sent in does not matter.
 */
export const batches = <P extends { readonly id: string }>(owing: Units<P>, limit: number): readonly Batch<P>[] => {
  const sorted = [...owing].sort((a, b) => (a.unit < b.unit ? -1 : 1))
  const done: Batch<P>[] = []
  let current: Units<P> = []
  for (const group of fitting(sorted, limit, new Set())) {
    if (current.length > 0 && sizeOf([...current, ...group]) > limit) {
      done.push(batchOf(current))
      current = []
    }
    current = [...current, ...group]
  }
  if (current.length > 0) done.push(batchOf(current))
  return done
}
