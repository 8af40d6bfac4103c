import { describe, expect, it } from 'vitest'
import { isOutlier, leaps, robustScore } from './outlier.ts'

describe('an outlier among five or more values', () => {
  it('is far from the median in units of the median distance', () => {
    // Median 12, distances 2 1 0 1 2, MAD 1: 0.6745 × 8 ÷ 1.
    expect(robustScore(20, [10, 11, 12, 13, 14])).toBeCloseTo(5.396)
    expect(isOutlier(20, undefined, [10, 11, 12, 13, 14])).toBe(true)
  })

  it('is not a value of the crowd', () => {
    expect(isOutlier(16, undefined, [10, 11, 12, 13, 14])).toBe(false)
  })

  it('is measured by the mean distance when most values are equal', () => {
    expect(robustScore(10, [5, 5, 5, 5, 10])).toBeCloseTo(5 / 1.253314)
  })

  it('counts last year among the values', () => {
    expect(isOutlier(20, 14, [10, 11, 12, 13])).toBe(true)
  })

  it('needs the factor and the distance when all others are equal', () => {
    expect(isOutlier(1, undefined, [0, 0, 0, 0, 0])).toBe(false)
    expect(isOutlier(40, undefined, [0, 0, 0, 0, 0])).toBe(true)
  })
})

describe('an outlier with fewer than five values', () => {
  it('is three times or a third of last year, and at least 30 away', () => {
    expect(leaps(45, 15)).toBe(true)
    expect(leaps(44, 15)).toBe(false)
    expect(leaps(15, 45)).toBe(true)
    expect(leaps(16, 46)).toBe(false)
    expect(leaps(9, 1)).toBe(false)
    expect(leaps(30, 0)).toBe(true)
  })

  it('is marked for the published leap of 550 to 9487', () => {
    expect(isOutlier(9487, 550, [])).toBe(true)
  })

  it('does not exist without last year', () => {
    expect(isOutlier(9487, undefined, [1, 2, 3])).toBe(false)
  })
})
