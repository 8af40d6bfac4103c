/*
 * A form as sheets, one per section: the tables as the national formats print them (the same blocks as in Word), each
 * narrative and each list on a sheet of its own. A hidden first column names every row and a hidden first row every
 * column, so that what somebody inserted, moved or sorted is found again. Made from the form alone: the reader of an
 * uploaded file lays the form out once more and looks for what it expects.
 */
import type { Address, Form, ListSection, NarrativeSection, Section } from '../form/form.ts'
import { formById } from '../form/forms.ts'
import { partsOf } from '../form/join.ts'
import { type Language, words } from '../form/words.ts'
import type { TableBlock } from '../report/document.ts'
import { tableOf } from '../report/section-table.ts'

export interface LaidCell {
  /** Column of the table, from 0. */
  readonly column: number
  readonly columns: number
  readonly rows: number
  readonly role: 'heading' | 'label' | 'note' | 'field'
  /** What is printed; '' for a field. */
  readonly text: string
  /** Of a field. */
  readonly address?: Address
}

export interface LaidRow {
  /** Unique on its sheet: `requests.received`, `@0` for a heading. */
  readonly key: string
  readonly cells: readonly LaidCell[]
}

export interface Layout {
  readonly section: Section
  /** Name of the sheet. */
  readonly name: string
  /** Relative widths of the columns. */
  readonly widths: readonly number[]
  readonly headingRows: number
  readonly rows: readonly LaidRow[]
}

const sheetNameLength = 31

const sheetNames = (form: Form, language: Language): ReadonlyMap<string, string> => {
  const taken = new Set<string>()
  return new Map(
    form.sections.map(({ id, title }, index) => {
      const plain = title[language].replace(/[*?:\\/[\]']/g, ' ')
      const short = (language === 'zh' ? plain : `${index + 1} ${plain}`).slice(0, sheetNameLength).trim()
      const name = taken.has(short) ? `${short.slice(0, sheetNameLength - 3)} ${index + 1}` : short
      taken.add(name)
      return [id, name]
    }),
  )
}

const roleOf = { header: 'heading', label: 'label', note: 'note', number: 'field', text: 'label' } as const

const keyOf = (cells: readonly LaidCell[], index: number): string => {
  const address = cells.find((cell) => cell.address !== undefined)?.address
  return address === undefined ? `@${index}` : address.slice(0, address.lastIndexOf('.'))
}

/* Puts the cells of a printed table on a grid: those that a span from above or from the left covers are skipped. */
const placed = (table: TableBlock): readonly LaidRow[] => {
  const covered = new Set<string>()
  return table.rows.map((cells, row) => {
    let column = 0
    const laid = cells.map(({ text, role, colSpan = 1, rowSpan = 1 }): LaidCell => {
      while (covered.has(`${row}.${column}`)) column += 1
      const at = column
      for (let down = 0; down < rowSpan; down += 1)
        for (let right = 0; right < colSpan; right += 1) covered.add(`${row + down}.${at + right}`)
      const spans = { column: at, columns: colSpan, rows: rowSpan, role: roleOf[role] }
      return role === 'number' ? { ...spans, text: '', address: text } : { ...spans, text }
    })
    return { key: keyOf(laid, row), cells: laid }
  })
}

const one = (role: LaidCell['role'], column: number, text: string, address?: Address): LaidCell => ({
  column,
  columns: 1,
  rows: 1,
  role,
  text,
  ...(address === undefined ? {} : { address }),
})

const narrativeRows = ({ id, help }: NarrativeSection, language: Language): readonly LaidRow[] => [
  { key: `${id}.text`, cells: [one('field', 0, '', `${id}.text`)] },
  ...(help === undefined ? [] : [{ key: '@0', cells: [one('note', 0, help[language])] }]),
]

const numberHeading = words('序号', 'No.')
const noneLabel = words('没有的，在右格填“是”', 'None? Enter yes in the cell to the right')

/** The row of a list that is not there yet; its id is given with the workbook, so that a second upload finds it again. */
export const listRow = ({ id, columns }: ListSection, rowId: string, number: number): LaidRow => ({
  key: `${id}.${rowId}`,
  cells: [
    one('label', 0, String(number)),
    ...columns.map((column, index) => one('field', index + 1, '', `${id}.${rowId}.${column.id}`)),
  ],
})

const listRows = (section: ListSection, rowIds: readonly string[], language: Language): readonly LaidRow[] => [
  {
    key: `${section.id}.none`,
    cells: [one('label', 0, noneLabel[language]), one('field', 1, '', `${section.id}.none`)],
  },
  {
    key: '@0',
    cells: [
      one('heading', 0, numberHeading[language]),
      ...section.columns.map((column, index) => one('heading', index + 1, column.label[language])),
    ],
  },
  ...rowIds.map((rowId, index) => listRow(section, rowId, index + 1)),
]

/**
 * The sheets of a form, in the order of its sections.
 * @param rowIds the rows of a list that are shown, by its section; those that are there and those that are offered
 */
export const layoutsOf = (
  form: Form,
  language: Language,
  rowIds: (list: ListSection) => readonly string[],
): readonly Layout[] => {
  const names = sheetNames(form, language)
  /* The national formats print no measures in their headings; supplements do. */
  const [edition = form.id] = partsOf(form.id)
  const official = new Set((formById(edition) ?? form).sections)
  return form.sections.map((section): Layout => {
    const name = names.get(section.id) ?? section.id
    if (section.kind === 'narrative')
      return { section, name, widths: [1], headingRows: 0, rows: narrativeRows(section, language) }
    if (section.kind === 'list') {
      const rows = listRows(section, rowIds(section), language)
      return { section, name, widths: [1, ...section.columns.map(() => 2)], headingRows: 2, rows }
    }
    const table = tableOf(
      section,
      (address) => address,
      () => ({ rows: [], none: false, withUnits: false }),
      language,
      !official.has(section),
    )
    if (table === undefined) throw new RangeError(`Section "${section.id}" has no table.`)
    return { section, name, widths: table.widths, headingRows: table.headerRows, rows: placed(table) }
  })
}

/** Where tables begin on a sheet: below the row of column marks, the title and a line of small print; right of the keys. */
export const firstRow = 4
export const firstColumn = 2
/** What marks a section's sheet, in the corner of its hidden row and column. */
export const sectionMark = (section: string): string => `section:${section}`
/** What marks a column of the table in the hidden row. */
export const columnMark = (column: number): string => `#${column}`
