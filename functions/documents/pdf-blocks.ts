/* Blocks of a document as the data of pdf-template.ts. */
import type { Block, DocumentModel, TableBlock, TableCell } from '../../shared/report/document.ts'
import { startColumns } from '../../shared/report/table-grid.ts'
import type { Replacing } from './missing-glyphs.ts'
import { needsOwnPage, shortTable } from './own-page.ts'

/** Width of the type area: 156 mm, in points. */
const textWidth = (156 / 25.4) * 72
const smallest = 6
/* A digit of the font is a little more than half as wide as it is high. */
const digit = 0.57

const settingOf = (columns: number, language: 'zh' | 'en') => {
  if (columns <= 5) return { size: language === 'zh' ? 12 : 10.5, inset: 4, centred: true }
  return { size: language === 'zh' ? 9 : 6.5, inset: language === 'zh' ? 2 : 1.5, centred: false }
}

/** A figure that its column is too narrow for is set smaller, then broken: it never runs into its neighbour. */
export const fitted = (
  text: string,
  width: number,
  size: number,
): { readonly text: string; readonly size: number | null } => {
  const fits = (of: number): boolean => text.length * digit * of <= width
  if (fits(size) || !/^[\d.+−-]+%?$/.test(text)) return { text, size: null }
  const smaller = Math.floor((width / (text.length * digit)) * 10) / 10
  if (smaller >= smallest) return { text, size: smaller }
  const perLine = Math.max(1, Math.floor(width / (digit * smallest)))
  const lines = text.match(new RegExp(`.{1,${perLine}}`, 'g')) ?? [text]
  return { text: lines.join('\n'), size: smallest }
}

/*
 * Table 2 is a run of small tables, each under the heading of its article: set one under the other, none of them is
 * torn and no heading ends a page. From which row to which row each goes.
 */
const partsOf = ({ rows, headerRows }: TableBlock): readonly (readonly [number, number])[] => {
  const begins = rows.flatMap((row, index) => (row.length === 1 && row[0]?.role === 'header' ? [index] : []))
  const isWhole = headerRows > 0 || begins[0] !== 0
  return isWhole ? [[0, rows.length]] : begins.map((from, index) => [from, begins[index + 1] ?? rows.length])
}

const tableData = (table: TableBlock, language: 'zh' | 'en', printable: Replacing['printable']) => {
  const { size, inset, centred } = settingOf(table.widths.length, language)
  const whole = table.widths.reduce((sum, width) => sum + width, 0)
  const starts = startColumns(table.rows)
  const widthOf = (cell: TableCell, start: number): number => {
    const own = table.widths.slice(start, start + (cell.colSpan ?? 1)).reduce((sum, width) => sum + width, 0)
    return (own / whole) * textWidth - 2 * inset
  }
  return {
    kind: 'table',
    widths: table.widths,
    headerRows: table.headerRows,
    size,
    inset,
    parts: partsOf(table),
    breakable: table.rows.length > shortTable,
    rows: table.rows.map((row, down) =>
      row.map((cell, index) => ({
        ...fitted(printable(cell.text), widthOf(cell, starts[down]?.[index] ?? 0), size),
        colSpan: cell.colSpan ?? 1,
        rowSpan: cell.rowSpan ?? 1,
        left: cell.role === 'text' || (cell.role === 'label' && !centred && cell.rowSpan === undefined),
      })),
    ),
  }
}

const dataOf = (block: Block, place: string, language: 'zh' | 'en', printable: Replacing['printable']) => {
  switch (block.kind) {
    case 'title':
      return { kind: block.kind, lines: block.lines.map(printable) }
    case 'heading':
      return { kind: block.kind, level: block.level, text: printable(block.text) }
    case 'paragraph':
      return { kind: block.kind, text: printable(block.text), flush: block.flush === true }
    case 'note':
      return { kind: block.kind, text: printable(block.text), place }
    case 'table':
      return tableData(block, language, printable)
    case 'signature':
      return {
        kind: block.kind,
        unit: printable(block.unit),
        date: printable(block.date),
        lines: block.lines.map(printable),
      }
  }
}

/** The data of the template; a note on what the fonts lack stands at the end. */
export const pdfData = ({ name, language, blocks }: DocumentModel, { printable, note }: Replacing) => {
  const firstOther = blocks.findIndex((block) => block.kind !== 'title' && block.kind !== 'note')
  const data = blocks.map((block, index) => {
    const [next, afterNext] = blocks.slice(index + 1, index + 3)
    const headed = next?.kind === 'note' ? afterNext : next
    const overTable = next?.kind === 'table' ? 'overTable' : 'free'
    const ownPage = headed?.kind === 'table' && needsOwnPage(headed)
    return {
      ...dataOf(block, index < firstOther ? 'underTitle' : overTable, language, printable),
      newPage: block.kind === 'heading' && (ownPage || block.newPage === true),
    }
  })
  const lacking = note(language)
  const last = lacking === undefined ? [] : [{ kind: 'note', text: lacking, place: 'free', newPage: false }]
  return { name: printable(name), language, blocks: [...data, ...last] }
}
