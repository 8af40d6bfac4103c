/*
 * Digests and mutes on the clock: one digest a collector and working morning, whatever runs twice, late or not at all;
 * a muted unit hears nothing from the ladder, and nothing of what fell into its silence.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contextOf } from '../functions/mail/context-of.ts'
import { stillToSend } from '../functions/mail/still-to-send.ts'
import { digestOf } from '../functions/remind/digest-of.ts'
import { remind } from '../functions/remind/remind.ts'
import { keys } from '../functions/store/keys.ts'
import { claimed, type StoredLetter } from '../functions/store/letters.ts'
import { commit } from '../functions/store/table-client.ts'
import { writeLetter } from '../shared/reminder/write-letter.ts'
import type { Round } from '../shared/round/round.ts'
import { dayOf, type Instant, instant, plusMs } from '../shared/time.ts'
import { clerkOf } from './clerk.ts'
import { withFault } from './faults.ts'
import {
  type Clock,
  day,
  hour,
  opening,
  openTables,
  roundOf,
  servicesAt,
  settle,
  type Tables,
  type Tree,
  unitOf,
} from './office.ts'

const zone = 'Asia/Shanghai'
const tree: Tree = { city: '', a: 'city', b: 'city', c: 'city', x: 'city', x0: 'x' }
const posts = {
  zhao: [['city', 'coordinator']],
  qian: [['city', 'coordinator']],
  li: [['a', 'reporter']],
  wang: [['b', 'reporter']],
  px: [
    ['x', 'coordinator'],
    ['x', 'reporter'],
    ['x0', 'reporter'],
  ],
} as const
const clock: Clock = { now: opening }
let tables: Tables
beforeAll(async () => {
  tables = await openTables()
})
afterAll(async () => tables.stop())

const by = { id: 'zhao', name: 'zhao' }

const anOffice = async (changes: Partial<Round> = {}) => {
  clock.now = opening
  const services = servicesAt(await tables.fresh(), clock)
  await settle(services, tree, posts, roundOf('r', changes))
  const letters = async (collector = 'city') =>
    [...(await services.letters.ofCollector('r', collector))].sort((p, q) =>
      p.letter.createdAt < q.letter.createdAt ? -1 : 1,
    )
  const digests = async (collector = 'city') =>
    (await letters(collector)).filter(({ letter }) => letter.kind === 'digest')
  return {
    services,
    clerk: clerkOf(services, 'r'),
    at: (moment: string) => {
      clock.now = instant(moment)
      return remind(services)
    },
    letters,
    digests,
    /** Days and readers of the digests, in order. */
    days: async (collector = 'city') =>
      (await digests(collector)).map(({ letter }) => `${dayOf(letter.createdAt, zone)} ${letter.to.personId}`).sort(),
    mute: async (unit: string) => {
      /* The log has one entry a millisecond. */
      clock.now = plusMs(clock.now, 1)
      const done = await services.rounds.putMute(
        { round: 'r', unit, collector: 'city' },
        { reason: '在建', at: clock.now, by },
        { at: clock.now, by, what: 'muted' },
      )
      expect(done).toBe(true)
    },
    lift: (unit: string) =>
      services.rounds.putMute(
        { round: 'r', unit, collector: 'city' },
        { reason: '在建', at: opening, by, liftedAt: clock.now },
        { at: clock.now, by, what: 'unmuted' },
      ),
  }
}
type Office = Awaited<ReturnType<typeof anOffice>>

/** Every quarter of an hour between two moments. */
const everyQuarter = async ({ services }: Office, from: string, to: string) => {
  for (clock.now = instant(from); clock.now < to; clock.now = plusMs(clock.now, hour / 4)) await remind(services)
}

/** Writes down that a letter came back. */
const comesBack = ({ services }: Office, stored: StoredLetter, at: Instant) =>
  commit(services.table, [
    {
      put: {
        ...keys.letter('r', 'city', stored.letter.key),
        kind: 'letter',
        ...stored,
        outcome: { state: 'bounced', at, because: '550 unknown', hard: true, messageId: 'm' },
      },
    },
  ])

