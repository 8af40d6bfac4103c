import { describe, expect, it } from 'vitest'
import { instant, weekdayOf } from '../time.ts'
import type { WorkingCalendar } from './calendar.ts'
import { defaultLadder } from './ladder.ts'
import { changeAllowed, planningHints, planningProblems } from './planning.ts'
import type { Round, RoundStage } from './round.ts'

type Facts = Parameters<typeof planningProblems>[0]

const factsWith = (given: Partial<Facts> = {}): Facts => ({
  forms: ['ogi-2019'],
  year: 2019,
  opensAt: instant('2020-01-02T09:00:00+08:00'),
  dueAt: instant('2020-02-01T00:00:00+08:00'),
  dueByLevel: {},
  zone: 'Asia/Shanghai',
  ladder: defaultLadder,
  units: 'below',
  ...given,
})

const calendarWith = (given: Partial<WorkingCalendar> = {}): WorkingCalendar => ({
  id: 'test',
  isDayOff: (day) => weekdayOf(day) >= 6,
  nameOf: () => undefined,
  knows: () => true,
  ...given,
})

const pathsOf = (given: Partial<Facts>) => planningProblems(factsWith(given)).map(({ path }) => path)
const saysOf = (given: Partial<Facts>) => planningProblems(factsWith(given)).map(({ message }) => message.en)
const hints = (given: Partial<Facts> = {}, calendar = calendarWith()) =>
  planningHints(factsWith(given), calendar).map(({ zh }) => zh)

describe('what is wrong with a plan', () => {
  it('is a form that does not exist', () => {
    expect(saysOf({ forms: ['ogi-2019', 'ogi-1999', 'toString'] })).toEqual(['There is no form ogi-1999, toString.'])
  })

  it('is the id of joined forms, which are named one by one', () => {
    expect(pathsOf({ forms: ['ogi-2019+police-supplement'] })).toEqual(['forms'])
  })

  it('is that there is no form at all', () => {
    expect(pathsOf({ forms: [] })).toEqual(['forms'])
  })

  it.each([[['police-supplement']], [['police-supplement', 'ogi-2019']], [['ogi-2019', 'ogi-2021']]])(
    'is that %j does not begin with its one edition',
    (forms) => {
      expect(saysOf({ forms })).toContain('Name one edition first, then supplements.')
    },
  )

  it('is an edition for other years', () => {
    expect(saysOf({ forms: ['ogi-2021'] })).toEqual(['ogi-2021 is not for 2019.'])
    expect(saysOf({ forms: ['ogi-2019'], year: 2021 })).toEqual(['ogi-2019 is not for 2021.'])
  })

  it('is a unit named twice', () => {
    expect(saysOf({ units: ['minhe', 'ledu', 'minhe', 'minhe'] })).toEqual(['A unit is named twice: minhe.'])
    expect(pathsOf({ units: ['minhe', 'ledu'] })).toEqual([])
  })

  it('is a form named twice', () => {
    expect(saysOf({ forms: ['ogi-2019', 'police-supplement', 'police-supplement'] })).toEqual([
      'A form is named twice.',
    ])
  })

  it('is a due moment that is not after the opening', () => {
    expect(pathsOf({ dueAt: factsWith().opensAt })).toEqual(['dueAt'])
  })

  it('is a due moment of a level that is not after the opening', () => {
    const dueByLevel = { '1': factsWith().dueAt, '2': factsWith().opensAt }
    expect(pathsOf({ dueByLevel })).toEqual(['dueByLevel.2'])
  })

  it('is a ladder with problems, each at its step', () => {
    const ladder = defaultLadder.map((step) => (step.id === 'before3' ? { ...step, to: [] } : step))
    expect(pathsOf({ ladder })).toEqual(['ladder.before3'])
  })

  it('is told all at once', () => {
    expect(pathsOf({ forms: ['none'], dueAt: factsWith().opensAt })).toEqual(['forms', 'dueAt'])
  })

  it.each([
    [['ogi-2019'], 2019],
    [['ogi-2021', 'police-supplement'], 2023],
  ])('is nothing where %j is collected for %i', (forms, year) => {
    expect(planningProblems(factsWith({ forms, year }))).toEqual([])
  })
})

