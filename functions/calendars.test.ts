import { describe, expect, it } from 'vitest'
import { localDate } from '../shared/time.ts'
import { calendarFor, calendarIds } from './calendars.ts'

const calendar = (change: Partial<Parameters<typeof calendarFor>[0]> = {}) => {
  const found = calendarFor({ id: 'cn', extraDaysOff: [], extraWorkdays: [], ...change })
  if (found === undefined) throw new Error('unknown calendar')
  return found
}
const day = localDate

describe('the Chinese calendar', () => {
  it('has holidays with their names and make-up working days', () => {
    expect(calendar().isDayOff(day('2020-01-31'))).toBe(true)
    expect(calendar().nameOf(day('2020-01-31'))).toBe('春节')
    expect(calendar().isDayOff(day('2020-01-19'))).toBe(false)
    expect(calendar().nameOf(day('2020-01-19'))).toBeUndefined()
  })
  it('has weekends without a name', () => {
    expect(calendar().isDayOff(day('2021-01-31'))).toBe(true)
    expect(calendar().nameOf(day('2021-01-31'))).toBeUndefined()
  })
  it('knows the years that are published, and counts weekends in the others', () => {
    const years = Array.from({ length: 23 }, (_, index) => 2004 + index)
    expect(years.filter((year) => !calendar().knows(year))).toEqual([])
    expect([2003, 2099].map(calendar().knows)).toEqual([false, false])
    expect(calendar().isDayOff(day('2099-10-01'))).toBe(false)
    expect(calendar().isDayOff(day('2099-10-03'))).toBe(true)
  })
})

describe('the days of a round', () => {
  it('come before the calendar’s', () => {
    const own = calendar({ extraDaysOff: [day('2020-01-21')], extraWorkdays: [day('2020-02-01')] })
    expect([day('2020-01-21'), day('2020-02-01'), day('2020-02-02')].map(own.isDayOff)).toEqual([true, false, true])
    expect(own.nameOf(day('2020-02-01'))).toBeUndefined()
  })
})

describe('a calendar', () => {
  it('is chosen by its id, and not found by another', () => {
    expect(calendarIds).toEqual(['cn', 'weekends'])
    expect(calendarFor({ id: 'mars', extraDaysOff: [], extraWorkdays: [] })).toBeUndefined()
    expect(calendarFor({ id: 'toString', extraDaysOff: [], extraWorkdays: [] })).toBeUndefined()
  })
  it('may be weekends only', () => {
    const weekends = calendar({ id: 'weekends' })
    expect([day('2020-01-31'), day('2020-02-01')].map(weekends.isDayOff)).toEqual([false, true])
    expect(weekends.knows(2099)).toBe(true)
  })
})
