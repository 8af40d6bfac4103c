/* Places on a sheet, counted from 1, and their names: row 4, column 28 is AB4. */

export interface Position {
  readonly row: number
  readonly column: number
}

/** `A`, `Z`, `AA` … for 1, 26, 27 … */
export const columnName = (column: number): string => {
  let name = ''
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26))
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name
  return name
}

/** `AB4`. */
export const nameOf = ({ row, column }: Position): string => `${columnName(column)}${row}`

/** The place that a name such as `AB4` or `$AB$4` stands for; undefined for anything that no sheet has. */
export const positionOf = (name: string): Position | undefined => {
  const [, letters = '', digits = ''] = /^\$?([A-Z]{1,3})\$?([1-9][0-9]{0,6})$/.exec(name) ?? []
  if (letters === '') return undefined
  let column = 0
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64
  const row = Number(digits)
  return row <= 1_048_576 && column <= 16_384 ? { row, column } : undefined
}

/** A rectangle of cells, both corners included. */
export interface Area {
  readonly from: Position
  readonly to: Position
}

export const isWithin = ({ from, to }: Area, { row, column }: Position): boolean =>
  row >= from.row && row <= to.row && column >= from.column && column <= to.column

const areaName = ({ from, to }: Area): string =>
  from.row === to.row && from.column === to.column ? nameOf(from) : `${nameOf(from)}:${nameOf(to)}`

/**
 * Names of the areas that cover exactly these cells of one sheet: runs down a column, runs of equal height side by side
 * joined. What a formula adds up stays readable: `C8:H28`, not 126 names.
 */
export const areasOf = (cells: readonly Position[]): readonly string[] => {
  const sorted = [...cells].sort((a, b) => a.column - b.column || a.row - b.row)
  const runs: { from: Position; to: Position }[] = []
  for (const cell of sorted) {
    const last = runs[runs.length - 1]
    if (last && last.to.column === cell.column && last.to.row + 1 === cell.row) last.to = cell
    else runs.push({ from: cell, to: cell })
  }
  const areas: { from: Position; to: Position }[] = []
  for (const run of runs) {
    const beside = areas.find(
      ({ from, to }) => to.column + 1 === run.from.column && from.row === run.from.row && to.row === run.to.row,
    )
    if (beside) beside.to = run.to
    else areas.push(run)
  }
  return areas.map(areaName)
}
