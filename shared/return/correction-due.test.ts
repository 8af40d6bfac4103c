import { describe, expect, it } from 'vitest'
import type { WorkingCalendar } from '../round/calendar.ts'
import { instant, weekdayOf } from '../time.ts'
import { correctionDueAt } from './correction-due.ts'

/** Weekends, and these holidays. */
const calendarWith = (...holidays: readonly string[]): WorkingCalendar => ({
  id: 'test',
  isDayOff: (day) => weekdayOf(day) >= 6 || holidays.includes(day),
  nameOf: () => undefined,
  knows: () => true,
})

const dueAfter = (moment: string, calendar = calendarWith(), zone = 'Asia/Shanghai') =>
  correctionDueAt(instant(moment), zone, calendar)

describe('the due moment of a correction', () => {
  it('is the end of the second working day after the sending back', () => {
    expect(dueAfter('2020-01-06T15:00:00+08:00')).toBe(instant('2020-01-09T00:00:00+08:00'))
  })

  it('does not count the day of the sending back, however early', () => {
    expect(dueAfter('2020-01-06T00:00:00+08:00')).toBe(dueAfter('2020-01-06T23:59:00+08:00'))
  })

  it('passes over a weekend', () => {
    expect(dueAfter('2020-01-10T09:00:00+08:00')).toBe(instant('2020-01-15T00:00:00+08:00'))
  })

  it('passes over holidays', () => {
    const calendar = calendarWith('2020-01-24', '2020-01-27', '2020-01-28', '2020-01-29', '2020-01-30')
    expect(dueAfter('2020-01-23T09:00:00+08:00', calendar)).toBe(instant('2020-02-04T00:00:00+08:00'))
  })

  it('reads the day in the zone of the round', () => {
    expect(dueAfter('2020-01-06T17:00:00Z')).toBe(instant('2020-01-10T00:00:00+08:00'))
  })

  it('lies at midnight of the office where the clocks change on the way', () => {
    expect(dueAfter('2020-03-27T12:00:00Z', calendarWith(), 'Europe/Berlin')).toBe(instant('2020-03-31T22:00:00Z'))
  })
})
