/*
 * A narrative as the rules that read take it: without the spaces and line ends that come with pasted text, digits in
 * one width, and every character with its place in what was typed. Offsets are UTF-16 units of the text as typed.
 */
import type { Passage } from '../finding.ts'
import type { Address } from '../form.ts'

export interface Squeezed {
  readonly text: string
  /** Where each unit of `text` stands in the text as typed. */
  readonly at: readonly number[]
}

/** Full-width digits, letters and the comma, one unit for one. */
export const halfWidth = (text: string): string =>
  text.replace(/[０-９Ａ-Ｚａ-ｚ]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))

const isSpace = (unit: string): boolean => unit <= ' ' || /[\s\u200b\ufeff]/.test(unit)
const isDigit = (unit: string | undefined): boolean => unit !== undefined && unit >= '0' && unit <= '9'

const squeezeNow = (typed: string): Squeezed => {
  const text = halfWidth(typed)
  const at: number[] = []
  const units: string[] = []
  let gap = ''
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charAt(index)
    const isIdeograph = unit >= '\u4e00' && unit <= '\u9fff'
    if (!isIdeograph && isSpace(unit)) {
      if (gap !== '\n') gap = unit === '\n' ? '\n' : ','
      continue
    }
    if (gap !== '' && isDigit(unit) && isDigit(units[units.length - 1])) {
      units.push(gap)
      at.push(index - 1)
    }
    gap = ''
    const isComma = unit === '，' && isDigit(text[index - 1]) && isDigit(text[index + 1])
    units.push(isComma ? ',' : unit)
    at.push(index)
  }
  return { text: units.join(''), at }
}

/* The last texts: the checks of a form read the same few, one after the other. */
const most = 8
const squeezed = new Map<string, Squeezed>()

/**
 * The text without spaces. Between two digits a space or a comma of either width stays, as ',': `1 514` is read as
 * `1,514`, and two numbers never run together. A line end between two digits stays a line end.
 */
export const squeeze = (typed: string): Squeezed => {
  const known = squeezed.get(typed)
  if (known) return known
  const [oldest] = squeezed.keys()
  if (squeezed.size >= most && oldest !== undefined) squeezed.delete(oldest)
  const made = squeezeNow(typed)
  squeezed.set(typed, made)
  return made
}

const endsSentence = /[。！？；\n]/

/* Where no sentence ends for so long, a passage is that much of it. */
const longest = 500

/** The sentence of a text that holds a place, without spaces at its ends; ends are 。！？； and the line end. */
export const sentenceAround = (cell: Address, text: string, start: number, end: number): Passage => {
  let from = start
  while (from > 0 && start - from < longest && !endsSentence.test(text.charAt(from - 1))) from -= 1
  while (from < start && isSpace(text.charAt(from))) from += 1
  let to = Math.max(end, start)
  while (to < text.length && to - end < longest && !endsSentence.test(text.charAt(to))) to += 1
  if (/[。！？；]/.test(text.charAt(to))) to += 1
  else while (to > end && isSpace(text.charAt(to - 1))) to -= 1
  return { cell, start: from, end: to }
}

/** Passages in order, each once. */
export const eachOnce = (passages: readonly Passage[]): readonly Passage[] => {
  const known = new Set<string>()
  return passages.filter(({ cell, start }) => {
    const key = `${cell}:${start}`
    if (known.has(key)) return false
    known.add(key)
    return true
  })
}
