/*
 * Computed cells: totals and shares. Totals are computed here and nowhere else, from input cells only; what a file
 * states for them is kept apart (checks R2–R4). Blank is no zero: a sum adds what is filled and is then
 * incomplete, a share of anything incomplete is blank (product F3, F4).
 */
import type { Cells, CellValue } from './cells.ts'
import { isNotApplicable } from './cells.ts'
import { addDecimals, percentOf } from './decimal.ts'
import type { ComputedField } from './fields.ts'
import { fieldsOf, isComputed } from './fields.ts'
import type { Address, Form } from './form.ts'

interface Computation {
  readonly values: Cells
  readonly incomplete: ReadonlySet<Address>
}

/** What a computed cell is computed from. */
export const operandsOf = (field: ComputedField): readonly Address[] =>
  field.kind === 'sum' ? field.terms : [field.numerator, field.denominator]

const plans = new WeakMap<Form, readonly ComputedField[]>()

/** Computed fields, each after the computed fields it needs. Throws RangeError when they need each other in a ring. */
export const planOf = (form: Form): readonly ComputedField[] => {
  const known = plans.get(form)
  if (known) return known
  const fields = fieldsOf(form)
  const plan = new Set<ComputedField>()
  const open = new Set<ComputedField>()
  const visit = (field: ComputedField): void => {
    if (plan.has(field)) return
    if (open.has(field)) throw new RangeError(`Cell "${field.address}" is computed from itself.`)
    open.add(field)
    for (const address of operandsOf(field)) {
      const operand = fields.get(address)
      if (!operand) throw new RangeError(`Cell "${field.address}" is computed from "${address}", which does not exist.`)
      if (isComputed(operand)) visit(operand)
    }
    plan.add(field)
  }
  for (const field of fields.values()) if (isComputed(field)) visit(field)
  const ordered = [...plan]
  plans.set(form, ordered)
  return ordered
}

/** A value as an operand: anything that is not a number of its kind (text in a count) counts as blank here. */
type Operand = number | string | { readonly na: string } | null

const operandAt = (value: CellValue | undefined, money: boolean): Operand => {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? value : null
  if (typeof value === 'string') return money && /^\d+(\.\d+)?$/.test(value) ? value : null
  return isNotApplicable(value) ? value : null
}

/** Computed cells while they are being computed: each is read by those after it. */
export interface Computing {
  readonly values: Record<Address, CellValue>
  readonly incomplete: Set<Address>
}

const sumInto = (field: ComputedField & { readonly kind: 'sum' }, cells: Cells, into: Computing): boolean => {
  const { values, incomplete } = into
  let sum = 0
  const amounts: string[] = []
  let filled = 0
  let na: CellValue = null
  let blank = false
  for (const address of field.terms) {
    const operand = operandAt(values[address] === undefined ? cells[address] : values[address], field.money)
    if (operand === null || incomplete.has(address)) blank = true
    if (operand === null) continue
    if (typeof operand === 'object') {
      na ??= operand
      continue
    }
    filled += 1
    if (typeof operand === 'number') sum += operand
    else amounts.push(operand)
  }
  if (filled > 0) values[field.address] = field.money ? addDecimals(amounts) : sum
  else values[field.address] = blank ? null : na
  return blank
}

const isMoney = (form: Form, address: Address): boolean => {
  const field = fieldsOf(form).get(address)
  return field?.kind === 'money' || (field?.kind === 'sum' && field.money)
}

const ratioInto = (
  form: Form,
  field: ComputedField & { readonly kind: 'ratio' },
  cells: Cells,
  into: Computing,
): boolean => {
  const { values, incomplete } = into
  const at = (address: Address): Operand =>
    operandAt(values[address] === undefined ? cells[address] : values[address], isMoney(form, address))
  const part = at(field.numerator)
  const whole = at(field.denominator)
  const blank = [part, whole].includes(null) || incomplete.has(field.numerator) || incomplete.has(field.denominator)
  if (blank || part === null || whole === null) values[field.address] = null
  else if (typeof part === 'object') values[field.address] = part
  else if (typeof whole === 'object') values[field.address] = whole
  else values[field.address] = percentOf(String(part), String(whole)) ?? null
  return blank
}

/** Computes one cell from the cells and from what is computed before it. */
export const computeInto = (form: Form, field: ComputedField, cells: Cells, into: Computing): void => {
  const blank = field.kind === 'sum' ? sumInto(field, cells, into) : ratioInto(form, field, cells, into)
  if (blank) into.incomplete.add(field.address)
  else into.incomplete.delete(field.address)
}

const run = (form: Form, cells: Cells): Computation => {
  const into: Computing = { values: {}, incomplete: new Set() }
  for (const field of planOf(form)) computeInto(form, field, cells, into)
  return into
}

/**
 * Values of all computed cells, and of these only. Sums of counts are integers, of money decimal text. A sum adds what
 * is filled; it is null when nothing is filled, and not applicable only when every operand is. Not applicable adds
 * nothing. A share is percent with one decimal, half up ("95.4"); null when an operand is blank or incomplete or the
 * denominator is 0; not applicable when an operand is. Stated values in `cells` are ignored.
 */
export const compute = (form: Form, cells: Cells): Cells => run(form, cells).values

/** Computed cells with a blank operand, directly or further down: shown as incomplete, and checks on them wait. */
export const incomplete = (form: Form, cells: Cells): ReadonlySet<Address> => run(form, cells).incomplete

/** Both at once, for whoever needs both. */
export const computeWithGaps = run
