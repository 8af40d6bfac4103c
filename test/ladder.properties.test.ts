/*
 * One unit under the ladder, as `remind` decides for it, against a second, naive telling of the rules: whatever the due
 * moment, zone and calendar, while it hands in, is sent back, extended, muted and written to by hand, while the calendar
 * changes, runs are doubled and fail for days. Nothing of a store is here: claims are a list.
 */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calendarOf } from '../functions/calendars.ts'
import { owedBy, planBook } from '../functions/remind/owed.ts'
import type { Claim } from '../functions/store/letters.ts'
import type { Board } from '../functions/store/rounds.ts'
import { coolDownHours, handStep, isHandStep } from '../shared/reminder/by-hand.ts'
import { accept, correctionOf, sendBack, submit } from '../shared/return/moves.ts'
import type { Return } from '../shared/return/return.ts'
import { dueOf } from '../shared/round/due.ts'
import { correctionLadder, isNight } from '../shared/round/ladder.ts'
import { type PlannedStep, planOf } from '../shared/round/plan.ts'
import type { Round } from '../shared/round/round.ts'
import {
  dayOf,
  dueDayOf,
  type Instant,
  instant,
  instantAt,
  instantOfMs,
  msOf,
  plusDays,
  plusMs,
} from '../shared/time.ts'
import { day, hour, roundOf, unitOf } from './office.ts'

const unit = unitOf({ city: '', a: 'city' }, 'a')
const by = { id: 'p', name: 'P' }
const half = hour / 2

/* Zones with a skipped and a doubled hour, at midnight too, of half an hour, and one that lost a whole day. */
const zones = [
  'Asia/Shanghai',
  'Europe/Berlin',
  'America/Havana',
  'Australia/Lord_Howe',
  'Africa/Cairo',
  'America/Santiago',
  'Asia/Kathmandu',
]

type Happening =
  | { readonly what: 'handIn' | 'accept' | 'mute' | 'lift' | 'byHand' }
  | { readonly what: 'sendBack' | 'extend'; readonly days: number }
  | { readonly what: 'dayOff' | 'workday'; readonly days: number }
  | { readonly what: 'muteFor'; readonly days: number }
  | { readonly what: 'outage'; readonly hours: number }

const happening: fc.Arbitrary<Happening> = fc.oneof(
  fc.constantFrom('handIn', 'accept', 'mute', 'lift', 'byHand').map((what) => ({ what })),
  fc.record({ what: fc.constantFrom('sendBack', 'extend'), days: fc.integer({ min: 1, max: 25 }) }),
  fc.record({ what: fc.constantFrom('dayOff', 'workday'), days: fc.integer({ min: 0, max: 12 }) }),
  fc.constant({ what: 'byHand' as const }),
  fc.record({ what: fc.constant('muteFor' as const), days: fc.integer({ min: 1, max: 9 }) }),
  fc.record({ what: fc.constant('outage' as const), hours: fc.integer({ min: 1, max: 120 }) }),
)

const firstMinute = msOf(instant('2019-01-15T00:00:00Z')) / 60_000
const lastMinute = msOf(instant('2027-12-15T00:00:00Z')) / 60_000

const seasons = fc.record({
  /* Half of all moments of due are full half hours, as people choose them; the others are any minute. */
  due: fc.oneof(
    fc.integer({ min: firstMinute / 30, max: lastMinute / 30 }).map((n) => Math.floor(n) * 30),
    fc.integer({ min: firstMinute, max: lastMinute }),
  ),
  openForHours: fc.integer({ min: 1, max: 24 * 35 }),
  zone: fc.constantFrom(...zones),
  calendar: fc.constantFrom('cn', 'weekends'),
  /* In half hours after the opening. */
  /* Most of them in the hours before the ladder's, where they meet it. */
  early: fc.boolean(),
  happenings: fc.array(fc.tuple(fc.integer({ min: 0, max: 48 * 45 }), happening), { maxLength: 12 }),
})

interface World {
  readonly round: Round
  readonly now?: Return
  readonly board: Board
  readonly claims: readonly Claim[]
}

const receipt = (at: Instant, revision: number) => ({
  number: `a-${revision}`,
  revision,
  submittedAt: at,
  dueAt: at,
  timeliness: 'onTime' as const,
  hash: `${revision}`,
  version: 1,
})

const summary = { filled: 0, total: 1, failedChecks: 0, blanks: {} }
const withReturn = (world: World, now: Return, at: Instant): World => ({
  ...world,
  now,
  board: { ...world.board, heads: [{ unit: 'a', collector: 'city', now, summary, lastActivityAt: at }] },
})
const owes = ({ now }: World): boolean => now === undefined || now.stage === 'drafting' || now.stage === 'sentBack'

const dueIn = ({ round, now, board }: World) => {
  const correction = owes({ round, board, claims: [], ...(now ? { now } : {}) }) ? correctionOf(now) : undefined
  const extension = board.extensions['a']
  const due = dueOf(round, unit, { correction, extension })
  const since = due.why === 'correction' ? correction?.at : due.why === 'extension' ? extension?.at : undefined
  return { due, since }
}

