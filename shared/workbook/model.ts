/*
 * A workbook as neutral data: what stands in which cell, not how a library writes it. Made by workbook.ts, turned into
 * a file by functions/workbooks.
 */
import type { FieldKind } from '../form/form.ts'
import type { Area, Position } from './position.ts'

export interface SheetCell extends Position {
  readonly role: 'mark' | 'title' | 'note' | 'heading' | 'label' | 'input' | 'computed' | 'locked'
  readonly value: string | number | null
  /** Computed, and open to be typed over: figures that were published with a total of their own. */
  readonly isOpen?: true
  /** A1 formula without `=`; `value` is its result. */
  readonly formula?: string
  /** Of a field. */
  readonly kind?: FieldKind
  /** What may be chosen. */
  readonly choices?: readonly string[]
  /** Comment of the cell: last year's figure, help. */
  readonly comment?: string
  readonly merged?: Area
}

/** A formula that turns the cells red (class A) or amber while it is true. */
export interface SheetRule {
  readonly cells: readonly string[]
  readonly formula: string
  readonly severity: 'blocks' | 'explain' | 'blank'
}

export interface SheetModel {
  readonly name: string
  /** In characters, for columns from B on. */
  readonly widths: readonly number[]
  /** In points, by row, where a row is not of the usual height. */
  readonly heights: Readonly<Record<number, number>>
  readonly cells: readonly SheetCell[]
  readonly rules: readonly SheetRule[]
  /** First cell that moves when scrolling. */
  readonly frozen: Position
  readonly printed: Area
  /** Rows repeated on every page. */
  readonly headingRows: readonly [number, number]
  readonly landscape: boolean
}

export interface WorkbookModel {
  /** File name without ending, and the title property. */
  readonly name: string
  readonly language: 'zh' | 'en'
  readonly unit: string
  readonly instructions: { readonly name: string; readonly lines: readonly InstructionLine[] }
  readonly sheets: readonly SheetModel[]
  readonly hidden: { readonly name: string; readonly rows: readonly (readonly [string, string])[] }
}

export interface InstructionLine {
  readonly role: 'title' | 'heading' | 'line'
  readonly text: string
}
