/* A list as a table: a heading row, then the rows; 「无」 over the full width when it was said that there are none. */
import type { Cells } from '../form/cells.ts'
import type { Field } from '../form/field.ts'
import type { Column, ListSection } from '../form/form.ts'
import { printValue } from '../form/print-value.ts'
import { type Language, words } from '../form/words.ts'
import type { TableBlock } from './document.ts'
import { entry, header } from './table-cells.ts'

/** One row of a list; `unit` where the rows of several units are joined. A row maps column id to value. */
export interface PrintedRow {
  readonly unit?: string
  readonly values: Cells
}

export interface PrintedList {
  readonly rows: readonly PrintedRow[]
  /** Was it said that there are none? Without rows and without this word the table shows one empty row. */
  readonly none: boolean
  /** Is there a column for the unit? */
  readonly withUnits: boolean
}

const unitHeading = words('单位', 'Unit')
const noneWord = words('无', 'None')

const fieldOf = (section: ListSection, column: Column): Field => {
  const base = { address: `${section.id}.${column.id}`, section: section.id, label: column.label }
  return column.kind === 'choice'
    ? { ...base, kind: 'choice', options: column.options ?? [] }
    : { ...base, kind: column.kind }
}

/** The table of a list. */
export const listTable = (section: ListSection, list: PrintedList, language: Language): TableBlock => {
  const { columns } = section
  const unitCell = (text: string) => (list.withUnits ? [text] : [])
  const width = columns.length + unitCell('').length
  const printed = list.rows.map((row) => [
    ...unitCell(row.unit ?? '').map((text) => entry(text)),
    ...columns.map((column) => entry(printValue(fieldOf(section, column), row.values[column.id], language))),
  ])
  const whenEmpty = [[entry(list.none ? noneWord[language] : '', width)]]
  return {
    kind: 'table',
    caption: section.title[language],
    widths: Array.from({ length: width }, () => 1),
    headerRows: 1,
    rows: [
      [
        ...unitCell(unitHeading[language]).map((text) => header(text)),
        ...columns.map((column) => header(column.label[language])),
      ],
      ...(printed.length > 0 ? printed : whenEmpty),
    ],
  }
}