/** What somebody does at a moment; what the core refuses changes nothing. */
const after = (world: World, what: Happening, at: Instant): World => {
  const { round, now, board, claims } = world
  const { zone } = round
  switch (what.what) {
    case 'handIn': {
      const next = submit(now, round, by, receipt(at, (now?.revisions ?? 0) + 1))
      return next.ok ? withReturn(world, next.value, at) : world
    }
    case 'accept': {
      const next = accept(now, now?.revisions ?? 0, by, at)
      return next.ok ? withReturn(world, next.value, at) : world
    }
    case 'sendBack': {
      const dueAt = instantAt(plusDays(dayOf(at, zone), what.days), '00:00', zone)
      const told = { revision: now?.revisions ?? 0, reason: 'why', comments: [], dueAt }
      const next = sendBack(now, told, by, at)
      return next.ok && dueAt > at ? withReturn(world, next.value, at) : world
    }
    case 'extend': {
      const dueAt = plusMs(round.dueAt, what.days * day)
      if (dueAt <= at || !owes(world)) return world
      return { ...world, board: { ...board, extensions: { a: { dueAt, reason: 'why', at, by } } } }
    }
    case 'mute':
    case 'muteFor':
      return { ...world, board: { ...board, mutes: { a: { reason: 'why', at, by } } } }
    case 'lift': {
      const mute = board.mutes['a']
      return mute === undefined || mute.liftedAt !== undefined
        ? world
        : { ...world, board: { ...board, mutes: { a: { ...mute, liftedAt: at } } } }
    }
    case 'byHand': {
      const isJustWritten = claims.some((claim) => claim.at > plusMs(at, -coolDownHours * hour))
      const { due } = dueIn(world)
      const n = claims.filter(({ step, dueAt }) => isHandStep(step) && dueAt === due.dueAt).length + 1
      return isJustWritten || !owes(world)
        ? world
        : { ...world, claims: [...claims, { unit: 'a', dueAt: due.dueAt, step: handStep(n), at }] }
    }
    case 'dayOff':
    case 'workday': {
      const key = what.what === 'dayOff' ? 'extraDaysOff' : 'extraWorkdays'
      const calendar = { ...round.calendar, [key]: [...round.calendar[key], plusDays(dayOf(at, zone), what.days)] }
      return { ...world, round: { ...round, calendar } }
    }
    case 'outage':
      return world
  }
}

const planNow = (world: World): readonly PlannedStep[] => {
  const { round } = world
  const { due, since } = dueIn(world)
  const isCorrection = due.why === 'correction' && since !== undefined
  const facts = isCorrection ? { ladder: correctionLadder, opensAt: since } : round
  return planOf(
    { ladder: facts.ladder, opensAt: facts.opensAt, dueAt: due.dueAt, zone: round.zone },
    calendarOf(round.calendar),
  ).filter(({ droppedFor }) => droppedFor === undefined)
}

/** The rules told once more, sentence by sentence: the step that must go out now. */
const mustGo = (world: World, plan: readonly PlannedStep[], now: Instant): string | undefined => {
  const { round, board, claims } = world
  const { due, since } = dueIn(world)
  const mute = board.mutes['a']
  if (!owes(world) || (mute !== undefined && mute.liftedAt === undefined)) return undefined
  const come = plan.filter(({ at }) => at <= now)
  const newest = come.at(-1)
  if (newest === undefined) return undefined
  if (newest.step.timing.kind !== 'after' && now >= due.dueAt) return undefined
  for (const from of [since, mute?.liftedAt]) if (from !== undefined && newest.at <= from) return undefined
  const rank = (id: string) => plan.findIndex(({ step }) => step.id === id)
  const said = claims.filter(({ dueAt, step }) => dueAt === due.dueAt && rank(step) >= rank(newest.step.id))
  if (said.length > 0) return undefined
  const ofLadder = claims.filter(({ step }) => !isHandStep(step))
  if (ofLadder.some(({ at }) => dayOf(at, round.zone) === dayOf(now, round.zone))) return undefined
  const byHand = claims.filter(({ step }) => isHandStep(step))
  if (byHand.some(({ at }) => msOf(now) < msOf(at) + coolDownHours * hour)) return undefined
  return newest.step.id
}

interface Posted extends Claim {
  readonly step: string
  readonly timing: PlannedStep['step']['timing']['kind']
}

