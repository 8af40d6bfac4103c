import { describe, expect, it } from 'vitest'
import type { HandedIn } from '../return/handed-in.ts'
import type { Return } from '../return/return.ts'
import { type Instant, instant, weekdayOf } from '../time.ts'
import { type AppraisalRow, type AppraisedUnit, appraise } from './appraisal.ts'
import { rateOf } from './rate.ts'

const at = (text: string): Instant => instant(`${text}+08:00`)
/* Midnight after 31 January 2020; the holidays reached to 2 February. */
const midnight = at('2020-02-01T00:00:00')
const calendar = {
  id: 'test',
  isDayOff: (day: Parameters<typeof weekdayOf>[0]) =>
    (day >= '2020-01-24' && day <= '2020-02-02') || weekdayOf(day) >= 6,
  nameOf: () => undefined,
  knows: () => true,
}
const handedIn = (more: Partial<HandedIn> = {}): HandedIn => ({
  firstDueAt: midnight,
  explained: { B: 0, C: 0 },
  filledAtOnce: 0,
  corrections: { onTime: 0, late: 0 },
  ...more,
})
const correctionDue = at('2020-02-06T18:00:00')
const correction = {
  kind: 'sentBack',
  reason: '请核对',
  comments: [],
  dueAt: correctionDue,
  at: at('2020-02-03T09:00:00'),
  by: { id: 'c', name: '某人' },
  revision: 1,
} as const

const history = (first: Instant | undefined, facts?: HandedIn) => ({
  version: 5,
  revisions: 1,
  head: '',
  timesSentBack: 0,
  ...(first === undefined ? {} : { firstSubmittedAt: first, handedIn: facts ?? handedIn() }),
})
const drafting = (first: Instant | undefined, facts?: HandedIn): Return => ({
  ...history(first, facts),
  stage: 'drafting',
})
const sentBack = (first: Instant | undefined): Return => ({ ...history(first), stage: 'sentBack', correction })

const rowOf = (more: Partial<AppraisedUnit>, now = at('2020-02-10T09:00:00'), zone = 'Asia/Shanghai'): AppraisalRow => {
  const of = { unit: 'u', name: { zh: '某局', en: 'A bureau' }, originalDueAt: midnight, ...more }
  const [row] = appraise([of], { now, zone, calendar }).rows
  if (row === undefined) throw new RangeError('no row')
  return row
}
const firstAt = (text: string, more: Partial<AppraisedUnit> = {}) => {
  const row = rowOf({
    now: drafting(at(text), handedIn({ firstDueAt: more.extension?.dueAt ?? more.originalDueAt ?? midnight })),
    ...more,
  })
  return [row.standing, row.daysLate] as const
}

describe('the standing of a unit', () => {
  it('is on time the day before and in the last minute of the due day', () => {
    expect(firstAt('2020-01-30T10:00:00')).toEqual(['onTime', undefined])
    expect(firstAt('2020-01-31T23:59:59.999')).toEqual(['onTime', undefined])
  })

  it('is late by one day from the due moment on, and by none of work while the holiday lasts', () => {
    expect(firstAt('2020-02-01T00:00:00')).toEqual(['late', { calendar: 1, working: 0 }])
    expect(firstAt('2020-02-02T12:00:00')).toEqual(['late', { calendar: 2, working: 0 }])
    expect(firstAt('2020-02-04T09:00:00')).toEqual(['late', { calendar: 4, working: 2 }])
  })

  it('is late on the due day itself where that ends before midnight', () => {
    const originalDueAt = at('2020-02-04T17:00:00')
    expect(firstAt('2020-02-04T16:59:59.999', { originalDueAt })).toEqual(['onTime', undefined])
    expect(firstAt('2020-02-04T17:00:00', { originalDueAt })).toEqual(['late', { calendar: 0, working: 0 }])
  })

  it('counts 29 February', () => {
    const originalDueAt = at('2020-02-29T00:00:00')
    expect(firstAt('2020-03-01T00:30:00', { originalDueAt })).toEqual(['late', { calendar: 2, working: 0 }])
    const nextYear = at('2021-02-27T00:00:00')
    expect(firstAt('2021-03-01T00:30:00', { originalDueAt: nextYear })).toEqual(['late', { calendar: 3, working: 1 }])
  })

  it('counts days in the zone of the round', () => {
    const submitted = instant('2020-02-03T16:30:00Z')
    const now = drafting(submitted)
    expect(rowOf({ now }).daysLate).toEqual({ calendar: 4, working: 2 })
    expect(rowOf({ now }, undefined, 'UTC').daysLate).toEqual({ calendar: 3, working: 1 })
  })

  it('is that of an extension, judged by its own due moment', () => {
    const extension = { dueAt: at('2020-02-05T17:00:00'), reason: '值班' }
    expect(firstAt('2020-02-04T09:00:00', { extension })).toEqual(['extended', undefined])
    expect(firstAt('2020-02-06T09:00:00', { extension })).toEqual(['late', { calendar: 1, working: 1 }])
    expect(rowOf({ extension }, at('2020-02-04T09:00:00'))).toMatchObject({ standing: 'open', extension })
    expect(rowOf({ extension }, at('2020-02-05T17:00:00'))).toMatchObject({
      standing: 'missing',
      daysLate: { calendar: 0 },
    })
  })

  it('stays as it was judged when the extension is taken back or the round’s due moment is moved later', () => {
    const kept = { ...drafting(at('2020-02-04T09:00:00'), handedIn({ firstDueAt: at('2020-02-05T17:00:00') })) }
    const now: Return = { ...kept, firstTimeliness: 'extended' }
    expect(rowOf({ now }).standing).toBe('extended')
    const late: Return = { ...drafting(at('2020-02-04T09:00:00')), firstTimeliness: 'late' }
    const moved = rowOf({ now: late, originalDueAt: at('2020-03-01T00:00:00') })
    expect([moved.standing, moved.dueAt, moved.daysLate]).toEqual(['late', midnight, { calendar: 4, working: 2 }])
  })

  it('is open before the due moment and missing from it on, started or not', () => {
    expect(rowOf({}, at('2020-01-31T23:59:59')).standing).toBe('open')
    expect(rowOf({}, midnight)).toMatchObject({ standing: 'missing', daysLate: { calendar: 1, working: 0 } })
    expect(rowOf({ now: drafting(undefined) }, at('2020-02-04T09:00:00'))).toMatchObject({
      standing: 'missing',
      daysLate: { calendar: 4, working: 2 },
    })
  })

  it('is missing for one that was reopened and never handed in, although its correction is not due yet', () => {
    expect(rowOf({ now: sentBack(undefined) }, at('2020-02-04T09:00:00'))).toMatchObject({
      standing: 'missing',
      correctionDue: { dueAt: correctionDue, isOverdue: false },
    })
  })
})

