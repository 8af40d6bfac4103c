/*
 * Year on year for every number of a report (product A4). Growth is (now − last) ÷ last in percent with one decimal,
 * half away from zero as 四舍五入 does; what the two editions count differently is said, not compared (F6).
 */
import Big from 'big.js'
import { asBig } from '../form/as-big.ts'
import type { Cells, CellValue } from '../form/cells.ts'
import type { Field } from '../form/field.ts'
import { fieldsOf } from '../form/fields.ts'
import type { Address, Form } from '../form/form.ts'
import { formById } from '../form/forms.ts'
import { lastYearValue, withComputed } from '../form/last-year.ts'
import type { Words } from '../words.ts'
import { isOutlier } from './outlier.ts'

export interface YearOnYearRow {
  readonly cell: Address
  readonly now: CellValue
  readonly last: CellValue
  /** '12.5%', '-3.0%'; absent from 0 or blank, where not comparable, and for shares and signed changes. */
  readonly growth?: string
  readonly outlier?: true
  readonly notComparable?: Words
}

const numericKinds: ReadonlySet<Field['kind']> = new Set(['count', 'change', 'money', 'sum', 'ratio'])
/* A share's growth would be a percentage of percentages; a signed change has no size to grow from. */
const growingKinds: ReadonlySet<Field['kind']> = new Set(['count', 'money', 'sum'])

/** Growth in percent, '12.5%'; undefined when `last` is not above zero. */
export const growthOf = (now: Big, last: Big): string | undefined => {
  if (last.lte(0)) return undefined
  const scale = Big(10).pow(Math.max(decimalsOf(now), decimalsOf(last)))
  const base = BigInt(last.times(scale).toFixed(0))
  const difference = BigInt(now.minus(last).times(scale).toFixed(0))
  const size = difference < 0n ? -difference : difference
  const tenths = (size * 2000n + base) / (2n * base)
  const sign = difference < 0n && tenths > 0n ? '-' : ''
  return `${sign}${tenths / 10n}.${tenths % 10n}%`
}

const decimalsOf = (value: Big): number => value.toFixed().split('.')[1]?.length ?? 0

/**
 * One row per number of the form, in print order. `last` is last year's cells with the id of their form; `history`
 * are cells of other units and years in this year's form, each entry one of them, `now` and `last` not among them.
 * Throws RangeError when last year's form is unknown.
 */
export const yearOnYear = (
  form: Form,
  now: Cells,
  last?: { readonly form: string; readonly cells: Cells },
  history: readonly Cells[] = [],
): readonly YearOnYearRow[] => {
  const lastForm = last && formById(last.form)
  if (last && !lastForm) throw new RangeError(`There is no form "${last.form}".`)
  const before = last && lastForm ? { form: lastForm, cells: withComputed(lastForm, last.cells) } : undefined
  const current = withComputed(form, now)
  const others = history.map((cells) => withComputed(form, cells))

  return [...fieldsOf(form).values()].flatMap((field): readonly YearOnYearRow[] => {
    if (!numericKinds.has(field.kind)) return []
    const found = before === undefined ? { value: null } : lastYearValue(form, field, before)
    const { value: lastCell, notComparable } = { notComparable: undefined, ...found }
    const row = { cell: field.address, now: current[field.address] ?? null, last: lastCell }
    const nowNumber = asBig(row.now)
    const lastNumber = notComparable ? undefined : asBig(lastCell)
    const growth = nowNumber && lastNumber && growingKinds.has(field.kind) ? growthOf(nowNumber, lastNumber) : undefined
    const known = others.flatMap((cells) => asBig(cells[field.address])?.toNumber() ?? [])
    return [
      {
        ...row,
        ...(growth === undefined ? {} : { growth }),
        ...(nowNumber && isOutlier(nowNumber.toNumber(), lastNumber?.toNumber(), known) ? { outlier: true } : {}),
        ...(notComparable ? { notComparable } : {}),
      },
    ]
  })
}
