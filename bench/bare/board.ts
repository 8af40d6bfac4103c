/* The units under a collector and the board, side by side. */
import { get, query, type Table } from './table.ts'

export const unitsAndBoard = async (table: Table, roundId: string, unitId: string) => {
  const below = async () => {
    const known = await query(table, `UNIT#${unitId}`, 'BELOW#')
    const units = await Promise.all(known.map((item) => get(table, `UNIT#${item['unit']}`)))
    return units.filter((unit) => unit !== undefined)
  }
  const [units, rows] = await Promise.all([below(), query(table, `BOARD#${roundId}#${unitId}`)])
  return { units, rows: rows.filter((row) => row['kind'] === 'status') }
}
