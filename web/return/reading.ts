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

/** A text read leniently; `confirm` when the reading wants a yes. */
export const contentOf = (form: Form, address: Address, text: string): { content: Content; confirm: boolean } => {
  const field = fieldAt(form, address)
  if (field === undefined)
    return { content: { text, problem: words('本表没有这一格。', 'There is no such cell.') }, confirm: false }
  const reading = readValue(field, text)
  if (reading.ok) return { content: { value: reading.value }, confirm: reading.confirm === true }
  /* The 字 that people count are not the bytes that are stored. */
  const isTooLong = field.kind === 'narrative' && utf8Bytes(text) > narrativeBytes
  return { content: { text, problem: isTooLong ? tooLong(text) : reading.message }, confirm: false }
}

/** @param typed the text as it is being typed */
export const stateOf = (
  form: Form,
  address: Address,
  content: Content,
  { filled }: Held,
  typed: string | undefined,
  confirm: boolean,
): CellState => {
  if ('text' in content) return { text: typed ?? content.text, problem: content.problem }
  const { value, refused } = content
  const field = fieldAt(form, address)
  const printed = field === undefined || isBlank(value) ? '' : printValue(field, value, language.peek())
  return {
    text: typed ?? printed,
    ...(isBlank(value) ? {} : { value }),
    ...(refused === undefined ? {} : { problem: refused }),
    ...(confirm ? { confirm } : {}),
    ...(isNotApplicable(value) ? { notApplicable: value.na } : {}),
    ...(filled === undefined ? {} : { filled }),
  }
}
