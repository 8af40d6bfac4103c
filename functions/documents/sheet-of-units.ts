/*
 * One table of the format as a sheet: a row for each unit, a column for each cell, and the sum below by live formulas.
 * Only what people filled in is summed; totals and shares are computed anew in every row, that of the sum too (A1).
 * Row 3, hidden, holds the addresses of the cells.
 */
import type { Workbook, Worksheet } from 'exceljs'
import { asBig } from '../../shared/form/as-big.ts'
import type { Cells, CellValue } from '../../shared/form/cells.ts'
import { isNotApplicable } from '../../shared/form/cells.ts'
import type { Field } from '../../shared/form/field.ts'
import { fieldsIn, fieldsOf } from '../../shared/form/fields.ts'
import type { Column, Form, Row, Section } from '../../shared/form/form.ts'
import { printValue } from '../../shared/form/print-value.ts'
import { chainOf } from '../../shared/report/spans.ts'
import type { Language } from '../../shared/unit/unit.ts'
import { nameOf } from '../../shared/workbook/position.ts'
import { addPage, closePage, lookOf, writeText } from './sheet-page.ts'

export interface UnitRow {
  readonly code: string
  readonly name: string
  /** Whose figures, and whether they may still change. */
  readonly state: string
  /** Input cells and computed cells. */
  readonly cells: Cells
}

export interface UnitSheet {
  readonly form: Form
  readonly title: string
  readonly note: string
  readonly units: readonly UnitRow[]
  readonly figures: Cells
  readonly language: Language
}

const words = {
  zh: { code: '单位编码', unit: '单位', state: '状态', sum: '合计' },
  en: { code: 'Unit code', unit: 'Unit', state: 'State', sum: 'Sum' },
} as const

const addressRow = 3
const headRows = [4, 5] as const
const firstRow = 6
const firstColumn = 4

interface Placed {
  readonly field: Field
  readonly column: number
  /** The row of the format's table that it stands in, with the groups around it, and its column. */
  readonly head: readonly [string, string]
}

type Titled = Pick<Row | Column, 'label' | 'group'>

const partsOf = (
  section: Section,
): readonly { readonly rows: readonly Row[]; readonly columns: readonly Column[] }[] => {
  if (section.kind === 'blocks') return section.blocks
  return section.kind === 'matrix' ? [section] : []
}

const placedIn = (form: Form, section: Section, language: Language): readonly Placed[] => {
  const groups = section.kind === 'matrix' ? section : { rowGroups: [], columnGroups: [] }
  const titled = (one: Titled, of: typeof groups.rowGroups): string =>
    [...chainOf(of, one.group), one].map(({ label }) => label[language]).join(' / ')
  const heads = new Map(
    partsOf(section).flatMap(({ rows, columns }) =>
      rows.flatMap((row) =>
        columns.map((column): readonly [string, readonly [string, string]] => [
          `${section.id}.${row.id}.${column.id}`,
          [titled(row, groups.rowGroups), titled(column, groups.columnGroups)],
        ]),
      ),
    ),
  )
  const known = fieldsOf(form)
  return fieldsIn(section).flatMap(({ address }, index) => {
    const field = known.get(address)
    return field === undefined ? [] : [{ field, column: firstColumn + index, head: heads.get(address) ?? ['', ''] }]
  })
}

const numberOf = (value: CellValue | undefined): number | undefined => asBig(value)?.toNumber()

/** The formula of a cell that is computed from others of its row; undefined for one that people fill in. */
const computedBy = (field: Field, at: (address: string) => string): string | undefined => {
  if (field.kind === 'sum') {
    const terms = field.terms.map(at).join(',')
    return `IF(COUNT(${terms})=0,"",SUM(${terms}))`
  }
  if (field.kind !== 'ratio') return undefined
  const [part, whole] = [at(field.numerator), at(field.denominator)]
  return `IF(N(${whole})=0,"",ROUND(${part}/${whole}*100,1))`
}