const play = ({
  due,
  openForHours,
  zone,
  calendar,
  early,
  happenings: drawn,
}: Parameters<Parameters<typeof seasons.map>[0]>[0]) => {
  const dueAt = instantOfMs(due * 60_000)
  const opensAt = plusMs(dueAt, -openForHours * hour)
  const start = Math.ceil(msOf(opensAt) / half) * half
  /* By half hours after the opening; early ones at half past seven of their day; a mute with its lifting. */
  const tickOf = (at: number) => {
    const morning = instantAt(dayOf(instantOfMs(start + at * half), zone), '07:30', zone)
    return early ? Math.max(0, Math.ceil((msOf(morning) - start) / half)) : at
  }
  const happenings = drawn.flatMap(([at, what]): [number, Happening][] =>
    what.what === 'muteFor'
      ? [
          [tickOf(at), what],
          [tickOf(at + what.days * 48), { what: 'lift' }],
        ]
      : [[tickOf(at), what]],
  )
  let world: World = {
    round: roundOf('r', {
      dueAt,
      opensAt,
      zone,
      stage: 'open',
      calendar: { id: calendar, extraDaysOff: [], extraWorkdays: [] },
    }),
    board: { heads: [], extensions: {}, mutes: {}, reviews: {}, ownSteps: [] },
    claims: [],
  }
  const posted: Posted[] = []
  let outUntil = opensAt
  let book = planBook(world.round)
  let plan = planNow(world)
  const end = start + (openForHours * hour + 12 * day)
  for (let ms = start, tick = 0; ms < end; ms += half, tick += 1) {
    const now = instantOfMs(ms)
    for (const [at, what] of happenings) {
      if (at !== tick) continue
      if (what.what === 'outage') outUntil = plusMs(now, what.hours * hour)
      world = after(world, what, now)
      book = planBook(world.round)
      plan = planNow(world)
    }
    if (now < outUntil || isNight(now, zone)) continue
    /* Every run happens twice. */
    for (const _ of [1, 2]) {
      const expected = mustGo(world, plan, now)
      const owed = owedBy({ ...world, plan: book }, unit, now)
      const goes = owed?.notBefore === undefined ? owed : undefined
      expect(goes?.step.step.id, `${now} due ${dueIn(world).due.dueAt}`).toBe(expected)
      if (goes === undefined) continue
      const claim = { unit: 'a', dueAt: goes.due.dueAt, step: goes.step.step.id, at: now }
      posted.push({ ...claim, timing: goes.step.step.timing.kind })
      world = { ...world, claims: [...world.claims, claim] }
    }
  }
  return { posted, world }
}

describe('a unit under the ladder, whatever happens', () => {
  it('hears each step once a due moment, at most one a day, never at night, never untrue', () => {
    let letters = 0
    fc.assert(
      fc.property(seasons, (season) => {
        const { posted } = play(season)
        letters += posted.length
        expect(new Set(posted.map(({ dueAt, step }) => `${dueAt} ${step}`)).size).toBe(posted.length)
        expect(new Set(posted.map(({ at }) => dayOf(at, season.zone))).size).toBe(posted.length)
        for (const { at, dueAt, timing } of posted) {
          expect(isNight(at, season.zone)).toBe(false)
          if (timing === 'after')
            expect(at >= dueAt && dayOf(at, season.zone) > dueDayOf(dueAt, season.zone)).toBe(true)
          else expect(at < dueAt).toBe(true)
        }
      }),
      { numRuns: Number(process.env['HUIBAO_SEEDS'] ?? 25) },
    )
    expect(letters).toBeGreaterThan(40)
  })
})

const changes = fc.record({
  due: fc.integer({ min: firstMinute / 1440, max: lastMinute / 1440 }).map((n) => Math.floor(n) * 1440),
  openForHours: fc.integer({ min: 24 * 25, max: 24 * 35 }),
  zone: fc.constantFrom(...zones),
  calendar: fc.constantFrom('cn', 'weekends'),
  early: fc.constant(false),
  happenings: fc.array(
    fc.tuple(
      fc.integer({ min: 0, max: 48 * 35 }),
      fc.record({
        what: fc.constantFrom('dayOff' as const, 'workday' as const),
        days: fc.integer({ min: 0, max: 12 }),
      }),
    ),
    { minLength: 1, maxLength: 4 },
  ),
})

describe('a calendar that is changed in mid-season', () => {
  it('repeats no step and skips none but those that the new plan drops or has put on one day', () => {
    fc.assert(
      fc.property(changes, (season) => {
        const { posted, world } = play(season)
        const plan = planNow(world)
        const ids = posted.map(({ step }) => step)
        expect(new Set(ids).size).toBe(ids.length)
        const order = world.round.ladder.map(({ id }) => id)
        expect(ids).toEqual(order.filter((id) => ids.includes(id)))
        /* After the last change the plan is kept to the half hour, unless a letter had gone out that day already. */
        const lastChange = Math.max(...season.happenings.map(([at]) => at))
        const from = plusMs(instantOfMs(Math.ceil(msOf(world.round.opensAt) / half) * half), lastChange * half)
        const came = plan.filter(({ at, step }) => at > plusMs(from, day) && step.timing.kind !== 'opening')
        const isIn = (id: string) => posted.some(({ step }) => step === id)
        expect(came.filter(({ step }) => !isIn(step.id)).map(({ step }) => step.id)).toEqual([])
      }),
      { numRuns: 25 },
    )
  })
})
