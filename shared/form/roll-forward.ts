/* Opening figures: what last year's accepted return carries into this one (上年结转, product F6, rule R5). */
import type { Cells, CellValue } from './cells.ts'
import { fieldsOf, isComputed } from './fields.ts'
import type { Address, Form } from './form.ts'

/** Row of this year ← row of last year. Both rows are the same in both national editions. */
const carried = { to: 'requests.carriedIn.', from: 'requests.carriedOut.' } as const

/**
 * The cells to prefill from last year's cells: 上年结转 from 结转下年度继续办理, column by column, where last year
 * holds a whole number. Blank and "not applicable" carry nothing. Totals are computed, not carried.
 */
export const openingFigures = (form: Form, lastYear: Cells): Cells => {
  const opening: Record<Address, CellValue> = {}
  for (const [address, field] of fieldsOf(form)) {
    if (!address.startsWith(carried.to) || isComputed(field)) continue
    const value = lastYear[address.replace(carried.to, carried.from)]
    if (typeof value === 'number' && Number.isInteger(value) && value >= 0) opening[address] = value
  }
  return opening
}
