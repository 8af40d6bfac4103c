/*
 * A second, naive count of a report, straight from the raw revisions of every unit (product A5, rule R10). It
 * deliberately shares no arithmetic with addUp and compute: it expands every total to the cells that people filled
 * in, walks all revisions for each of them, and adds with Big. Slow and plain, so that a fault in the roll-up shows.
 */
import Big from 'big.js'
import type { Cells, CellValue } from '../form/cells.ts'
import { isNotApplicable } from '../form/cells.ts'
import { runChecks } from '../form/checks.ts'
import type { Field } from '../form/field.ts'
import { fieldsOf } from '../form/fields.ts'
import type { Finding } from '../form/finding.ts'
import type { Address, Form } from '../form/form.ts'

const numericKinds: ReadonlySet<Field['kind']> = new Set(['count', 'change', 'money', 'sum', 'ratio'])

/** What stands in some input cells over all revisions. */
interface Tally {
  readonly sum: Big
  readonly decimals: number
  /** Does any revision hold a number in any of the cells? */
  readonly filled: boolean
  /** The first reason of a cell that is not applicable for everybody. */
  readonly na: CellValue
  /** Is there a cell that nobody filled and somebody left blank? */
  readonly blank: boolean
}

const tally = (revisions: readonly Cells[], addresses: readonly Address[]): Tally => {
  let sum = Big(0)
  let decimals = 0
  let filled = false
  let na: CellValue = null
  let blank = false
  for (const address of addresses) {
    let hasNumber = false
    let hasBlank = false
    let reason: CellValue = null
    for (const cells of revisions) {
      const value = cells[address]
      if (typeof value === 'number' || (typeof value === 'string' && value !== '')) {
        sum = sum.plus(value)
        decimals = Math.max(decimals, String(value).split('.')[1]?.length ?? 0)
        hasNumber = true
      } else if (isNotApplicable(value)) reason ??= value
      else hasBlank = true
    }
    if (hasNumber) filled = true
    else if (hasBlank || reason === null) blank = true
    else na ??= reason
  }
  return { sum, decimals, filled, na, blank }
}

/** The input cells that a cell stands for: itself, or all that its total is made of. */
const inputsUnder = (form: Form, address: Address): readonly Address[] => {
  const field = fieldsOf(form).get(address)
  if (!field) return []
  if (field.kind !== 'sum') return [address]
  return field.terms.flatMap((term) => inputsUnder(form, term))
}

const isMoney = (field: Field): boolean => field.kind === 'money' || (field.kind === 'sum' && field.money)

const share = (part: Tally, whole: Tally): CellValue => {
  if (part.blank || whole.blank) return null
  if (!part.filled) return part.na
  if (!whole.filled) return whole.na
  if (whole.sum.lte(0) || part.sum.lt(0)) return null
  // floor(a/b + 1/2) as floor((2a + b) / 2b), on whole numbers, so that nothing is rounded twice.
  const scale = Big(10).pow(Math.max(part.decimals, whole.decimals))
  const a = BigInt(part.sum.times(scale).toFixed(0)) * 1000n
  const b = BigInt(whole.sum.times(scale).toFixed(0))
  const tenths = ((2n * a + b) / (2n * b)).toString().padStart(2, '0')
  return `${tenths.slice(0, -1)}.${tenths.slice(-1)}`
}

const recounted = (form: Form, field: Field, revisions: readonly Cells[]): CellValue => {
  if (field.kind === 'ratio') {
    const part = tally(revisions, inputsUnder(form, field.numerator))
    return share(part, tally(revisions, inputsUnder(form, field.denominator)))
  }
  const found = tally(revisions, inputsUnder(form, field.address))
  if (!found.filled) return found.blank ? null : found.na
  return isMoney(field) ? found.sum.toFixed(found.decimals) : found.sum.toNumber()
}

/**
 * Every number of the form counted again over the raw revisions, one entry per unit's own return: inputs, totals and
 * shares. Null where no revision holds a number, "not applicable" where all that is said is that.
 */
export const recount = (form: Form, revisions: readonly Cells[]): Cells => {
  const counted: Record<Address, CellValue> = {}
  for (const field of fieldsOf(form).values()) {
    if (numericKinds.has(field.kind)) counted[field.address] = recounted(form, field, revisions)
  }
  return counted
}

/** R10: the report's figures against the recount, totals and shares included. */
export const recountFindings = (form: Form, figures: Cells, counted: Cells): readonly Finding[] =>
  runChecks(form, { cells: figures, stated: figures, recounted: counted, only: ['otherUnits'] })
