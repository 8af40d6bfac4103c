/*
 * A workbook model as an .xlsx file. The library is heavy and only a download needs it: this file is loaded with the
 * first one. Text is written as text always; a formula comes from the model and never from what somebody typed.
 */
import type { Worksheet } from 'exceljs'
import Workbook from 'exceljs/lib/doc/workbook.js'
import type { InstructionLine, SheetCell, SheetModel, WorkbookModel } from '../../shared/workbook/model.ts'
import { nameOf } from '../../shared/workbook/position.ts'
import { conditionOf, fontName, styleOf, validationOf } from './sheet-styles.ts'

type Language = WorkbookModel['language']

const protect = (sheet: Worksheet): Promise<void> =>
  sheet.protect('', { selectLockedCells: true, selectUnlockedCells: true, formatColumns: true, formatRows: true })

/* What looks like an escaped character (_x0041_) is escaped itself: programs would show another. */
const escaped = (text: string): string => text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')

const write = (sheet: Worksheet, cell: SheetCell, language: Language): void => {
  const { row, column, value, formula, merged, comment } = cell
  const written = sheet.getCell(row, column)
  written.value =
    formula === undefined
      ? typeof value === 'string'
        ? escaped(value)
        : value
      : { formula, result: value ?? '', date1904: false }
  written.style = styleOf(cell, language)
  /* Merged once it has its style: the covered cells take it over, borders too. */
  if (merged) sheet.mergeCells(merged.from.row, merged.from.column, merged.to.row, merged.to.column)
  const validation = validationOf(cell, language)
  if (validation) written.dataValidation = { ...validation, formulae: [...validation.formulae] }
  if (comment !== undefined) written.note = comment
}

const measure = (sheet: Worksheet, { widths, heights }: SheetModel): void => {
  const keys = sheet.getColumn(1)
  keys.hidden = true
  widths.forEach((width, index) => {
    sheet.getColumn(index + 2).width = width
  })
  sheet.getRow(1).hidden = true
  for (const [row, height] of Object.entries(heights)) sheet.getRow(Number(row)).height = height
}

const addSheet = async (workbook: Workbook, model: SheetModel, language: Language): Promise<void> => {
  const { frozen, printed, headingRows, landscape } = model
  const sheet = workbook.addWorksheet(model.name, {
    views: [{ state: 'frozen', xSplit: frozen.column - 1, ySplit: frozen.row - 1, showGridLines: false }],
    pageSetup: {
      paperSize: 9,
      orientation: landscape ? 'landscape' : 'portrait',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printArea: `${nameOf(printed.from)}:${nameOf(printed.to)}`,
      printTitlesRow: headingRows.join(':'),
      margins: { left: 0.5, right: 0.5, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 },
    },
    headerFooter: { oddFooter: '&C&P / &N' },
  })
  measure(sheet, model)
  for (const cell of model.cells) write(sheet, cell, language)
  for (const rule of model.rules) sheet.addConditionalFormatting(conditionOf(rule))
  await protect(sheet)
}

/* What a portrait page takes at full size. */
const instructionsWidth = 78

const heightOfLine = ({ text }: InstructionLine): number => {
  const width = [...text].reduce((sum, character) => sum + (character.charCodeAt(0) > 0x2e7f ? 2 : 1), 0)
  return Math.max(1, Math.ceil((width * 1.1) / instructionsWidth)) * 17 + 3
}

const addInstructions = async (workbook: Workbook, { instructions, language }: WorkbookModel): Promise<void> => {
  const sheet = workbook.addWorksheet(instructions.name, {
    views: [{ showGridLines: false }],
    pageSetup: { paperSize: 9, orientation: 'portrait', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  })
  sheet.getColumn(1).width = instructionsWidth
  instructions.lines.forEach((line, index) => {
    const cell = sheet.getCell(index + 1, 1)
    cell.value = line.text
    cell.font = {
      name: fontName[language],
      size: line.role === 'title' ? 16 : line.role === 'heading' ? 13 : 11,
      bold: line.role !== 'line',
    }
    cell.alignment = { wrapText: true, vertical: 'middle' }
    sheet.getRow(index + 1).height = heightOfLine(line) * (line.role === 'title' ? 1.5 : 1)
  })
  await protect(sheet)
}

const addHidden = async (workbook: Workbook, { hidden }: WorkbookModel): Promise<void> => {
  const sheet = workbook.addWorksheet(hidden.name, { state: 'veryHidden' })
  hidden.rows.forEach(([name, value], index) => {
    const row = sheet.getRow(index + 1)
    row.getCell(1).value = name
    row.getCell(2).value = escaped(value)
    row.getCell(2).numFmt = '@'
  })
  await protect(sheet)
}

/** The workbook as a file. `made` goes into the properties. */
export const writeWorkbook = async (model: WorkbookModel, made: Date): Promise<Uint8Array> => {
  const workbook = new Workbook()
  workbook.creator = 'Huibao'
  workbook.title = model.name
  workbook.company = model.unit
  workbook.created = made
  workbook.modified = made
  await addInstructions(workbook, model)
  for (const sheet of model.sheets) await addSheet(workbook, sheet, model.language)
  await addHidden(workbook, model)
  const [first] = model.sheets
  if (first)
    workbook.views = [{ x: 0, y: 0, width: 24_000, height: 14_000, firstSheet: 0, activeTab: 0, visibility: 'visible' }]
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}
