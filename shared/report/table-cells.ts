/* Cells of printed tables, written briefly. A span of one is left out. */
import type { Address } from '../form/form.ts'
import type { TableCell } from './document.ts'

/** Prints the value at an address: '' for blank, 0 for zero, 不适用 for not applicable. */
export type PrintCell = (address: Address) => string

const cell = (role: TableCell['role'], text: string, colSpan: number, rowSpan: number): TableCell => ({
  text,
  role,
  ...(colSpan > 1 ? { colSpan } : {}),
  ...(rowSpan > 1 ? { rowSpan } : {}),
})

/** A heading over columns. */
export const header = (text: string, colSpan = 1, rowSpan = 1): TableCell => cell('header', text, colSpan, rowSpan)

/** A heading beside rows. */
export const label = (text: string, colSpan = 1, rowSpan = 1): TableCell => cell('label', text, colSpan, rowSpan)

/** The figure at an address. */
export const figure = (print: PrintCell, address: Address, colSpan = 1): TableCell => ({
  ...cell('number', print(address), colSpan, 1),
  cell: address,
})

/** Small text in a corner. */
export const note = (text: string, colSpan = 1, rowSpan = 1): TableCell => cell('note', text, colSpan, rowSpan)

/** Words in a list. */
export const entry = (text: string, colSpan = 1): TableCell => cell('text', text, colSpan, 1)
