/* What a typed text means to a cell, and how a cell is shown again. */
import { narrativeBytes, utf8Bytes } from '../../shared/form/cell-problem.ts'
import { isBlank, isNotApplicable } from '../../shared/form/cells.ts'
import { fieldAt } from '../../shared/form/fields.ts'
import type { Address, Form, Words } from '../../shared/form/form.ts'
import { printValue } from '../../shared/form/print-value.ts'
import { readValue } from '../../shared/form/read-value.ts'
import { words } from '../../shared/form/words.ts'
import { language } from '../language.ts'
import type { CellState } from './open-return.ts'
import type { Content, Held } from './waiting.ts'

const tooLong = (text: string): Words => {
  const bytes = utf8Bytes(text)
  return words(
    `文字共 ${bytes} 字节，超过 ${narrativeBytes} 字节（约两万字）；已保留在本机浏览器中，请精简后保存。`,
    `The text has ${bytes} bytes, more than ${narrativeBytes} (about 20,000 Chinese characters). It is kept in this browser; shorten it.`,
  )
}

const wantsYes: Words = words('“-”是否表示 0，请先选定。', 'Say first whether “-” means 0.')

/* A figure as it is typed mostly. */
const isFigure = /^(?:0|[1-9][0-9]{0,8})$/

/** A text read leniently. What is only likely stays a text until somebody says yes: nothing else is stored of it. */
export const contentOf = (form: Form, address: Address, text: string): Content => {
  const field = fieldAt(form, address)
  if (field === undefined) return { text, problem: words('本表没有这一格。', 'There is no such cell.') }
  /* As readValue reads it, at a fraction of the time: nearly every key makes such a text. */
  if (field.kind === 'count' && isFigure.test(text)) return { value: Number(text) }
  const reading = readValue(field, text)
  if (reading.ok) return reading.confirm ? { text, problem: wantsYes, likely: reading.value } : { value: reading.value }
  /* The 字 that people count are not the bytes that are stored. */
  const isTooLong = field.kind === 'narrative' && utf8Bytes(text) > narrativeBytes
  return { text, problem: isTooLong ? tooLong(text) : reading.message }
}

/** @param typed the text as it is being typed */
export const stateOf = (
  form: Form,
  address: Address,
  content: Content,
  { filled }: Held,
  typed: string | undefined,
): CellState => {
  if ('text' in content) {
    const { text, problem, likely } = content
    return { text: typed ?? text, ...(likely === undefined ? { problem } : { confirm: { value: likely } }) }
  }
  const { value, refused } = content
  const field = typed === undefined && !isBlank(value) ? fieldAt(form, address) : undefined
  const printed = field === undefined ? '' : printValue(field, value, language.peek())
  return {
    text: typed ?? printed,
    ...(isBlank(value) ? {} : { value }),
    ...(refused === undefined ? {} : { problem: refused }),
    ...(isNotApplicable(value) ? { notApplicable: value.na } : {}),
    ...(filled === undefined ? {} : { filled }),
  }
}
