/* The appraisal as an .xlsx file: typed text stays text, sums and the share on time are formulas. Loaded when asked for. */
import type { Style, Worksheet } from 'exceljs'
import Workbook from 'exceljs/lib/doc/workbook.js'
import type { Appraisal } from '../../shared/report/appraisal.ts'
import { type SheetValue, sheetColumns, standingColumn, standingWords } from '../../shared/report/appraisal-sheet.ts'
import { momentInWords } from '../../shared/report/document-words.ts'
import { dayOf, type Instant, msOf, timeOf } from '../../shared/time.ts'
import type { Language } from '../../shared/unit/unit.ts'
import { styleOf } from './sheet-styles.ts'

interface AppraisalFile extends Appraisal {
  readonly asOf: Instant
  readonly task: string
  readonly unit: string
  readonly zone: string
  readonly language: Language
}

const said = {
  zh: {
    sheet: '考核',
    title: (unit: string, task: string) => `${unit} ${task} 报送情况考核表`,
    asOf: (at: string) => `截至${at}`,
    sum: '合计',
    rate: '按时率',
    rateNote: '按时率＝（按时＋延期内）÷（应报送单位－未到期）。逾期天数为 0 的，是截止当天逾期。',
  },
  en: {
    sheet: 'Appraisal',
    title: (unit: string, task: string) => `${unit}: appraisal of “${task}”`,
    asOf: (at: string) => `As of ${at}`,
    sum: 'Sum',
    rate: 'Share on time',
    rateNote:
      'Share on time = (on time + within the extension) ÷ (all units − not due yet). 0 days late: late on the due day itself.',
  },
} as const

const looks = (role: 'title' | 'note' | 'heading' | 'input', language: Language): Partial<Style> => {
  const style = styleOf({ role, value: null, row: 1, column: 1 }, language)
  /* A title and a note run on over the cells beside them. */
  return role === 'title' || role === 'note' ? { ...style, alignment: { wrapText: false, vertical: 'middle' } } : style
}

const headRow = 3
const firstRow = headRow + 1
const letterOf = (column: number): string => String.fromCharCode(64 + column)
const standingLetter = letterOf(sheetColumns.indexOf(standingColumn) + 1)

/* What looks like an escaped character (_x0041_) is escaped itself. */
const escaped = (text: string): string => text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')

/** A spreadsheet has no zones: the wall clock of the round's. */
const wallClock = (at: Instant, zone: string): Date => new Date(`${dayOf(at, zone)}T${timeOf(at, zone)}:00Z`)

const written = (value: SheetValue, zone: string) => {
  if (value === undefined) return null
  if (typeof value === 'string') return escaped(value)
  return typeof value === 'number' ? value : wallClock(value.at, zone)
}

const formatOf = (value: SheetValue): string => {
  if (typeof value === 'number') return '0'
  return typeof value === 'object' ? 'yyyy-mm-dd hh:mm' : '@'
}

const writeRows = (sheet: Worksheet, of: AppraisalFile): void => {
  const box = looks('input', of.language)
  of.rows.forEach((row, index) => {
    sheetColumns.forEach((column, at) => {
      const value = column.value(row, of)
      const cell = sheet.getCell(firstRow + index, at + 1)
      cell.value = written(value, of.zone)
      cell.style = { ...box, numFmt: formatOf(value) }
    })
  })
}

/** Where nothing is listed a sum has no cells to add. */
const overRows = (letter: string, rows: number, formula: (range: string) => string): string =>
  rows === 0 ? '0' : formula(`${letter}${firstRow}:${letter}${headRow + rows}`)

const writeSums = (sheet: Worksheet, of: AppraisalFile): void => {
  const { rows, counts, rate, language } = of
  const words = said[language]
  const sumRow = firstRow + rows.length
  const heading = looks('heading', language)
  sheetColumns.forEach((column, at) => {
    const cell = sheet.getCell(sumRow, at + 1)
    cell.style = { ...heading, numFmt: '0' }
    if (at === 1) cell.value = words.sum
    if (column.isSummed !== true) return
    const result = rows.reduce((sum, row) => sum + Number(column.value(row, of) ?? 0), 0)
    cell.value = { formula: overRows(letterOf(at + 1), rows.length, (range) => `SUM(${range})`), result }
  })
  const standings = [counts.onTime, counts.extended, counts.late, counts.missing, counts.open]
  const names = Object.values(standingWords)
  names.forEach((name, index) => {
    const row = sumRow + 2 + index
    sheet.getCell(row, 2).value = name[language]
    const formula = overRows(standingLetter, rows.length, (range) => `COUNTIF(${range},B${row})`)
    sheet.getCell(row, 3).value = { formula, result: standings[index] ?? 0 }
  })
  const first = sumRow + 2
  const rateRow = first + names.length
  const due = `SUM(C${first}:C${first + 3})`
  sheet.getCell(rateRow, 2).value = words.rate
  sheet.getCell(rateRow, 3).value = {
    formula: `IF(${due}=0,"",ROUND(SUM(C${first}:C${first + 1})/${due},3))`,
    result: rate === undefined ? '' : Number(rate.percent) / 100,
  }
  for (let row = first; row <= rateRow; row += 1)
    for (const column of [2, 3])
      sheet.getCell(row, column).style = {
        ...looks(column === 2 ? 'heading' : 'input', language),
        numFmt: row === rateRow ? '0.0%' : '0',
      }
  const note = sheet.getCell(rateRow + 1, 2)
  note.value = words.rateNote
  note.style = looks('note', language)
  sheet.pageSetup.printArea = `A1:${letterOf(sheetColumns.length)}${rateRow + 1}`
}

const writeHead = (sheet: Worksheet, { unit, task, asOf, zone, language }: AppraisalFile): void => {
  const words = said[language]
  sheet.getCell(1, 1).value = escaped(words.title(unit, task))
  sheet.getCell(1, 1).style = looks('title', language)
  sheet.getCell(2, 1).value = words.asOf(momentInWords(asOf, zone, language))
  sheet.getCell(2, 1).style = looks('note', language)
  sheetColumns.forEach(({ head, width }, index) => {
    const cell = sheet.getCell(headRow, index + 1)
    cell.value = head[language]
    cell.style = looks('heading', language)
    sheet.getColumn(index + 1).width = width
  })
  sheet.getRow(1).height = 28
  sheet.getRow(headRow).height = 34
}

export const writeAppraisalWorkbook = async (of: AppraisalFile): Promise<Uint8Array> => {
  const workbook = new Workbook()
  workbook.creator = 'Huibao'
  workbook.created = new Date(msOf(of.asOf))
  workbook.modified = workbook.created
  const sheet = workbook.addWorksheet(said[of.language].sheet, {
    views: [{ state: 'frozen', xSplit: 2, ySplit: headRow }],
    pageSetup: {
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: `${headRow}:${headRow}`,
    },
  })
  sheet.properties.defaultRowHeight = 20
  sheet.headerFooter.oddFooter = '&C&P / &N'
  writeHead(sheet, of)
  writeRows(sheet, of)
  writeSums(sheet, of)
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}
