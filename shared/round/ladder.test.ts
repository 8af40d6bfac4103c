import { describe, expect, it } from 'vitest'
import { instant, type TimeOfDay, timeOfDay } from '../time.ts'
import { correctionLadder, defaultLadder, isNight, ladderProblems, stepInWords } from './ladder.ts'
import type { LadderStep, StepTiming } from './round.ts'

const step = (change: Partial<LadderStep> = {}): LadderStep => ({
  id: 'before3',
  timing: { kind: 'before', count: 3, of: 'workingDays' },
  at: timeOfDay('09:00'),
  to: ['reporter'],
  ...change,
})
const codes = (...ladder: LadderStep[]) => ladderProblems(ladder).map(({ code }) => code)
const daysBefore = (count: number): StepTiming => ({ kind: 'before', count, of: 'workingDays' })
/** As it comes from outside, before anything has looked at it. */
const unread = (text: string) => text as TimeOfDay

describe('the built-in ladders', () => {
  it('have no problems', () => {
    expect(ladderProblems(defaultLadder)).toEqual([])
    expect(ladderProblems(correctionLadder)).toEqual([])
  })
  it('follow the office’s steps', () => {
    expect(defaultLadder.map(({ id }) => id)).toEqual([
      'opening',
      'before14',
      'before7',
      'before3',
      'before1',
      'dueDay',
      'overdue1',
      'overdue3',
    ])
  })
  it('escalate to leader and coordinator when overdue, and not before', () => {
    const escalated = defaultLadder.filter(({ to }) => to.includes('leader') && to.includes('coordinator'))
    expect(escalated.map(({ id }) => id)).toEqual(['overdue1', 'overdue3'])
  })
})

describe('a ladder', () => {
  it('is refused with a "before" step after the due moment', () => {
    expect(codes(step({ timing: daysBefore(-1) }))).toEqual(['badCount'])
  })
  it('is refused with no, half or endless days', () => {
    expect([0, 1.5, 367, Number.NaN].flatMap((count) => codes(step({ timing: daysBefore(count) })))).toEqual(
      Array(4).fill('badCount'),
    )
  })
  it('is refused with two steps of one id', () => {
    expect(codes(step(), step({ timing: daysBefore(1) }))).toEqual(['duplicateId'])
  })
  it('is refused with a time that is none', () => {
    expect(codes(step({ at: unread('25:00') }))).toEqual(['badTime'])
  })
  it('is refused at night, but not at its edges', () => {
    expect(codes(step({ at: timeOfDay('06:59') }))).toEqual(['atNight'])
    expect(codes(step({ at: timeOfDay('21:01') }))).toEqual(['atNight'])
    expect(codes(step({ at: timeOfDay('07:00') }), step({ id: 'late', at: timeOfDay('21:00') }))).toEqual([])
  })
  it('is refused with an id that cannot stand in a key, nobody to write to, or two openings', () => {
    expect(codes(step({ id: 'a_b' }))).toEqual(['badId'])
    expect(codes(step({ to: [] }))).toEqual(['nobody'])
    const opening = step({ id: 'opening', timing: { kind: 'opening' } })
    expect(codes(opening, { ...opening, id: 'again' })).toEqual(['twice'])
  })
})

describe('a step in words', () => {
  it('names its kind and days', () => {
    expect(defaultLadder.map((one) => stepInWords(one).zh).slice(3)).toEqual([
      '截止前 3 个工作日',
      '截止前 1 个工作日',
      '截止当日',
      '逾期 1 天',
      '逾期 3 天',
    ])
    expect(stepInWords(step({ timing: daysBefore(1) })).en).toBe('1 working day before')
  })
})

describe('night', () => {
  it('is told by the clock of the zone', () => {
    const at = instant('2020-01-31T16:00:00Z')
    expect([isNight(at, 'Asia/Shanghai'), isNight(at, 'Europe/Berlin')]).toEqual([true, false])
  })
})
