/* Workbooks for tests: what somebody does to one in a spreadsheet program, and what nobody should. */

import type { Cell, CellValue, Workbook, Worksheet } from 'exceljs'
import ExcelWorkbook from 'exceljs'
import { type Unzipped, unzipSync, zipSync } from 'fflate'
import type { Address, Form } from '../shared/form/form.ts'
import { layoutsOf } from '../shared/workbook/layout.ts'
import { nameOf } from '../shared/workbook/position.ts'
import { placesIn } from '../shared/workbook/workbook.ts'

/** Opens a workbook as a program would, lets something be done to it, and saves it. */
export const edited = async (file: Uint8Array, change: (book: Workbook) => void): Promise<Uint8Array> => {
  const book = new ExcelWorkbook.Workbook()
  const bytes = new ArrayBuffer(file.length)
  new Uint8Array(bytes).set(file)
  await book.xlsx.load(bytes)
  change(book)
  return new Uint8Array(await book.xlsx.writeBuffer())
}

export const sheetOf = (book: Workbook, name: string): Worksheet => {
  const sheet = book.getWorksheet(name)
  if (sheet === undefined) throw new RangeError(`There is no sheet ${name}`)
  return sheet
}

/** Types a value into a cell. */
export const put = (cell: Cell, value: CellValue): void => {
  cell.value = value
}

/** Where the fixed cells of a form stand in a fresh workbook in Chinese. */
export const placesOf = (form: Form) => placesIn(layoutsOf(form, 'zh', () => []))

/** The cell of an address in a workbook whose rows nobody moved. */
export const cellAt = (book: Workbook, form: Form, address: Address): Cell => {
  const place = placesOf(form).get(address)
  if (place === undefined) throw new RangeError(`There is no cell ${address}`)
  return sheetOf(book, place.sheet).getCell(nameOf(place))
}

/** The parts of the zip, changed and packed again. */
export const repacked = (file: Uint8Array, change: (parts: Unzipped) => Unzipped): Uint8Array =>
  zipSync(change(unzipSync(file)))

export const part = (text: string) => new TextEncoder().encode(text)

const sheetXml = (rows: string): string =>
  `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`

/** The first worksheet (the instructions) replaced by another. */
export const withSheet = (file: Uint8Array, rows: string): Uint8Array =>
  repacked(file, (parts) => ({ ...parts, 'xl/worksheets/sheet1.xml': part(sheetXml(rows)) }))
