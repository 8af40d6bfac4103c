/* A share of units in per cent with one decimal, half up, in whole numbers throughout: 1 of 16 is 6.3, not 6.2. */

export interface Rate {
  readonly part: number
  readonly of: number
  /** "83.3" */
  readonly percent: string
}

/** Undefined of nothing. */
export const rateOf = (part: number, of: number): Rate | undefined => {
  if (of === 0) return undefined
  const doubled = part * 2000 + of
  const tenths = (doubled - (doubled % (of * 2))) / (of * 2)
  return { part, of, percent: `${(tenths - (tenths % 10)) / 10}.${tenths % 10}` }
}
