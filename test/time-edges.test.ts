/* The edges of time: due moments, leap day, year end, skipped and doubled hours, moved due moments, openings. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { calendarOf } from '../functions/calendars.ts'
import { deliverOwed } from '../functions/mail/deliver.ts'
import { remind } from '../functions/remind/remind.ts'
import { timeliness } from '../shared/round/due.ts'
import { defaultLadder } from '../shared/round/ladder.ts'
import { planOf } from '../shared/round/plan.ts'
import type { Round } from '../shared/round/round.ts'
import { dayOf, dueDayOf, type Instant, instant, instantAt, localDate, plusMs, timeOf } from '../shared/time.ts'
import { clerkOf } from './clerk.ts'
import {
  type Clock,
  type Mail,
  minute,
  opening,
  openMail,
  openTables,
  roundOf,
  servicesAt,
  settle,
  type Tables,
  type Tree,
  unitOf,
} from './office.ts'

const beijing = 'Asia/Shanghai'
const cn = calendarOf({ id: 'cn', extraDaysOff: [], extraWorkdays: [] })
const weekends = calendarOf({ id: 'weekends', extraDaysOff: [], extraWorkdays: [] })
const planTo = (dueAt: Instant, zone = beijing, calendar = cn) =>
  planOf({ ladder: defaultLadder, opensAt: plusMs(dueAt, -40 * 86_400_000), dueAt, zone }, calendar)
const dayOfStep = (plan: ReturnType<typeof planTo>, id: string) =>
  plan.find(({ step, droppedFor }) => step.id === id && droppedFor === undefined)?.day

describe('a due moment', () => {
  const dueAt = instant('2020-02-01T00:00:00+08:00')
  it('is kept a millisecond and a minute before, and missed exactly at it and after', () => {
    const judged = [-minute, -1, 0, 1, minute].map((ms) => timeliness(plusMs(dueAt, ms), dueAt))
    expect(judged).toEqual(['onTime', 'onTime', 'late', 'late', 'late'])
  })
  it('that was moved is kept up to the new moment and missed exactly at it', () => {
    const extension = { dueAt: plusMs(dueAt, minute) }
    const judged = [-1, 0, minute - 1, minute].map((ms) => timeliness(plusMs(dueAt, ms), dueAt, extension))
    expect(judged).toEqual(['onTime', 'extended', 'extended', 'late'])
  })
})

describe('the plan', () => {
  it('of a due moment at 24:00 of the leap day has its step on 29 February and goes on in March', () => {
    const plan = planTo(instant('2020-03-01T00:00:00+08:00'))
    /* 1 March 2020 is a Sunday. */
    expect(['before1', 'dueDay', 'overdue1', 'overdue3'].map((id) => dayOfStep(plan, id))).toEqual([
      '2020-02-28',
      '2020-02-29',
      '2020-03-02',
      '2020-03-03',
    ])
  })
  it('of a due moment at the end of a year goes on after the holiday, in one letter', () => {
    const plan = planTo(instant('2021-01-01T00:00:00+08:00'))
    expect(['dueDay', 'overdue1', 'overdue3'].map((id) => dayOfStep(plan, id))).toEqual([
      '2020-12-31',
      undefined,
      '2021-01-04',
    ])
  })
  it('keeps its step on a due day that is a holiday, and names it', () => {
    const step = planTo(instant('2020-02-01T00:00:00+08:00')).find((one) => one.step.id === 'dueDay')
    expect([step?.day, step?.dayOffName]).toEqual(['2020-01-31', '春节'])
  })
  it('of a year that the calendar does not know counts by weekends and says so', () => {
    const plan = planTo(instant('2035-02-01T00:00:00+08:00'))
    expect(plan.every(({ unknownYear }) => unknownYear === true)).toBe(true)
    const byWeekends = planTo(instant('2035-02-01T00:00:00+08:00'), beijing, weekends)
    expect(plan.map(({ day }) => day)).toEqual(byWeekends.map(({ day }) => day))
  })
  /* Havana: on 8 March 2020 midnight is skipped, on 1 November 2020 it comes twice. */
  it.each([
    ['skipped', '2020-03-08', '01:00', '2020-03-07'],
    ['doubled', '2020-11-01', '00:00', '2020-10-31'],
  ])('keeps office hours on both sides of a %s midnight', (_, day, time, dueDay) => {
    const zone = 'America/Havana'
    const dueAt = instantAt(localDate(day), '00:00', zone)
    expect([timeOf(dueAt, zone), dueDayOf(dueAt, zone)]).toEqual([time, dueDay])
    const plan = planTo(dueAt, zone, weekends).filter(({ step }) => step.timing.kind !== 'opening')
    expect(new Set(plan.map(({ at }) => timeOf(at, zone)))).toEqual(new Set(['09:00']))
    expect(plan.every(({ at, day: on }) => dayOf(at, zone) === on)).toBe(true)
    expect(dayOfStep(plan, 'dueDay')).toBe(dueDay)
  })
})

