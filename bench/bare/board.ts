/* The units under a collector with their people, and the board, side by side. */
import { get, query, type Table } from './table.ts'

export const unitsAndBoard = async (table: Table, roundId: string, unitId: string) => {
  const [below, rows] = await Promise.all([
    query(table, `UNIT#${unitId}`, 'BELOW#'),
    query(table, `BOARD#${roundId}#${unitId}`),
  ])
  return {
    units: below.map((item) => item['unit']),
    people: below.map((item) => item['people']),
    rows: rows.filter((row) => row['kind'] === 'status'),
  }
}

/** The people of a unit that has been read. */
export const peopleOf = async (table: Table, parent: string | undefined, unitId: string) => {
  const item = await get(table, parent === undefined ? 'ROOTS' : `UNIT#${parent}`, `BELOW#${unitId}`)
  return item?.['people'] ?? []
}
