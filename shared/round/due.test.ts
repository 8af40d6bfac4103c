import { describe, expect, it } from 'vitest'
import { instant, weekdayOf } from '../time.ts'
import { dueOf, isDueOnDayOff, originalDueOf, timeliness } from './due.ts'

const moment = (day: string) => instant(`${day}T00:00:00+08:00`)
const round = {
  owner: '630200',
  dueAt: moment('2020-02-01'),
  dueByLevel: { '2': moment('2020-01-25') },
}
const unitAt = (...path: string[]) => ({ path })
const child = unitAt('630000', '630200', '630202')

describe('the due moment of a unit', () => {
  it('is the round’s where its level has none', () => {
    expect(dueOf(round, child)).toEqual({ dueAt: round.dueAt, why: 'round' })
  })
  it('is that of its level, counted below the owner', () => {
    const grandchild = unitAt('630000', '630200', '630202', 'station-1')
    expect(dueOf(round, grandchild)).toEqual({ dueAt: moment('2020-01-25'), why: 'level' })
  })
  it('is the round’s for a unit that does not stand below the owner', () => {
    expect(dueOf(round, unitAt('a', 'b', 'c')).why).toBe('round')
  })
  it('is moved by an extension', () => {
    const extension = { dueAt: moment('2020-02-05'), at: moment('2020-01-20') }
    expect(dueOf(round, child, { extension })).toEqual({ dueAt: extension.dueAt, why: 'extension' })
    expect(originalDueOf(round, child).dueAt).toBe(round.dueAt)
  })
  it('is the correction’s own while one is open', () => {
    const extension = { dueAt: moment('2020-02-05'), at: moment('2020-01-20') }
    const correction = { dueAt: moment('2020-02-03'), at: moment('2020-02-01') }
    expect(dueOf(round, child, { extension, correction })).toEqual({ dueAt: correction.dueAt, why: 'correction' })
  })
  it('is that of an extension given after the correction', () => {
    const correction = { dueAt: moment('2020-02-03'), at: moment('2020-02-01') }
    const extension = { dueAt: moment('2020-02-10'), at: moment('2020-02-02') }
    expect(dueOf(round, child, { extension, correction }).why).toBe('extension')
  })
})

describe('a due day', () => {
  it('is judged by the day before midnight', () => {
    const calendar = {
      id: 'weekends',
      isDayOff: (d: Parameters<typeof weekdayOf>[0]) => weekdayOf(d) >= 6,
      nameOf: () => undefined,
      knows: () => true,
    }
    // Midnight before Saturday belongs to Friday; midnight before Monday to Sunday.
    expect(isDueOnDayOff(moment('2020-02-01'), 'Asia/Shanghai', calendar)).toBe(false)
    expect(isDueOnDayOff(moment('2020-02-03'), 'Asia/Shanghai', calendar)).toBe(true)
  })
})

describe('timeliness', () => {
  const due = moment('2020-02-01')
  const extension = { dueAt: moment('2020-02-05') }
  it('is late exactly at the due moment', () => {
    expect(timeliness(instant('2020-01-31T15:59:59.999Z'), due)).toBe('onTime')
    expect(timeliness(due, due)).toBe('late')
  })
  it('is extended between the two due moments', () => {
    expect(timeliness(due, due, extension)).toBe('extended')
    expect(timeliness(extension.dueAt, due, extension)).toBe('late')
  })
  it('stays on time under an extension that was not needed', () => {
    expect(timeliness(moment('2020-01-10'), due, extension)).toBe('onTime')
  })
})
