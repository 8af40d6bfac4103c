/*
 * Money as decimal text, added exactly. Numbers of JavaScript cannot hold 0.1, so money never becomes one: it is
 * reckoned as a whole number of its last decimal place. Trailing zeros are kept: a sum has as many decimals as its
 * longest term. Every text given here is plain decimal text (`isDecimal`); anything else throws SyntaxError.
 */

const decimalsOf = (text: string): number => {
  const point = text.indexOf('.')
  return point < 0 ? 0 : text.length - point - 1
}

const most = (texts: readonly string[]): number => texts.reduce((so, text) => Math.max(so, decimalsOf(text)), 0)

/** How many 10^-decimals the text is; it has no more decimals than that. */
const unitsOf = (text: string, decimals: number): bigint => {
  const [whole = '', fraction = ''] = text.split('.')
  return BigInt(whole + fraction.padEnd(decimals, '0'))
}

const textOf = (units: bigint, decimals: number): string => {
  if (units < 0n) return `-${textOf(-units, decimals)}`
  const digits = String(units).padStart(decimals + 1, '0')
  const point = digits.length - decimals
  return decimals === 0 ? digits : `${digits.slice(0, point)}.${digits.slice(point)}`
}

const withoutTrailingZeros = (text: string): string => (text.includes('.') ? text.replace(/\.?0+$/, '') : text)

/** Is this plain decimal text, "73802895.90"? */
export const isDecimal = (text: string): boolean => /^-?\d+(\.\d+)?$/.test(text)

/** Exact sum of decimal texts; "0" for none. */
export const addDecimals = (texts: readonly string[]): string => {
  const decimals = most(texts)
  return textOf(
    texts.reduce((sum, text) => sum + unitsOf(text, decimals), 0n),
    decimals,
  )
}

/** Less than zero, zero, or more than zero, as a − b is. */
export const compareDecimals = (a: string, b: string): -1 | 0 | 1 => {
  const decimals = most([a, b])
  const difference = unitsOf(a, decimals) - unitsOf(b, decimals)
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

/** a − b without sign, and without trailing zeros. */
export const distanceOf = (a: string, b: string): string => {
  const decimals = most([a, b])
  const difference = unitsOf(a, decimals) - unitsOf(b, decimals)
  return withoutTrailingZeros(textOf(difference < 0n ? -difference : difference, decimals))
}

/** Times 10^places, places below zero included; without trailing zeros. */
export const shifted = (text: string, places: number): string => {
  const decimals = Math.max(decimalsOf(text), places)
  return withoutTrailingZeros(textOf(unitsOf(text, decimals), decimals - places))
}

/**
 * `part` in `whole` as percent with one decimal, half up: "95.4". Undefined when the whole is zero.
 * The quotient is taken once from whole numbers, so nothing is rounded twice.
 */
export const percentOf = (part: string, whole: string): string | undefined => {
  const decimals = most([part, whole])
  const numerator = unitsOf(part, decimals)
  const denominator = unitsOf(whole, decimals)
  if (denominator <= 0n || numerator < 0n) return undefined
  const tenths = (numerator * 2000n + denominator) / (2n * denominator)
  return `${tenths / 10n}.${tenths % 10n}`
}
