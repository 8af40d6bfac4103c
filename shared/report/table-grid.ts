/* Where the cells of a table stand on its grid. Every renderer needs it: Word for widths, sheets for addresses. */
import type { TableBlock } from './document.ts'

/** The column of the grid at which each cell of each row begins; columns covered by a span from above are skipped. */
export const startColumns = (rows: TableBlock['rows']): readonly (readonly number[])[] => {
  const coveredUntil: number[] = []
  return rows.map((row, rowIndex) => {
    let column = 0
    return row.map((cell) => {
      while ((coveredUntil[column] ?? 0) > rowIndex) column += 1
      const start = column
      for (; column < start + (cell.colSpan ?? 1); column += 1) coveredUntil[column] = rowIndex + (cell.rowSpan ?? 1)
      return start
    })
  })
}
