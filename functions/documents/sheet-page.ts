/* What every sheet of a report's workbook has: a title and a line that says whose figures these are, and how it prints. */
import type { Cell, Style, Workbook, Worksheet } from 'exceljs'
import type { FieldKind } from '../../shared/form/form.ts'
import type { Language } from '../../shared/unit/unit.ts'
import { nameOf } from '../../shared/workbook/position.ts'
import { escaped } from '../workbooks/escaped.ts'
import { styleOf } from '../workbooks/sheet-styles.ts'

/* Excel takes no others, and 31 characters at most. */
const forbidden = /[[\]:*?/\\\p{Cc}]/gu
const longestName = 31

/** A name that no sheet has yet. */
const freeName = (workbook: Workbook, wanted: string): string => {
  const clean =
    wanted
      .replaceAll(forbidden, ' ')
      .replace(/^'+|'+$/g, '')
      .trim() || '1'
  const taken = new Set(workbook.worksheets.map(({ name }) => name.toLowerCase()))
  for (let n = 1; ; n += 1) {
    const tail = n === 1 ? '' : ` ${n}`
    const name = `${clean.slice(0, longestName - tail.length)}${tail}`
    if (!taken.has(name.toLowerCase())) return name
  }
}

export type Look = 'title' | 'note' | 'heading' | 'input' | 'locked'

/** The style of a cell; a title and a note run on over the cells beside them. */
export const lookOf = (role: Look, language: Language, kind?: FieldKind): Partial<Style> => {
  const cell = { row: 1, column: 1, value: null, ...(kind === undefined ? {} : { kind }) }
  const style = styleOf({ ...cell, role: role === 'locked' ? 'computed' : role }, language)
  const runsOn = role === 'title' || role === 'note'
  return runsOn ? { ...style, alignment: { wrapText: false, vertical: 'middle' } } : style
}

/** Text as text: what begins like a formula is marked so that it stays one when somebody edits it. */
export const writeText = (cell: Cell, text: string, style: Partial<Style>): void => {
  cell.value = escaped(text)
  cell.style = /^[\s]*[=+\-@]/.test(text) ? { ...style, numFmt: '@' } : style
}

export interface SheetPage {
  readonly name: string
  readonly title: string
  /** Scope, and what else is said of the whole. */
  readonly note: string
  readonly language: Language
  /** Columns and rows that stay in view. */
  readonly frozen: { readonly columns: number; readonly rows: number }
  /** Rows printed again on every page. */
  readonly headRows: readonly [number, number]
  readonly landscape?: boolean
}

export const addPage = (workbook: Workbook, page: SheetPage): Worksheet => {
  const { frozen, headRows, language } = page
  const sheet = workbook.addWorksheet(freeName(workbook, page.name), {
    views: [{ state: 'frozen', xSplit: frozen.columns, ySplit: frozen.rows, showGridLines: false }],
    pageSetup: {
      paperSize: 9,
      orientation: page.landscape === false ? 'portrait' : 'landscape',
      printTitlesRow: headRows.join(':'),
      margins: { left: 0.5, right: 0.5, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 },
    },
    headerFooter: { oddFooter: '&C&P / &N' },
  })
  sheet.properties.defaultRowHeight = 20
  writeText(sheet.getCell(1, 1), page.title, lookOf('title', language))
  writeText(sheet.getCell(2, 1), page.note, lookOf('note', language))
  sheet.getRow(1).height = 28
  return sheet
}

/** Sets what is printed, once it is known how far the sheet goes: as wide as the page, or `pagesWide` pages. */
export const closePage = (sheet: Worksheet, rows: number, columns: number, pagesWide = 1): void => {
  sheet.pageSetup.printArea = `A1:${nameOf({ row: rows, column: columns })}`
  sheet.pageSetup.fitToPage = true
  sheet.pageSetup.fitToWidth = pagesWide
  sheet.pageSetup.fitToHeight = 0
}
