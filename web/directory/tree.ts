/* The units in my scope as a tree: which rows are seen, and which a search finds. */
import type { AnswerOf, Routes } from '../../shared/api.ts'

export type ListedUnit = AnswerOf<Routes['listUnits']>['units'][number]

export interface Row {
  readonly unit: ListedUnit
  /** From 1, seen from the top of my scope. */
  readonly level: number
  /** Place among its siblings, from 1, and how many there are. */
  readonly place: number
  readonly siblings: number
  /** Undefined: nothing stands below it. */
  readonly isOpen: boolean | undefined
}

export interface Tree {
  readonly tops: readonly ListedUnit[]
  readonly below: ReadonlyMap<string, readonly ListedUnit[]>
}

const byCode = (one: ListedUnit, other: ListedUnit): number => (one.id < other.id ? -1 : 1)

/** Units by the unit above them; whose is not among them stand on top. */
export const treeOf = (units: readonly ListedUnit[]): Tree => {
  const known = new Set(units.map(({ id }) => id))
  const below = new Map<string, ListedUnit[]>()
  const tops: ListedUnit[] = []
  for (const unit of [...units].sort(byCode)) {
    const { parent } = unit
    if (parent === undefined || !known.has(parent)) tops.push(unit)
    else {
      const siblings = below.get(parent) ?? []
      siblings.push(unit)
      below.set(parent, siblings)
    }
  }
  return { tops, below }
}

/** The rows that are seen when these units are open, from top to bottom. */
export const rowsOf = ({ tops, below }: Tree, open: ReadonlySet<string>): readonly Row[] => {
  const rows: Row[] = []
  const add = (units: readonly ListedUnit[], level: number): void => {
    for (const [i, unit] of units.entries()) {
      const own = below.get(unit.id)
      const isOpen = own === undefined ? undefined : open.has(unit.id)
      rows.push({ unit, level, place: i + 1, siblings: units.length, isOpen })
      if (own !== undefined && isOpen === true) add(own, level + 1)
    }
  }
  add(tops, 1)
  return rows
}

/** Units whose name, short name or code holds what was typed, in capitals or not. */
export const foundIn = (units: readonly ListedUnit[], typed: string): readonly ListedUnit[] => {
  const wanted = typed.trim().toLowerCase()
  return units
    .filter(({ id, name, shortName }) =>
      [id, name.zh, name.en, shortName.zh, shortName.en].some((text) => text.toLowerCase().includes(wanted)),
    )
    .sort(byCode)
}

/** Where a key leads in the rows, and what it opens or closes. */
export const keyed = (
  rows: readonly Row[],
  at: string,
  key: string,
): { readonly to?: string; readonly open?: string; readonly close?: string } | undefined => {
  const index = rows.findIndex(({ unit }) => unit.id === at)
  const row = rows[index]
  const toRow = (n: number) => {
    const unit = rows[Math.min(Math.max(n, 0), rows.length - 1)]?.unit
    return unit === undefined ? {} : { to: unit.id }
  }
  if (key === 'Home') return toRow(0)
  if (key === 'End') return toRow(rows.length - 1)
  if (row === undefined) return undefined
  if (key === 'ArrowDown') return toRow(index + 1)
  if (key === 'ArrowUp') return toRow(index - 1)
  if (key === 'ArrowRight') return row.isOpen === false ? { open: at } : row.isOpen === true ? toRow(index + 1) : {}
  if (key !== 'ArrowLeft') return undefined
  if (row.isOpen === true) return { close: at }
  const { parent } = row.unit
  return rows.some(({ unit }) => unit.id === parent) && parent !== undefined ? { to: parent } : {}
}
