import { describe, expect, it } from 'vitest'
import { dayAndTimeOf, momentAt } from './moment-at.ts'

describe('a chosen due moment', () => {
  it.each([
    ['2020-01-31', '24:00', 'Asia/Shanghai', '2020-02-01T00:00:00+08:00'],
    ['2019-12-31', '24:00', 'Asia/Shanghai', '2020-01-01T00:00:00+08:00'],
    ['2020-01-31', '17:30', 'Asia/Urumqi', '2020-01-31T17:30:00+06:00'],
    ['2020-07-01', '09:00', 'America/New_York', '2020-07-01T09:00:00-04:00'],
    ['2020-01-01', '09:00', 'Asia/Kolkata', '2020-01-01T09:00:00+05:30'],
  ])('%s %s in %s is %s', (day, time, zone, moment) => {
    expect(momentAt({ day, time }, zone)).toBe(moment)
    expect(dayAndTimeOf(moment, zone)).toEqual({ day, time })
  })
  it('in an hour that clocks skip is the hour after it', () => {
    expect(momentAt({ day: '2020-03-08', time: '02:30' }, 'America/New_York')).toBe('2020-03-08T03:30:00-04:00')
  })
  it('is none while no day is chosen', () => {
    expect(momentAt({ day: '', time: '24:00' }, 'Asia/Shanghai')).toBeUndefined()
    expect(momentAt({ day: '2020-02-31x', time: '24:00' }, 'Asia/Shanghai')).toBeUndefined()
  })
})
