/*
 * What is odd about a return, for who reviews it (product A4): each number against the same cell of other units, and
 * against the unit's own years. The two are asked apart: among many units a figure of this one may have trebled and
 * still be nothing unusual. Both by outlier.ts, as the report does, and only where it is far off as well: a coordinator
 * is not asked to look at one case among zeros. Computed cells are left out: they only repeat what their parts say.
 */
import { asBig } from '../form/as-big.ts'
import type { Cells, CellValue } from '../form/cells.ts'
import type { Field } from '../form/field.ts'
import { inputFieldsOf } from '../form/fields.ts'
import type { Address, Form } from '../form/form.ts'
import { formById } from '../form/forms.ts'
import { lastYearValue, withComputed } from '../form/last-year.ts'
import type { UnitId } from '../unit/unit.ts'
import { isFar, isOutlier, middleOf } from './outlier.ts'

export interface ReturnOutlier {
  readonly cell: Address
  readonly value: CellValue
  /** Odd among these: the median of the others, and of how many. */
  readonly units?: { readonly median: number; readonly count: number }
  readonly years?: { readonly median: number; readonly count: number }
}

/** Figures of an earlier year with the id of their form. */
export interface EarlierYear {
  readonly form: string
  readonly cells: Cells
}

const numericKinds: ReadonlySet<Field['kind']> = new Set(['count', 'change', 'money'])

const numberIn = (value: CellValue | undefined): number | undefined =>
  typeof value === 'number' ? value : asBig(value)?.toNumber()
const numbersIn = (values: readonly (CellValue | undefined)[]): readonly number[] =>
  values.map(numberIn).filter((value) => value !== undefined)

/** The unit's own figures for a field, the last year's first; years that count it differently are left out. */
const ownYears = (form: Form, years: readonly EarlierYear[]) => {
  const whole = years.flatMap(({ form: id, cells }) => {
    const earlier = formById(id)
    return earlier === undefined ? [] : [{ form: earlier, cells: withComputed(earlier, cells) }]
  })
  return (field: Field): readonly CellValue[] =>
    whole.flatMap((year) => {
      const { value, notComparable } = lastYearValue(form, field, year)
      return notComparable === undefined ? [value] : []
    })
}

const oddIn = (now: number, last: number | undefined, others: readonly number[]) => {
  const all = last === undefined ? others : [last, ...others]
  const median = middleOf(all)
  return isFar(now, median) && isOutlier(now, last, others) ? { median, count: all.length } : undefined
}

/**
 * The outliers of a return, in print order.
 * @param others figures of the other units of the same kind in this round, this unit's not among them
 * @param years the unit's earlier years that are known, the latest first: the latest that can be compared is its last
 */
export const outliersOf = (
  form: Form,
  cells: Cells,
  others: readonly { readonly unit: UnitId; readonly cells: Cells }[],
  years: readonly EarlierYear[],
): readonly ReturnOutlier[] => {
  const before = ownYears(form, years)
  return inputFieldsOf(form).flatMap((field): readonly ReturnOutlier[] => {
    const value = cells[field.address] ?? null
    const now = numberIn(value)
    if (!numericKinds.has(field.kind) || now === undefined) return []
    const units = oddIn(now, undefined, numbersIn(others.map((other) => other.cells[field.address])))
    const [last, ...older] = numbersIn(before(field))
    const own = oddIn(now, last, older)
    if (units === undefined && own === undefined) return []
    return [
      {
        cell: field.address,
        value,
        ...(units === undefined ? {} : { units }),
        ...(own === undefined ? {} : { years: own }),
      },
    ]
  })
}
