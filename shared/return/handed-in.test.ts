import { describe, expect, it } from 'vitest'
import { instant } from '../time.ts'
import { handedInAfter, takenBack } from './handed-in.ts'

const [first, later] = [instant('2020-01-31T16:00:00Z'), instant('2020-02-05T09:00:00Z')]
const facts = { dueAt: first, explained: { B: 1, C: 2 }, filledAtOnce: 4 }
const own = { onBehalf: false, correction: undefined }

describe('what is kept of submissions', () => {
  it('keeps the due moment of the first, and the reasons of the latest', () => {
    const once = handedInAfter(undefined, facts, own)
    const twice = handedInAfter(
      once,
      { dueAt: later, explained: { B: 0, C: 1 }, filledAtOnce: 0 },
      { onBehalf: true, correction: 'late' },
    )
    expect(twice).toEqual({
      firstDueAt: first,
      explained: { B: 0, C: 1 },
      filledAtOnce: 0,
      onBehalf: true,
      corrections: { onTime: 0, late: 1 },
    })
  })

  it('counts a correction that was taken back and handed in again once', () => {
    const once = handedInAfter(undefined, facts, own)
    const corrected = handedInAfter(once, facts, { onBehalf: false, correction: 'late' })
    const again = handedInAfter(takenBack(corrected, 'late'), facts, { onBehalf: false, correction: 'late' })
    expect(again.corrections).toEqual({ onTime: 0, late: 1 })
  })
})
