/*
 * Money as decimal text, added exactly. Numbers of JavaScript cannot hold 0.1, so money never becomes one.
 * Trailing zeros are kept: a sum has as many decimals as its longest term.
 */
import Big from 'big.js'

const decimalsOf = (text: string): number => {
  const point = text.indexOf('.')
  return point < 0 ? 0 : text.length - point - 1
}

/** Is this plain decimal text, "73802895.90"? */
export const isDecimal = (text: string): boolean => /^-?\d+(\.\d+)?$/.test(text)

/** Exact sum of decimal texts; "0" for none. */
export const addDecimals = (texts: readonly string[]): string => {
  let sum = Big(0)
  let decimals = 0
  for (const text of texts) {
    sum = sum.plus(text)
    decimals = Math.max(decimals, decimalsOf(text))
  }
  return sum.toFixed(decimals)
}

/** Less than zero, zero, or more than zero, as a − b is. */
export const compareDecimals = (a: string, b: string): -1 | 0 | 1 => Big(a).cmp(b)

/** a − b without sign. */
export const distanceOf = (a: string, b: string): string => Big(a).minus(b).abs().toFixed()

/**
 * `part` in `whole` as percent with one decimal, half up: "95.4". Undefined when the whole is zero.
 * The quotient is taken once from whole numbers, so nothing is rounded twice.
 */
export const percentOf = (part: string, whole: string): string | undefined => {
  const scale = Big(10).pow(Math.max(decimalsOf(part), decimalsOf(whole)))
  const numerator = BigInt(Big(part).times(scale).toFixed())
  const denominator = BigInt(Big(whole).times(scale).toFixed())
  if (denominator <= 0n || numerator < 0n) return undefined
  const tenths = (numerator * 2000n + denominator) / (2n * denominator)
  return `${tenths / 10n}.${tenths % 10n}`
}
