import { describe, expect, it } from 'vitest'
import { instant, weekdayOf } from '../time.ts'
import type { WorkingCalendar } from './calendar.ts'
import { inWords, timeLeftInWords, zoneInWords } from './due-in-words.ts'

const zone = 'Asia/Shanghai'
const calendar: WorkingCalendar = {
  id: 'test',
  isDayOff: (d) => (d >= '2020-01-24' && d <= '2020-02-02') || (weekdayOf(d) >= 6 && d !== '2020-01-19'),
  nameOf: () => undefined,
  knows: () => true,
}
const midnight = instant('2020-02-01T00:00:00+08:00')

describe('a due moment in words', () => {
  /* Berlin, 25 October 2020: from 02:00 to 03:00 twice. Havana, 1 November 2020: midnight twice. */
  it('says of the second of two hours that it is the second, and nothing of the first', () => {
    const berlin = ['2020-10-25T02:30:00+02:00', '2020-10-25T02:30:00+01:00', '2020-10-25T03:30:00+01:00']
    expect(berlin.map((at) => inWords(instant(at), 'Europe/Berlin', 'en'))).toEqual([
      'Sunday 25 October 2020, 02:30 (Europe/Berlin time)',
      'Sunday 25 October 2020, 02:30 (the second of two) (Europe/Berlin time)',
      'Sunday 25 October 2020, 03:30 (Europe/Berlin time)',
    ])
    const havana = ['2020-11-01T00:00:00-04:00', '2020-11-01T00:00:00-05:00']
    expect(havana.map((at) => inWords(instant(at), 'America/Havana', 'zh'))).toEqual([
      '2020年10月31日（星期六）24:00（America/Havana 时间）',
      '2020年11月1日（星期日）00:00（拨钟后的第二次）（America/Havana 时间）',
    ])
  })
  it('reads a moment in a skipped hour as the moment that its offset makes it', () => {
    const at = instant('2020-03-29T02:30:00+01:00')
    expect(inWords(at, 'Europe/Berlin', 'en')).toBe('Sunday 29 March 2020, 03:30 (Europe/Berlin time)')
  })
  it('prints midnight as 24:00 of the day before', () => {
    expect(inWords(midnight, zone, 'zh')).toBe('2020年1月31日（星期五）24:00')
    expect(inWords(midnight, zone, 'en')).toBe('Friday 31 January 2020, 24:00')
  })
  it('prints any other time as it is', () => {
    expect(inWords(instant('2020-01-31T17:30:00+08:00'), zone, 'zh')).toBe('2020年1月31日（星期五）17:30')
  })
  it('names a zone that is not Beijing’s', () => {
    expect(inWords(instant('2020-02-01T00:00:00+01:00'), 'Europe/Berlin', 'zh')).toBe(
      '2020年1月31日（星期五）24:00（Europe/Berlin 时间）',
    )
    expect(zoneInWords(zone, 'zh')).toBe('北京时间')
  })
  it('prints 24:00 where the day begins at one o’clock because midnight is skipped', () => {
    // Cairo, 26 April 2024: clocks go from 00:00 to 01:00, so the first moment of that day is 01:00.
    expect(inWords(instant('2024-04-26T01:00:00+03:00'), 'Africa/Cairo', 'en')).toContain('25 April 2024, 24:00')
  })
  it('knows 29 February', () => {
    expect(inWords(instant('2020-03-01T00:00:00+08:00'), zone, 'zh')).toBe('2020年2月29日（星期六）24:00')
  })
})

describe('the time left', () => {
  const left = (now: string, dueAt = midnight) => timeLeftInWords(instant(now), dueAt, zone, calendar, 'zh')
  it('counts working days as the ladder does', () => {
    expect(left('2020-01-21T09:00:00+08:00')).toBe('还有 3 个工作日')
    expect(left('2020-01-23T09:00:00+08:00')).toBe('还有 1 个工作日')
  })
  it('says calendar days where no working day is left', () => {
    expect(left('2020-01-25T09:00:00+08:00')).toBe('还有 6 天，其间没有工作日')
  })
  it('names the time on the due day', () => {
    expect(left('2020-01-31T09:00:00+08:00')).toBe('今天24:00截止')
    expect(left('2020-01-31T18:00:00+08:00', instant('2020-01-31T17:00:00+08:00'))).toBe('今天17:00已截止')
  })
  it('counts calendar days after it', () => {
    expect(left('2020-02-01T00:00:00+08:00')).toBe('已逾期 1 天')
    expect(left('2020-02-02T09:00:00+08:00')).toBe('已逾期 2 天')
  })
  it('says one day in the singular', () => {
    expect(timeLeftInWords(instant('2020-02-01T09:00:00+08:00'), midnight, zone, calendar, 'en')).toBe('1 day overdue')
  })
})
