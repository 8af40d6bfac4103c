/*
 * Last year's figure for a cell of this year's form, said once for the return, its report and the page (product F6):
 * where several cells of last year make it up and one of them is blank, there is no figure, not a part of one.
 */
import Big from 'big.js'
import type { Cells, CellValue } from './cells.ts'
import { comparable } from './comparability.ts'
import { compute } from './compute.ts'
import type { Field } from './field.ts'
import type { Address, Form, Words } from './form.ts'

/** A number of a cell, money as text included; undefined for anything else. */
export const asBig = (value: CellValue | undefined): Big | undefined => {
  if (typeof value === 'number') return Big(value)
  return typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value) ? Big(value) : undefined
}

/** Cells with the computed ones filled in; what was stated stays where nothing can be computed. */
export const withComputed = (form: Form, cells: Cells): Cells => {
  const whole: Record<Address, CellValue> = { ...cells }
  for (const [address, value] of Object.entries(compute(form, cells))) if (value !== null) whole[address] = value
  return whole
}

/** The sum of last year's cells; text for money, as there; null when any of them is no number. */
const sumOf = (cells: Cells, terms: readonly Address[], isText: boolean): CellValue => {
  const values = terms.map((term) => asBig(cells[term]))
  if (values.length === 1) return cells[terms[0] ?? ''] ?? null
  let sum = Big(0)
  for (const value of values) {
    if (!value) return null
    sum = sum.plus(value)
  }
  return isText ? sum.toFixed() : sum.toNumber()
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
