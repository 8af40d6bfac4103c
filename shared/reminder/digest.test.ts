import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { WorkingCalendar } from '../round/calendar.ts'
import { defaultLadder, isNight } from '../round/ladder.ts'
import { workingDaysBefore } from '../round/working-days.ts'
import {
  dayOf,
  dueDayOf,
  type Instant,
  instant,
  instantOfMs,
  localDate,
  msOf,
  plusDays,
  plusMs,
  timeOf,
  timeOfDay,
  weekdayOf,
} from '../time.ts'
import { type DigestUnit, digestDay, digestTime, isDigestDue, nextDigestMorning } from './digest.ts'

const zone = 'Asia/Shanghai'
const dueAt = instant('2020-02-01T00:00:00+08:00')
/* The Spring Festival of 2020 from 24 January to 2 February, Sunday the 19th made up. */
const calendar: WorkingCalendar = {
  id: 'test',
  isDayOff: (d) => (d >= '2020-01-24' && d <= '2020-02-02') || (weekdayOf(d) >= 6 && d !== '2020-01-19'),
  nameOf: () => undefined,
  knows: () => true,
}
const keeping = { ladder: defaultLadder, zone }
const missing: DigestUnit = {
  unit: 'a',
  name: { zh: '甲', en: 'A' },
  due: { dueAt, why: 'round' },
  isUnreachable: false,
}
const back = (at: string) => ({ name: 'a', email: 'a@e.cn', units: [], at: instant(at) })
const isDue = (
  day: string,
  units: readonly DigestUnit[],
  more: { cameBack?: ReturnType<typeof back>[]; lastAt?: Instant } = {},
) => isDigestDue({ units, cameBack: more.cameBack ?? [] }, { day: localDate(day), zone, lastAt: more.lastAt }, calendar)

describe('the hour of a digest', () => {
  it('is that of the step of the due day, of the first step, or nine', () => {
    const at = timeOfDay('08:30')
    expect(digestTime(defaultLadder)).toBe('09:00')
    expect(digestTime(defaultLadder.map((step) => (step.id === 'dueDay' ? { ...step, at } : step)))).toBe('08:30')
    expect(digestTime([])).toBe('09:00')
  })
  it('has come from then on, on a working day only', () => {
    const on = (at: string) => digestDay(keeping, instant(at), calendar)
    expect(on('2020-01-20T08:59:59+08:00')).toBeUndefined()
    expect(on('2020-01-20T09:00:00+08:00')).toBe('2020-01-20')
    expect(on('2020-01-24T09:00:00+08:00')).toBeUndefined()
    expect(on('2020-01-19T09:00:00+08:00')).toBe('2020-01-19')
  })
  it('comes next after a moment, over weekend and holiday', () => {
    const next = (at: string) => nextDigestMorning(keeping, instant(at), calendar)
    expect(next('2020-01-20T08:00:00+08:00')).toBe(instant('2020-01-20T09:00:00+08:00'))
    expect(next('2020-01-20T09:00:00+08:00')).toBe(instant('2020-01-21T09:00:00+08:00'))
    expect(next('2020-01-23T09:00:00+08:00')).toBe(instant('2020-02-03T09:00:00+08:00'))
  })
})

describe('a digest', () => {
  it('is for the ten working days before a missing unit is due, and for every day after', () => {
    const first = workingDaysBefore(localDate('2020-01-31'), 10, calendar)
    expect(first).toBe('2020-01-13')
    expect(isDue('2020-01-12', [missing])).toBe(false)
    expect(['2020-01-13', '2020-01-23', '2020-02-03', '2020-03-02'].map((day) => isDue(day, [missing]))).toEqual([
      true,
      true,
      true,
      true,
    ])
  })
  it('is not for units that are all in and reviewed', () => {
    expect(isDue('2020-01-20', [{ ...missing, stage: 'accepted' }])).toBe(false)
  })
  it('says before the due moment that something waits for review, and is silent about it later', () => {
    const submitted = [{ ...missing, stage: 'submitted' as const }]
    expect(isDue('2020-01-20', submitted)).toBe(true)
    expect(isDue('2020-02-03', submitted)).toBe(false)
  })
  it('goes by the moved due moment of a unit that has one', () => {
    const extended = { ...missing, due: { dueAt: instant('2020-03-01T00:00:00+08:00'), why: 'extension' as const } }
    expect(isDue('2020-01-20', [extended])).toBe(false)
    expect(isDue('2020-02-17', [extended])).toBe(true)
  })
  it('is not for muted units alone', () => {
    expect(isDue('2020-02-03', [{ ...missing, muted: '在建' }])).toBe(false)
    expect(isDue('2020-02-03', [{ ...missing, muted: '在建' }, missing])).toBe(true)
  })
  it('is for the first morning after a letter came back, at any time of the round', () => {
    const cameBack = [back('2019-12-20T10:00:00+08:00')]
    expect(isDue('2019-12-23', [missing], { cameBack })).toBe(true)
    expect(isDue('2019-12-23', [missing], { cameBack, lastAt: instant('2019-12-20T09:00:00+08:00') })).toBe(true)
    expect(isDue('2019-12-24', [missing], { cameBack, lastAt: instant('2019-12-23T09:00:00+08:00') })).toBe(false)
  })
})

const zones = [
  'Asia/Shanghai',
  'Europe/Berlin',
  'America/Havana',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Africa/Cairo',
]

describe('any run of mornings', () => {
  it('has one on each working day and none on another, at the hour of the ladder, never at night', () => {
    const weekends: WorkingCalendar = { ...calendar, isDayOff: (d) => weekdayOf(d) >= 6 }
    const moments = fc.integer({
      min: msOf(instant('2019-01-01T00:00:00Z')),
      max: msOf(instant('2027-12-31T00:00:00Z')),
    })
    fc.assert(
      fc.property(moments.map(instantOfMs), fc.constantFrom(...zones), (from, where) => {
        const of = { ladder: defaultLadder, zone: where }
        let at = from
        let day = plusDays(dayOf(from, where), timeOf(from, where) < '09:00' ? -1 : 0)
        for (let i = 0; i < 12; i += 1) {
          at = nextDigestMorning(of, at, weekends)
          do day = plusDays(day, 1)
          while (weekends.isDayOff(day))
          expect([dayOf(at, where), timeOf(at, where)]).toEqual([day, '09:00'])
          expect(isNight(at, where)).toBe(false)
          expect(digestDay(of, at, weekends)).toBe(day)
          expect(digestDay(of, plusMs(at, -1), weekends)).toBeUndefined()
        }
      }),
      { numRuns: 60 },
    )
  })
  it('has none earlier than ten working days before the due day', () => {
    fc.assert(
      fc.property(fc.integer({ min: -60, max: 60 }), (days) => {
        const day = plusDays(dueDayOf(dueAt, zone), days)
        expect(isDue(day, [missing])).toBe(day >= '2020-01-13')
      }),
    )
  })
})
