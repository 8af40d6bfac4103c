/*
 * A file as rows of the directory: where the headings stand, which column is which, and what each cell says. Cells of
 * one column merged downwards say the same for each of their rows, as clerks mean it; anything else that cannot be read
 * in one way only is a problem.
 */
import { type Column, columnOf, columns, headings } from './directory-columns.ts'
import { type DirectoryProblem, directoryFaults as faults } from './directory-problems.ts'

/** A cell that holds something; rows and columns are counted from 1. */
export interface FileCell {
  readonly row: number
  readonly column: number
  readonly kind: 'text' | 'number' | 'date' | 'truth' | 'error' | 'formula'
  readonly text: string
}

interface Corner {
  readonly row: number
  readonly column: number
}

/** One table of a file: a sheet, or a whole csv, which has no name. */
export interface FileSheet {
  readonly name?: string
  readonly cells: readonly FileCell[]
  readonly merged: readonly { readonly from: Corner; readonly to: Corner }[]
}

/** What a row says, column by column; blank cells are left out. */
export interface DirectoryRow {
  readonly sheet?: string
  readonly row: number
  readonly cells: Readonly<Partial<Record<Column, string>>>
  /** Letters of the columns. */
  readonly letters: Readonly<Partial<Record<Column, string>>>
}

/** Rows of one file: a Lambda reads and writes as many within its time (docs/decisions/0028). */
export const mostRows = 1000
/* A title and a note may stand above the headings. */
const headingsWithin = 20

const letterOf = (column: number): string => {
  let name = ''
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26))
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name
  return name
}

/* Blanks of every kind are one blank, and none between two characters: 张　三 is 张三. */
const tidy = (text: string): string =>
  text
    .replace(/[\u200b-\u200d\u2060]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '')

/* In a csv, which has no name, ' keeps a program from taking text for a formula (directory-export.ts). */
const isCsv = ({ name }: FileSheet): boolean => name === undefined
const unguarded = (text: string): string => text.replace(/^'(?='*[=+\-@])/, '')

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const unreadable = /[\u0000-\u0008\u000e-\u001f\ufffd]|\p{Surrogate}/u

const faultOf = ({ kind, text }: FileCell, sheet: FileSheet) => {
  if (kind === 'formula' || (isCsv(sheet) && /^\s*=/.test(text))) return faults.formula
  if (kind === 'date') return faults.date
  if (kind === 'error' || kind === 'truth') return faults.error
  return unreadable.test(text) ? faults.characters : undefined
}

type Rows = ReadonlyMap<number, readonly FileCell[]>

const rowsOf = (cells: readonly FileCell[]): Rows => {
  const rows = new Map<number, FileCell[]>()
  for (const cell of cells) {
    if (cell.kind === 'text' && tidy(cell.text) === '') continue
    const row = rows.get(cell.row)
    if (row === undefined) rows.set(cell.row, [cell])
    else row.push(cell)
  }
  return rows
}

interface Headings {
  readonly row: number
  readonly columns: ReadonlyMap<number, Column | 'own'>
  readonly problems: readonly DirectoryProblem[]
}

const known = (cells: readonly FileCell[]): number => cells.filter(({ text }) => columnOf(text) !== undefined).length

const placed = (sheet: FileSheet) => (sheet.name === undefined ? {} : { sheet: sheet.name })

const missingAmong = (found: ReadonlySet<Column | 'own'>): readonly Column[] => {
  const ofPeople = ['person', 'email', 'phone', 'role', 'language'] as const
  const needed: readonly Column[] = ofPeople.some((column) => found.has(column))
    ? ['unit', 'person', 'email', 'role']
    : ['unit']
  return needed.filter((column) => !found.has(column))
}

