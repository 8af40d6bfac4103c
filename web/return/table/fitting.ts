/*
 * Lays a copied block over the table, beginning at the cell in hand, and says beforehand what would be put where and
 * what does not fit. Nothing is guessed: what cannot be read stays out and is named.
 */
import type { Cells, CellValue } from '../../../shared/form/cells.ts'
import { isBlank, sameValue } from '../../../shared/form/cells.ts'
import type { Address, Words } from '../../../shared/form/form.ts'
import type { ValueReading } from '../../../shared/form/read-value.ts'
import type { Block } from './clipboard-block.ts'
import type { Grid, Slot } from './layout.ts'
import { placeOf } from './moving.ts'

/** A text that is not put, with its place in the block, counted from 1. */
export interface Unread {
  readonly line: number
  readonly column: number
  readonly slot: Slot
  readonly text: string
  readonly why: Words
}

export interface Fitted {
  readonly at: Address
  readonly lines: number
  readonly columns: number
  /** What one `put` takes. */
  readonly cells: Cells
  /** Of these: figures, cells that become blank, and figures that replace others. */
  readonly filled: number
  readonly cleared: number
  readonly replaced: number
  /** "-" read as 0. */
  readonly dashes: number
  /** Left out: values over computed cells, and values beyond the table. */
  readonly computed: number
  readonly outside: number
  readonly unread: readonly Unread[]
}

interface Held {
  readonly read: (slot: Slot, text: string) => ValueReading
  readonly now: (address: Address) => CellValue | undefined
}

const severalLines: Words = {
  zh: '一格里有多行，不能确定填哪一个。',
  en: 'The cell holds several lines; which one is meant is not certain.',
}

/** Inner line ends count as spaces to a lenient reader, and 12 and 13 would be 1213. */
const isInLines = (text: string): boolean => /\S\s*\n\s*\S/.test(text)

const readingOf = (held: Held, slot: Slot, text: string): ValueReading =>
  isInLines(text) && slot.column.kind !== 'text' ? { ok: false, message: severalLines } : held.read(slot, text)

/** Lays the block with its first cell on `at`. Costs what the table has cells, and the block has texts. */
export const fitted = (grid: Grid, at: Address, block: Block, held: Held): Fitted => {
  const cells: Record<Address, CellValue> = {}
  const unread: Unread[] = []
  const count = { filled: 0, cleared: 0, replaced: 0, dashes: 0, computed: 0, outside: 0 }
  const from = placeOf(grid, at) ?? { line: 0, column: 0 }
  const put = (slot: Slot, text: string, line: number, column: number): void => {
    const reading = readingOf(held, slot, text)
    if (!reading.ok) {
      unread.push({ line: line + 1, column: column + 1, slot, text, why: reading.message })
      return
    }
    const before = held.now(slot.address)
    if (isBlank(reading.value) && isBlank(before)) return
    cells[slot.address] = reading.value
    if (isBlank(reading.value)) count.cleared += 1
    else count.filled += 1
    if (!isBlank(reading.value) && !isBlank(before) && !sameValue(before, reading.value)) count.replaced += 1
    if (reading.confirm) count.dashes += 1
  }
  for (const [line, texts] of block.entries()) {
    const slots = grid[from.line + line]
    for (const [column, text] of texts.entries()) {
      if (text === undefined) continue
      const slot = slots?.[from.column + column]
      if (slot !== undefined && !slot.computed) put(slot, text, line, column)
      else if (text !== '') count[slot === undefined ? 'outside' : 'computed'] += 1
    }
  }
  const columns = block.reduce((most, texts) => Math.max(most, texts.length), 0)
  return { at, lines: block.length, columns, cells, ...count, unread }
}
