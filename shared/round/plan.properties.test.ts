import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayOf, dueDayOf, type Instant, instant, instantOfMs, msOf, plusMs, weekdayOf } from '../time.ts'
import type { WorkingCalendar } from './calendar.ts'
import { defaultLadder, isNight } from './ladder.ts'
import { type PlannedStep, planOf, stepOwed } from './plan.ts'
import type { LadderStep } from './round.ts'

const dayMs = 86_400_000
const quarterMs = 15 * 60_000
const from = msOf(instant('2018-06-01T00:00:00Z'))
const to = msOf(instant('2028-06-01T00:00:00Z'))

const zones = fc.constantFrom(
  'Asia/Shanghai',
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Africa/Cairo',
  'UTC',
)

/** Weekends and any holidays of up to ten days, each day decided by a seed and not by a clock. */
const calendars = fc.record({ seed: fc.integer({ min: 1, max: 997 }), holiday: fc.integer({ min: 0, max: 10 }) }).map(
  ({ seed, holiday }): WorkingCalendar => ({
    id: `seed ${seed}/${holiday}`,
    isDayOff: (day) => {
      const number = Math.round(msOf(instant(`${day}T00:00:00Z`)) / dayMs)
      return weekdayOf(day) >= 6 || (number + seed) % 45 < holiday
    },
    nameOf: () => undefined,
    knows: () => true,
  }),
)

const facts = fc
  .record({
    // To the minute: due moments are typed by people, but at any hour.
    dueMs: fc.integer({ min: from / 60_000, max: to / 60_000 }).map((minute) => minute * 60_000),
    openFor: fc.integer({ min: 1, max: 60 * 24 * 4 }).map((quarters) => quarters * quarterMs),
    zone: zones,
  })
  .map(({ dueMs, openFor, zone }) => ({
    ladder: defaultLadder,
    dueAt: instantOfMs(dueMs),
    opensAt: instantOfMs(dueMs - openFor),
    zone,
  }))

const surviving = (plan: readonly PlannedStep[]) => plan.filter((one) => one.droppedFor === undefined)
const indexOf = (step: LadderStep) => defaultLadder.findIndex(({ id }) => id === step.id)

describe('any plan', () => {
  it('keeps the order of the ladder', () => {
    fc.assert(
      fc.property(facts, calendars, (f, calendar) => {
        const kept = surviving(planOf(f, calendar)).map(({ step }) => indexOf(step))
        expect(kept).toEqual([...kept].sort((a, b) => a - b))
      }),
    )
  })
  it('sends at most one step a day, in strictly rising moments, and loses none', () => {
    fc.assert(
      fc.property(facts, calendars, (f, calendar) => {
        const plan = planOf(f, calendar)
        const kept = surviving(plan)
        expect(new Set(kept.map(({ day }) => day)).size).toBe(kept.length)
        expect(new Set(kept.map(({ at }) => at)).size).toBe(kept.length)
        expect(plan.length).toBe(defaultLadder.length)
      }),
    )
  })
  it('has no step before or after the due day on a day off, and the due-day step on the due day', () => {
    fc.assert(
      fc.property(facts, calendars, (f, calendar) => {
        const dueDay = dueDayOf(f.dueAt, f.zone)
        for (const { step, day, at } of surviving(planOf(f, calendar))) {
          if (step.timing.kind === 'before' || step.timing.kind === 'after') expect(calendar.isDayOff(day)).toBe(false)
          if (step.timing.kind === 'dueDay') expect(day).toBe(dueDay)
          expect(dayOf(at, f.zone)).toBe(day)
        }
      }),
    )
  })
  it('never writes at night, apart from the opening', () => {
    fc.assert(
      fc.property(facts, calendars, (f, calendar) => {
        for (const { step, at } of surviving(planOf(f, calendar)))
          if (step.timing.kind !== 'opening') expect(isNight(at, f.zone)).toBe(false)
      }),
    )
  })
  it('reminds before the due moment and calls overdue after it', () => {
    fc.assert(
      fc.property(facts, calendars, (f, calendar) => {
        for (const { step, at } of surviving(planOf(f, calendar))) {
          expect(at >= f.dueAt).toBe(step.timing.kind === 'after')
          expect(at >= f.opensAt).toBe(true)
        }
      }),
    )
  })
  it('gives each dropped step to one that is kept, or to the opening or the due moment', () => {
    fc.assert(
      fc.property(facts, calendars, (f, calendar) => {
        const plan = planOf(f, calendar)
        const kept = new Set(surviving(plan).map(({ step }) => step.id))
        for (const { droppedFor } of plan)
          if (droppedFor !== undefined) expect(droppedFor === 'due' || kept.has(droppedFor)).toBe(true)
      }),
    )
  })
})

/** Plays the ticks of `remind`: at each it asks, and claims what is owed. Each run may be cut short or doubled. */
const sentIn = (plan: readonly PlannedStep[], ticks: readonly Instant[]): { id: string; at: Instant }[] => {
  const claimed = new Set<string>()
  return ticks.flatMap((now) => {
    const owed = stepOwed(plan, now, claimed)
    if (owed === undefined) return []
    claimed.add(owed.step.id)
    return [{ id: owed.step.id, at: now }]
  })
}

const ticksOf = (plan: readonly PlannedStep[]): Instant[] => {
  const [first, last] = [plan[0], plan.at(-1)]
  if (first === undefined || last === undefined) return []
  const start = Math.ceil(msOf(first.at) / quarterMs) * quarterMs
  const count = Math.min(90 * 96, Math.ceil((msOf(last.at) - start) / quarterMs) + 2)
  return Array.from({ length: count }, (_, index) => instantOfMs(start + index * quarterMs))
}

describe('any season of ticks', () => {
  const few = { numRuns: 15 }
  it('sends every kept step once, at the first tick, although every run happens twice', () => {
    fc.assert(
      fc.property(facts, calendars, (f, calendar) => {
        const plan = planOf(f, calendar)
        const ticks = ticksOf(plan)
        fc.pre((ticks.at(-1) ?? '') >= (plan.at(-1)?.at ?? ''))
        const sent = sentIn(
          plan,
          ticks.flatMap((tick) => [tick, tick]),
        )
        const kept = surviving(plan).filter(({ at, expiresAt }) => {
          const tick = instantOfMs(Math.ceil(msOf(at) / quarterMs) * quarterMs)
          return expiresAt === undefined || tick < expiresAt
        })
        // A step that the next one overtakes within one tick is not owed any more; none of these ladders does that.
        expect(sent.map(({ id }) => id)).toEqual(kept.map(({ step }) => step.id))
      }),
      few,
    )
  })
  it('sends at most one letter when it comes back after an outage, and nothing that is untrue by then', () => {
    fc.assert(
      fc.property(
        facts,
        calendars,
        fc.integer({ min: 0, max: 3000 }),
        fc.integer({ min: 1, max: 1500 }),
        (f, calendar, begin, length) => {
          const plan = planOf(f, calendar)
          const ticks = ticksOf(plan)
          const back = ticks[begin + length]
          const sent = sentIn(plan, [...ticks.slice(0, begin), ...ticks.slice(begin + length)])
          expect(new Set(sent.map(({ id }) => id)).size).toBe(sent.length)
          if (back !== undefined)
            expect(sent.filter(({ at }) => at >= back && at < plusMs(back, quarterMs)).length).toBeLessThanOrEqual(1)
          for (const { id, at } of sent) if (!id.startsWith('overdue')) expect(at < f.dueAt).toBe(true)
        },
      ),
      few,
    )
  })
})
