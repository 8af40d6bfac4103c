/* A copied block laid over the rows of a list, from the cell in hand: to the right, and down into new rows. */
import { type CellValue, isBlank } from '../../shared/form/cells.ts'
import { fieldAt } from '../../shared/form/fields.ts'
import type { Address, Form, ListSection } from '../../shared/form/form.ts'
import { readValue } from '../../shared/form/read-value.ts'
import { type Block, withoutHeadings } from './table/clipboard-block.ts'

export interface PastedRows {
  /** What one `put` takes. */
  readonly cells: Readonly<Record<Address, CellValue>>
  readonly filled: number
  /** Rows that were not there. */
  readonly added: readonly string[]
  /** Texts that their column does not take, and values beside the list: left out. */
  readonly unread: readonly string[]
  readonly outside: number
}

interface Laid {
  readonly form: Form
  readonly section: ListSection
  /** The rows as they are shown. */
  readonly rows: readonly string[]
  readonly block: Block
  readonly isBlankNow: (address: Address) => boolean
  /** The id of the nth new row. */
  readonly newRow: (n: number) => string
}

const withoutLabels = ({ columns }: ListSection, block: Block): Block => {
  const labels = new Set(columns.flatMap(({ label }) => [label.zh, label.en]))
  const headings = { isLabel: (text: string) => labels.has(text), isEntry: () => false }
  return block.slice(withoutHeadings(block, headings).lines)
}

/** Lays the block with its first cell on `at`, a cell of the list. */
export const rowsPasted = (at: Address, laid: Laid): PastedRows => {
  const { form, section, rows, isBlankNow, newRow } = laid
  const [, row = '', column = ''] = at.split('.')
  const from = { row: rows.indexOf(row), column: section.columns.findIndex(({ id }) => id === column) }
  const cells: Record<Address, CellValue> = {}
  const added: string[] = []
  const unread: string[] = []
  let [filled, outside] = [0, 0]
  /* Lines without a word in them make no rows. */
  const said = laid.block.filter((line) => line.some((text) => text !== undefined && text !== ''))
  const put = (address: Address, text: string): void => {
    const field = fieldAt(form, address)
    const reading = field === undefined ? undefined : readValue(field, text)
    if (reading === undefined || !reading.ok || reading.confirm) unread.push(text)
    else if (!isBlank(reading.value) || !isBlankNow(address)) {
      cells[address] = reading.value
      filled += 1
    }
  }
  for (const [down, texts] of withoutLabels(section, said).entries()) {
    const there = rows[from.row + down]
    const into = there ?? newRow(added.length)
    if (there === undefined) added.push(into)
    for (const [over, text] of texts.entries()) {
      const to = section.columns[from.column + over]
      if (text === undefined) continue
      if (to !== undefined) put(`${section.id}.${into}.${to.id}`, text)
      else if (text !== '') outside += 1
    }
  }
  return { cells, filled, added, unread, outside }
}
