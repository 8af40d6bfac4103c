/*
 * What is odd enough to look at. Robust z-score of Iglewicz and Hoaglin (How to Detect and Handle Outliers, ASQC
 * 1993): 0.6745 × |x − median| ÷ MAD above 3.5, where MAD is the median distance from the median. It needs a crowd:
 * with fewer than five other values a factor and an absolute distance against last year decide (product A4).
 * These are hints on a screen, not figures: they may use floating point.
 */

const limit = 3.5
const enough = 5
const factor = 3
const distance = 30

/** The median. */
export const middleOf = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b)
  const half = Math.floor(sorted.length / 2)
  const upper = sorted[half] ?? 0
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? 0) + upper) / 2
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

/**
 * Robust z-score of `value` against `others`. More than half of the others equal makes MAD zero; the mean distance
 * (× 1.253314) stands in then, as in the same source; all equal gives 0 for the same and Infinity for another value.
 */
export const robustScore = (value: number, others: readonly number[]): number => {
  const center = middleOf(others)
  const distances = others.map((other) => Math.abs(other - center))
  const off = Math.abs(value - center)
  const mad = middleOf(distances)
  if (mad > 0) return (0.6745 * off) / mad
  const meanDistance = mean(distances)
  if (meanDistance > 0) return off / (1.253314 * meanDistance)
  return off === 0 ? 0 : Number.POSITIVE_INFINITY
}

/** Is it so far away that somebody should look, however alike the others are? One case among zeros is not. */
export const isFar = (now: number, from: number): boolean => Math.abs(now - from) >= distance

/** At least three times or at most a third of last year's, and at least 30 away from it. From 0 only the 30 counts. */
export const leaps = (now: number, last: number): boolean =>
  isFar(now, last) && (now >= factor * last || factor * now <= last)

/**
 * Is `now` an outlier? `others`: values of other units and years, last year's not among them. When the others are
 * all equal any other value would be one, so the factor and the distance against them decide as well.
 */
export const isOutlier = (now: number, last: number | undefined, others: readonly number[]): boolean => {
  const known = last === undefined ? others : [...others, last]
  if (known.length < enough) return last !== undefined && leaps(now, last)
  const score = robustScore(now, known)
  return Number.isFinite(score) ? score > limit : leaps(now, middleOf(known))
}
