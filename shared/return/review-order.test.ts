import { describe, expect, it } from 'vitest'
import { instant } from '../time.ts'
import { reviewOrder } from './review-order.ts'

const waits = (unit: string, flags: number, hour: number) => ({
  unit,
  flags,
  submittedAt: instant(`2020-01-10T${hour}:00:00+08:00`),
})

describe('the order of review', () => {
  it('begins with what is flagged most, then with who has waited longest', () => {
    const all = [waits('late', 0, 12), waits('plain', 0, 10), waits('odd', 3, 14), waits('one', 1, 13)]
    expect(reviewOrder(all).map(({ unit }) => unit)).toEqual(['odd', 'one', 'plain', 'late'])
  })

  it('is the same whatever order they come in', () => {
    const all = [waits('b', 1, 10), waits('a', 1, 10), waits('c', 2, 10)]
    expect(reviewOrder(all)).toEqual(reviewOrder(all.toReversed()))
  })
})
