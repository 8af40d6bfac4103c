/* Rules that every form has: R9, R10, R16, R17. */
import type { CellValue } from '../cells.ts'
import type { Field } from '../field.ts'
import { fieldsOf, inputFieldsOf, listMarkerAt } from '../fields.ts'
import type { Address, Check, Form, ListSection, Words } from '../form.ts'
import { words } from '../words.ts'
import { type EntryOf, giving, instanceOf, needOfAccuracy, ruleOf } from './entry.ts'

const titleOf = (form: Form, check: Check) => {
  const section = form.sections.find(({ id }) => id === instanceOf(check))
  if (section === undefined) throw new RangeError(`${check.id} names no section.`)
  return section.title
}

/** R9 of a list: it does not say 「无」 above rows. */
const readableList = (title: Words, list: ListSection, marker: Address) => {
  const row = Object.fromEntries(
    list.columns.map(({ id, kind }) => [`${list.id}.r1.${id}`, kind === 'flag' ? true : '例']),
  )
  return {
    says: words(`${title.zh}：选了「无」就不能再有行。`, `${title.en}: a list that says there are none has no rows.`),
    basis: needOfAccuracy,
    breaks: { cells: { ...row, [marker]: true } },
    keeps: { cells: row },
  }
}

/** R9, values are readable. */
export const readable: EntryOf = (form, check) => {
  const title = titleOf(form, check)
  const { cells } = ruleOf(check, 'readable')
  const [first = ''] = cells
  const marker = listMarkerAt(form, first)
  if (marker !== undefined) return readableList(title, marker.list, first)
  const count = cells.find((address) => fieldsOf(form).get(address)?.kind === 'count') ?? ''
  return {
    says: words(
      `${title.zh}：数量为不小于 0 的整数，只有“本年增/减”可以为负，金额为不小于 0 的十进制数。`,
      `${title.en}: counts are whole numbers from 0, only an increase or decrease may be negative, money is a decimal from 0.`,
    ),
    basis: needOfAccuracy,
    breaks: { cells: { [count]: -3 } },
    keeps: { cells: { [count]: 3 } },
  }
}

/** A list is named by its marker, which is no fixed cell: it is filled when it says 「无」. */
const filledValue = (field: Field | undefined): CellValue => {
  if (field === undefined) return true
  if (field.kind === 'narrative') return '本年度未收取信息处理费，无其他事项。'
  return field.kind === 'money' ? '0' : 0
}

/** R17, nothing is blank. */
export const filled: EntryOf = (form, check) => {
  const title = titleOf(form, check)
  const { cells } = ruleOf(check, 'filled')
  const complete = Object.fromEntries(cells.map((address) => [address, filledValue(fieldsOf(form).get(address))]))
  return {
    says: words(
      `${title.zh}：空白不等于 0，报送前每一格都须填写。`,
      `${title.en}: blank is not 0; every cell is filled before handing in.`,
    ),
    basis: needOfAccuracy,
    breaks: { cells: { ...complete, [cells[0] ?? '']: null } },
    keeps: { cells: complete },
  }
}

/** R16, no figure leaps. */
export const steady: EntryOf = (form, check) => {
  const title = titleOf(form, check)
  const { cells, factor, distance } = ruleOf(check, 'steady')
  const figure = (value: number) => giving(form, cells[0] ?? '', value)
  return {
    says: words(
      `${title.zh}：与上年相比变动达到 ${factor} 倍且相差 ${distance} 以上的，请说明理由。`,
      `${title.en}: a change by a factor of ${factor} and by ${distance} or more from last year is explained.`,
    ),
    basis: '由“统得出、报得准、可核查”的要求推定',
    breaks: { cells: figure(300), lastYear: figure(100) },
    keeps: { cells: figure(100), lastYear: figure(100) },
  }
}

/** R10, the city's figures are the sum of the units'. */
export const recount: EntryOf = (form) => {
  const cell = inputFieldsOf(form).find(({ kind }) => kind === 'count')?.address ?? ''
  return {
    says: words('汇总数等于各单位同一格之和。', 'A figure of the report is the sum of the units’ same cell.'),
    basis: '“逐级汇总相关情况和数据”，国办公开办函〔2019〕60号、〔2021〕30号',
    breaks: { cells: { [cell]: 2 }, recounted: { [cell]: 3 } },
    keeps: { cells: { [cell]: 3 }, recounted: { [cell]: 3 } },
  }
}