const headingsIn = (sheet: FileSheet, rows: Rows): Headings | undefined => {
  const early = [...rows].filter(([row]) => row <= headingsWithin).sort(([a], [b]) => a - b)
  const [row, cells] = early.find(([, all]) => known(all) >= 2) ?? []
  if (row === undefined || cells === undefined) return undefined
  const place = { ...placed(sheet), row }
  const problems: DirectoryProblem[] = []
  const found = new Map<number, Column | 'own'>()
  for (const { column, text } of cells) {
    const means = columnOf(text)
    const at = { ...place, column: letterOf(column) }
    if (means === undefined) problems.push({ ...at, message: faults.columnUnknown(tidy(text).slice(0, 40)) })
    else if (means !== 'own' && [...found.values()].includes(means))
      problems.push({ ...at, message: faults.columnTwice(headings[means]) })
    found.set(column, means ?? 'own')
  }
  for (const column of missingAmong(new Set(found.values())))
    problems.push({ ...place, message: faults.columnMissing(headings[column]) })
  for (const { from, to } of sheet.merged)
    if (from.row <= row && to.row >= row)
      problems.push({ ...placed(sheet), row: from.row, column: letterOf(from.column), message: faults.headingMerged })
  return { row, columns: found, problems }
}

/* The rows below the headings, merged cells repeated downwards. */
const body = (sheet: FileSheet, rows: Rows, headingRow: number, problems: DirectoryProblem[]): Rows => {
  const filled = new Map<number, readonly FileCell[]>([...rows].filter(([row]) => row > headingRow))
  /* Areas that lie over each other, as no program makes them, end here. */
  let room = mostRows * columns.length
  for (const { from, to } of sheet.merged) {
    if (from.row <= headingRow) continue
    const top = rows.get(from.row)?.find(({ column }) => column === from.column)
    if (top === undefined) continue
    if (from.column !== to.column) {
      problems.push({ ...placed(sheet), row: from.row, column: letterOf(from.column), message: faults.merged })
      continue
    }
    const last = Math.min(to.row, from.row + room)
    room -= Math.max(0, last - from.row)
    for (let row = from.row + 1; row <= last; row += 1)
      if (filled.has(row)) filled.set(row, [...(filled.get(row) ?? []), { ...top, row }])
  }
  return filled
}

interface Read {
  readonly rows: readonly DirectoryRow[]
  readonly problems: readonly DirectoryProblem[]
}

const rowOf = (
  sheet: FileSheet,
  row: number,
  cells: readonly FileCell[],
  named: Headings['columns'],
  problems: DirectoryProblem[],
): DirectoryRow | undefined => {
  const said: Partial<Record<Column, string>> = {}
  for (const cell of cells) {
    const column = named.get(cell.column)
    if (column === 'own') continue
    const at = { ...placed(sheet), row, column: letterOf(cell.column) }
    const wrong = column === undefined ? faults.noHeading : faultOf(cell, sheet)
    if (wrong !== undefined) problems.push({ ...at, message: wrong })
    if (column !== undefined) said[column] = tidy(isCsv(sheet) ? unguarded(cell.text.trim()) : cell.text)
  }
  if (Object.keys(said).length === 0) return undefined
  const letters = Object.fromEntries([...named].map(([at, column]) => [column, letterOf(at)]))
  return { ...placed(sheet), row, cells: said, letters }
}

const sheetRows = (sheet: FileSheet): Read | undefined => {
  const rows = rowsOf(sheet.cells)
  if (rows.size === 0) return { rows: [], problems: [] }
  const found = headingsIn(sheet, rows)
  if (found === undefined) return undefined
  const problems = [...found.problems]
  if (problems.length > 0) return { rows: [], problems }
  const sorted = [...body(sheet, rows, found.row, problems)].sort(([a], [b]) => a - b)
  const read = sorted.flatMap(([row, cells]) => rowOf(sheet, row, cells, found.columns, problems) ?? [])
  return { rows: read, problems }
}

/* The sheet that an export explains itself on. */
const isExplanation = ({ name = '' }: FileSheet): boolean =>
  /^(说明|填写说明|填表说明|instructions?|notes?)$/i.test(name)

/** Reads all tables of a file: units and people on one sheet, or on two. */
export const directoryRows = (sheets: readonly FileSheet[]): Read => {
  const rows: DirectoryRow[] = []
  const problems: DirectoryProblem[] = []
  for (const sheet of sheets) {
    const read = sheetRows(sheet)
    if (read === undefined) {
      if (!isExplanation(sheet)) problems.push({ ...placed(sheet), message: faults.noTable })
      continue
    }
    rows.push(...read.rows)
    problems.push(...read.problems)
  }
  if (rows.length > mostRows) return { rows: [], problems: [{ message: faults.tooManyRows(mostRows) }] }
  if (rows.length === 0 && problems.length === 0) problems.push({ message: faults.empty })
  return { rows, problems }
}
