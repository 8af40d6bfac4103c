/* A workbook as it comes in: what stands where, before anybody asks what it means. */
import type { Area, Position } from './position.ts'

export type RawKind = 'text' | 'number' | 'date' | 'truth' | 'error' | 'formula'

/** A cell that holds something. `text` of a number is its shortest decimal; of a truth `true` or `false`. */
export interface RawCell extends Position {
  readonly kind: RawKind
  readonly text: string
}

export interface RawSheet {
  readonly name: string
  readonly cells: readonly RawCell[]
  readonly merged: readonly Area[]
}

export type RawWorkbook = readonly RawSheet[]

/** Cells of a sheet by place. */
export const byPlace = (sheet: RawSheet): ReadonlyMap<string, RawCell> =>
  new Map(sheet.cells.map((cell) => [placeKey(cell), cell]))

export const placeKey = ({ row, column }: Position): string => `${row}:${column}`