describe('the digest', () => {
  it('goes to every coordinator of every collector, once on each working morning from ten working days before', async () => {
    const office = await anOffice()
    await office.at('2020-01-02T09:00:00+08:00')
    await everyQuarter(office, '2020-01-09T22:00:00Z', '2020-01-15T12:00:00Z')
    /* 31 January 2020: ten working days before is Monday the 13th. */
    expect(await office.days()).toEqual([
      '2020-01-13 qian',
      '2020-01-13 zhao',
      '2020-01-14 qian',
      '2020-01-14 zhao',
      '2020-01-15 qian',
      '2020-01-15 zhao',
    ])
    expect(await office.days('x')).toEqual(['2020-01-13 px', '2020-01-14 px', '2020-01-15 px'])
    const [first] = await office.digests()
    expect(first?.letter.createdAt).toBe(instant('2020-01-13T09:00:00+08:00'))
  })

  it('is posted once by two runs at a time, and by a run after one that fell', async () => {
    const office = await anOffice()
    await office.at('2020-01-02T09:00:00+08:00')
    clock.now = instant('2020-01-14T09:00:00+08:00')
    await Promise.all([remind(office.services), remind(office.services)])
    expect(await office.days()).toEqual(['2020-01-14 qian', '2020-01-14 zhao'])
    clock.now = instant('2020-01-15T09:00:00+08:00')
    for (const when of ['before', 'after'] as const)
      for (let at = 1; at < 40; at += 3)
        await withFault({ at, when, process: 'dies' }, () => remind(office.services)).catch(() => undefined)
    clock.now = instant('2020-01-15T10:00:00+08:00')
    await remind(office.services)
    expect((await office.days()).slice(2)).toEqual(['2020-01-15 qian', '2020-01-15 zhao'])
  })

  it('is late after an outage, one for all the days, by day, and not at all in the night', async () => {
    const office = await anOffice()
    await office.at('2020-01-02T09:00:00+08:00')
    await office.at('2020-01-13T09:00:00+08:00')
    await office.at('2020-01-16T22:30:00+08:00')
    expect((await office.days()).length).toBe(2)
    await office.at('2020-01-17T07:00:00+08:00')
    expect((await office.days()).length).toBe(2)
    await everyQuarter(office, '2020-01-17T03:00:00Z', '2020-01-17T10:00:00Z')
    expect((await office.days()).slice(2)).toEqual(['2020-01-17 qian', '2020-01-17 zhao'])
  })

  it('goes on after the due moment while a unit is overdue, and ends when nobody is missing', async () => {
    const office = await anOffice({ units: ['a', 'b'] })
    await office.at('2020-01-02T09:00:00+08:00')
    await everyQuarter(office, '2020-02-05T00:00:00Z', '2020-02-05T10:00:00Z')
    expect((await office.days()).length).toBe(2)
    for (const unit of ['a', 'b']) {
      await office.clerk.typeIn(unit)
      await office.clerk.handIn(unit)
    }
    await everyQuarter(office, '2020-02-06T00:00:00Z', '2020-02-06T10:00:00Z')
    expect((await office.days()).length).toBe(2)
  })

  it('comes the morning after a letter came back, however far the due moment is, and not again', async () => {
    const office = await anOffice()
    await office.at('2020-01-02T09:00:00+08:00')
    const [notice] = await office.letters()
    if (notice === undefined) throw new Error('no letter')
    await comesBack(office, notice, instant('2020-01-02T09:05:00+08:00'))
    await everyQuarter(office, '2020-01-02T02:00:00Z', '2020-01-07T10:00:00Z')
    expect(await office.days()).toEqual(['2020-01-03 qian', '2020-01-03 zhao'])
    const { cameBack } = await digestOf(office.services, roundOf('r'), 'city', clock.now)
    expect(cameBack).toMatchObject([{ name: notice.letter.to.name, because: '550 unknown' }])
  })

  it('tells of its delivery, and is superseded on another day', async () => {
    const office = await anOffice()
    await office.at('2020-01-02T09:00:00+08:00')
    await office.at('2020-01-13T09:00:00+08:00')
    const [digest] = await office.digests()
    if (digest === undefined) throw new Error('no digest')
    await office.clerk.typeIn('a')
    await office.clerk.handIn('a')
    clock.now = instant('2020-01-13T11:00:00+08:00')
    const toDo = await stillToSend(office.services, digest.letter)
    if (toDo.what !== 'send') throw new Error(toDo.what)
    const written = writeLetter(toDo.letter, await contextOf(office.services, toDo.letter, toDo.facts, clock.now))
    /* The city itself, a, b, c, and the report of x. */
    expect(written.subject).toContain('已报送 1/5')
    expect(written.text).toContain('截至2020年1月13日11:00')
    expect(written.text).toMatch(/无人可联系的单位\n {2}- city分局\n {2}- c分局\n/)
    clock.now = instant('2020-01-14T07:00:00+08:00')
    expect(await stillToSend(office.services, digest.letter)).toEqual({ what: 'supersede', because: 'dayOver' })
  })

  it('waits in the night for the morning, and is over then', async () => {
    const office = await anOffice()
    await office.at('2020-01-02T09:00:00+08:00')
    await office.at('2020-01-13T20:45:00+08:00')
    const [digest] = await office.digests()
    if (digest === undefined) throw new Error('no digest')
    clock.now = instant('2020-01-13T21:30:00+08:00')
    expect(await stillToSend(office.services, digest.letter)).toMatchObject({ what: 'wait' })
  })
})

