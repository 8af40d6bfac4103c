/* A return as a workbook (product E4): its present values, live totals, checks as colours, last year's in comments. */
import { type Cells, type CellValue, isBlank, isNotApplicable } from '../form/cells.ts'
import { compute } from '../form/compute.ts'
import type { Field } from '../form/field.ts'
import { fieldAt } from '../form/fields.ts'
import type { Address, Form, ListSection } from '../form/form.ts'
import { listRowsOf } from '../form/lists.ts'
import { printValue } from '../form/print-value.ts'
import { type Language, words } from '../form/words.ts'
import type { Words } from '../words.ts'
import { type Digest, hiddenRows, hiddenSheetName, isTooLong, sheetText, type WorkbookFacts } from './facts.ts'
import { formulaOf, type Places, rulesOn } from './formulas.ts'
import { instructionsFor } from './instructions.ts'
import { columnMark, firstColumn, firstRow, type LaidCell, type Layout, layoutsOf, sectionMark } from './layout.ts'
import type { SheetCell, SheetModel, SheetRule, WorkbookModel } from './model.ts'
import { type Area, areasOf, type Position } from './position.ts'

export interface WorkbookInput {
  readonly form: Form
  readonly facts: WorkbookFacts
  readonly unit: Words
  /** Title of the round. */
  readonly round: string
  readonly year: number
  /** Small print under each title: whose figures, and that they are drawn where they are. */
  readonly scope: string
  /** Input cells of the draft, lists included. */
  readonly cells: Cells
  /** Of an earlier year: totals as they were published. Every computed cell may then be typed over. */
  readonly stated?: Cells
  /** What to say of a cell: last year's figure, what was carried over. */
  readonly remark: (address: Address) => string | undefined
  readonly digest: Digest
}

/** Rows that a list offers for what is not there yet. */
export const spareRows = 40

/** Ids of the rows that a workbook offers. */
export const spareRowId = (prefix: string, number: number): string => `${prefix}-${String(number).padStart(3, '0')}`

/** Rows of a list on its sheet: those that hold something, then the spare ones. */
export const rowIdsIn =
  (cells: Cells, prefix: string) =>
  (list: ListSection): readonly string[] => {
    const held = listRowsOf(list, cells).map(({ rowId }) => rowId)
    const spare = Array.from({ length: spareRows }, (_, index) => spareRowId(prefix, index + 1))
    return [...held, ...spare.filter((rowId) => !held.includes(rowId))]
  }

const positionIn = (row: number, cell: LaidCell): Position => ({
  row: firstRow + row,
  column: firstColumn + cell.column,
})

const areaIn = (row: number, cell: LaidCell): Area => {
  const from = positionIn(row, cell)
  return { from, to: { row: from.row + cell.rows - 1, column: from.column + cell.columns - 1 } }
}

/** Where every field of the layouts stands. */
export const placesIn = (layouts: readonly Layout[]): Places =>
  new Map(
    layouts.flatMap(({ name, rows }) =>
      rows.flatMap((row, index) =>
        row.cells.flatMap((cell) =>
          cell.address === undefined ? [] : [[cell.address, { ...positionIn(index, cell), sheet: name }] as const],
        ),
      ),
    ),
  )

const tooLong = words(
  '此部分文字过长，一个单元格放不下，请在网页上修改。此格不会被读取。',
  'This text is too long for a cell; change it on the page. This cell is not read.',
)

/* A figure that a sheet's number can hold exactly is a number there; anything else is text. */
const shown = (field: Field, value: CellValue | undefined, language: Language): string | number | null => {
  if (value === undefined || isBlank(value)) return null
  if (isNotApplicable(value)) return language === 'zh' ? `不适用：${value.na}` : `n/a: ${value.na}`
  if (typeof value === 'number') return value
  const isNumber = field.kind === 'money' || field.kind === 'sum' || field.kind === 'ratio'
  if (isNumber && typeof value === 'string') {
    const digits = value.replace('.', '').replace(/^0+/, '')
    return digits.length <= 15 ? Number(value) : value
  }
  if (field.kind === 'flag' || field.kind === 'choice') return printValue(field, value, language)
  return sheetText(String(value))
}

const yesAndNo = { zh: ['是', '否'], en: ['yes', 'no'] } as const

const choicesOf = (field: Field, language: Language): readonly string[] | undefined => {
  if (field.kind === 'flag') return yesAndNo[language]
  return field.kind === 'choice' ? field.options.map(({ label }) => label[language]) : undefined
}

interface Drawing extends Pick<WorkbookInput, 'form' | 'cells' | 'stated' | 'remark'> {
  readonly computed: Cells
  readonly places: Places
  readonly language: Language
}

const fieldCell = (
  drawing: Drawing,
  sheet: string,
  address: Address,
  at: Position & { readonly merged?: Area },
): SheetCell => {
  const { form, cells, computed, language } = drawing
  const field = fieldAt(form, address)
  if (!field) throw new RangeError(`The form has no cell "${address}".`)
  const comment = drawing.remark(address)
  const base = { ...at, kind: field.kind, ...(comment === undefined ? {} : { comment }) }
  const formula = formulaOf(form, drawing.places, sheet, address)
  if (formula !== undefined) {
    const open = drawing.stated === undefined ? {} : { isOpen: true as const }
    const stated = shown(field, drawing.stated?.[address], language)
    return stated === null
      ? { ...base, ...open, role: 'computed', formula, value: shown(field, computed[address], language) ?? '' }
      : { ...base, ...open, role: 'computed', value: stated }
  }
  if (isTooLong(cells[address])) return { ...base, role: 'locked', value: tooLong[language] }
  const choices = choicesOf(field, language)
  const value = shown(field, cells[address], language)
  return { ...base, role: 'input', value, ...(choices === undefined ? {} : { choices }) }
}

