/*
 * How a rule reads figures. A blank operand, an incomplete total, a value of the wrong kind and a figure that
 * cannot be compared across editions all answer undefined: the check waits. Not applicable adds nothing.
 */
import type { Cells, CellValue } from '../cells.ts'
import { isNotApplicable } from '../cells.ts'
import { comparable } from '../comparability.ts'
import { addDecimals, compareDecimals, distanceOf, isDecimal } from '../decimal.ts'
import { fieldAt, fieldsOf } from '../fields.ts'
import type { Passage } from '../finding.ts'
import type { Address, Check, Form, Term, Words } from '../form.ts'
import type { RuleOf } from '../rule-of.ts'
import { words } from '../words.ts'

/** The figures of one return. */
export interface Figures {
  readonly form: Form
  readonly cells: Cells
  readonly computed: Cells
  readonly incomplete: ReadonlySet<Address>
}

/** What the checks of one return are run on. */
export interface Evidence extends Figures {
  /** Stated values of computed cells, where a file or a history gives them. */
  readonly stated: Cells
  readonly lastYear?: Figures
  /** Made with a second, naive recount, at the report alone (R10). Absent: the check waits. */
  readonly recount?: Evaluate<RuleOf<'recount'>>
  /** The report year. Absent: a number beside a year in a text is not certain (R11). */
  readonly year?: number
  /** Texts of other units, on the server alone (R14). */
  readonly otherUnits?: readonly OtherUnit[]
}

/** Another unit of the round, as far as a check compares with it. */
export interface OtherUnit {
  readonly unit: string
  readonly name: Words
  readonly cells: Cells
}

/** What a rule found, before it becomes a finding. */
export interface Found {
  readonly cells: readonly Address[]
  readonly message: Words
  readonly left?: string
  readonly right?: string
  readonly passages?: readonly Passage[]
  /** What the finding's key is made of instead of the cells' values, where a rule reads a text. */
  readonly keyed?: string
}

/** One evaluator per kind of rule. */
export type Evaluate<R> = (rule: R, evidence: Evidence, check: Check) => readonly Found[]

export const nothing: readonly Found[] = []

/** A whole number for counts, decimal text for money. */
export type Figure = number | string

export const figureOf = (value: CellValue | undefined): Figure | undefined => {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? value : undefined
  if (typeof value === 'string') return isDecimal(value) ? value : undefined
  return isNotApplicable(value) ? 0 : undefined
}

/** The figure of a cell of one return, computed cells included; undefined while it is blank or incomplete. */
export const figureAt = (figures: Figures, address: Address): Figure | undefined => {
  const computed = figures.computed[address]
  if (computed === undefined) return figureOf(figures.cells[address])
  return figures.incomplete.has(address) ? undefined : figureOf(computed)
}

const add = (sum: Figure, figure: Figure, sign: 1 | -1): Figure => {
  if (typeof sum === 'number' && typeof figure === 'number') return sum + sign * figure
  const signed = sign === 1 ? String(figure) : String(figure).replace(/^-?/, (minus) => (minus === '-' ? '' : '-'))
  return addDecimals([String(sum), signed])
}

/** The sum of figures; undefined as soon as one is missing. */
export const sumOf = (figures: Figures, addresses: readonly Address[]): Figure | undefined => {
  let sum: Figure = 0
  for (const address of addresses) {
    const figure = figureAt(figures, address)
    if (figure === undefined) return undefined
    sum = add(sum, figure, 1)
  }
  return sum
}

/** Last year's figure for a cell of this year's form; undefined where the editions do not compare. */
export const lastYearFigure = (evidence: Evidence, address: Address): Figure | undefined => {
  const last = evidence.lastYear
  if (!last) return undefined
  const standing = comparable(last.form, evidence.form, address)
  return standing.comparable ? sumOf(last, standing.lastYearTerms) : undefined
}

/** This year's figure as the form shows it: the stated value of a computed cell where there is one. */
export const shownFigure = (evidence: Evidence, address: Address): Figure | undefined =>
  figureOf(evidence.stated[address]) ?? figureAt(evidence, address)

/** One side of a comparison; undefined while an operand is missing. */
export const sideOf = (evidence: Evidence, terms: readonly Term[]): Figure | undefined => {
  let sum: Figure = 0
  for (const { cell, sign, year } of terms) {
    const figure = year === 'this' ? shownFigure(evidence, cell) : lastYearFigure(evidence, cell)
    if (figure === undefined) return undefined
    sum = add(sum, figure, sign)
  }
  return sum
}

/** As a − b is: less than zero, zero, or more. */
export const compareFigures = (a: Figure, b: Figure): number =>
  typeof a === 'number' && typeof b === 'number' ? a - b : compareDecimals(String(a), String(b))

/** |a − b| as text. */
export const differenceOf = (a: Figure, b: Figure): string =>
  typeof a === 'number' && typeof b === 'number' ? String(Math.abs(a - b)) : distanceOf(String(a), String(b))

/** This year's cells of both sides, without repetition: the ones to look at. */
export const ownCells = (...sides: readonly (readonly Term[])[]): readonly Address[] => [
  ...new Set(sides.flatMap((side) => side.filter((term) => term.year === 'this').map((term) => term.cell))),
]

/** The label of a cell in quotation marks. */
export const named = (form: Form, address: Address): Words => {
  const label = fieldAt(form, address)?.label ?? words(address, address)
  return words(`「${label.zh}」`, `“${label.en}”`)
}

/** A side in words: 「甲」加「乙」减上年「丙」. */
export const sideInWords = (evidence: Evidence, terms: readonly Term[]): Words => {
  const parts = terms.map(({ cell, sign, year }, at) => {
    const last = year === 'last'
    const form =
      last && evidence.lastYear && fieldsOf(evidence.lastYear.form).has(cell) ? evidence.lastYear.form : evidence.form
    const name = named(form, cell)
    const first = at === 0 && sign === 1
    const zh = `${first ? '' : sign === 1 ? '加' : '减'}${last ? '上年' : ''}${name.zh}`
    const en = `${first ? '' : sign === 1 ? 'plus ' : 'minus '}${last ? 'last year’s ' : ''}${name.en}`
    return words(zh, en)
  })
  return words(parts.map(({ zh }) => zh).join(''), parts.map(({ en }) => en).join(' '))
}
