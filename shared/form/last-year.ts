/*
 * Last year's figure for a cell of this year's form, said once for the return, its report and the page (product F6):
 * where several cells of last year make it up and one of them is blank, there is no figure, not a part of one.
 */
import type { Cells, CellValue } from './cells.ts'
import { comparable } from './comparability.ts'
import { compute } from './compute.ts'
import { addDecimals, isDecimal } from './decimal.ts'
import type { Field } from './field.ts'
import type { Address, Form, Words } from './form.ts'

/** Cells with the computed ones filled in; what was stated stays where nothing can be computed. */
export const withComputed = (form: Form, cells: Cells): Cells => {
  const whole: Record<Address, CellValue> = { ...cells }
  for (const [address, value] of Object.entries(compute(form, cells))) if (value !== null) whole[address] = value
  return whole
}

/** The sum of last year's cells; text for money, as there; null when any of them is no number. */
const sumOf = (cells: Cells, terms: readonly Address[], isText: boolean): CellValue => {
  const values = terms.map((term) => cells[term] ?? null)
  if (values.length === 1) return values[0] ?? null
  const numbers = values.flatMap((value) =>
    (typeof value === 'number' || typeof value === 'string') && isDecimal(String(value)) ? [String(value)] : [],
  )
  if (numbers.length < values.length) return null
  const sum = addDecimals(numbers)
  return isText ? sum : Number(sum)
}

/**
 * Last year's value beside a field of this year's form, and why it is not comparable where it is not.
 * @param last last year's form and its cells, computed ones included (withComputed)
 */
export const lastYearValue = (
  form: Form,
  field: Field,
  last: { readonly form: Form; readonly cells: Cells },
): { readonly value: CellValue; readonly notComparable?: Words } => {
  const found = comparable(last.form, form, field.address)
  if (!found.comparable) return { value: last.cells[field.address] ?? null, notComparable: found.because }
  const isText = field.kind === 'money' || (field.kind === 'sum' && field.money)
  return { value: sumOf(last.cells, found.lastYearTerms, isText) }
}
