/*
 * What was edited in an uploaded workbook: the cells whose value is no longer the one it was made with, and everything
 * that is wrong, each with sheet, cell and remedy. Cells that others changed meanwhile and nobody touched in the file
 * are not among the edits.
 */

import { asBig } from '../form/as-big.ts'
import { type Cells, type CellValue, isBlank } from '../form/cells.ts'
import { compute } from '../form/compute.ts'
import { fieldAt, fieldsOf, isComputed } from '../form/fields.ts'
import type { Address, Form } from '../form/form.ts'
import type { Words } from '../words.ts'
import { type Digest, factsIn, isAsKept, isLeftOut, type WorkbookFacts, workbookMark } from './facts.ts'
import { type FoundSheet, findRows, findSheet, hasFields, type WorkbookProblem } from './find-rows.ts'
import { historyInWords } from './history-place.ts'
import { type Layout, layoutsOf } from './layout.ts'
import { isWithin, nameOf, type Position } from './position.ts'
import { placeKey, type RawWorkbook } from './raw.ts'
import { readCell } from './read-cell.ts'
import { listCellsOn } from './read-list.ts'
import { cellFaults, fileFaults, sheetFaults } from './words.ts'

/** Where a cell of the form stands in the file. */
export interface FilePlace {
  readonly sheet: string
  readonly at: string
}

export interface Edit {
  readonly value: CellValue
  /** Absent: the row is gone from its list. */
  readonly place?: FilePlace
  /** The reading must be confirmed: "-" for 0 (R17). */
  readonly confirm?: true
}

/** A plain figure where a formula was. */
export interface Stated {
  readonly address: Address
  readonly text: string
  readonly place: FilePlace
}

export type WorkbookReading =
  | { readonly ok: false; readonly because: Words }
  | {
      readonly ok: true
      readonly facts: WorkbookFacts
      readonly edits: ReadonlyMap<Address, Edit>
      readonly places: ReadonlyMap<Address, FilePlace>
      /** What was typed over the formulas of computed cells. */
      readonly stated: readonly Stated[]
      readonly problems: readonly WorkbookProblem[]
    }

export interface Expected {
  readonly form: Form
  readonly round: string
  readonly unit: string
  /** The version of the return now. */
  readonly version: number
  readonly digest: Digest
  /** Figures of an earlier year were published: a total that its entries do not make is kept, not refused. */
  readonly keepsStated?: true
}

const factRows = (workbook: RawWorkbook): ReadonlyMap<string, string> => {
  for (const { cells } of workbook) {
    const mark = cells.find(({ text }) => text === workbookMark)
    if (mark === undefined) continue
    const names = cells.filter(({ column }) => column === mark.column)
    const values = new Map(cells.filter(({ column }) => column === mark.column + 1).map(({ row, text }) => [row, text]))
    return new Map(names.map(({ row, text }) => [text, values.get(row) ?? '']))
  }
  return new Map()
}

const otherRound = (theirs: string, ours: string): Words => {
  const [made, wanted] = [historyInWords(theirs), historyInWords(ours)]
  if (made === undefined && wanted === undefined) return fileFaults.otherRound(theirs, ours)
  const named = (id: string): Words => ({ zh: `报送轮次 ${id}`, en: `round ${id}` })
  return fileFaults.otherPlace(made ?? named(theirs), wanted ?? named(ours))
}

/* Another edition, round or unit: nothing of such a file belongs here. */
const stranger = (facts: WorkbookFacts, { form, round, unit, version }: Expected): Words | undefined => {
  if (facts.form !== form.id) return fileFaults.otherForm(facts.form, form.id)
  if (facts.round !== round) return otherRound(facts.round, round)
  if (facts.unit !== unit) return fileFaults.otherUnit(facts.unit, unit)
  if (facts.formVersion !== form.version)
    return fileFaults.otherForm(`${facts.form} v${facts.formVersion}`, `${form.id} v${form.version}`)
  return facts.version > version ? fileFaults.fromTheFuture(facts.version, version) : undefined
}

interface PlacedCell extends Position {
  readonly address: Address
}

const tableCells = (found: FoundSheet, layout: Layout) => {
  const { rows, problems } = findRows(found, layout)
  const cells = layout.rows.filter(hasFields).flatMap(({ key, cells: laid }): readonly PlacedCell[] => {
    const row = rows.get(key)
    return laid.flatMap((cell) => {
      const column = found.columns.get(cell.column)
      return cell.address === undefined || row === undefined || column === undefined
        ? []
        : [{ address: cell.address, row, column }]
    })
  })
  return { cells, problems: [...problems, ...strayProblems(found, [...rows.values()], cells)] }
}

/* Figures in a row between those of the table that belongs to none of them. */
const strayProblems = (
  found: FoundSheet,
  rows: readonly number[],
  cells: readonly PlacedCell[],
): readonly WorkbookProblem[] => {
  const columns = new Set(cells.map(({ column }) => column))
  const headings = new Set(
    found.sheet.cells
      .filter(({ column, text }) => column === found.keyColumn && text.startsWith('@'))
      .map(({ row }) => row),
  )
  const [first, last] = [Math.min(...rows), Math.max(...rows)]
  return found.sheet.cells
    .filter(({ row, column, text }) => row > first && row < last && columns.has(column) && text.trim() !== '')
    .filter(({ row }) => !rows.includes(row) && !headings.has(row))
    .map((cell) => ({ sheet: found.sheet.name, at: nameOf(cell), message: sheetFaults.strayRow }))
}

