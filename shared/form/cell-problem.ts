/*
 * What an exact value of each kind may be, and the sentence when it is not: the one definition behind the API's
 * schema, check R9 and the end of lenient reading. Limits are those of product F3 and architecture §3.
 */
import type { CellValue } from './cells.ts'
import type { Field } from './field.ts'
import type { FieldKind, Words } from './form.ts'
import { words } from './words.ts'

/** A count goes up to 10^11 − 1; a change lies between its negative and it. */
export const countMax = 99_999_999_999
/** Money is below 10^15 with at most six decimals: no published figure comes near, and the store keeps it exactly. */
const moneyPattern = /^(0|[1-9]\d{0,14})(\.\d{1,6})?$/
/** Characters of a text cell. */
export const textCharacters = 500
/** UTF-8 bytes of a narrative, so that a section stays one item of the table (architecture §3). */
export const narrativeBytes = 60_000
/** Characters of the reason why a cell does not apply. */
export const reasonCharacters = 200

const loneSurrogate = /\p{Surrogate}/u

/** Bytes of a text in UTF-8. */
export const utf8Bytes = (text: string): number => {
  let bytes = 0
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    // A surrogate is half of a character of four bytes.
    bytes += unit < 0x80 ? 1 : unit < 0x800 || (unit >= 0xd800 && unit < 0xe000) ? 2 : 3
  }
  return bytes
}

const characters = (text: string, most: number): boolean => text.length <= most || [...text].length <= most

const unstorable = (text: string): Words | undefined => {
  if (text.includes('\u0000'))
    return words('文字中含有空字符，请删除后重填。', 'The text holds a null character; remove it.')
  if (loneSurrogate.test(text)) {
    return words(
      '文字中含有残缺的字符，请删除乱码后重填。',
      'The text holds half a character; remove the garbled part.',
    )
  }
  return undefined
}

const wholeNumber = (value: unknown): Words | undefined => {
  if (typeof value !== 'number') {
    return words(
      '本格应为整数，且须以数字（不带引号）提交。',
      'This cell takes a whole number, sent as a number and not as text.',
    )
  }
  if (!Number.isFinite(value))
    return words('本格不是有效数字，请填写整数。', 'This is not a number; enter a whole number.')
  if (!Number.isInteger(value)) {
    return words(
      '本格只接受整数，不接受小数，请核对后重填。',
      'This cell takes whole numbers, no decimals; check and enter again.',
    )
  }
  if (Math.abs(value) > countMax) {
    return words(
      '数字超过上限 99999999999，请核对后重填。',
      'The number is above the limit of 99,999,999,999; check and enter again.',
    )
  }
  return undefined
}

const text = (value: unknown): Words | undefined => {
  if (typeof value !== 'string') return words('本格应为文字。', 'This cell takes text.')
  if (!characters(value, textCharacters)) {
    return words(
      `文字超过 ${textCharacters} 字，请精简后重填。`,
      `The text is longer than ${textCharacters} characters; shorten it.`,
    )
  }
  return unstorable(value)
}

const computed = (): Words =>
  words('本格由系统计算，不能填写，请删去后重试。', 'This cell is computed and cannot be sent; leave it out.')

const problemOfKind = {
  count: (_field, value) =>
    wholeNumber(value) ??
    (typeof value === 'number' && value < 0
      ? words('本格不能为负数，请核对后重填。', 'This cell cannot be negative; check and enter again.')
      : undefined),
  change: (_field, value) => wholeNumber(value),
  money: (field, value) => {
    if (typeof value !== 'string') {
      return words('金额须以文字形式提交，如 "251000.00"。', 'Money is sent as decimal text, such as "251000.00".')
    }
    if (moneyPattern.test(value)) return undefined
    const measure = field.measure ?? ''
    return words(
      `金额应为不小于 0、小于 10 的 15 次方的十进制数，最多六位小数${measure === '' ? '' : `，以${measure}为单位`}，请核对后重填。`,
      'Money is a decimal from 0 to below 10^15 with at most six decimals; check and enter again.',
    )
  },
  text: (_field, value) => text(value),
  narrative: (_field, value) => {
    if (typeof value !== 'string') return words('本部分应为文字。', 'This section takes text.')
    if (utf8Bytes(value) > narrativeBytes) {
      return words(
        `文字超过 ${narrativeBytes} 字节（约两万字），请精简后保存。`,
        `The text is longer than ${narrativeBytes} bytes (about 20,000 Chinese characters); shorten it.`,
      )
    }
    return unstorable(value)
  },
  flag: (_field, value) =>
    typeof value === 'boolean' ? undefined : words('本格只能填“是”或“否”。', 'This cell takes yes or no.'),
  choice: (field, value) =>
    field.kind === 'choice' && field.options.some((option) => option.id === value)
      ? undefined
      : words('本格只能从所列选项中选择。', 'This cell takes one of the options listed.'),
  sum: computed,
  ratio: computed,
} satisfies Record<FieldKind, (field: Field, value: unknown) => Words | undefined>

const reasonProblem = (value: object): Words | undefined => {
  const keys = Object.keys(value)
  const reason: unknown = 'na' in value ? value.na : undefined
  if (Array.isArray(value) || keys.length !== 1 || typeof reason !== 'string') {
    return words(
      '本格的值无法识别；不适用时请写明理由。',
      'This value cannot be read; for "not applicable" give { "na": reason }.',
    )
  }
  if (reason.trim() === '' || !characters(reason, reasonCharacters)) {
    return words(
      `不适用的理由应为 1 至 ${reasonCharacters} 字。`,
      `The reason for "not applicable" has 1 to ${reasonCharacters} characters.`,
    )
  }
  return unstorable(reason)
}

/**
 * Why a value cannot stand in the cell, with what to do; undefined when it can. Exact: no string is read as a number.
 * Null (blank) stands in every input cell, "not applicable" in every one but a narrative and a list's "none".
 */
export const cellProblem = (field: Field, value: unknown): Words | undefined => {
  if (value === null && field.kind !== 'sum' && field.kind !== 'ratio') return undefined
  if (typeof value === 'object' && value !== null) {
    const takesReason = field.kind !== 'narrative' && field.kind !== 'sum' && field.kind !== 'ratio'
    if (takesReason && !field.address.endsWith('.none')) return reasonProblem(value)
  }
  return problemOfKind[field.kind](field, value)
}

/** The same as a type guard, for schemas. */
export const isCellValue = (field: Field, value: unknown): value is CellValue => cellProblem(field, value) === undefined
