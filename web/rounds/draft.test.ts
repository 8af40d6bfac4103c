import { describe, expect, it } from 'vitest'
import { defaultLadder } from '../../shared/round/ladder.ts'
import { instant } from '../../shared/time.ts'
import { changeBody, changedBetween, rebased } from './change-draft.ts'
import {
  draftOf,
  firstLadder,
  freeId,
  freshDraft,
  nextYear,
  oneMoreStep,
  type Round,
  type RoundDraft,
} from './draft.ts'
import { problemsOfAnswer, readDraft } from './draft-body.ts'

const draftWith = (given: Partial<RoundDraft> = {}): RoundDraft => ({
  ...freshDraft(2019, 'city'),
  edition: 'ogi-2019',
  ...given,
})
const bodyOf = (given: Partial<RoundDraft> = {}) => {
  const read = readDraft(draftWith(given))
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  return read.body
}
const fieldsWrong = (given: Partial<RoundDraft>): readonly string[] => {
  const read = readDraft(draftWith(given))
  return read.ok ? [] : read.problems.map(({ field }) => field)
}
const at = (day: string, time: string, which: 'first' | 'second' = 'first') => ({ day, time, which })
const roundWith = (given: Partial<RoundDraft> = {}): Round => {
  const body = bodyOf(given)
  return {
    ...body,
    opensAt: instant(body.opensAt),
    dueAt: instant(body.dueAt),
    dueByLevel: body.dueByLevel ?? {},
    units: body.units ?? 'below',
    ladder: body.ladder ?? [],
    calendar: body.calendar ?? { id: 'cn' },
    statutory: body.statutory ?? false,
    extraChecks: body.extraChecks ?? [],
    stage: 'planned',
    version: 1,
    edition: 0,
  }
}

describe('the plan of a round as it is typed', () => {
  it('begins with the ladder of the core', () => {
    expect(bodyOf().ladder).toEqual(defaultLadder)
  })
  it('is half-open when it is sent: 31 January 24:00 is midnight after it', () => {
    expect(bodyOf().dueAt).toBe('2020-02-01T00:00:00+08:00')
  })
  it('comes back as it was typed', () => {
    const typed = draftWith({
      levels: [{ level: '2', due: at('2020-01-20', '24:00') }],
      units: 'chosen',
      chosen: ['ledu', 'minhe'],
      daysOff: '2020-01-22\n2020-01-23',
      extraCheck: true,
    })
    expect(draftOf(roundWith(typed))).toEqual(typed)
  })
  it('knows the second of two in a doubled hour, there and back', () => {
    const typed = draftWith({ zone: 'Europe/Berlin', due: at('2020-10-25', '02:30', 'second') })
    expect(bodyOf(typed).dueAt).toBe('2020-10-25T02:30:00+01:00')
    expect(draftOf(roundWith(typed)).due).toEqual(typed.due)
  })
  it.each([
    ['a skipped hour', { zone: 'Europe/Berlin', due: at('2020-03-29', '02:30') }, ['due-time']],
    ['a day that is none', { due: at('2020-02-30', '24:00') }, ['due-day']],
    ['a due moment before the opening', { due: at('2020-01-03', '24:00') }, ['due-day']],
    ['no edition', { edition: '' }, ['edition']],
    ['no title and a bad id', { title: ' ', id: 'A b' }, ['title', 'id']],
    ['a zone that is none', { zone: 'Mars/Olympus' }, ['zone', 'zone']],
    ['no unit chosen', { units: 'chosen' as const }, ['units']],
    ['an extra day that is none', { daysOff: '2020-02-31' }, ['daysOff']],
    ['a year of three digits', { year: '201' }, ['year']],
    [
      'a level named twice',
      { levels: [1, 2].map(() => ({ level: '1', due: at('2020-01-30', '24:00') })) },
      ['level-1-level'],
    ],
    ['a step for nobody', { ladder: [{ ...oneMoreStep([]), to: [] }] }, ['step-0-to']],
    ['a step after 0 days', { ladder: [{ ...oneMoreStep([]), count: '0' }] }, ['step-0-count']],
    ['a step at 24:00', { ladder: [{ ...oneMoreStep([]), at: '24:00' }] }, ['step-0-at']],
  ])('is not sent with %s, and says where', (_, given, fields) => {
    expect(fieldsWrong(given)).toEqual(fields)
  })
  it('finds the field of what the API refuses', () => {
    const answer = (path: string) => ({
      code: 'invalid' as const,
      status: 422,
      detail: '',
      errors: [{ path, message: '有误。' }],
      facts: {},
    })
    const fieldOf = (path: string) =>
      problemsOfAnswer(answer(path), draftWith({ levels: [{ level: '2', due: at('2020-01-20', '24:00') }] }))[0]?.field
    expect(
      ['dueAt', 'forms', 'forms.0', 'ladder.before7', 'ladder.3.at', 'dueByLevel.2', 'calendar.extraDaysOff.0'].map(
        fieldOf,
      ),
    ).toEqual(['due-day', 'edition', 'edition', 'step-2-kind', 'step-3-at', 'level-0-day', 'daysOff'])
  })
})

describe('a plan copied to the next year', () => {
  it('has its year and its dates moved one on, and nothing else', () => {
    const next = nextYear(draftWith({ id: 'ogi-2019', daysOff: '2020-02-29' }))
    expect(next).toMatchObject({
      id: 'ogi-2020',
      title: '2020年度政府信息公开工作年度报告',
      year: '2020',
      due: at('2021-01-31', '24:00'),
      daysOff: '2021-02-28',
      ladder: firstLadder,
    })
  })
  it('gets a new id where the old one names no year, and another where it is taken', () => {
    expect(nextYear(draftWith({ id: 'yearly' })).id).toBe('yearly-2020')
    expect(freeId('ogi-2020', ['ogi-2020', 'ogi-2020-2'])).toBe('ogi-2020-3')
  })
})

describe('a change of a stored round', () => {
  const base = draftWith()
  it('sends what was changed and nothing else', () => {
    const mine = draftWith({ daysOff: '2020-01-22' })
    expect(changeBody(3, changedBetween(base, mine), bodyOf(mine))).toEqual({
      version: 3,
      calendar: { id: 'cn', extraDaysOff: ['2020-01-22'], extraWorkdays: [] },
    })
  })
  it('keeps what I typed and takes over what only a colleague changed', () => {
    const met = rebased(base, draftWith({ title: '我的' }), draftWith({ title: '他的', statutory: true }))
    expect(met.draft).toEqual(draftWith({ title: '我的', statutory: true }))
    expect([met.theirs, met.both]).toEqual([['statutory'], ['title']])
  })
  it('is no question where both did the same', () => {
    expect(rebased(base, draftWith({ title: '同' }), draftWith({ title: '同' })).both).toEqual([])
  })
})