describe('what is worth saying of a plan', () => {
  const onHoliday = { isDayOff: () => true, nameOf: () => '春节' }

  it('is nothing for a working day before the statutory date', () => {
    expect(hints()).toEqual([])
  })

  it('is that the due day is a day off, with its name', () => {
    expect(hints({}, calendarWith(onHoliday))).toEqual(['截止日 2020-01-31 是休息日（春节）。'])
  })

  it('is that the due day is a weekend, which has no name', () => {
    expect(hints({ dueAt: instant('2020-01-19T00:00:00+08:00') })).toEqual(['截止日 2020-01-18 是休息日。'])
  })

  it('is that the holidays of the year of the due day are not known', () => {
    expect(hints({}, calendarWith({ knows: (year) => year < 2020 }))).toEqual([
      '2020 年的节假日安排尚未公布，提醒日期暂按周末推算。',
    ])
  })

  it('is that the law wants it by 31 January', () => {
    expect(hints({ dueAt: instant('2020-02-01T00:00:01+08:00') }, calendarWith({ isDayOff: () => false }))).toEqual([
      '截止日晚于法定的1月31日（条例第四十九条）。',
    ])
  })

  it('reads the due day in the zone of the round', () => {
    expect(hints({ dueAt: instant('2020-01-31T17:00:00Z') }, calendarWith({ isDayOff: () => false }))).toHaveLength(1)
    expect(hints({ dueAt: instant('2020-01-31T16:00:00Z') })).toEqual([])
  })
})

describe('a change of a round', () => {
  const now = instant('2020-01-20T09:00:00+08:00')
  const past = instant('2020-01-10T00:00:00+08:00')
  const future = instant('2020-02-08T00:00:00+08:00')
  const roundIn = (stage: RoundStage, given: Partial<Round> = {}): Round => ({
    ...factsWith(),
    id: 'r',
    title: '2019年度报告',
    owner: 'city',
    units: 'below',
    calendar: { id: 'cn', extraDaysOff: [], extraWorkdays: [] },
    statutory: false,
    extraChecks: [],
    stage,
    version: 1,
    edition: 0,
    ...given,
  })
  const change = (stage: RoundStage, changes: Partial<Round>, before: Partial<Round> = {}) => {
    const round = roundIn(stage, before)
    const result = changeAllowed(round, { ...round, ...changes }, now)
    return result.ok ? 'allowed' : result.refusal.code
  }

  it.each<RoundStage>(['approved', 'open'])('sets no due moment into the past when it is %s', (stage) => {
    expect(change(stage, { dueAt: past })).toBe('dueMomentPast')
    expect(change(stage, { dueByLevel: { 1: past } })).toBe('dueMomentPast')
    expect(change(stage, { dueAt: future, dueByLevel: { 1: future } })).toBe('allowed')
  })

  it('sets no level into the past by taking its own due moment away', () => {
    expect(change('open', { dueByLevel: {} }, { dueAt: past, dueByLevel: { 1: future } })).toBe('dueMomentPast')
  })

  it('leaves a past due moment as it is', () => {
    expect(change('open', { dueByLevel: { 1: past, 2: future } }, { dueByLevel: { 1: past } })).toBe('allowed')
  })

  it('moves the opening only before it', () => {
    const opensAt = instant('2020-01-21T09:00:00+08:00')
    expect([change('open', { opensAt }), change('approved', { opensAt })]).toEqual(['invalid', 'allowed'])
  })

  it('may be anything while the round is planned', () => {
    expect(change('planned', { dueAt: past })).toBe('allowed')
  })
})
