/* A document as a workbook: each printed table a sheet, with its merged headings; the text on a sheet of its own. */
import type { Worksheet } from 'exceljs'
import Workbook from 'exceljs/lib/doc/workbook.js'
import type { Block, DocumentModel, TableBlock, TableCell } from '../../shared/report/document.ts'
import { startColumns } from '../../shared/report/table-grid.ts'
import type { Language } from '../../shared/unit/unit.ts'
import { addPage, closePage, lookOf, writeText } from './sheet-page.ts'

const headRow = 3
const pageWidth = 90

const lookOfCell = ({ role }: TableCell, language: Language) => {
  const style = lookOf(role === 'header' || role === 'label' ? 'heading' : 'input', language)
  return role === 'number' ? { ...style, alignment: { ...style.alignment, horizontal: 'center' as const } } : style
}

/* 不适用, 增5 and 95.4% are texts; 007 would be too. */
const isPlainNumber = (text: string): boolean => /^-?(0|[1-9]\d{0,14})(\.\d+)?$/.test(text) && text.length <= 16

const writeCell = (sheet: Worksheet, row: number, column: number, cell: TableCell, language: Language): void => {
  const written = sheet.getCell(row, column)
  const style = lookOfCell(cell, language)
  if (cell.role === 'number' && isPlainNumber(cell.text)) {
    const decimals = cell.text.split('.')[1]?.length ?? 0
    written.value = Number(cell.text)
    written.style = { ...style, numFmt: decimals === 0 ? '0' : `0.${'0'.repeat(decimals)}` }
  } else writeText(written, cell.text, style)
  const [down, right] = [cell.rowSpan ?? 1, cell.colSpan ?? 1]
  if (down > 1 || right > 1) sheet.mergeCells(row, column, row + down - 1, column + right - 1)
}

const addTable = (
  workbook: Workbook,
  table: TableBlock,
  of: { title: string; note: string; language: Language },
): void => {
  const { language } = of
  const last = headRow + Math.max(1, table.headerRows) - 1
  const sheet = addPage(workbook, {
    ...of,
    name: table.caption,
    title: `${of.title}　${table.caption}`,
    frozen: { columns: 0, rows: last },
    headRows: [headRow, last],
    landscape: table.widths.length > 6,
  })
  const whole = table.widths.reduce((sum, width) => sum + width, 0)
  table.widths.forEach((width, index) => {
    sheet.getColumn(index + 1).width = Math.max(8, (width / whole) * pageWidth)
  })
  const starts = startColumns(table.rows)
  table.rows.forEach((cells, row) => {
    cells.forEach((cell, index) => {
      writeCell(sheet, headRow + row, (starts[row]?.[index] ?? 0) + 1, cell, language)
    })
  })
  closePage(sheet, headRow + table.rows.length - 1, table.widths.length)
}

const linesOf = (block: Block): readonly string[] => {
  switch (block.kind) {
    case 'title':
      return block.lines
    case 'heading':
    case 'paragraph':
    case 'note':
      return [block.text]
    case 'table':
      return []
    case 'signature':
      return [...block.lines, block.unit, block.date]
  }
}

const textSheet = { zh: '文字部分', en: 'Text' } as const

const addText = (workbook: Workbook, { blocks, language }: DocumentModel, title: string, note: string): void => {
  const place = { name: textSheet[language], title, note, language, landscape: false }
  const sheet = addPage(workbook, { ...place, frozen: { columns: 0, rows: 2 }, headRows: [1, 2] })
  sheet.getColumn(1).width = pageWidth
  const lines = blocks.flatMap(linesOf)
  lines.forEach((line, index) => {
    const style = lookOf('input', language)
    writeText(sheet.getCell(headRow + index, 1), line, { ...style, alignment: { wrapText: true, vertical: 'top' } })
  })
  closePage(sheet, headRow + lines.length - 1, 1)
}

export const writePrintedWorkbook = async (model: DocumentModel): Promise<Uint8Array> => {
  const { blocks, language, name } = model
  const workbook = new Workbook()
  workbook.creator = 'Huibao'
  workbook.title = name
  const note = blocks.find((block) => block.kind === 'note')?.text ?? ''
  for (const block of blocks) if (block.kind === 'table') addTable(workbook, block, { title: name, note, language })
  addText(workbook, model, name, note)
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}