const mergedProblems = (found: FoundSheet, cells: readonly PlacedCell[]): readonly WorkbookProblem[] =>
  found.sheet.merged.flatMap((area) => {
    const inside = cells.filter((cell) => isWithin(area, cell))
    const isWhole = inside.length === 1 && inside[0]?.row === area.from.row && inside[0].column === area.from.column
    return inside.length === 0 || isWhole
      ? []
      : [{ sheet: found.sheet.name, at: nameOf(area.from), message: sheetFaults.merged }]
  })

interface SheetReading {
  readonly read: ReadonlyMap<Address, Edit>
  readonly places: ReadonlyMap<Address, FilePlace>
  /** What stands in computed cells as plain figures. */
  readonly stated: readonly Stated[]
  readonly problems: readonly WorkbookProblem[]
}

const nothing: SheetReading = { read: new Map(), places: new Map(), stated: [], problems: [] }

const readSheet = (
  workbook: RawWorkbook,
  layout: Layout,
  form: Form,
  facts: WorkbookFacts,
  kept: ReadonlyMap<Address, string>,
): SheetReading => {
  const found = findSheet(workbook, layout)
  if ('message' in found) return { ...nothing, problems: [found] }
  const { section } = layout
  const laid =
    section.kind === 'list' ? { cells: listCellsOn(found, section, facts), problems: [] } : tableCells(found, layout)
  const read = new Map<Address, Edit>()
  const places = new Map<Address, FilePlace>()
  const stated: Stated[] = []
  const problems: WorkbookProblem[] = [...found.problems, ...laid.problems, ...mergedProblems(found, laid.cells)]
  for (const cell of laid.cells) {
    const { address } = cell
    const field = fieldAt(form, address)
    if (field === undefined || isLeftOut(kept.get(address))) continue
    const place = { sheet: found.sheet.name, at: nameOf(cell) }
    const raw = found.cells.get(placeKey(cell))
    places.set(address, place)
    if (isComputed(field)) {
      const isFigure = raw !== undefined && raw.kind !== 'formula' && raw.text.trim() !== ''
      if (isFigure) stated.push({ address, text: raw.text.trim(), place })
      continue
    }
    const reading = readCell(field, raw)
    if (!reading.ok) problems.push({ ...place, cell: address, message: reading.message })
    else read.set(address, { value: reading.value, place, ...(reading.confirm ? { confirm: true as const } : {}) })
  }
  return { read, places, stated, problems }
}

/* A total that was typed over: it is computed again from the file's own entries and must agree. */
const totalProblems = (form: Form, sheets: readonly SheetReading[]): readonly WorkbookProblem[] => {
  const cells: Cells = Object.fromEntries(
    sheets.flatMap(({ read }) => [...read].map(([address, { value }]) => [address, value] as const)),
  )
  const computed = compute(form, cells)
  return sheets.flatMap(({ stated }) =>
    stated.flatMap(({ address, text, place }) => {
      if (fieldAt(form, address)?.kind !== 'sum') return []
      const [is, says] = [asBig(computed[address] ?? 0), asBig(text)]
      if (is !== undefined && says !== undefined && is.eq(says)) return []
      return [{ ...place, cell: address, message: cellFaults.total(text, is?.toFixed() ?? '') }]
    }),
  )
}

/** Rows of lists that the workbook was made with and that it no longer holds. */
const removed = (
  form: Form,
  kept: ReadonlyMap<Address, string>,
  sheets: readonly SheetReading[],
): readonly (readonly [Address, Edit])[] => {
  const here = new Set(sheets.flatMap(({ places }) => [...places.keys()]))
  const isOfList = (address: Address): boolean => fieldAt(form, address) !== undefined && !fieldsOf(form).has(address)
  return [...kept.keys()]
    .filter((address) => isOfList(address) && !here.has(address) && !address.endsWith('.none'))
    .map((address) => [address, { value: null }] as const)
}

/** Reads an uploaded workbook against the return it should belong to. */
export const readWorkbook = (workbook: RawWorkbook, expected: Expected): WorkbookReading => {
  const { form, digest } = expected
  const made = factsIn(factRows(workbook))
  if (made === undefined) return { ok: false, because: fileFaults.notMade }
  const { facts, kept } = made
  const because = stranger(facts, expected)
  if (because !== undefined) return { ok: false, because }
  const layouts = layoutsOf(form, facts.language, () => [])
  const sheets = layouts.map((layout) => readSheet(workbook, layout, form, facts, kept))
  const problems = sheets.flatMap((sheet) => sheet.problems)
  const edited = sheets
    .flatMap(({ read }) => [...read])
    .filter(([address, { value }]) => !isAsKept(form, address, kept.get(address), value, digest))
    .filter(([address, { value }]) => !isBlank(value) || kept.has(address))
  const gone = problems.length === 0 ? removed(form, kept, sheets) : []
  return {
    ok: true,
    facts,
    edits: new Map([...edited, ...gone]),
    places: new Map(sheets.flatMap(({ places }) => [...places])),
    stated: sheets.flatMap(({ stated }) => stated),
    problems: problems.length > 0 || expected.keepsStated ? problems : totalProblems(form, sheets),
  }
}
