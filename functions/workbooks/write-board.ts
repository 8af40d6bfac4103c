/* A table of texts and numbers as an .xlsx file: texts are written as texts, in cells that stay texts when edited. */
import Workbook from 'exceljs/lib/doc/workbook.js'
import type { Language } from '../../shared/unit/unit.ts'
import { boardWidths } from './board-table.ts'
import { escaped } from './escaped.ts'
import { fontName } from './sheet-styles.ts'

export const writeBoardWorkbook = async (
  rows: readonly (readonly (string | number)[])[],
  language: Language,
  made: Date,
): Promise<Uint8Array> => {
  const workbook = new Workbook()
  workbook.creator = 'Huibao'
  workbook.created = made
  workbook.modified = made
  const sheet = workbook.addWorksheet(language === 'zh' ? '报送进度' : 'Progress', {
    views: [{ state: 'frozen', xSplit: 2, ySplit: 1 }],
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  })
  const font = { name: fontName[language], size: 11 }
  boardWidths.forEach((width, index) => {
    const column = sheet.getColumn(index + 1)
    column.width = width
    column.font = font
  })
  for (const row of rows) {
    const added = sheet.addRow(
      row.map((cell) => (typeof cell === 'string' ? (cell === '' ? null : escaped(cell)) : cell)),
    )
    row.forEach((cell, index) => {
      if (typeof cell === 'string') added.getCell(index + 1).numFmt = '@'
    })
  }
  const heads = sheet.getRow(1)
  heads.font = { ...font, bold: true }
  heads.height = 22
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}
