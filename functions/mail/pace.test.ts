import { describe, expect, it } from 'vitest'
import { type Pace, type PaceOptions, type PlaceOutcome, paceOf } from './pace.ts'

/** A pace whose time passes only while somebody waits for it. */
const paceAt = (options: PaceOptions = {}) => {
  const clock = { ms: 0 }
  const sleep = async (ms: number) => {
    clock.ms += ms
  }
  return { clock, pace: paceOf({ now: () => clock.ms, sleep, ...options }) }
}
const always = () => true
const one = async (pace: Pace, outcome: PlaceOutcome): Promise<boolean> => {
  const place = await pace.place(always)
  place?.leave(outcome)
  return place !== undefined
}

describe('the pace of mails', () => {
  it('lets one mail go ahead, and the others when it is taken', async () => {
    const { pace } = paceAt()
    const first = await pace.place(always)
    const order: string[] = []
    const second = pace.place(always).then(() => order.push('second'))
    await new Promise(setImmediate)
    expect(order).toEqual([])
    first?.leave('taken')
    await second
    expect(order).toEqual(['second'])
  })

  it('lets no more than so many be under way', async () => {
    const { pace } = paceAt({ atOnce: 2 })
    await one(pace, 'taken')
    await pace.place(always)
    const last = await pace.place(always)
    let isIn = false
    const waiting = pace.place(always).then(() => {
      isIn = true
    })
    await new Promise(setImmediate)
    expect(isIn).toBe(false)
    last?.leave('taken')
    await waiting
    expect(isIn).toBe(true)
  })

  it('waits longer with each refusal in a row, and then gives up', async () => {
    const { pace, clock } = paceAt()
    const waits: number[] = []
    for (let i = 0; i < 8; i += 1) {
      const before = clock.ms
      await one(pace, 'throttled')
      waits.push(clock.ms - before)
    }
    expect(waits).toEqual([...waits].sort((a, b) => a - b))
    expect(pace.isShut()).toBe(true)
    expect(await one(pace, 'taken')).toBe(false)
  })

  it('keeps a gap after a refusal that is wider than the one before it, and narrows it with every mail', async () => {
    const { pace, clock } = paceAt({ perSecond: 100 })
    for (let i = 0; i < 50; i += 1) await one(pace, 'taken')
    await one(pace, 'throttled')
    const gaps: number[] = []
    for (let i = 0; i < 200; i += 1) {
      const before = clock.ms
      await one(pace, 'taken')
      gaps.push(clock.ms - before)
    }
    const sum = (from: readonly number[]) => from.reduce((a, b) => a + b, 0)
    expect(sum(gaps.slice(1, 51))).toBeGreaterThan(50 * 10)
    expect(sum(gaps.slice(150))).toBeLessThan(sum(gaps.slice(1, 51)))
  })

  it('finds the rate of a service that takes so many a second, however wrong its first guess', async () => {
    const { pace, clock } = paceAt()
    /* Thirty a second and no burst; the very first is refused. */
    let tokens = 0
    let filledAt = 0
    const counts = { taken: 0, throttled: 0 }
    const takenBy: number[] = []
    while (clock.ms < 120_000) {
      const place = await pace.place(always)
      tokens = Math.min(30, tokens + ((clock.ms - filledAt) * 30) / 1000)
      filledAt = clock.ms
      const outcome = tokens < 1 ? 'throttled' : 'taken'
      if (outcome === 'taken') {
        tokens -= 1
        takenBy.push(clock.ms)
      }
      counts[outcome] += 1
      place?.leave(outcome)
      clock.ms += 1
    }
    const inTheSecondMinute = takenBy.filter((ms) => ms >= 60_000).length
    expect(inTheSecondMinute).toBeGreaterThan(0.9 * 30 * 60)
    expect(counts.taken).toBeGreaterThan(0.8 * 30 * 120)
    expect(counts.throttled).toBeLessThan(0.03 * counts.taken)
  })

  it('gives back the turn of whoever does not use it', async () => {
    const { pace, clock } = paceAt({ perSecond: 1 })
    await one(pace, 'taken')
    for (let i = 0; i < 10; i += 1) await one(pace, 'unused')
    await one(pace, 'taken')
    expect(clock.ms).toBe(1000)
  })

  it('tries one mail again when a new run begins, whatever the clock says', async () => {
    const { pace } = paceAt()
    for (let i = 0; i < 3; i += 1) await one(pace, 'failed')
    expect(pace.isShut()).toBe(true)
    pace.begin()
    expect(await one(pace, 'taken')).toBe(true)
  })

  it.each([1, 14, 30, 200])('finds the rate of a service that takes %i a second, and stays near it', async (takes) => {
    const { pace, clock } = paceAt()
    const answerMs = 2
    const minutes = 3
    /* Empty at first, as a service is whose rate somebody else has just used up; it saves up for one second. */
    let [saved, filledAt] = [0, 0]
    let [taken, throttled] = [0, 0]
    while (clock.ms < minutes * 60_000) {
      const place = await pace.place(always)
      if (place === undefined) throw new Error('shut')
      clock.ms += answerMs
      saved = Math.min(takes, saved + ((clock.ms - filledAt) * takes) / 1000)
      filledAt = clock.ms
      const isTaken = saved >= 1
      if (isTaken) saved -= 1
      if (isTaken) taken += 1
      else throttled += 1
      place.leave(isTaken ? 'taken' : 'throttled')
    }
    expect(taken).toBeGreaterThan(0.7 * takes * minutes * 60)
    expect(throttled).toBeLessThan(Math.max(0.02 * taken, minutes * 30))
  })

  it('is no faster than it is told to be', async () => {
    const { pace, clock } = paceAt({ perSecond: 14 })
    for (let i = 0; i < 141; i += 1) await one(pace, 'taken')
    expect(clock.ms).toBeGreaterThanOrEqual(10_000)
  })

  it('gives up after three failures in a row, and tries again a minute later', async () => {
    const { pace, clock } = paceAt()
    for (const outcome of ['failed', 'failed', 'taken', 'failed', 'failed'] as const) await one(pace, outcome)
    expect(pace.isShut()).toBe(false)
    await one(pace, 'failed')
    expect(pace.isShut()).toBe(true)
    clock.ms += 60_000
    expect(await one(pace, 'taken')).toBe(true)
  })

  it('waits for nobody whose time is up', async () => {
    const { pace } = paceAt()
    expect(await pace.place(() => false)).toBeUndefined()
  })
})