const writeHead = (sheet: Worksheet, placed: readonly Placed[], language: Language): void => {
  const heading = lookOf('heading', language)
  const [upper, lower] = headRows
  const facts = [words[language].code, words[language].unit, words[language].state]
  facts.forEach((text, index) => {
    writeText(sheet.getCell(upper, index + 1), text, heading)
    sheet.mergeCells(upper, index + 1, lower, index + 1)
    sheet.getColumn(index + 1).width = [14, 30, 14][index] ?? 14
  })
  placed.forEach(({ field, column, head }, index) => {
    sheet.getCell(addressRow, column).value = field.address
    writeText(sheet.getCell(upper, column), head[0], heading)
    writeText(sheet.getCell(lower, column), head[1], heading)
    const next = placed[index + 1]
    if (next?.head[0] === head[0]) return
    const first = placed.findIndex((one) => one.head[0] === head[0] && one.column <= column)
    const from = placed[first]?.column ?? column
    if (from < column) sheet.mergeCells(upper, from, upper, column)
  })
  sheet.getRow(addressRow).hidden = true
  sheet.getRow(upper).height = 48
  sheet.getRow(lower).height = 48
}

/** Digits of the largest figure decide: Excel shows ##### for what does not fit. */
const widthOf = ({ field }: Placed, all: readonly Cells[]): number =>
  Math.max(11, ...all.map((cells) => String(numberOf(cells[field.address]) ?? '').length + 4))

const writeRow = (
  sheet: Worksheet,
  row: number,
  of: UnitRow,
  placed: readonly Placed[],
  language: Language,
  sum?: true,
) => {
  const role = sum ? 'heading' : 'input'
  const columns = new Map(placed.map(({ field, column }) => [field.address, column]))
  const at = (address: string): string => nameOf({ row, column: columns.get(address) ?? 1 })
  for (const [index, text] of [of.code, of.name, of.state].entries())
    writeText(sheet.getCell(row, index + 1), text, lookOf(role, language))
  for (const { field, column } of placed) {
    const cell = sheet.getCell(row, column)
    const value = of.cells[field.address]
    const name = nameOf({ row: firstRow, column })
    const range = `${name}:${nameOf({ row: row - 1, column })}`
    const summed = sum && row > firstRow ? `IF(COUNT(${range})=0,"",SUM(${range}))` : undefined
    const formula = isNotApplicable(value) ? undefined : (computedBy(field, at) ?? summed)
    const style = lookOf(sum || formula !== undefined ? 'locked' : 'input', language, field.kind)
    if (formula !== undefined) {
      cell.value = { formula, result: numberOf(value) ?? '', date1904: false }
      cell.style = style
    } else if (numberOf(value) !== undefined) {
      cell.value = numberOf(value) ?? null
      cell.style = style
    } else writeText(cell, printValue(field, value, language), style)
  }
}

/* As many columns as can be read on one printed page. */
const columnsOnAPage = 22

/** Adds the sheet of one section; nothing for a section without fixed cells. */
export const addUnitSheet = (workbook: Workbook, section: Section, of: UnitSheet): void => {
  const { form, units, figures, language } = of
  const placed = section.kind === 'narrative' ? [] : placedIn(form, section, language)
  if (placed.length === 0) return
  const sheet = addPage(workbook, {
    name: (section.short ?? section.title)[language],
    title: `${of.title}　${section.title[language]}`,
    note: of.note,
    language,
    frozen: { columns: firstColumn - 1, rows: firstRow - 1 },
    headRows,
  })
  writeHead(sheet, placed, language)
  units.forEach((unit, index) => {
    writeRow(sheet, firstRow + index, unit, placed, language)
  })
  const sumRow = firstRow + units.length
  const sum = { code: '', name: words[language].sum, state: '', cells: figures }
  writeRow(sheet, sumRow, sum, placed, language, true)
  const all = [...units.map(({ cells }) => cells), figures]
  for (const one of placed) sheet.getColumn(one.column).width = widthOf(one, all)
  sheet.pageSetup.printTitlesColumn = 'A:C'
  const columns = firstColumn - 1 + placed.length
  closePage(sheet, sumRow, columns, Math.ceil(columns / columnsOnAPage))
}
