/*
 * Lenient reading of what people type or keep in a workbook (product F3): full-width digits, inner spaces,
 * thousands separators, 增5 and 减17. What cannot be read for certain is refused with a sentence that says what to
 * do; nothing is guessed. The API does not come here, it takes exact values (`schema.ts`).
 */
import { cellProblem } from './cell-problem.ts'
import type { CellValue } from './cells.ts'
import { shifted } from './decimal.ts'
import type { Field } from './field.ts'
import type { FieldKind, Words } from './form.ts'
import { words } from './words.ts'

/** `confirm`: the reading is likely but must be confirmed by whoever typed it ("-" for 0, rule R17). */
export type ValueReading =
  | { readonly ok: true; readonly value: CellValue; readonly confirm?: true }
  | { readonly ok: false; readonly message: Words }

const read = (value: CellValue): ValueReading => ({ ok: true, value })
const refuse = (message: Words): ValueReading => ({ ok: false, message })

/**
 * Full-width forms become ASCII, all spaces go, every kind of minus becomes "-". Not NFKC, which would read 5² as 52.
 */
const plain = (text: string): string =>
  text
    .replace(/[\uff01-\uff5e]/gu, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[\s\u200b\ufeff]+/gu, '')
    .replace(/[−–—―‐‑]/gu, '-')

const dash = /^-+$/
const digits = /^(\d+|\d{1,3}(,\d{3})+)$/

const example = (field: Field): Words => {
  const measure = field.measure ?? ''
  return words(
    `本格只填一个整数，如 55${measure === '' ? '' : `（单位：${measure}，不必写）`}；需要说明的写进文字部分。`,
    'Enter one whole number such as 55; explanations belong in the narrative sections.',
  )
}

const withoutMeasure = (field: Field, text: string): string => {
  const measure = field.measure
  return measure !== undefined && text.endsWith(measure) ? text.slice(0, -measure.length) : text
}

const wholeNumber = (field: Field, text: string, sign: 1 | -1): ValueReading => {
  if (/^\d*\.\d+$/.test(text)) {
    return refuse(
      words(
        '本格只接受整数，不接受小数，请核对后重填。',
        'This cell takes whole numbers, no decimals; check and enter again.',
      ),
    )
  }
  if (/^\d+(\.\d+)?e[+-]?\d+$/i.test(text)) {
    return refuse(
      words('请写出完整的数字，不要用科学计数法（如 1e3 请写 1000）。', 'Write the number out; 1e3 is written 1000.'),
    )
  }
  if (!digits.test(text)) {
    const hint = example(field)
    return refuse(words(`无法读作一个数字。${hint.zh}`, `This cannot be read as one number. ${hint.en}`))
  }
  // 0 × −1 is −0, which prints and compares oddly.
  const size = Number(text.replaceAll(',', ''))
  const value = size === 0 ? 0 : sign * size
  const problem = cellProblem(field, value)
  return problem ? refuse(problem) : read(value)
}

const count = (field: Field, typed: string): ValueReading => {
  const text = withoutMeasure(field, plain(typed))
  if (text === '') return read(null)
  if (dash.test(text)) return { ok: true, value: 0, confirm: true }
  if (/^[-减]\d/.test(text)) {
    return refuse(words('本格不能为负数，请核对后重填。', 'This cell cannot be negative; check and enter again.'))
  }
  return wholeNumber(field, text, 1)
}

const change = (field: Field, typed: string): ValueReading => {
  const text = withoutMeasure(field, plain(typed))
  if (text === '') return read(null)
  if (dash.test(text)) return { ok: true, value: 0, confirm: true }
  const [, sign = '', size = ''] = /^(增加|减少|增|减|\+|-)?(.*)$/u.exec(text) ?? []
  return wholeNumber(field, size, sign.startsWith('减') || sign === '-' ? -1 : 1)
}

