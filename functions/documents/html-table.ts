/*
 * A table as HTML that can be listened to: caption, repeated head, and for every figure the ids of the headings that
 * it stands under and beside (the tables have up to three levels of them, where `scope` alone does not reach). Figures
 * carry the address of their cell, as open data does.
 */
import type { TableBlock, TableCell } from '../../shared/report/document.ts'
import { startColumns } from '../../shared/report/table-grid.ts'
import { htmlText } from './html-text.ts'

interface Placed {
  readonly cell: TableCell
  readonly id: string
  readonly row: number
  readonly start: number
}

const isHeading = ({ cell }: Placed): boolean => cell.role === 'header' || (cell.role === 'note' && cell.text !== '')

/** Every place of the grid with the cell that covers it. */
const gridOf = (table: TableBlock, id: string): readonly (readonly Placed[])[] => {
  const starts = startColumns(table.rows)
  const grid: Placed[][] = table.rows.map(() => [])
  table.rows.forEach((cells, row) => {
    cells.forEach((cell, index) => {
      const start = starts[row]?.[index] ?? 0
      const placed = { cell, id: `${id}-${row}-${start}`, row, start }
      for (let down = 0; down < (cell.rowSpan ?? 1); down += 1)
        for (let right = 0; right < (cell.colSpan ?? 1); right += 1) {
          const line = grid[row + down]
          if (line) line[start + right] = placed
        }
    })
  })
  return grid
}

/** Headings over a cell: the nearest run of them above, outermost first. In table 2 each article has a run of its own. */
const headingsOver = (grid: readonly (readonly Placed[])[], { row, start }: Placed): readonly Placed[] => {
  const above = grid
    .slice(0, row)
    .map((line) => line[start])
    .filter((one) => one !== undefined)
  const last = above.findLastIndex(isHeading)
  const before = above.slice(0, last).findLastIndex((one) => !isHeading(one))
  return above.slice(before + 1, last + 1)
}

const labelsBeside = (line: readonly Placed[], { start }: Placed): readonly Placed[] =>
  line.slice(0, start).filter(({ cell }) => cell.role === 'label')

const spans = ({ colSpan, rowSpan }: TableCell): string =>
  `${colSpan === undefined ? '' : ` colspan="${colSpan}"`}${rowSpan === undefined ? '' : ` rowspan="${rowSpan}"`}`

const cellHtml = (grid: readonly (readonly Placed[])[], placed: Placed): string => {
  const { cell, id, row } = placed
  const text = htmlText(cell.text)
  switch (cell.role) {
    case 'header':
      return `<th id="${id}" scope="${(cell.colSpan ?? 1) > 1 ? 'colgroup' : 'col'}"${spans(cell)}>${text}</th>`
    case 'label':
      return `<th id="${id}" scope="${(cell.rowSpan ?? 1) > 1 ? 'rowgroup' : 'row'}"${spans(cell)}>${text}</th>`
    case 'note':
      return `<td class="note"${spans(cell)}>${text}</td>`
    case 'text':
      return `<td class="text"${spans(cell)}>${text}</td>`
    case 'number': {
      const over = headingsOver(grid, placed).filter(({ cell: one }) => one.role === 'header')
      const ids = [...new Set([...over, ...labelsBeside(grid[row] ?? [], placed)].map((one) => one.id))]
      const address = cell.cell === undefined ? '' : ` data-cell="${htmlText(cell.cell)}"`
      return `<td headers="${ids.join(' ')}"${address}${spans(cell)}>${text}</td>`
    }
  }
}

/** Many columns are set small and scroll by themselves on a phone. */
const widest = 6

/** `n`: which table of the document it is; ids are made of it. */
export const htmlTable = (table: TableBlock, n: number): string => {
  const grid = gridOf(table, `t${n}`)
  const rowHtml = (index: number): string => {
    const own = [...new Set(grid[index])].filter(({ row }) => row === index)
    return `<tr>${own.map((placed) => cellHtml(grid, placed)).join('')}</tr>`
  }
  const rows = table.rows.map((_, index) => rowHtml(index))
  const head = rows.slice(0, table.headerRows).join('\n')
  const caption = htmlText(table.caption)
  return [
    `<div class="table" role="region" aria-label="${caption}" tabindex="0">`,
    `<table${table.widths.length > widest ? ' class="wide"' : ''}><caption>${caption}</caption>`,
    ...(head === '' ? [] : [`<thead>\n${head}\n</thead>`]),
    `<tbody>\n${rows.slice(table.headerRows).join('\n')}\n</tbody></table></div>`,
  ].join('\n')
}
