import { describe, expect, it } from 'vitest'
import { instant, instantAt, localDate } from '../shared/time.ts'
import {
  dayAndTime,
  dueDayAndTime,
  dueTimeInWords,
  insteadOf,
  isDay,
  isZoneHere,
  momentAt,
  momentsAt,
  timeAsTyped,
} from './zoned-moment.ts'

const zones = ['Asia/Shanghai', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu'] as const

describe('a day and time in a zone', () => {
  it('mean the moment that the core reads in them, whatever the zone', () => {
    for (const zone of zones)
      for (let month = 1; month <= 12; month += 1)
        for (const time of ['00:00', '09:00', '12:30', '23:59']) {
          const day = `2021-${String(month).padStart(2, '0')}-15`
          const found = momentsAt({ day, time }, zone)
          expect(found.map(instant), `${day} ${time} ${zone}`).toEqual([instantAt(localDate(day), time, zone)])
        }
  })
  it('mean the end of the day at 24:00, with the offset said', () => {
    expect(momentsAt({ day: '2020-01-31', time: '24:00' }, 'Asia/Shanghai')).toEqual(['2020-02-01T00:00:00+08:00'])
  })
  it('mean nothing in a skipped hour, and it is said what the clock shows instead', () => {
    const skipped = { day: '2021-03-28', time: '02:30' }
    expect(momentsAt(skipped, 'Europe/Berlin')).toEqual([])
    expect(insteadOf(skipped, 'Europe/Berlin')).toEqual({ day: '2021-03-28', time: '03:30' })
  })
  it('mean two moments in a doubled hour', () => {
    expect(momentsAt({ day: '2021-10-31', time: '02:30' }, 'Europe/Berlin')).toEqual([
      '2021-10-31T02:30:00+02:00',
      '2021-10-31T02:30:00+01:00',
    ])
  })
  it('mean two moments in a doubled half hour', () => {
    expect(momentsAt({ day: '2021-04-04', time: '01:45' }, 'Australia/Lord_Howe')).toHaveLength(2)
  })
  it('may lie in a summer of Shanghai that had its clocks moved', () => {
    expect(momentsAt({ day: '1988-07-01', time: '09:00' }, 'Asia/Shanghai')).toEqual(['1988-07-01T09:00:00+09:00'])
  })
})

describe('a moment in a zone', () => {
  it('is read back as day and time', () => {
    expect(dayAndTime('2020-01-02T01:00:00.000Z', 'Asia/Shanghai')).toEqual({ day: '2020-01-02', time: '09:00' })
  })
  it('is 24:00 of the day before where a due moment is midnight', () => {
    expect(dueDayAndTime('2020-01-31T16:00:00.000Z', 'Asia/Shanghai')).toEqual({ day: '2020-01-31', time: '24:00' })
    expect(dueTimeInWords('2020-01-31T16:00:00.000Z', 'Asia/Shanghai')).toBe('2020年1月31日（星期五）24:00')
  })
})

describe('a due moment chosen from a list', () => {
  it.each([
    ['2020-01-31', '24:00', 'Asia/Shanghai', '2020-02-01T00:00:00+08:00'],
    ['2019-12-31', '24:00', 'Asia/Shanghai', '2020-01-01T00:00:00+08:00'],
    ['2020-01-31', '17:30', 'Asia/Urumqi', '2020-01-31T17:30:00+06:00'],
    ['2020-07-01', '09:00', 'America/New_York', '2020-07-01T09:00:00-04:00'],
    ['2020-01-01', '09:00', 'Asia/Kolkata', '2020-01-01T09:00:00+05:30'],
  ])('%s %s in %s is %s', (day, time, zone, moment) => {
    expect(momentAt({ day, time }, zone)).toBe(moment)
    expect(dueDayAndTime(moment, zone)).toEqual({ day, time })
  })
  it('is the clock that follows in a skipped hour, and the first of two in a doubled one', () => {
    expect(momentAt({ day: '2020-03-08', time: '02:30' }, 'America/New_York')).toBe('2020-03-08T03:30:00-04:00')
    expect(momentAt({ day: '2021-10-31', time: '02:30' }, 'Europe/Berlin')).toBe('2021-10-31T02:30:00+02:00')
  })
  it('is none while no day is chosen', () => {
    expect(momentAt({ day: '', time: '24:00' }, 'Asia/Shanghai')).toBeUndefined()
    expect(momentAt({ day: '2020-02-31', time: '24:00' }, 'Asia/Shanghai')).toBeUndefined()
  })
})

describe('what is typed', () => {
  it('is a time in any of the ways an office writes it', () => {
    expect(['9:00', '09：00', '0900', '24:00', '１７：３０'].map(timeAsTyped)).toEqual([
      '09:00',
      '09:00',
      '09:00',
      '24:00',
      '17:30',
    ])
  })
  it('is no time where there is none', () => {
    expect(['', '24:01', '25:00', '9', '下午', '12:60'].map(timeAsTyped)).toEqual(Array(6).fill(undefined))
  })
  it('is a day where the calendar has it', () => {
    expect(['2020-02-29', '2021-02-29', '2020-13-01', '', '20200101'].map(isDay)).toEqual([
      true,
      false,
      false,
      false,
      false,
    ])
  })
  it('is a zone where the browser knows it', () => {
    expect(['Asia/Shanghai', 'Mars/Olympus', ''].map(isZoneHere)).toEqual([true, false, false])
  })
})
