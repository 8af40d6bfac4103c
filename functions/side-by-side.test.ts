import { describe, expect, it } from 'vitest'
import { sideBySide } from './side-by-side.ts'

describe('work side by side', () => {
  it('is done for each, answered in their order, and no more than 40 at a time', async () => {
    let underWay = 0
    let most = 0
    const numbers = Array.from({ length: 150 }, (_, i) => i)
    const doubled = await sideBySide(numbers, async (n) => {
      underWay += 1
      most = Math.max(most, underWay)
      for (let turns = n % 7; turns >= 0; turns -= 1) await Promise.resolve()
      underWay -= 1
      return n * 2
    })
    expect(doubled).toEqual(numbers.map((n) => n * 2))
    expect(most).toBe(40)
  })

  it('that fails is thrown', async () => {
    await expect(sideBySide([1, 2], async () => Promise.reject(new RangeError('no')))).rejects.toThrow('no')
  })
})
