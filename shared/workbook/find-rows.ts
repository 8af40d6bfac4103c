/*
 * Finds the rows and columns of a section on an uploaded sheet, wherever somebody moved them. The label a person sees
 * decides, the hidden key helps: where only the visible columns were sorted, labels and figures moved together and the
 * keys stayed behind.
 */
import type { Words } from '../words.ts'
import { columnMark, type LaidCell, type LaidRow, type Layout, sectionMark } from './layout.ts'
import { nameOf } from './position.ts'
import { byPlace, placeKey, type RawCell, type RawSheet, type RawWorkbook } from './raw.ts'
import { sheetFaults } from './words.ts'

/** Something that is wrong with a workbook, where it can be pointed at. */
export interface WorkbookProblem {
  readonly sheet?: string
  /** `B7`. */
  readonly at?: string
  readonly cell?: string
  readonly message: Words
}

export interface FoundSheet {
  readonly sheet: RawSheet
  readonly cells: ReadonlyMap<string, RawCell>
  /** Column of the hidden keys. */
  readonly keyColumn: number
  /** Column on the sheet by column of the table. */
  readonly columns: ReadonlyMap<number, number>
  readonly problems: readonly WorkbookProblem[]
}

const plain = (text: string): string => text.replace(/\s+/g, '')

/** The sheet of a section by its mark, whatever it is called now. */
export const findSheet = (workbook: RawWorkbook, layout: Layout): FoundSheet | WorkbookProblem => {
  const mark = sectionMark(layout.section.id)
  const marked = workbook.flatMap((sheet) =>
    sheet.cells.filter(({ kind, text }) => kind === 'text' && text === mark).map((corner) => ({ sheet, corner })),
  )
  const [found, another] = marked
  if (found === undefined) return { sheet: layout.name, message: sheetFaults.missing(layout.name) }
  const { sheet, corner } = found
  if (another !== undefined) return { sheet: another.sheet.name, message: sheetFaults.twice(layout.name) }
  const columns = new Map<number, number>()
  const cells = byPlace(sheet)
  const marks = new Map(sheet.cells.filter(({ row }) => row === corner.row).map(({ text, column }) => [text, column]))
  const problems: WorkbookProblem[] = []
  for (const index of layout.widths.keys()) {
    const column = marks.get(columnMark(index))
    if (column !== undefined) columns.set(index, column)
    else problems.push({ sheet: sheet.name, message: sheetFaults.columnMissing(headingOver(layout, index)) })
  }
  return { sheet, cells, keyColumn: corner.column, columns, problems }
}

const headingOver = ({ rows, headingRows, section }: Layout, column: number): string =>
  rows
    .slice(0, headingRows)
    .flatMap(({ cells }) => cells.filter((cell) => cell.column <= column && column < cell.column + cell.columns))
    .map(({ text }) => text)
    .pop() ?? section.title.zh

/** The label that tells a row from its neighbours: the last one before its fields. */
const labelOf = ({ cells }: LaidRow): LaidCell | undefined => {
  const before = cells.slice(
    0,
    cells.findIndex((cell) => cell.address !== undefined),
  )
  return before.filter(({ role }) => role === 'label').pop()
}

export const hasFields = ({ cells }: LaidRow): boolean => cells.some((cell) => cell.address !== undefined)

const textAt = (found: FoundSheet, row: number, cell: LaidCell): string => {
  const column = found.columns.get(cell.column)
  return column === undefined ? '' : plain(found.cells.get(placeKey({ row, column }))?.text ?? '')
}

/** Rows of the sheet by their hidden key; a key that stands twice has two. */
export const rowsByKey = (found: FoundSheet): ReadonlyMap<string, readonly number[]> => {
  const rows = new Map<string, number[]>()
  for (const { row, column, text } of found.sheet.cells)
    if (column === found.keyColumn) rows.set(text, [...(rows.get(text) ?? []), row])
  return rows
}

export interface FoundRows {
  /** Row of the sheet by key of the layout. */
  readonly rows: ReadonlyMap<string, number>
  readonly problems: readonly WorkbookProblem[]
}

const headingProblems = (found: FoundSheet, layout: Layout, keys: ReadonlyMap<string, readonly number[]>) =>
  layout.rows
    .filter((row) => !hasFields(row))
    .flatMap(({ key, cells }): readonly WorkbookProblem[] => {
      const [row] = keys.get(key) ?? []
      if (row === undefined) return []
      return cells.flatMap((cell) => {
        const column = found.columns.get(cell.column)
        if (cell.role !== 'heading' || column === undefined || textAt(found, row, cell) === plain(cell.text)) return []
        return [
          { sheet: found.sheet.name, at: nameOf({ row, column }), message: sheetFaults.headingChanged(cell.text) },
        ]
      })
    })

/** The rows of a table. Every row of the layout is found exactly once, or a problem says which is not. */
export const findRows = (found: FoundSheet, layout: Layout): FoundRows => {
  const keys = rowsByKey(found)
  const withFields = layout.rows.filter(hasFields)
  const labelled = new Map<string, LaidRow[]>()
  for (const row of withFields) {
    const label = plain(labelOf(row)?.text ?? '')
    labelled.set(label, [...(labelled.get(label) ?? []), row])
  }
  const rows = new Map<string, number>()
  const problems: WorkbookProblem[] = [...headingProblems(found, layout, keys)]
  const problemAt = (row: number, message: Words): void => {
    problems.push({ sheet: found.sheet.name, at: nameOf({ row, column: found.columns.get(0) ?? 1 }), message })
  }
  const take = (laid: LaidRow, row: number): void => {
    if (rows.has(laid.key)) problemAt(row, sheetFaults.rowTwice(labelOf(laid)?.text ?? laid.key))
    else rows.set(laid.key, row)
  }
  for (const laid of withFields) {
    const label = labelOf(laid)
    for (const row of keys.get(laid.key) ?? []) {
      const seen = label === undefined ? '' : textAt(found, row, label)
      if (label === undefined || seen === plain(label.text)) take(laid, row)
      else {
        const [meant, ...others] = labelled.get(seen) ?? []
        if (seen !== '' && meant !== undefined && others.length === 0) take(meant, row)
        else problemAt(row, sheetFaults.labelChanged(label.text))
      }
    }
  }
  const isNamed = problems.length > 0
  for (const laid of withFields)
    if (!rows.has(laid.key) && !isNamed)
      problems.push({
        sheet: found.sheet.name,
        message: sheetFaults.rowMissing(labelOf(laid)?.text ?? layout.section.title.zh),
      })
  return { rows, problems }
}
