/* What an entry of the rulebook is made of, and how its worked examples are written. */
import type { Cells } from '../cells.ts'
import { fieldsOf } from '../fields.ts'
import type { Address, Check, Form, Rule, Words } from '../form.ts'

export interface CheckExample {
  readonly cells: Cells
  readonly lastYear?: Cells
  readonly stated?: Cells
  /** What a second, naive recount from the units gives (R10). */
  readonly recounted?: Cells
  /** What another unit of the same round has (R14). */
  readonly otherUnit?: Cells
}

export interface Entry {
  /** Plain sentence of the rule; the finding's own message names values and cells. */
  readonly says: Words
  /** Law, notice, or derived. */
  readonly basis: string
  /** Cells that break the rule and cells that keep it; a test runs both. Blank where not given. */
  readonly breaks: CheckExample
  readonly keeps: CheckExample
}

/** Writes the entries of one rule. */
export type EntryOf = (form: Form, check: Check) => Entry

/** The same value in many cells. */
export const allAt = (addresses: readonly Address[], value: number): Cells =>
  Object.fromEntries(addresses.map((address) => [address, value]))

/** The first value in the first cell, 0 in the others. */
export const firstOf = ([first = '', ...rest]: readonly Address[], value: number): Cells => ({
  [first]: value,
  ...allAt(rest, 0),
})

const inputsInto = (form: Form, address: Address): readonly Address[] => {
  const field = fieldsOf(form).get(address)
  return field?.kind === 'sum' ? field.terms.flatMap((term) => inputsInto(form, term)) : [address]
}

/** Inputs under which a cell is this figure: all of it in the first input that adds into it. */
export const giving = (form: Form, address: Address, figure: number): Cells =>
  firstOf(inputsInto(form, address), figure)

/** The label of a row or column of a section; RangeError when it has none of this id. */
export const labelOf = (form: Form, sectionId: string, id: string): Words => {
  const section = form.sections.find((candidate) => candidate.id === sectionId)
  const tables = section?.kind === 'matrix' ? [section] : section?.kind === 'blocks' ? section.blocks : []
  const found = tables.flatMap(({ rows, columns }) => [...rows, ...columns]).find((part) => part.id === id)
  if (found === undefined) throw new RangeError(`Section "${sectionId}" has no row or column "${id}".`)
  return found.label
}

/** The part of a check's id behind that of its rule: `R1.total` gives `total`. */
export const instanceOf = (check: Check): string => check.id.slice(check.ruleId.length + 1)

/** The rule of a check, which is of this kind; RangeError when it is of another. */
export const ruleOf = <K extends Rule['kind']>(check: Check, kind: K): Extract<Rule, { readonly kind: K }> => {
  const isIt = (rule: Rule): rule is Extract<Rule, { readonly kind: K }> => rule.kind === kind
  if (!isIt(check.rule)) throw new RangeError(`The rule of ${check.id} is no "${kind}".`)
  return check.rule
}

export const needOfAccuracy = '数据准确、要素齐备的要求，国办公开办函〔2019〕60号、〔2021〕30号'
