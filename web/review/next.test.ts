import { describe, expect, it } from 'vitest'
import { nextAfter, waitingIn } from './next.ts'

type Rows = Parameters<typeof waitingIn>[0]
const row = (unit: string, more: Partial<Rows[number]> = {}): Rows[number] => ({
  unit,
  name: { zh: unit, en: unit },
  stage: 'submitted',
  due: { dueAt: '', why: 'round', inWords: '', left: '', isDayOff: false },
  timeliness: 'onTime',
  revisions: 1,
  timesSentBack: 0,
  people: [],
  unreachable: false,
  openComments: 0,
  reminded: { times: 0 },
  collects: false,
  failedChecks: 0,
  lastActivityAt: '2020-01-06T02:00:00.000Z',
  ...more,
})

describe('the next return to review', () => {
  const waiting = waitingIn([
    row('late', { lastActivityAt: '2020-01-08T02:00:00.000Z' }),
    row('early'),
    row('odd', { failedChecks: 2, lastActivityAt: '2020-01-09T02:00:00.000Z' }),
    row('done', { stage: 'accepted' }),
    row('report', { revisions: 0 }),
  ])
  it('is one that waits: the most flagged first, then the longest waiting; no report of a middle unit', () => {
    expect(waiting.map(({ unit }) => unit)).toEqual(['odd', 'early', 'late'])
  })
  it('is the one after this one, and the first again after the last', () => {
    expect(['odd', 'late', 'done'].map((unit) => nextAfter(waiting, unit)?.unit)).toEqual(['early', 'odd', 'odd'])
  })
  it('is none when this one is the last that waits', () => {
    expect(nextAfter(waitingIn([row('only')]), 'only')).toBeUndefined()
  })
})
