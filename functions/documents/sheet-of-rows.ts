/* A plain sheet: a head, then rows. For lists, checks and progress. */
import type { Workbook } from 'exceljs'
import type { Language } from '../../shared/unit/unit.ts'
import { addPage, closePage, lookOf, writeText } from './sheet-page.ts'

/** A moment as the wall clock shows it: spreadsheets have no zones. */
export interface RowSheet {
  readonly name: string
  readonly title: string
  readonly note: string
  readonly language: Language
  readonly columns: readonly { readonly head: string; readonly width: number }[]
  readonly rows: readonly (readonly (string | number | Date | undefined)[])[]
}

const headRow = 3

const formatOf = (value: number | Date): string => (typeof value === 'number' ? '0' : 'yyyy-mm-dd hh:mm')

export const addRowSheet = (workbook: Workbook, of: RowSheet): void => {
  const { columns, rows, language } = of
  const frozen = { columns: Math.min(2, columns.length - 1), rows: headRow }
  const sheet = addPage(workbook, { ...of, frozen, headRows: [headRow, headRow] })
  columns.forEach(({ head, width }, index) => {
    writeText(sheet.getCell(headRow, index + 1), head, lookOf('heading', language))
    sheet.getColumn(index + 1).width = width
  })
  rows.forEach((row, down) => {
    row.forEach((value, right) => {
      const cell = sheet.getCell(headRow + 1 + down, right + 1)
      const style = lookOf('input', language)
      if (typeof value === 'string') {
        writeText(cell, value, style)
        return
      }
      cell.value = value ?? null
      cell.style = value === undefined ? style : { ...style, numFmt: formatOf(value) }
    })
  })
  closePage(sheet, headRow + Math.max(1, rows.length), columns.length)
}
