/* The place in a narrative that a finding means, with enough around it to be recognised. */
import { charactersOf } from '../../shared/form/rules/length-at-most.ts'

export interface Excerpt {
  readonly before: string
  readonly marked: string
  readonly after: string
}

const mostAround = 24
/* A sentence ends with its stop, a paragraph with its line. */
const isEnd = (character: string): boolean => /[。！？；\n]/.test(character)

const backTo = (text: string, start: number): number => {
  let at = start
  while (at > 0 && start - at < mostAround && !isEnd(text.charAt(at - 1))) at -= 1
  return at
}
const onTo = (text: string, end: number): number => {
  let at = end
  while (at < text.length && at - end < mostAround) {
    at += 1
    if (isEnd(text.charAt(at - 1))) break
  }
  return at
}

/** The passage with its sentence, cut where the sentence is long. Offsets beyond the text give less, never an error. */
export const excerptOf = (text: string, start: number, end: number): Excerpt => {
  const from = backTo(text, Math.min(start, text.length))
  const to = onTo(text, Math.min(end, text.length))
  const isCutBefore = from > 0 && !isEnd(text.charAt(from - 1))
  const isCutAfter = to < text.length && !isEnd(text.charAt(to - 1))
  return {
    before: `${isCutBefore ? '…' : ''}${text.slice(from, start).trimStart()}`,
    marked: text.slice(start, end),
    after: `${text.slice(end, to).trimEnd()}${isCutAfter ? '…' : ''}`,
  }
}

/** 字, as the check of the length counts them, and by how many they are over the limit. */
export const lengthOf = (text: string, softLimit: number | undefined) => {
  const count = charactersOf(text)
  return { count, over: softLimit === undefined ? 0 : Math.max(0, count - softLimit) }
}
