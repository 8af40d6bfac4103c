/*
 * Finds numbers that belong to a person: ID cards (GB 11643, checksum and date), mobile telephones, bank cards (Luhn
 * and a known beginning). Digits of either width; single spaces and hyphens inside. What a unit says of itself, such
 * as its landline or a sum of money, is none.
 */
import type { PersonalNumber } from '../form.ts'
import { halfWidth } from './text-parts.ts'

export interface PlacedNumber {
  /** Digits alone, X for ten. */
  readonly number: string
  readonly start: number
  readonly end: number
}

interface Block {
  readonly digits: string
  readonly start: number
  readonly end: number
}

const provinces = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[12]|91)/

const isDay = (text: string): boolean => {
  const [year, month, day] = [Number(text.slice(0, 4)), Number(text.slice(4, 6)), Number(text.slice(6, 8))]
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  const days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0
  return year >= 1900 && year < 2040 && day >= 1 && day <= days
}

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

const isIdCard = (number: string): boolean => {
  if (!/^[1-9][0-9]{16}[0-9X]$/.test(number) || !provinces.test(number) || !isDay(number.slice(6, 14))) return false
  const sum = weights.reduce((total, weight, at) => total + weight * Number(number.charAt(at)), 0)
  return '10X98765432'.charAt(sum % 11) === number.charAt(17)
}

/* The old number has no checksum: only where the text says what it is. */
const isOldIdCard = (number: string, before: string): boolean =>
  /^[1-9][0-9]{14}$/.test(number) &&
  provinces.test(number) &&
  isDay(`19${number.slice(6, 12)}`) &&
  /身份证|证件号|公民身份/.test(before)

const passesLuhn = (number: string): boolean => {
  let sum = 0
  for (let at = 0; at < number.length; at += 1) {
    const digit = Number(number.charAt(number.length - 1 - at)) * (at % 2 === 0 ? 1 : 2)
    sum += digit > 9 ? digit - 9 : digit
  }
  return sum % 10 === 0
}

/* UnionPay (62, older 60) has 16 to 19 digits; Visa, Mastercard and JCB have 16. */
const isBankCard = (number: string): boolean =>
  /^(?:6[02][0-9]{14,17}|(?:4[0-9]|5[1-5]|35)[0-9]{14})$/.test(number) && passesLuhn(number)

interface Kind {
  /** Blocks of digits that the number may be written in, joined by one space or hyphen each: `3-4-4`. */
  readonly shape: RegExp
  /** Digits at most, a country code included. */
  readonly longest: number
  readonly read: (digits: string, before: string) => string | undefined
}

const kinds: Readonly<Record<PersonalNumber, Kind>> = {
  idCard: {
    shape: /^(?:15|18|[0-9-]+)$/,
    longest: 18,
    read: (digits, before) => (isIdCard(digits) || isOldIdCard(digits, before) ? digits : undefined),
  },
  mobile: {
    shape: /^(?:(?:2-|4-)?(?:11|3-4-4|3-8|7-4|4-3-4|4-4-3)|12|13|15)$/,
    longest: 15,
    read: (digits) => /^(?:(?:00)?86|0)?(1[3-9][0-9]{9})$/.exec(digits)?.[1],
  },
  bankCard: {
    shape: /^(?:1[6-9]|4-4-4-[4-7]|4-4-4-4-[1-3]|6-1[0-3])$/,
    longest: 19,
    read: (digits) => (isBankCard(digits) && !isIdCard(digits) ? digits : undefined),
  },
}

/** How far apart two blocks of one number may stand. */
const joins = (text: string, left: Block, right: Block): boolean =>
  right.start - left.end === 1 && /[ \u00a0\u3000\-‐‑–—－]/.test(text.charAt(left.end)) && !left.digits.endsWith('X')

/* Part of an address, a file name or a decimal; a sum or a count. */
const isOther = (text: string, start: number, end: number): boolean =>
  /[A-Za-z_/.=¥￥]$/.test(text.slice(Math.max(0, start - 1), start)) ||
  /^(?:[A-Za-z_/%]|\.[0-9]|[余多]?[元万亿条次件人份个项户平])/.test(text.slice(end, end + 3))

const blocksOf = (text: string): readonly Block[] => {
  const blocks: Block[] = []
  const pattern = /[0-9]+[Xx]?(?![A-Za-z])|[0-9]+/g
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const [digits] = match
    blocks.push({ digits: digits.toUpperCase(), start: match.index, end: match.index + digits.length })
  }
  return blocks
}

/** The longest reading that starts at a block, and how many blocks it takes. */
const readFrom = (text: string, blocks: readonly Block[], first: number, kind: Kind) => {
  const before = text.slice(Math.max(0, (blocks[first]?.start ?? 0) - 20), blocks[first]?.start)
  let [digits, shape] = ['', '']
  for (let at = first; at < blocks.length && at < first + 6; at += 1) {
    const [block, last] = [blocks[at], blocks[at - 1]]
    if (!block || (at > first && (!last || !joins(text, last, block)))) return undefined
    digits += block.digits
    if (digits.length > kind.longest) return undefined
    shape += `${at > first ? '-' : ''}${block.digits.length}`
    const number = kind.shape.test(shape) ? kind.read(digits, before) : undefined
    if (number !== undefined) return { number, blocks: at - first + 1, end: block.end }
  }
  return undefined
}

/* The shortest is a mobile number: most texts hold nothing like it, and need no closer reading. */
const mayHold = /(?:[0-9０-９XxｘＸ][ \u00a0\u3000\-‐‑–—－]?){11}/

/** Numbers of one kind in a text, in order, with their places in it as typed. */
export const personalNumbers = (typed: string, what: PersonalNumber): readonly PlacedNumber[] => {
  if (!mayHold.test(typed)) return []
  const text = halfWidth(typed)
  const blocks = blocksOf(text)
  const found: PlacedNumber[] = []
  for (let at = 0; at < blocks.length; at += 1) {
    const block = blocks[at]
    const read = block && readFrom(text, blocks, at, kinds[what])
    if (!block || !read) continue
    if (!isOther(text, block.start, read.end)) found.push({ number: read.number, start: block.start, end: read.end })
    at += read.blocks - 1
  }
  return found
}

/** A number as a message may show it: 139******78. */
export const masked = (number: string): string =>
  `${number.slice(0, 3)}${'*'.repeat(number.length - 5)}${number.slice(-2)}`
