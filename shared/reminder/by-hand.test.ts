import { describe, expect, it } from 'vitest'
import { instant, plusMs } from '../time.ts'
import { coolDownHours, coolsUntil, handStep, isHandStep } from './by-hand.ts'

const at = instant('2020-01-20T10:00:00+08:00')

describe('a letter by hand', () => {
  it('is left to work for four hours', () => {
    const until = plusMs(at, coolDownHours * 3_600_000)
    expect(until).toBe(instant('2020-01-20T14:00:00+08:00'))
    expect([at, plusMs(until, -1), until].map((now) => coolsUntil(at, now))).toEqual([until, until, undefined])
    expect(coolsUntil(undefined, at)).toBeUndefined()
  })
  it('has a claim of its own, which no step of a ladder can have', () => {
    expect([1, 2].map(handStep)).toEqual(['hand-1', 'hand-2'])
    expect([handStep(3), 'before3', 'handy'].map(isHandStep)).toEqual([true, false, false])
  })
})