describe('the clock', () => {
  const clock: Clock = { now: opening }
  const tree: Tree = { city: '', a: 'city' }
  let tables: Tables
  let mail: Mail
  beforeAll(async () => {
    tables = await openTables()
    mail = await openMail(clock)
  })
  afterAll(async () => {
    await tables.stop()
    await mail.stop()
  })
  const aRound = async (changes: Partial<Round> = {}) => {
    clock.now = opening
    const services = servicesAt(await tables.fresh(), clock)
    await settle(services, tree, { li: [['a', 'reporter']] }, roundOf('r', { units: ['a'], ...changes }))
    const at = async (moment: string) => {
      clock.now = instant(moment)
      return remind(services)
    }
    const steps = async () =>
      [...(await services.letters.claims('r', 'city'))]
        .sort((one, other) => (one.at < other.at ? -1 : 1))
        .map(({ step, dueAt }) => `${step} ${dayOf(plusMs(dueAt, -1), beijing)}`)
    return {
      services,
      clerk: clerkOf(services, 'r'),
      at,
      steps,
      deliver: () => deliverOwed(services, mail.post, 'deliver'),
    }
  }
  const extendTo = (moment: string) => [unitOf(tree, 'a'), instant(moment)] as const

  it('opens a round exactly at its moment and not a millisecond before', async () => {
    const { services, at, steps } = await aRound()
    expect(await at('2020-01-02T08:59:59.999+08:00')).toMatchObject({ opened: 0, letters: 0 })
    expect((await services.rounds.round('r'))?.stage).toBe('approved')
    expect(await at('2020-01-02T09:00:00+08:00')).toMatchObject({ opened: 1, letters: 1 })
    expect(await steps()).toEqual(['opening 2020-01-31'])
  })
  it('opens late what it missed, with the newest step only', async () => {
    const { at, steps } = await aRound()
    expect(await at('2020-01-20T10:00:00+08:00')).toMatchObject({ opened: 1, letters: 1 })
    expect((await steps()).length).toBe(1)
    expect(await steps()).not.toContain('opening 2020-01-31')
  })
  it('delivers a due-day letter up to the due moment and not exactly at it', async () => {
    for (const [ms, outcome] of [
      [-1, { sent: 1 }],
      [0, { superseded: 1 }],
    ] as const) {
      const { at, deliver } = await aRound({ dueAt: instant('2020-01-31T17:00:00+08:00') })
      await at('2020-01-31T09:00:00+08:00')
      clock.now = plusMs(instant('2020-01-31T17:00:00+08:00'), ms)
      expect(await deliver()).toEqual(outcome)
    }
  })
  it('has a ladder of its own for an extension that is moved twice', async () => {
    const { at, steps, clerk, services } = await aRound()
    await at('2020-01-02T09:00:00+08:00')
    await at('2020-01-30T10:00:00+08:00')
    await clerk.extend(...extendTo('2020-02-08T00:00:00+08:00'))
    await at('2020-01-30T10:15:00+08:00')
    await at('2020-02-07T09:00:00+08:00')
    clock.now = instant('2020-02-07T10:00:00+08:00')
    await clerk.extend(...extendTo('2020-02-15T00:00:00+08:00'))
    await at('2020-02-07T10:15:00+08:00')
    await at('2020-02-13T09:00:00+08:00')
    await at('2020-02-14T09:00:00+08:00')
    expect((await steps()).slice(-3)).toEqual(['dueDay 2020-02-07', 'before1 2020-02-14', 'dueDay 2020-02-14'])
    expect((await services.rounds.ownStepsWaiting(instant('2020-03-01T00:00:00Z'))).length).toBe(1)
  })
  it('follows a day off that is announced late in the steps of an extension too', async () => {
    const { at, steps, clerk } = await aRound()
    await at('2020-01-02T09:00:00+08:00')
    await at('2020-01-03T12:00:00+08:00')
    await clerk.extend(...extendTo('2020-02-08T00:00:00+08:00'))
    await at('2020-01-03T12:15:00+08:00')
    await at('2020-01-16T09:00:00+08:00')
    /* Seven working days before 7 February: 21 January; with the 5th off the 20th, when the round has no step. */
    await clerk.replan({ calendar: { id: 'cn', extraDaysOff: [localDate('2020-02-05')], extraWorkdays: [] } })
    await at('2020-01-16T10:00:00+08:00')
    const before = await steps()
    await at('2020-01-20T09:00:00+08:00')
    expect((await steps()).slice(before.length)).toEqual(['before7 2020-02-07'])
  })
  it('does not remind of a due moment from which an extension has taken the unit', async () => {
    const { at, steps, clerk, deliver } = await aRound()
    await at('2020-01-02T09:00:00+08:00')
    await at('2020-01-20T09:00:00+08:00')
    await clerk.extend(...extendTo('2020-02-29T00:00:00+08:00'))
    const before = await steps()
    await at('2020-01-31T09:00:00+08:00')
    expect(await steps()).toEqual(before)
    expect(await deliver()).toEqual({ superseded: before.length })
  })
  it('is not kept by claims of the old due moment from the steps of the new one', async () => {
    const { at, steps, clerk } = await aRound()
    await at('2020-01-02T09:00:00+08:00')
    await at('2020-01-23T09:00:00+08:00')
    clock.now = instant('2020-01-23T10:00:00+08:00')
    await clerk.replan({ dueAt: instant('2020-02-15T00:00:00+08:00') })
    /* Not twice on one day: the step of the new due moment comes the next morning. */
    expect(await at('2020-01-23T10:15:00+08:00')).toMatchObject({ letters: 0 })
    expect(await at('2020-01-24T09:00:00+08:00')).toMatchObject({ letters: 1 })
    await at('2020-02-13T09:00:00+08:00')
    expect(await steps()).toEqual([
      'opening 2020-01-31',
      'before1 2020-01-31',
      expect.stringContaining('2020-02-14'),
      'before1 2020-02-14',
    ])
  })
  it('supersedes what waits when the round closes, and reminds nobody afterwards', async () => {
    const { at, clerk, deliver } = await aRound()
    await at('2020-01-02T09:00:00+08:00')
    await clerk.replan({ stage: 'closed' })
    expect(await deliver()).toEqual({ superseded: 1 })
    expect(await at('2020-01-31T09:00:00+08:00')).toMatchObject({ letters: 0 })
  })
  it('reminds of a correction after the closing', async () => {
    const { at, steps, clerk } = await aRound()
    await at('2020-01-02T09:00:00+08:00')
    await clerk.replan({ stage: 'closed' })
    clock.now = instant('2020-02-10T10:00:00+08:00')
    await clerk.reopen('a', instant('2020-02-14T00:00:00+08:00'))
    await at('2020-02-10T10:15:00+08:00')
    await at('2020-02-12T09:00:00+08:00')
    await at('2020-02-13T09:00:00+08:00')
    expect((await steps()).slice(1)).toEqual(['before1 2020-02-13', 'dueDay 2020-02-13'])
  })
})
