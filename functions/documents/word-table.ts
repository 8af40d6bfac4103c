/*
 * Tables with exact grids: fixed layout, real merged cells, heading rows that repeat on the next page, rows that are
 * never split. Portrait throughout; many columns get small type and narrow margins, as the published pages have it.
 * What all cells of a table share is said once, in their style: there are hundreds of them.
 */
import {
  AlignmentType,
  HeightRule,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import type { TableCell as Cell, TableBlock } from '../../shared/report/document.ts'
import { startColumns } from '../../shared/report/table-grid.ts'
import { shortTable } from './own-page.ts'
import { type CellSize, mm, size, textWidth } from './word-measures.ts'
import { runsOf } from './word-paragraphs.ts'
import { cellStyle } from './word-styles.ts'

interface Setting {
  /** Half-points. */
  readonly size: CellSize
  readonly rowHeight: number
  /** Left and right of the text. */
  readonly margin: number
  /** Are row labels centred? Beside wide tables they are read from the left. */
  readonly centred: boolean
}

const settingOf = (columns: number, language: 'zh' | 'en'): Setting => {
  if (columns <= 5)
    return { size: language === 'zh' ? size.small4 : size.no5, rowHeight: mm(9.5), margin: mm(1.5), centred: true }
  return {
    size: language === 'zh' ? size.small5 : size.small6,
    rowHeight: mm(6.1),
    margin: mm(language === 'zh' ? 1 : 0.6),
    centred: false,
  }
}

/** Column widths in twips that add up to the width of the type area exactly. */
export const columnWidths = (relative: readonly number[]): readonly number[] => {
  const whole = relative.reduce((sum, width) => sum + width, 0)
  let reached = 0
  let used = 0
  return relative.map((width) => {
    reached += width
    const edge = Math.round((reached / whole) * textWidth)
    const own = edge - used
    used = edge
    return own
  })
}

const isReadFromLeft = (cell: Cell, setting: Setting): boolean =>
  cell.role === 'text' || (cell.role === 'label' && !setting.centred && cell.rowSpan === undefined)

const isHeading = (row: readonly Cell[]): boolean => row.every((cell) => cell.role === 'header')

/** One table of the document. */
export const wordTable = (block: TableBlock, language: 'zh' | 'en'): Table => {
  const setting = settingOf(block.widths.length, language)
  const widths = columnWidths(block.widths)
  const starts = startColumns(block.rows)
  const isShort = block.rows.length <= shortTable
  const hasBlocks = block.rows.slice(block.headerRows).some(isHeading)
  const cellOf = (cell: Cell, start: number, keepNext: boolean): TableCell => {
    const span = cell.colSpan ?? 1
    const width = widths.slice(start, start + span).reduce((sum, own) => sum + own, 0)
    return new TableCell({
      width: { size: width, type: WidthType.DXA },
      ...(cell.colSpan === undefined ? {} : { columnSpan: cell.colSpan }),
      ...(cell.rowSpan === undefined ? {} : { rowSpan: cell.rowSpan }),
      verticalAlign: VerticalAlignTable.CENTER,
      children: [
        new Paragraph({
          style: cellStyle(setting.size),
          ...(isReadFromLeft(cell, setting) ? { alignment: AlignmentType.LEFT } : {}),
          ...(keepNext ? { keepNext } : {}),
          children: runsOf(cell.text),
        }),
      ],
    })
  }
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: widths,
    alignment: AlignmentType.CENTER,
    margins: { left: setting.margin, right: setting.margin, top: mm(0.4), bottom: mm(0.4) },
    rows: block.rows.map((row, rowIndex) => {
      const isLast = rowIndex === block.rows.length - 1
      // A heading never ends a page without a row under it; a short table, or a block of table 2, is not torn.
      const endsBlock = isHeading(block.rows[rowIndex + 1] ?? [])
      const keepNext = !isLast && (isShort || isHeading(row) || (hasBlocks && !endsBlock))
      return new TableRow({
        cantSplit: true,
        ...(rowIndex < block.headerRows ? { tableHeader: true } : {}),
        height: { value: setting.rowHeight, rule: HeightRule.ATLEAST },
        children: row.map((cell, index) => cellOf(cell, starts[rowIndex]?.[index] ?? 0, keepNext)),
      })
    }),
  })
}