/** The power of ten that each measure of money is of 元. Longest names first: 万元 ends in 元. */
const yuanOf: readonly (readonly [string, number])[] = [
  ['亿元', 8],
  ['万元', 4],
  ['元', 0],
]

const otherMeasure = (field: Field, text: string): Words | undefined => {
  const measure = field.measure
  const theirs = yuanOf.find(([name]) => text.endsWith(name))
  const ours = yuanOf.find(([name]) => name === measure)
  if (!theirs || !ours || theirs[0] === ours[0]) return undefined
  const amount = text.slice(0, -theirs[0].length)
  if (!/^(\d+|\d{1,3}(,\d{3})+)(\.\d+)?$/.test(amount)) return undefined
  const converted = shifted(amount.replaceAll(',', ''), theirs[1] - ours[1])
  return words(
    `本格以${ours[0]}为单位，填的是${theirs[0]}。请换算成${ours[0]}后填写：${converted}。`,
    `This cell is in ${ours[0]}, the entry in ${theirs[0]}. Convert it and enter ${converted}.`,
  )
}

const money = (field: Field, typed: string): ValueReading => {
  const whole = plain(typed)
  const converted = otherMeasure(field, whole)
  if (converted) return refuse(converted)
  const text = withoutMeasure(field, whole)
  if (text === '') return read(null)
  if (dash.test(text)) return { ok: true, value: '0', confirm: true }
  if (/^-/.test(text))
    return refuse(words('金额不能为负数，请核对后重填。', 'Money cannot be negative; check and enter again.'))
  if (!/^(\d+|\d{1,3}(,\d{3})+)(\.\d+)?$/.test(text)) {
    const unit = field.measure ?? '元'
    return refuse(
      words(
        `无法读作金额。请以${unit}为单位填写数字，如 251000.50，不写其他文字。`,
        `This cannot be read as money. Enter a number in ${unit} such as 251000.50 and no other text.`,
      ),
    )
  }
  const value = text.replaceAll(',', '').replace(/^0+(?=\d)/, '')
  const problem = cellProblem(field, value)
  return problem ? refuse(problem) : read(value)
}

/** Stored exactly as typed (product E7); only nothing at all is blank. */
const verbatim = (field: Field, typed: string): ValueReading => {
  if (typed === '') return read(null)
  const problem = cellProblem(field, typed)
  return problem ? refuse(problem) : read(typed)
}

const yes = new Set(['是', 'yes', 'y', 'true', '√', '✓', '✔'])
const no = new Set(['否', 'no', 'n', 'false', '×', '✗', '✘'])

const flag = (_field: Field, typed: string): ValueReading => {
  const text = plain(typed).toLowerCase()
  if (text === '') return read(null)
  if (yes.has(text)) return read(true)
  if (no.has(text)) return read(false)
  return refuse(words('请填“是”或“否”。', 'Enter yes or no.'))
}

const choice = (field: Field, typed: string): ValueReading => {
  const text = plain(typed)
  if (text === '') return read(null)
  const options = field.kind === 'choice' ? field.options : []
  const chosen = options.find(
    ({ id, label }) => text === id || text === plain(label.zh) || text.toLowerCase() === plain(label.en).toLowerCase(),
  )
  if (chosen) return read(chosen.id)
  return refuse(
    words(
      `请从以下选项中选择：${options.map(({ label }) => label.zh).join('、')}。`,
      `Choose one of: ${options.map(({ label }) => label.en).join(', ')}.`,
    ),
  )
}

const computed = (): ValueReading =>
  refuse(words('本格由系统计算，不必填写。', 'This cell is computed; there is nothing to enter.'))

const readOfKind = {
  count,
  change,
  money,
  text: verbatim,
  narrative: verbatim,
  flag,
  choice,
  sum: computed,
  ratio: computed,
} satisfies Record<FieldKind, (field: Field, typed: string) => ValueReading>

/** Reads what was typed into a cell. Blank text is blank (null), never 0. */
export const readValue = (field: Field, typed: string): ValueReading => readOfKind[field.kind](field, typed)
