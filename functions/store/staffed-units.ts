/*
 * A unit with its staff: the unit whole and the people who hold posts in it, in one item that lies in the partition of
 * the parent. So a board and a list of units are one query, however many units there are. Every unit has just one. Who
 * writes a unit or its people writes this too, on condition of its version: there a unit that moves and a person who
 * comes to it at the same moment meet. Decision 0032.
 */

import type { UnitId } from '../../shared/unit/unit.ts'
import { getItems } from './batch-get.ts'
import { keys, prefixes } from './keys.ts'
import { getItem, hasVersion, type Item, isNew, queryAll, recalled, type Table, type Write } from './table-client.ts'
import type { StoredPerson, StoredUnit } from './units.ts'

export interface StaffedUnit {
  readonly unit: StoredUnit
  /** By id. */
  readonly people: readonly StoredPerson[]
}

interface StoredStaffed extends StaffedUnit {
  readonly version: number
}

const staffedIn = (item: Item): StoredStaffed => recalled<StoredStaffed>(item)

const byId = (one: StoredPerson, other: StoredPerson): number => (one.id < other.id ? -1 : 1)

const itemOf = (next: StaffedUnit, before: StoredStaffed | undefined) => ({
  ...keys.staffed(next.unit.parent, next.unit.id),
  ...next,
  version: (before?.version ?? 0) + 1,
})
const isAsRead = (before: StoredStaffed | undefined) => hasVersion(before?.version ?? 0)

/** Units, as they were read, with their staff; by unit. */
export const staffedOf = async (
  table: Table,
  units: readonly StoredUnit[],
): Promise<ReadonlyMap<UnitId, StoredStaffed>> => {
  const items = await getItems(
    table,
    units.map(({ id, parent }) => keys.staffed(parent, id)),
  )
  return new Map(items.map(staffedIn).map((staffed) => [staffed.unit.id, staffed]))
}

/** A written unit has the staff that it had, under its parent of now. */
export const staffedWrites = (
  next: StoredUnit,
  before: StoredUnit | undefined,
  now: StoredStaffed | undefined,
): readonly Write[] => {
  const put = itemOf({ unit: next, people: now?.people ?? [] }, now)
  if (before === undefined || before.parent === next.parent) return [{ put, when: isAsRead(now) }]
  return [
    { put, when: isNew },
    { remove: keys.staffed(before.parent, next.id), when: isAsRead(now) },
  ]
}

/** Somebody as they become, undefined where they go, and the units that they are in, before or after. */
export interface Posted {
  readonly id: string
  readonly next: StoredPerson | undefined
  readonly units: readonly UnitId[]
}

/** The units that these people come to, leave or stay in, with the staff they have by then. */
export const staffWrites = async (table: Table, changes: readonly Posted[]): Promise<readonly Write[]> => {
  const ids = [...new Set(changes.flatMap(({ units }) => units))]
  const units = (await getItems(table, ids.map(keys.unit))).map((item) => recalled<StoredUnit>(item))
  const staffed = await staffedOf(table, units)
  const gone = new Set(changes.map(({ id }) => id))
  return units.flatMap((unit): readonly Write[] => {
    const now = staffed.get(unit.id)
    const stay = (now?.people ?? []).filter(({ id }) => !gone.has(id))
    const come = changes.flatMap(({ next }) => (next?.posts.some((post) => post.unit === unit.id) ? [next] : []))
    return [
      { put: itemOf({ unit: now?.unit ?? unit, people: [...stay, ...come].sort(byId) }, now), when: isAsRead(now) },
      /* Not there: the unit was moved since it was read, and stands elsewhere. */
      ...(now === undefined ? [{ check: keys.unit(unit.id), when: hasVersion(unit.version) }] : []),
    ]
  })
}

/** The units right under one, with their people: one query. */
export const staffedBelow = async (table: Table, parent: UnitId): Promise<readonly StaffedUnit[]> =>
  (await queryAll(table, keys.staffed(parent, '').pk, prefixes.staffed)).map(staffedIn)

/** The people of a unit. Looked for again where the unit was moved in between. */
export const peopleAt = async (table: Table, id: UnitId): Promise<readonly StoredPerson[]> => {
  for (let looks = 0; looks < 3; looks += 1) {
    const item = await getItem(table, keys.unit(id))
    if (item === undefined) return []
    const staffed = await getItem(table, keys.staffed(recalled<StoredUnit>(item).parent, id))
    if (staffed !== undefined) return staffedIn(staffed).people
  }
  return []
}

/** The people of a unit that has been read: one get, unless it was moved since. */
export const staffOf = async (
  table: Table,
  { id, parent }: Pick<StoredUnit, 'id' | 'parent'>,
): Promise<readonly StoredPerson[]> => {
  const item = await getItem(table, keys.staffed(parent, id))
  return item === undefined ? peopleAt(table, id) : staffedIn(item).people
}
