import { describe, expect, it } from 'vitest'
import type { DueEvent } from '../../shared/reminder/letter-context.ts'
import { instant } from '../../shared/time.ts'
import { icsOf } from './ics.ts'

const event = (change: Partial<DueEvent> = {}): DueEvent => ({
  uid: 'haidong-2019.630202',
  sequence: 7,
  title: '截止：年度报告（乐都）',
  description: '请于2020年1月31日（星期五）24:00前提交；逗号, 分号; 换行\n完',
  dueAt: instant('2020-02-01T00:00:00+08:00'),
  alarms: [instant('2020-01-23T09:00:00+08:00')],
  url: 'https://huibao.example/rounds/haidong-2019/returns/630202',
  createdAt: instant('2019-12-16T09:00:00+08:00'),
  ...change,
})
/** Lines as RFC 5545 reads them: folded ones joined. */
const linesOf = (ics: string) => ics.replaceAll('\r\n ', '').split('\r\n')

describe('a calendar file', () => {
  it('ends at the due moment, so that midnight shows on the day before', () => {
    const lines = linesOf(icsOf([event()]))
    expect(lines).toContain('DTSTART:20200131T153000Z')
    expect(lines).toContain('DTEND:20200131T160000Z')
  })
  it('has a stable UID, its sequence and the letter’s own moment', () => {
    const lines = linesOf(icsOf([event()]))
    expect(lines).toEqual(
      expect.arrayContaining(['UID:haidong-2019.630202@huibao', 'SEQUENCE:7', 'DTSTAMP:20191216T010000Z']),
    )
    expect(icsOf([event()])).toBe(icsOf([event()]))
  })
  it('rings when it is told to', () => {
    expect(linesOf(icsOf([event()]))).toContain('TRIGGER;VALUE=DATE-TIME:20200123T010000Z')
    expect(icsOf([event({ alarms: [] })])).not.toContain('VALARM')
  })
  it('is published, not an invitation', () => {
    expect(linesOf(icsOf([event()]))).toContain('METHOD:PUBLISH')
  })
  it('escapes text and folds lines at 75 octets', () => {
    const ics = icsOf([event()])
    expect(linesOf(ics).find((line) => line.startsWith('DESCRIPTION:请于'))).toContain('逗号\\, 分号\\; 换行\\n完')
    expect(ics.split('\r\n').filter((line) => new TextEncoder().encode(line).length > 75)).toEqual([])
  })
})
