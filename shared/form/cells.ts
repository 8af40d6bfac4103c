/*
 * Values of cells. Blank (null or absent), zero and "not applicable" are three different things everywhere
 * (product F4): blank is null, zero is 0, not applicable is { na: reason }.
 */
import type { Address } from './form.ts'

/** Explicitly not applicable, with the reason given. */
export interface NotApplicable {
  readonly na: string
}

/**
 * A stored value: integer for count and change, decimal text for money ("73802895.90") and for computed money
 * and ratios ("95.4"), text for text, narrative and choice, boolean for flag, null for blank.
 */
export type CellValue = number | string | boolean | null | NotApplicable

export type Cells = Readonly<Record<Address, CellValue>>

export const isNotApplicable = (value: CellValue | undefined): value is NotApplicable =>
  typeof value === 'object' && value !== null

/** Blank: nothing was entered. Zero and "not applicable" are not blank. */
export const isBlank = (value: CellValue | undefined): value is null | undefined | '' =>
  value === null || value === undefined || value === ''

/** Do two values say the same? */
export const sameValue = (a: CellValue | undefined, b: CellValue | undefined): boolean => {
  if (isNotApplicable(a) && isNotApplicable(b)) return a.na === b.na
  return (a ?? null) === (b ?? null)
}
