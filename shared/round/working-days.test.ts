import { describe, expect, it } from 'vitest'
import { localDate, weekdayOf } from '../time.ts'
import type { WorkingCalendar } from './calendar.ts'
import {
  nextWorkingDay,
  previousWorkingDay,
  workingDaysAfter,
  workingDaysBefore,
  workingDaysBetween,
} from './working-days.ts'

const day = localDate
/** Spring Festival 2020 (24 January to 2 February) with Sunday 19 January as make-up working day. */
const calendar: WorkingCalendar = {
  id: 'test',
  isDayOff: (d) => (d >= '2020-01-24' && d <= '2020-02-02') || (weekdayOf(d) >= 6 && d !== '2020-01-19'),
  nameOf: () => undefined,
  knows: () => true,
}

describe('the nearest working day', () => {
  it('is the day itself when that is one', () => {
    expect(previousWorkingDay(day('2020-01-23'), calendar)).toBe('2020-01-23')
    expect(nextWorkingDay(day('2020-01-23'), calendar)).toBe('2020-01-23')
  })
  it('lies beyond the whole holiday', () => {
    expect(previousWorkingDay(day('2020-01-31'), calendar)).toBe('2020-01-23')
    expect(nextWorkingDay(day('2020-01-25'), calendar)).toBe('2020-02-03')
  })
  it('is not searched for ever in a calendar without working days', () => {
    expect(() => nextWorkingDay(day('2020-01-25'), { ...calendar, isDayOff: () => true })).toThrow(RangeError)
  })
})

describe('counting working days', () => {
  it('takes the make-up Sunday for a working day', () => {
    expect(workingDaysBefore(day('2020-01-31'), 5, calendar)).toBe('2020-01-19')
  })
  it('counts forward over the holiday', () => {
    expect(workingDaysAfter(day('2020-01-23'), 2, calendar)).toBe('2020-02-04')
  })
  it('gives the day itself for none', () => {
    expect(workingDaysBefore(day('2020-01-31'), 0, calendar)).toBe('2020-01-31')
  })
  it('agrees with the step that many working days before', () => {
    for (const n of [1, 3, 7, 14])
      expect(workingDaysBetween(workingDaysBefore(day('2020-01-31'), n, calendar), day('2020-01-31'), calendar)).toBe(n)
  })
  it('counts the first day and not the last, be they working days or not', () => {
    expect(workingDaysBetween(day('2020-01-21'), day('2020-01-23'), calendar)).toBe(2)
  })
  it('is zero inside the holiday and backwards', () => {
    expect(workingDaysBetween(day('2020-01-25'), day('2020-01-31'), calendar)).toBe(0)
    expect(workingDaysBetween(day('2020-03-01'), day('2020-01-31'), calendar)).toBe(0)
  })
})
