import { describe, expect, it } from 'vitest'
import {
  dayOf,
  daysBetween,
  dueDayOf,
  instant,
  instantAt,
  isTimeOfDay,
  isZone,
  localDate,
  msOf,
  plusDays,
  plusMs,
  timeOf,
  timeOfDay,
  weekdayOf,
  yearOf,
} from './time.ts'

describe('a local date', () => {
  it('exists on 29 February of a leap year only', () => {
    expect(localDate('2020-02-29')).toBe('2020-02-29')
    expect(() => localDate('2021-02-29')).toThrow(RangeError)
  })
  it('moves over the end of a month and counts back', () => {
    expect(plusDays(localDate('2020-02-28'), 2)).toBe('2020-03-01')
    expect(daysBetween(localDate('2020-03-01'), localDate('2020-02-28'))).toBe(-2)
  })
  it('knows its weekday and year', () => {
    expect(weekdayOf(localDate('2020-02-02'))).toBe(7)
    expect(yearOf(localDate('2020-02-02'))).toBe(2020)
  })
})

describe('Beijing time', () => {
  it('is what the time zone database says, before 1992 and after', () => {
    const printed = new Intl.DateTimeFormat('sv-SE', {
      timeZone: 'Asia/Shanghai',
      dateStyle: 'short',
      timeStyle: 'short',
    })
    const months = Array.from({ length: 12 * 70 }, (_, i) => [1980 + Math.floor(i / 12), (i % 12) + 1] as const)
    for (const [year, month] of months) {
      const at = instant(`${year}-${String(month).padStart(2, '0')}-01T15:30:00Z`)
      expect(`${dayOf(at, 'Asia/Shanghai')} ${timeOf(at, 'Asia/Shanghai')}`).toBe(printed.format(msOf(at)))
      expect(instantAt(dayOf(at, 'Asia/Shanghai'), timeOf(at, 'Asia/Shanghai'), 'Asia/Shanghai')).toBe(at)
    }
  })
})

describe('an instant', () => {
  it('is written in UTC with milliseconds, whatever offset it was given', () => {
    expect(instant('2020-02-01T00:00:00+08:00')).toBe('2020-01-31T16:00:00.000Z')
  })
  it('is refused without an offset', () => {
    expect(() => instant('2020-02-01T00:00:00')).toThrow(RangeError)
  })
  it('sorts as text as it does in time', () => {
    const at = instant('2019-12-31T23:59:59.999Z')
    expect(plusMs(at, 1) > at).toBe(true)
    expect(msOf(plusMs(at, 1)) - msOf(at)).toBe(1)
  })
})

describe('a day and time in a zone', () => {
  it('moves a skipped hour forward', () => {
    const at = instantAt(localDate('2024-03-31'), '02:30', 'Europe/Berlin')
    expect(timeOf(at, 'Europe/Berlin')).toBe('03:30')
  })
  it('takes the earlier of a doubled hour', () => {
    expect(instantAt(localDate('2024-10-27'), '02:30', 'Europe/Berlin')).toBe('2024-10-27T00:30:00.000Z')
  })
  it('falls on the day of that zone', () => {
    const at = instant('2020-01-31T17:00:00Z')
    expect([dayOf(at, 'Asia/Shanghai'), dayOf(at, 'UTC')]).toEqual(['2020-02-01', '2020-01-31'])
  })
})

describe('a due day', () => {
  it('is the day before for midnight, because due moments are half-open', () => {
    expect(dueDayOf(instant('2020-02-01T00:00:00+08:00'), 'Asia/Shanghai')).toBe('2020-01-31')
    expect(dueDayOf(instant('2020-02-01T00:01:00+08:00'), 'Asia/Shanghai')).toBe('2020-02-01')
  })
})

describe('a time of day', () => {
  it('has two digits each', () => {
    expect(timeOfDay('09:00')).toBe('09:00')
    expect(['9:00', '24:00', '09:60', ''].filter(isTimeOfDay)).toEqual([])
    expect(() => timeOfDay('9am')).toThrow(RangeError)
  })
})

describe('a zone', () => {
  it('is known by its name or not at all', () => {
    expect(['Asia/Shanghai', 'Mars/Olympus'].map(isZone)).toEqual([true, false])
  })
})