describe('a correction', () => {
  it('changes nothing of the first submission, and is overdue by its own due moment', () => {
    const before = rowOf({ now: sentBack(at('2020-01-30T10:00:00')) }, at('2020-02-06T17:59:59'))
    expect([before.standing, before.correctionDue]).toEqual(['onTime', { dueAt: correctionDue, isOverdue: false }])
    const after = rowOf({ now: sentBack(at('2020-01-30T10:00:00')) }, correctionDue)
    expect(after.correctionDue?.isOverdue).toBe(true)
  })

  it('is counted, with reasons, cells filled at once and who acted', () => {
    const facts = handedIn({
      corrections: { onTime: 2, late: 1 },
      explained: { B: 1, C: 3 },
      filledAtOnce: 9,
      onBehalf: true,
    })
    expect(rowOf({ now: drafting(at('2020-01-30T10:00:00'), facts) })).toMatchObject({
      corrections: { onTime: 2, late: 1 },
      explained: { B: 1, C: 3 },
      filledAtOnce: 9,
      onBehalf: true,
    })
  })
})

describe('a middle unit', () => {
  it('is appraised by when its report was handed in, and nothing else is claimed of it', () => {
    const late = rowOf({ report: { at: at('2020-02-04T09:00:00') } })
    expect(late).toMatchObject({ isReport: true, standing: 'late', daysLate: { calendar: 4, working: 2 } })
    expect([late.revisions, late.timesSentBack, late.corrections, late.explained]).toEqual(Array(4).fill(undefined))
    expect(rowOf({ report: {} }).standing).toBe('missing')
  })
})

describe('the share on time', () => {
  it('leaves out who owes nothing yet, and counts an extension that was kept', () => {
    const name = { zh: '局', en: 'B' }
    const units = ([drafting(at('2020-01-30T10:00:00')), drafting(at('2020-02-03T10:00:00')), undefined] as const).map(
      (now, index) => ({ unit: String(index), name, originalDueAt: midnight, ...(now === undefined ? {} : { now }) }),
    )
    const later = { unit: 'later', name, originalDueAt: at('2020-03-01T00:00:00') }
    const { rate, counts } = appraise([...units, later], {
      now: at('2020-02-10T09:00:00'),
      zone: 'Asia/Shanghai',
      calendar,
    })
    expect(counts).toEqual({ onTime: 1, extended: 0, late: 1, missing: 1, open: 1 })
    expect(rate).toEqual({ part: 1, of: 3, percent: '33.3' })
  })

  it('is none of nobody, and rounds half up', () => {
    expect(rateOf(0, 0)).toBeUndefined()
    const percents = (
      [
        [1, 16],
        [3, 16],
        [2, 3],
        [0, 5],
        [7, 7],
        [1, 2000],
        [1999, 2000],
      ] as const
    ).map(([part, of]) => rateOf(part, of)?.percent)
    expect(percents).toEqual(['6.3', '18.8', '66.7', '0.0', '100.0', '0.1', '100.0'])
  })
})
