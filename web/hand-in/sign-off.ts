/* The facts that are signed off with a return (product E5), read as people type them. */
import type { ReturnAnswer } from '../api/client.ts'
import { say } from './words.ts'

export type SignOff = NonNullable<ReturnAnswer['signOff']>
export type SignOffKey = keyof SignOff

export const signOffKeys = [
  'preparedBy',
  'reviewedBy',
  'confidentialityReviewedBy',
  'phone',
] as const satisfies readonly SignOffKey[]

const longest: Readonly<Record<SignOffKey, number>> = {
  preparedBy: 60,
  reviewedBy: 60,
  confidentialityReviewedBy: 60,
  phone: 40,
}

/* Full-width digits and signs, and the dashes that a Chinese keyboard gives, are the same number. */
const plainPhone = (text: string): string =>
  text
    .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[—–－−]+/g, '-')
    .replace(/\s+/g, ' ')
    .trim()

/** What was typed, without what a keyboard adds: outer spaces and line breaks, full-width digits of the telephone. */
export const tidied = (typed: SignOff): SignOff => ({
  preparedBy: typed.preparedBy.replace(/\s+/g, ' ').trim(),
  reviewedBy: typed.reviewedBy.replace(/\s+/g, ' ').trim(),
  confidentialityReviewedBy: typed.confidentialityReviewedBy.replace(/\s+/g, ' ').trim(),
  phone: plainPhone(typed.phone),
})

/** What is wrong with each fact, in a sentence; empty when all may be sent. */
export const problemsOf = (signOff: SignOff): readonly { readonly key: SignOffKey; readonly sentence: string }[] => {
  const words = say()
  return signOffKeys.flatMap((key) => {
    const text = signOff[key]
    if (text === '') return [{ key, sentence: words.needed(words[key]) }]
    if (text.length > longest[key]) return [{ key, sentence: words.tooLong(words[key], longest[key]) }]
    return key === 'phone' && !/^[0-9+() -]{5,40}$/.test(text) ? [{ key, sentence: words.phoneWrong }] : []
  })
}