const laidCell = (drawing: Drawing, sheet: string, row: number, cell: LaidCell): SheetCell => {
  const merged = cell.columns > 1 || cell.rows > 1 ? { merged: areaIn(row, cell) } : {}
  const at = { ...positionIn(row, cell), ...merged }
  if (cell.address !== undefined) return fieldCell(drawing, sheet, cell.address, at)
  /* A note inside a table is boxed like its headings. */
  const isCorner = cell.role === 'note' && cell.columns > 1
  return { ...at, role: cell.role === 'field' || isCorner ? 'heading' : cell.role, value: cell.text }
}

const widthOfSheet = 118

const widthsIn = ({ section, widths }: Layout): readonly number[] => {
  /* What a portrait page takes: a single column is not made to fit when it is printed. */
  if (section.kind === 'narrative') return [80]
  const whole = widths.reduce((sum, width) => sum + width, 0)
  return widths.map((width) => Math.max(9, Math.round((width / whole) * widthOfSheet)))
}

/* A row is as high as its longest text needs; full-width characters are two wide. */
const widthOfText = (text: string): number =>
  [...text].reduce((sum, character) => sum + (character.charCodeAt(0) > 0x2e7f ? 2 : 1), 0)

const linePoints = 16

const heightsIn = (layout: Layout, cells: readonly SheetCell[]): Readonly<Record<number, number>> => {
  if (layout.section.kind === 'narrative') return { [firstRow]: 400, [firstRow + 1]: 40 }
  const widths = widthsIn(layout)
  const heights: Record<number, number> = {}
  for (const { row, column, value, merged, role } of cells) {
    if (typeof value !== 'string' || role === 'mark' || row < firstRow || (merged && merged.to.row > row)) continue
    const last = merged?.to.column ?? column
    const width = widths.slice(column - firstColumn, last - firstColumn + 1).reduce((sum, one) => sum + one, 0)
    const lines = Math.max(1, Math.ceil((widthOfText(value) * 1.1) / width))
    heights[row] = Math.max(heights[row] ?? 20, lines * linePoints + 4)
  }
  return heights
}

const blankRule = (cells: readonly SheetCell[]): readonly SheetRule[] => {
  const areas = areasOf(cells.filter(({ role, kind }) => role === 'input' && kind !== 'text'))
  const [first = ''] = areas
  return first === '' ? [] : [{ cells: areas, formula: `ISBLANK(${first.split(':')[0]})`, severity: 'blank' }]
}

const sheetOf = (drawing: Drawing, layout: Layout, scope: string): SheetModel => {
  const { section, name, rows, widths } = layout
  const columns = widths.length
  const last = { row: firstRow + rows.length - 1, column: firstColumn + columns - 1 }
  const mark = (row: number, column: number, value: string): SheetCell => ({ row, column, role: 'mark', value })
  const across = (row: number): { readonly merged?: Area } =>
    columns === 1 ? {} : { merged: { from: { row, column: firstColumn }, to: { row, column: last.column } } }
  const body = rows.flatMap((row, index) => row.cells.map((cell) => laidCell(drawing, name, index, cell)))
  const marks = [
    mark(1, 1, sectionMark(section.id)),
    ...widths.map((_, index) => mark(1, firstColumn + index, columnMark(index))),
    ...rows.map((row, index) => mark(firstRow + index, 1, row.key)),
  ]
  const title: readonly SheetCell[] = [
    { row: 2, column: firstColumn, role: 'title', value: section.title[drawing.language], ...across(2) },
    { row: 3, column: firstColumn, role: 'note', value: scope, ...across(3) },
  ]
  const isWide = section.kind === 'matrix'
  return {
    name,
    widths: widthsIn(layout),
    heights: { 2: 26, ...heightsIn(layout, body) },
    cells: [...marks, ...title, ...body],
    rules: [...rulesOn(drawing.form, drawing.places, name), ...(section.kind === 'list' ? [] : blankRule(body))],
    frozen: {
      row: firstRow + layout.headingRows,
      column: isWide && section.layout === 'rows' ? firstColumn + labelColumnsOf(rows) : firstColumn,
    },
    printed: { from: { row: 2, column: firstColumn }, to: last },
    headingRows: [2, firstRow + layout.headingRows - 1],
    landscape: isWide,
  }
}

const labelColumnsOf = (rows: Layout['rows']): number =>
  Math.min(...rows.flatMap(({ cells }) => cells.flatMap((cell) => (cell.address === undefined ? [] : [cell.column]))))

/** The workbook of a return. */
export const workbookOf = (input: WorkbookInput): WorkbookModel => {
  const { form, facts, cells, stated, remark, scope, digest } = input
  const { language } = facts
  const layouts = layoutsOf(form, language, rowIdsIn(cells, facts.rowPrefix))
  const drawing: Drawing = {
    form,
    cells,
    remark,
    computed: compute(form, cells),
    places: placesIn(layouts),
    language,
    ...(stated === undefined ? {} : { stated }),
  }
  const title = words('工作簿', 'workbook')[language]
  return {
    name: `${input.unit[language]}${language === 'zh' ? '' : ' '}${input.year}${language === 'zh' ? '年' : ' '}${title}`,
    language,
    unit: input.unit[language],
    instructions: instructionsFor(
      { unit: input.unit, round: input.round, year: input.year, version: facts.version, form: form.title },
      language,
      stated === undefined ? 'return' : 'history',
    ),
    sheets: layouts.map((layout) => sheetOf(drawing, layout, scope)),
    hidden: { name: hiddenSheetName, rows: hiddenRows(facts, form, cells, digest) },
  }
}