describe('a muted unit', () => {
  const steps = async ({ services }: Office, unit: string) =>
    (await services.letters.claimsOf('r', 'city', unit)).map(({ step }) => step).sort()

  it('hears nothing from the ladder, escalation included, and nobody hears of it but in the digest', async () => {
    const office = await anOffice({ units: ['a', 'b'] })
    await office.at('2020-01-02T09:00:00+08:00')
    await office.mute('a')
    await everyQuarter(office, '2020-01-19T00:00:00Z', '2020-02-05T12:00:00Z')
    expect(await steps(office, 'a')).toEqual(['opening'])
    expect(await steps(office, 'b')).toEqual(expect.arrayContaining(['opening', 'dueDay', 'overdue3']))
    const toCoordinators = (await office.letters()).filter(
      ({ letter }) => letter.kind === 'reminder' && letter.to.role === 'coordinator',
    )
    expect(toCoordinators.length).toBeGreaterThan(0)
    for (const { letter } of toCoordinators) expect(letter.units.map(({ unit }) => unit)).toEqual(['b'])
    const { units } = await digestOf(office.services, roundOf('r', { units: ['a', 'b'] }), 'city', clock.now)
    expect(units.map(({ unit, muted }) => [unit, muted])).toEqual([
      ['a', '在建'],
      ['b', undefined],
    ])
  })

  it('is not sent what was posted before it was muted', async () => {
    const office = await anOffice({ units: ['a'] })
    await office.at('2020-01-02T09:00:00+08:00')
    await office.at('2020-01-22T09:00:00+08:00')
    const reminder = (await office.letters()).find(({ letter }) => letter.kind === 'reminder')
    if (reminder === undefined) throw new Error('no reminder')
    await office.mute('a')
    expect(await stillToSend(office.services, reminder.letter)).toEqual({ what: 'supersede', because: 'muted' })
  })

  it('hears the steps that come after its mute is lifted, and none that fell into it', async () => {
    const office = await anOffice({ units: ['a'] })
    await office.at('2020-01-02T09:00:00+08:00')
    await office.mute('a')
    await office.at('2020-01-21T09:00:00+08:00')
    await office.at('2020-01-22T12:00:00+08:00')
    await office.lift('a')
    await everyQuarter(office, '2020-01-22T05:00:00Z', '2020-01-23T00:00:00Z')
    expect(await steps(office, 'a')).toEqual(['opening'])
    await everyQuarter(office, '2020-01-23T00:00:00Z', '2020-01-23T12:00:00Z')
    expect(await steps(office, 'a')).toEqual(['before1', 'opening'])
  })

  it('with an extension of its own is silent too', async () => {
    const office = await anOffice({ units: ['a'] })
    await office.at('2020-01-02T09:00:00+08:00')
    await office.clerk.extend(unitOf(tree, 'a'), instant('2020-02-08T00:00:00+08:00'))
    await office.mute('a')
    for (let i = 0; i < 40; i += 1) {
      clock.now = plusMs(clock.now, day)
      await remind(office.services)
    }
    expect(await steps(office, 'a')).toEqual(['opening'])
  })
})

describe('a letter by hand', () => {
  it('holds the ladder back for four hours, and not for the day', async () => {
    const office = await anOffice({ units: ['a'] })
    await office.at('2020-01-02T09:00:00+08:00')

    const dueAt = roundOf('r').dueAt
    clock.now = instant('2020-01-31T08:00:00+08:00')
    await commit(office.services.table, [claimed('r', 'city', { unit: 'a', dueAt, step: 'hand-1', at: clock.now })])
    const when = async () =>
      (await office.services.letters.claimsOf('r', 'city', 'a')).find(({ step }) => step === 'dueDay')?.at
    await everyQuarter(office, '2020-01-31T00:15:00Z', '2020-01-31T03:59:00Z')
    expect(await when()).toBeUndefined()
    await everyQuarter(office, '2020-01-31T04:00:00Z', '2020-01-31T05:00:00Z')
    expect(await when()).toBe(instant('2020-01-31T12:00:00+08:00'))
  })
})
