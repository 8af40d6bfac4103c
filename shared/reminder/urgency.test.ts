import { describe, expect, it } from 'vitest'
import { letterKey } from './letter.ts'
import { urgencyOf } from './urgency.ts'

const key = (what: string, which: string): string =>
  letterKey({ round: 'haidong-2019', parentUnit: '630200', what, which, personId: 'li_1' })

const byUrgency = (...letters: readonly string[]) => [...letters].sort((a, b) => (urgencyOf(a) < urgencyOf(b) ? -1 : 1))

describe('the order of letters', () => {
  const receipt = key('receipt-630202', '2')
  const sentBack = key('sentBack-630202', '1')
  const overdue = key('overdue3-630202', '20200131T160000000Z')
  const soon = key('before1-630203', '20200205T160000000Z')
  const late = key('opening-630222', '20200331T160000000Z')
  const digest = key('digest-630200', '20200120')

  it('puts what somebody waits for before the ladder, and digests last', () => {
    expect(byUrgency(digest, late, soon, receipt)).toEqual([receipt, soon, late, digest])
    expect(byUrgency(overdue, sentBack)).toEqual([sentBack, overdue])
  })

  it('puts the due moment that comes first before the others', () => {
    expect(byUrgency(late, soon, overdue)).toEqual([overdue, soon, late])
  })

  it('knows a ladder step by its due moment, whatever its name', () => {
    expect(byUrgency(key('own-630202', '20200131T160000000Z'), receipt)).toEqual([
      receipt,
      key('own-630202', '20200131T160000000Z'),
    ])
  })
})
