import { describe, expect, it } from 'vitest'
import { instant } from '../time.ts'
import type { Figures } from './report.ts'
import { type ReportReview, reportStageOf, reviewable } from './report-review.ts'

const at = (hour: number) => instant(`2020-02-03T${String(hour).padStart(2, '0')}:00:00+08:00`)
const by = { id: 'li', name: '李' }
const member = (state: Figures['state'], more: Partial<Figures> = {}) => ({ state, hash: 'one', unitsIn: 2, ...more })
const handedIn = member('handedIn', { submittedAt: at(9) })
const accept: ReportReview = { decision: 'accept', hash: 'one', at: at(10), by }
const sendBack: ReportReview = { decision: 'sendBack', hash: 'one', at: at(10), by, reason: '漏报。', dueAt: at(18) }

describe('where a report stands above', () => {
  it('begins with the first figures, and is submitted by being handed in', () => {
    expect(reportStageOf(undefined, undefined)).toBe('notStarted')
    expect(reportStageOf(member('provisional', { unitsIn: 0 }), undefined)).toBe('notStarted')
    expect(reportStageOf(member('provisional'), undefined)).toBe('drafting')
    expect(reportStageOf(handedIn, undefined)).toBe('submitted')
  })

  it('follows the review of what stands there', () => {
    expect(reportStageOf(handedIn, accept)).toBe('accepted')
    expect(reportStageOf(member('provisional'), sendBack)).toBe('sentBack')
  })

  it('waits for a review again once it is handed in anew, with other figures or the same', () => {
    expect(reportStageOf(member('handedIn', { submittedAt: at(11), hash: 'two' }), accept)).toBe('submitted')
    expect(reportStageOf(member('handedIn', { submittedAt: at(11) }), accept)).toBe('submitted')
    expect(reportStageOf(member('handedIn', { submittedAt: at(11) }), sendBack)).toBe('submitted')
  })
})

describe('reviewing a report', () => {
  it('is refused before it is handed in, and of another than stands there', () => {
    expect(reviewable(undefined, 'one')).toMatchObject({ refusal: { code: 'reportNotHandedIn' } })
    expect(reviewable(member('provisional'), 'one')).toMatchObject({ refusal: { code: 'reportNotHandedIn' } })
    expect(reviewable(handedIn, 'two')).toMatchObject({ refusal: { code: 'reportHandedInAgain' } })
    expect(reviewable(handedIn, 'one')).toEqual({ ok: true, value: true })
  })
})
