/* Numbers of cells for those who reckon with big.js: reports and workbooks. Pages do without it (decimal.ts). */
import Big from 'big.js'
import type { CellValue } from './cells.ts'
import { isDecimal } from './decimal.ts'

/** A number of a cell, money as text included; undefined for anything else. */
export const asBig = (value: CellValue | undefined): Big | undefined => {
  if (typeof value === 'number') return Big(value)
  return typeof value === 'string' && isDecimal(value) ? Big(value) : undefined
}
