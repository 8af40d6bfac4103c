import { describe, expect, it } from 'vitest'
import { instant, timeOfDay, weekdayOf } from '../time.ts'
import type { WorkingCalendar } from './calendar.ts'
import { correctionLadder, defaultLadder } from './ladder.ts'
import { nextStepAt, type PlanFacts, planOf, stepOwed } from './plan.ts'
import { replan } from './replan.ts'

const zone = 'Asia/Shanghai'
/** Spring Festival 2020 and the weekends; the round may add days off. */
const calendarWith = (...extra: readonly string[]): WorkingCalendar => ({
  id: 'test',
  isDayOff: (d) =>
    extra.includes(d) || (d >= '2020-01-24' && d <= '2020-02-02') || (weekdayOf(d) >= 6 && d !== '2020-01-19'),
  nameOf: (d) => (d >= '2020-01-24' && d <= '2020-02-02' ? '春节' : undefined),
  knows: (year) => year <= 2020,
})
const at = (text: string) => instant(`${text}+08:00`)
const planned = (change: Partial<PlanFacts> = {}, calendar = calendarWith()) =>
  planOf(
    { ladder: defaultLadder, opensAt: at('2019-12-16T08:30:00'), dueAt: at('2020-02-01T00:00:00'), zone, ...change },
    calendar,
  )
const days = (plan: ReturnType<typeof planOf>) =>
  Object.fromEntries(plan.filter((one) => one.droppedFor === undefined).map((one) => [one.step.id, one.day]))
const dropped = (plan: ReturnType<typeof planOf>) =>
  Object.fromEntries(plan.flatMap((one) => (one.droppedFor === undefined ? [] : [[one.step.id, one.droppedFor]])))

describe('the plan of a round', () => {
  it('counts working days over the Spring Festival, keeps the due day and drops what falls together', () => {
    const plan = planned()
    expect(days(plan)).toEqual({
      opening: '2019-12-16',
      before14: '2020-01-07',
      before7: '2020-01-16',
      before3: '2020-01-21',
      before1: '2020-01-23',
      dueDay: '2020-01-31',
      overdue3: '2020-02-03',
    })
    expect(dropped(plan)).toEqual({ overdue1: 'overdue3' })
  })
  it('says which day off a step stands on or was moved from', () => {
    const plan = planned()
    expect(plan.find(({ step }) => step.id === 'dueDay')).toMatchObject({ dayOffName: '春节' })
    expect(plan.find(({ step }) => step.id === 'overdue1')).toMatchObject({ movedFrom: '2020-02-01' })
  })
  it('opens at the opening itself', () => {
    expect(planned()[0]).toMatchObject({ at: at('2019-12-16T08:30:00'), time: '08:30' })
  })
  it('drops for the opening what would lie before it or on its day', () => {
    const plan = planned({ opensAt: at('2020-01-16T08:00:00') })
    expect(dropped(plan)).toMatchObject({ before14: 'opening', before7: 'opening' })
    expect(plan.some(({ step, droppedFor }) => step.id === 'before3' && droppedFor === undefined)).toBe(true)
  })
  it('moves a step counted in calendar days to the working day before', () => {
    const timing = { kind: 'before', count: 3, of: 'days' } as const
    const plan = planned({ ladder: [{ id: 'before3', timing, at: timeOfDay('09:00'), to: ['reporter'] }] })
    expect(plan[0]).toMatchObject({ day: '2020-01-23', movedFrom: '2020-01-28', dayOffName: '春节' })
  })
  it('reminds an hour ahead where the return is due in the morning', () => {
    const plan = planned({ dueAt: at('2020-01-20T09:00:00') })
    expect(plan.find(({ step }) => step.id === 'dueDay')).toMatchObject({
      at: at('2020-01-20T08:00:00'),
      time: '08:00',
    })
  })
  it('leaves the due-day step out where an hour ahead is night', () => {
    expect(dropped(planned({ dueAt: at('2020-01-20T07:30:00') }))).toMatchObject({ dueDay: 'due' })
  })
  it('says that a year is not known yet', () => {
    const plan = planned({ opensAt: at('2020-12-16T08:30:00'), dueAt: at('2021-02-01T00:00:00') })
    expect(plan.filter(({ unknownYear }) => unknownYear).map(({ step }) => step.id)).toContain('dueDay')
    expect(planned().some(({ unknownYear }) => unknownYear)).toBe(false)
  })
  it('is due on 29 February of a leap year', () => {
    expect(days(planned({ dueAt: at('2020-03-01T00:00:00') }))['dueDay']).toBe('2020-02-29')
  })
  it('keeps nine o’clock of the zone over the change to summer time', () => {
    const berlin = { zone: 'Europe/Berlin', opensAt: instant('2024-03-01T08:00:00+01:00') }
    const plan = planned({ ...berlin, dueAt: instant('2024-04-03T00:00:00+02:00') })
    expect(plan.slice(1).every(({ time }) => time === '09:00')).toBe(true)
    expect(plan.find(({ step }) => step.id === 'before1')?.at).toBe('2024-04-01T07:00:00.000Z')
    expect(plan.find(({ step }) => step.id === 'before7')?.at).toBe('2024-03-22T08:00:00.000Z')
  })
  it('starts a correction without an opening notice and counts from its own due moment', () => {
    const plan = planned({
      ladder: correctionLadder,
      opensAt: at('2020-01-20T11:00:00'),
      dueAt: at('2020-01-23T00:00:00'),
    })
    expect(days(plan)).toEqual({
      before1: '2020-01-21',
      dueDay: '2020-01-22',
      overdue1: '2020-01-23',
      overdue3: '2020-02-03',
    })
  })
})

