/* How ids, addresses and names of the directory are written: asked of every request and of every row of a file. */
import type { Words } from '../words.ts'

export const idPattern = /^[a-z0-9][a-z0-9-]{0,39}$/
/** Is this an id that a unit or a round may have? */
export const isId = (text: string): boolean => idPattern.test(text)
export const idWords: Words = {
  zh: '编号只能用小写字母、数字和连字符，最多 40 个字符。',
  en: 'An id has lower-case letters, digits and hyphens, 40 at most.',
}

/* SES delivers to ASCII addresses only: SMTPUTF8 is not among what it speaks. */
export const emailPattern = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$/
export const longestEmail = 254
export const isEmail = (text: string): boolean => text.length <= longestEmail && emailPattern.test(text)
export const emailWords: Words = {
  zh: '应为一个电子邮箱地址，只用英文字母、数字和常用符号（不能投递到含中文的地址）。',
  en: 'This takes one e-mail address in plain ASCII; letters cannot be delivered to any other.',
}

/** The longest texts of the directory, in UTF-16 units. */
export const longest = { name: 120, nameEn: 200, person: 60, phone: 40 } as const
/** All posts for others, with a new address, are 2 × 40 + 3 writes and a few more: one transaction holds 100. */
export const mostPosts = 40
/** Levels of the tree, the root included: a round can give each a due moment of its own. */
export const deepest = 10
