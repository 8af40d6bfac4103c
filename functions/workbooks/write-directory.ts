/* The directory as an .xlsx file, all cells text: a code keeps its zeros. Loaded with the first download. */
import Workbook from 'exceljs/lib/doc/workbook.js'
import { columns, languageWords, roleWords } from '../../shared/unit/directory-columns.ts'
import { type ExportedRow, explanation } from '../../shared/unit/directory-export.ts'
import type { Language } from '../../shared/unit/unit.ts'
import { escaped } from './escaped.ts'
import { fontName } from './sheet-styles.ts'

const widths = [16, 34, 34, 14, 20, 16, 14, 32, 18, 16, 10]
/* Room for new rows that offers roles and languages to choose from. */
const spareRows = 200
const names = { zh: { table: '单位和人员', notes: '说明' }, en: { table: 'Units and people', notes: 'Instructions' } }

/** The rows of shared/unit/directory-export.ts as a workbook. */
export const writeDirectoryWorkbook = async (
  rows: readonly ExportedRow[],
  language: Language,
  made: Date,
): Promise<Uint8Array> => {
  const workbook = new Workbook()
  workbook.creator = 'Huibao'
  workbook.created = made
  workbook.modified = made
  const sheet = workbook.addWorksheet(names[language].table, {
    views: [{ state: 'frozen', xSplit: 2, ySplit: 1 }],
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  })
  const font = { name: fontName[language], size: 11 }
  columns.forEach((_, index) => {
    const column = sheet.getColumn(index + 1)
    column.width = widths[index] ?? 16
    column.numFmt = '@'
    column.font = font
  })
  for (const row of rows) sheet.addRow(row.map((text) => (text === '' ? null : escaped(text))))
  const heads = sheet.getRow(1)
  heads.font = { ...font, bold: true }
  heads.alignment = { vertical: 'middle' }
  heads.height = 22
  const choices = [['role', Object.values(roleWords)] as const, ['language', Object.values(languageWords)] as const]
  for (const [column, words] of choices) {
    const list = [`"${words.map((one) => one[language]).join(',')}"`]
    for (let row = 2; row <= rows.length + spareRows; row += 1)
      sheet.getCell(row, columns.indexOf(column) + 1).dataValidation = {
        type: 'list',
        allowBlank: true,
        formulae: list,
      }
  }
  const notes = workbook.addWorksheet(names[language].notes, { views: [{ showGridLines: false }] })
  notes.getColumn(1).width = 90
  explanation[language].forEach((text, index) => {
    const cell = notes.getCell(index + 1, 1)
    cell.value = text
    cell.font = font
    cell.alignment = { wrapText: true, vertical: 'top' }
  })
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}