describe('the step owed', () => {
  const plan = planned()
  const owed = (now: string, claimed: readonly string[] = [], since?: string) =>
    stepOwed(plan, at(now), new Set(claimed), since === undefined ? undefined : at(since))?.step.id
  it('is nothing before the opening', () => {
    expect(owed('2019-12-16T08:29:59')).toBeUndefined()
  })
  it('is the step whose moment has come, from that moment on', () => {
    expect(owed('2020-01-21T08:59:59', ['before7'])).toBeUndefined()
    expect(owed('2020-01-21T09:00:00', ['before7'])).toBe('before3')
  })
  it('is nothing once it is claimed', () => {
    expect(owed('2020-01-21T12:00:00', ['before3'])).toBeUndefined()
  })
  it('is one step after an outage over several', () => {
    expect(owed('2020-01-23T10:00:00', ['opening'])).toBe('before1')
  })
  it('is nothing where a newer step was claimed under an earlier plan', () => {
    expect(owed('2020-01-21T12:00:00', ['before1'])).toBeUndefined()
  })
  it('is not a due-day step after the due moment, but the overdue step when that comes', () => {
    expect(owed('2020-01-31T23:59:59', ['before1'])).toBe('dueDay')
    expect(owed('2020-02-01T00:00:00', ['before1'])).toBeUndefined()
    expect(owed('2020-02-03T09:00:00', ['before1'])).toBe('overdue3')
  })
  it('is nothing that came before the due moment began to hold', () => {
    expect(owed('2020-01-22T10:00:00', [], '2020-01-22T09:30:00')).toBeUndefined()
    expect(owed('2020-01-21T10:00:00', [], '2020-01-21T09:00:00')).toBeUndefined()
    expect(owed('2020-01-23T09:00:00', [], '2020-01-22T09:30:00')).toBe('before1')
  })
  it('never is a dropped one', () => {
    expect(stepOwed(plan, at('2020-02-03T08:59:59'), new Set(['dueDay']))).toBeUndefined()
  })
})

describe('the next step', () => {
  it('comes strictly after, and ends with the plan', () => {
    expect(nextStepAt(planned(), at('2020-01-21T09:00:00'))).toBe(at('2020-01-23T09:00:00'))
    expect(nextStepAt(planned(), at('2020-02-03T09:00:00'))).toBeUndefined()
  })
})

describe('the next step after an opening', () => {
  it('is not one that was dropped for it', () => {
    const opensAt = at('2020-01-16T08:00:00')
    expect(nextStepAt(planned({ opensAt }), opensAt)).toBe(at('2020-01-21T09:00:00'))
  })
})

describe('planning again', () => {
  it('says nothing when nothing moves', () => {
    expect(replan(planned(), planned())).toEqual([])
  })
  it('says in words what a day off announced late moves', () => {
    const changes = replan(planned(), planned({}, calendarWith('2020-01-21', '2020-02-03')))
    expect(changes.map(({ words }) => words.zh)).toEqual([
      '截止前 14 个工作日：由 2020-01-07 09:00 改为 2020-01-06 09:00。',
      '截止前 7 个工作日：由 2020-01-16 09:00 改为 2020-01-15 09:00。',
      '截止前 3 个工作日：由 2020-01-21 09:00 改为 2020-01-20 09:00。',
      '逾期 3 天：由 2020-02-03 09:00 改为 2020-02-04 09:00。',
    ])
  })
  it('says which step falls away and which appears', () => {
    const opensLate = planned({ opensAt: at('2020-01-10T08:00:00') })
    const before14 = (changes: ReturnType<typeof replan>) => changes.find(({ step }) => step === 'before14')?.words
    expect(before14(replan(planned(), opensLate))?.en).toBe(
      '14 working days before: planned for 2020-01-07 09:00, no longer sent.',
    )
    expect(before14(replan(opensLate, planned()))?.zh).toBe('截止前 14 个工作日：新增于 2020-01-07 09:00。')
  })
})
