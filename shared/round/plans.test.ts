import { describe, expect, it } from 'vitest'
import { type Instant, instant, weekdayOf } from '../time.ts'
import type { WorkingCalendar } from './calendar.ts'
import { defaultLadder } from './ladder.ts'
import type { PlannedStep } from './plan.ts'
import { dueMomentsOf, nextWaking, ownPlan, planFor } from './plans.ts'
import type { Round } from './round.ts'

const at = (moment: string) => instant(`2020-${moment}:00+08:00`)
const opensAt = at('01-02T09:00')
const dueAt = at('02-01T00:00')

const weekendsOnly: WorkingCalendar = {
  id: 'test',
  isDayOff: (day) => weekdayOf(day) >= 6,
  nameOf: () => undefined,
  knows: () => true,
}

const roundWith = (given: Partial<Round> = {}): Round => ({
  id: 'haidong-2019',
  title: '2019年度报告',
  owner: 'haidong',
  forms: ['ogi-2019'],
  year: 2019,
  opensAt,
  dueAt,
  dueByLevel: {},
  zone: 'Asia/Shanghai',
  units: 'below',
  ladder: defaultLadder,
  calendar: { id: 'cn', extraDaysOff: [], extraWorkdays: [] },
  statutory: false,
  extraChecks: [],
  stage: 'open',
  version: 1,
  edition: 0,
  ...given,
})

const sent = (plan: readonly PlannedStep[]) =>
  plan.filter((one) => one.droppedFor === undefined).map((one) => [one.step.id, one.at])
const wakes = (round: Round, after: Instant) => nextWaking(round, after, weekendsOnly)

describe('the due moments of a round', () => {
  it('are its own and those of its levels, each once', () => {
    const level1 = at('01-20T00:00')
    expect(dueMomentsOf(roundWith({ dueByLevel: { '1': level1, '2': dueAt, '3': level1 } }))).toEqual([dueAt, level1])
  })
})

describe('the plan of a due moment', () => {
  it('follows the ladder of the round from its opening', () => {
    expect(sent(planFor(roundWith(), dueAt, weekendsOnly))).toEqual([
      ['opening', opensAt],
      ['before14', at('01-13T09:00')],
      ['before7', at('01-22T09:00')],
      ['before3', at('01-28T09:00')],
      ['before1', at('01-30T09:00')],
      ['dueDay', at('01-31T09:00')],
      ['overdue3', at('02-03T09:00')],
    ])
  })
})

describe('the plan of a unit with a due moment of its own', () => {
  const ownDue = at('02-08T00:00')

  it('follows the short ladder of corrections, from the moment it was given', () => {
    const since = at('02-05T14:00')
    expect(sent(ownPlan(roundWith(), { dueAt: ownDue, why: 'correction' }, since, weekendsOnly))).toEqual([
      ['before1', at('02-06T09:00')],
      ['dueDay', at('02-07T09:00')],
      ['overdue3', at('02-10T09:00')],
    ])
  })

  it('drops a step of a correction that would lie before it was given', () => {
    const since = at('02-06T14:00')
    const steps = sent(ownPlan(roundWith(), { dueAt: ownDue, why: 'correction' }, since, weekendsOnly))
    expect(steps.map(([id]) => id)).toEqual(['dueDay', 'overdue3'])
  })

  it('is the plan of the round for the later moment of an extension', () => {
    const own = ownPlan(roundWith(), { dueAt: ownDue, why: 'extension' }, at('01-30T14:00'), weekendsOnly)
    expect(own).toEqual(planFor(roundWith(), ownDue, weekendsOnly))
  })
})

describe('when a round next has something to do', () => {
  it.each(['planned', 'closed', 'published'] as const)('is never while it is %s', (stage) => {
    expect(wakes(roundWith({ stage }), at('01-01T00:00'))).toBeUndefined()
  })

  it('is its opening while it is approved, also when that has passed', () => {
    expect(wakes(roundWith({ stage: 'approved' }), at('01-05T00:00'))).toBe(opensAt)
  })

  it('is the next step, strictly later', () => {
    expect(wakes(roundWith(), at('01-13T08:59'))).toBe(at('01-13T09:00'))
    expect(wakes(roundWith(), at('01-13T09:00'))).toBe(at('01-22T09:00'))
  })

  it('is the earliest step of all levels', () => {
    const round = roundWith({ dueByLevel: { '1': at('01-18T00:00') } })
    expect(wakes(round, at('01-13T09:00'))).toBe(at('01-14T09:00'))
  })

  it('passes over a step that is dropped', () => {
    expect(wakes(roundWith({ opensAt: at('01-13T08:00') }), at('01-13T08:00'))).toBe(at('01-22T09:00'))
  })

  it('is never again after the last step', () => {
    expect(wakes(roundWith(), at('02-03T09:00'))).toBeUndefined()
  })
})
