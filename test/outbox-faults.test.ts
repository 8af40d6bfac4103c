/*
 * The outbox under faults: every call of `remind` and of `deliver` is broken in turn, against the real store and real
 * SES calls. No letter is lost, none is doubled but the one whose mail was taken and whose outcome was not recorded.
 */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { deliver, deliverOwed } from '../functions/mail/deliver.ts'
import { mailsAtOnce } from '../functions/mail/pace.ts'
import { remind } from '../functions/remind/remind.ts'
import type { Services } from '../functions/services.ts'
import { keys } from '../functions/store/keys.ts'
import { posted, type StoredLetter } from '../functions/store/letters.ts'
import { commit } from '../functions/store/table-client.ts'
import { batches } from '../shared/reminder/batches.ts'
import { urgencyOf } from '../shared/reminder/urgency.ts'
import { instant, msOf } from '../shared/time.ts'
import { clerkOf } from './clerk.ts'
import { dying, everyFault, everyWay, type Fault, saidOf, type Way, withFault } from './faults.ts'
import {
  type Clock,
  hour,
  type Mail,
  opening,
  openMail,
  openTables,
  pass,
  quarter,
  roundOf,
  servicesAt,
  settle,
  type Tables,
  type Tree,
  unitOf,
} from './office.ts'

const clock: Clock = { now: opening }
let tables: Tables
let mail: Mail
let rounds = 0

beforeAll(async () => {
  tables = await openTables()
  mail = await openMail(clock)
})
afterEach(() => mail.faults.clear())
afterAll(async () => {
  await tables.stop()
  await mail.stop()
})

/* Li answers for two units, Yang for two under a collector of their own, x; d has nobody. */
const tree: Tree = { city: '', a: 'city', b: 'city', c: 'city', d: 'city', x: 'city', y: 'x', z: 'x' }
const posts = {
  li: [
    ['a', 'reporter'],
    ['b', 'reporter'],
  ],
  wang: [['c', 'reporter']],
  yang: [
    ['y', 'reporter'],
    ['z', 'reporter'],
  ],
  zhao: [['city', 'coordinator']],
  sun: [['a', 'leader']],
} as const
const owing = ['a', 'b', 'c', 'd', 'y', 'z'] as const

const aRound = async (changes: Parameters<typeof roundOf>[1] = {}) => {
  rounds += 1
  const id = `r${rounds}`
  clock.now = opening
  const services = servicesAt(await tables.fresh(), clock)
  await settle(services, tree, posts, roundOf(id, { units: owing, ...changes }))
  return { id, services, clerk: clerkOf(services, id) }
}

const collectors = ['city', 'x']
const lettersOf = async (services: Services, round: string): Promise<readonly StoredLetter[]> =>
  (await Promise.all(collectors.map((collector) => services.letters.ofCollector(round, collector)))).flat()
const claimsOf = async (services: Services, round: string) =>
  (await Promise.all(collectors.map((collector) => services.letters.claims(round, collector)))).flat()

/** Who was written to about which units, one entry for each letter. */
const told = (letters: readonly StoredLetter[]) =>
  letters.map(({ letter }) => `${letter.to.personId}: ${letter.units.map(({ unit }) => unit).join(' ')}`).sort()
const keyOf = ({ letter }: StoredLetter) => keys.letter(letter.round, letter.key.split('_')[1] ?? '', letter.key)
const tick = (services: Services) => deliverOwed(services, mail.post, 'deliver')
const untilNothingIsOwed = async (services: Services) => {
  for (let i = 0; i < 6; i += 1) {
    pass(clock, quarter)
    await tick(services)
  }
}
/** Letters to Li as by several steps, each with a due moment of its own. */
const copiesOf = async (services: Services, round: string, count: number) => {
  const [stored] = (await lettersOf(services, round)).filter(({ letter }) => letter.to.personId === 'li')
  if (stored === undefined) throw new Error('No letter to Li.')
  return Array.from({ length: count }, (_, i) => {
    const which = `202001${String(30 - i).padStart(2, '0')}T160000000Z`
    const [r, parent, what] = stored.letter.key.split('_')
    return posted({ ...stored.letter, key: [r, parent, what, which, 'li'].join('_') }, clock.now)
  })
}
const openingLetters = ['li: a b', 'wang: c', 'yang: y z']

type World = Awaited<ReturnType<typeof aRound>>

describe('remind, broken off at any of its calls,', () => {
  const brokenIn = async (fault: Fault, { id, services }: World) => {
    const fallen = await withFault(fault, () => remind(services))
    for (let i = 0; i < 2; i += 1) {
      pass(clock, quarter)
      await remind(services)
    }
    const claims = (await claimsOf(services, id)).map(({ unit, step }) => `${unit} ${step}`).sort()
    return { fallen, claims, letters: told(await lettersOf(services, id)) }
  }

  it('opens the round and posts each notice exactly once', async () => {
    const calls = await everyFault(dying, async (fault) => {
      const { letters, claims, fallen } = await brokenIn(fault, await aRound())
      expect(letters, saidOf(fault, fallen.calls)).toEqual(openingLetters)
      expect(claims, saidOf(fault, fallen.calls)).toEqual(owing.map((unit) => `${unit} opening`))
      return fallen
    })
    expect(calls).toBeGreaterThan(12)
  })

  it('posts to units with a due moment of their own exactly once, one letter for all units of a person', async () => {
    const calls = await everyFault(dying, async (fault) => {
      const world = await aRound({ stage: 'open' })
      const round = roundOf(world.id, { units: owing, stage: 'open' })
      /* The round itself is asleep: only the extended units wake. */
      await world.services.rounds.save(round, round, undefined, undefined)
      clock.now = instant('2020-01-20T10:00:00+08:00')
      for (const id of ['a', 'b']) await world.clerk.extend(unitOf(tree, id), instant('2020-02-08T00:00:00+08:00'))
      clock.now = instant('2020-02-07T09:00:00+08:00')
      const { letters, claims, fallen } = await brokenIn(fault, world)
      expect(letters, saidOf(fault, fallen.calls)).toEqual(['li: a b'])
      expect(claims, saidOf(fault, fallen.calls)).toEqual(['a dueDay', 'b dueDay'])
      return fallen
    })
    expect(calls).toBeGreaterThan(8)
  })
})

describe('remind', () => {
  it('posts once when two run truly at once', async () => {
    const { id, services } = await aRound()
    await Promise.all([remind(services), remind(services)])
    pass(clock, quarter)
    await Promise.all([remind(services), remind(services)])
    expect(told(await lettersOf(services, id))).toEqual(openingLetters)
  })

  it('writes one overdue letter to a coordinator, listing the units', async () => {
    const { id, services } = await aRound()
    clock.now = instant('2020-02-03T09:00:00+08:00')
    await remind(services)
    expect(told(await lettersOf(services, id))).toEqual([
      'li: a b',
      'sun: a',
      'wang: c',
      'yang: y z',
      'zhao: a b c d',
      'zhao: city',
    ])
  })

  it('serves every other round when one of them cannot be planned', async () => {
    const { id, services } = await aRound()
    const broken = roundOf('aaa', { units: owing, calendar: { id: 'nowhere', extraDaysOff: [], extraWorkdays: [] } })
    await services.rounds.save(undefined, broken, undefined, opening)
    await expect(remind(services)).rejects.toThrow('nowhere')
    expect(told(await lettersOf(services, id))).toEqual(openingLetters)
  })

  it('keeps the ladder of an extension that is given while it is at the unit', async () => {
    const { id, services, clerk } = await aRound()
    await remind(services)
    await clerk.extend(unitOf(tree, 'a'), instant('2020-02-05T00:00:00+08:00'))
    const wakeUnit: typeof services.rounds.wakeUnit = async (steps, wakeAt) => {
      pass(clock, quarter)
      await clerk.extend(unitOf(tree, 'a'), instant('2020-02-08T00:00:00+08:00'))
      await services.rounds.wakeUnit(steps, wakeAt)
    }
    await remind({ ...services, rounds: { ...services.rounds, wakeUnit } })
    clock.now = instant('2020-02-06T09:00:00+08:00')
    await remind(services)
    const due = (await claimsOf(services, id))
      .filter(({ unit }) => unit === 'a')
      .map(({ dueAt, step }) => `${step} ${dueAt}`)
    expect(due).toContain('before1 2020-02-07T16:00:00.000Z')
  })

  it('catches nothing up at night', async () => {
    const { id, services } = await aRound()
    clock.now = instant('2020-01-03T02:00:00+08:00')
    expect(await remind(services)).toMatchObject({ opened: 1, letters: 0 })
    clock.now = instant('2020-01-03T07:00:00+08:00')
    await remind(services)
    expect(told(await lettersOf(services, id))).toEqual(openingLetters)
  })

  it('writes at night only what the coordinator has put there: an opening at midnight', async () => {
    const midnight = instant('2020-01-03T00:00:00+08:00')
    const { id, services } = await aRound({ opensAt: midnight })
    clock.now = midnight
    await remind(services)
    expect(told(await lettersOf(services, id))).toEqual(openingLetters)
  })

  it('has letters of one transaction at most, however many answer', () => {
    const many = Array.from({ length: 250 }, (_, i) => ({ unit: `u${i}`, people: [{ id: `p${i}` }, { id: 'chief' }] }))
    expect(batches(many, 100).every(({ units, letters }) => units.length + letters.length <= 100)).toBe(true)
  })
})

describe('deliver, broken off at any of its calls,', () => {
  /** Letters whose mail was taken and whose outcome the table does not know: these may come twice. */
  const uncertain = async (services: Services, round: string) => {
    const taken = new Set((await mail.of(round)).map(({ key }) => key))
    const letters = await lettersOf(services, round)
    return new Set(
      letters
        .filter(({ outcome, letter }) => outcome.state === 'attempted' && taken.has(letter.key))
        .map(({ letter }) => letter.key),
    )
  }

  const brokenIn = async (ways: readonly Way[], people: readonly string[]) => {
    const { id: first, services: template } = await aRound()
    await remind(template)
    const letters = (await lettersOf(template, first)).filter(({ letter }) => people.includes(letter.to.personId))
    return everyFault(ways, async (fault) => {
      const { id, services } = await aRound({ stage: 'open' })
      const copies = letters.map(({ letter }) => ({ ...letter, round: id, key: letter.key.replace(first, id) }))
      await commit(
        services.table,
        copies.map((letter) => posted(letter, clock.now)),
      )
      const fallen = await withFault(fault, () => tick(services))
      const mayDouble = await uncertain(services, id)
      if (fault.process === 'goesOn') expect(mayDouble.size, saidOf(fault, fallen.calls)).toBeLessThanOrEqual(1)
      await untilNothingIsOwed(services)
      const mails = (await mail.of(id)).map(({ key }) => key)
      for (const { letter, outcome } of await lettersOf(services, id)) {
        const times = mails.filter((key) => key === letter.key).length
        expect(outcome.state, saidOf(fault, fallen.calls)).toBe('sent')
        expect(times, saidOf(fault, fallen.calls)).toBe(mayDouble.has(letter.key) ? 2 : 1)
      }
      return fallen
    })
  }

  it('loses no letter, and doubles only one whose outcome was lost', async () => {
    expect(await brokenIn(everyWay, ['li'])).toBeGreaterThan(10)
  })

  it('loses none of several that are under way at once', async () => {
    expect(await brokenIn([{ when: 'after', process: 'dies' }], ['li', 'yang'])).toBeGreaterThan(20)
  })

  it('sends nothing that has become untrue meanwhile', async () => {
    const calls = await everyFault(dying, async (fault) => {
      const { id, services, clerk } = await aRound()
      await remind(services)
      const fallen = await withFault(fault, () => tick(services))
      const before = (await mail.of(id)).length
      await clerk.replan({ stage: 'closed' })
      await untilNothingIsOwed(services)
      expect((await mail.of(id)).length, saidOf(fault, fallen.calls)).toBe(before)
      const states = (await lettersOf(services, id)).map(({ outcome }) => outcome.state)
      expect(['sent', 'superseded'], saidOf(fault, fallen.calls)).toEqual(expect.arrayContaining([...new Set(states)]))
      return fallen
    })
    expect(calls).toBeGreaterThan(20)
  })

  it('does not take a store that throttles for an SES that did not take the mail', async () => {
    const { id, services } = await aRound()
    await remind(services)
    const [letter] = await lettersOf(services, id)
    if (letter === undefined) throw new Error('No letter.')
    const throttled = () =>
      Object.assign(new Error('slow down'), { name: 'ThrottlingException', $metadata: { httpStatusCode: 400 } })
    const one = () => deliver(services, mail.post, keyOf(letter))
    const { calls } = await withFault({ at: 999, when: 'before', process: 'goesOn' }, one)
    const { id: other, services: again } = await aRound()
    await remind(again)
    const [same] = await lettersOf(again, other)
    if (same === undefined) throw new Error('No letter.')
    const fault: Fault = { at: calls.length, when: 'before', process: 'goesOn', error: throttled }
    await withFault(fault, () => deliver(again, mail.post, keyOf(same)))
    expect((await again.letters.load(keyOf(same)))?.outcome.state).toBe('attempted')
  })
})

describe('deliver', () => {
  it('sends one mail when two run at once', async () => {
    const { id, services } = await aRound()
    await remind(services)
    await Promise.all([tick(services), tick(services)])
    expect((await mail.of(id)).length).toBe(openingLetters.length)
  })

  it('sends one mail when a second comes while SES is slow, or when the stream repeats a record', async () => {
    const { id, services } = await aRound()
    await remind(services)
    const letters = await lettersOf(services, id)
    mail.faults.set({ kind: 'loseAnswer', times: letters.length })
    for (const letter of letters) expect(await deliver(services, mail.post, keyOf(letter))).toBe('unknown')
    for (const letter of letters) expect(await deliver(services, mail.post, keyOf(letter))).toBe('notMine')
    expect((await mail.of(id)).length).toBe(openingLetters.length)
  })

  it('lets an unknown outcome wait, then owes the letter again', async () => {
    const { id, services } = await aRound()
    await remind(services)
    mail.faults.set({ kind: 'loseAnswer', times: 3 })
    expect(await tick(services)).toEqual({ unknown: 3 })
    pass(clock, quarter - 1)
    expect(await tick(services)).toEqual({})
    pass(clock, 1)
    expect(await tick(services)).toEqual({ sent: 3 })
    expect((await mail.of(id)).length).toBe(2 * openingLetters.length)
  })

  it('does not count as an attempt what SES says that it did not take, and ends the run when it takes nothing', async () => {
    const { id, services } = await aRound()
    await remind(services)
    await commit(services.table, await copiesOf(services, id, 20))
    mail.faults.set({ kind: 'fail' })
    const post = mail.post
    expect(await deliverOwed(services, post, 'deliver')).toEqual({ postponed: 3, shut: 20 })
    expect(post.pace.isShut()).toBe(true)
    mail.faults.clear()
    pass(clock, quarter)
    expect(await tick(services)).toEqual({ sent: 23 })
    const attempts = (await lettersOf(services, id)).map((letter) => letter.attempts)
    expect(new Set(attempts)).toEqual(new Set([1]))
  })

  it('slows down when SES throttles, and sends all in the same run', async () => {
    const { id, services } = await aRound()
    await remind(services)
    mail.faults.set({ kind: 'throttle', times: 6 })
    const before = clock.now
    expect(await tick(services)).toEqual({ sent: 3 })
    expect(msOf(clock.now) - msOf(before)).toBeGreaterThan(1_000)
    expect((await mail.of(id)).length).toBe(openingLetters.length)
    expect((await lettersOf(services, id)).map(({ attempts }) => attempts)).toEqual([1, 1, 1])
  })

  it('sends all where SES takes one mail a second, though each waits longer for its turn than a look at it holds', async () => {
    const { id, services } = await aRound()
    await remind(services)
    await commit(services.table, await copiesOf(services, id, 20))
    const before = msOf(clock.now)
    const hasTime = () => msOf(clock.now) - before < hour
    expect(await deliverOwed(services, mail.postAt({ perSecond: 1 }), 'deliver', hasTime)).toEqual({ sent: 23 })
    expect(msOf(clock.now) - before).toBeGreaterThanOrEqual(20_000)
    expect((await lettersOf(services, id)).map(({ attempts }) => attempts)).toEqual(Array.from({ length: 23 }, () => 1))
  })

  it('ends the run where SES throttles everything, as when the quota of the day is used up', async () => {
    const { id, services } = await aRound()
    await remind(services)
    mail.faults.set({ kind: 'throttle' })
    expect(await tick(services)).toEqual({ shut: 3 })
    mail.faults.clear()
    pass(clock, quarter)
    expect(await tick(services)).toEqual({ sent: 3 })
    expect((await mail.of(id)).length).toBe(openingLetters.length)
  })

  it('sends the most urgent first', async () => {
    const { id, services } = await aRound()
    await remind(services)
    const letters = await copiesOf(services, id, 12)
    await commit(services.table, [...letters].reverse())
    await deliverOwed(services, mail.postAt({ atOnce: 1 }), 'deliver')
    const sent = (await mail.of(id)).map(({ key }) => urgencyOf(key))
    const places = sent.map((one) => [...sent].sort().indexOf(one))
    /* Those that are being looked at at the same time may change places. */
    expect(places.every((place, i) => Math.abs(place - i) < 2 * mailsAtOnce)).toBe(true)
    expect(places).not.toEqual([...places].reverse())
  })

  it('marks a refused address and leaves it', async () => {
    const { id, services } = await aRound()
    await remind(services)
    mail.faults.set({ kind: 'reject', address: 'li@example.gov.cn', times: 1 })
    expect(await tick(services)).toEqual({ refused: 1, sent: 2 })
    await untilNothingIsOwed(services)
    expect((await mail.of(id)).map(({ to }) => to[0]).sort()).toEqual(['wang@example.gov.cn', 'yang@example.gov.cn'])
  })

  it('does not send what has become untrue since it was posted', async () => {
    const { id, services, clerk } = await aRound()
    await remind(services)
    await clerk.typeIn('c')
    await clerk.handIn('c')
    expect(await tick(services)).toEqual({ superseded: 1, sent: 2 })
    const wang = (await lettersOf(services, id)).find(({ letter }) => letter.to.personId === 'wang')
    expect(wang?.outcome).toMatchObject({ state: 'superseded', because: 'handedIn' })
  })

  it('narrows a letter to the units that still owe', async () => {
    const { id, services, clerk } = await aRound()
    await remind(services)
    await clerk.typeIn('a')
    await clerk.handIn('a')
    await tick(services)
    const toLi = (await mail.of(id)).find(({ to }) => to.includes('li@example.gov.cn'))
    expect(toLi?.text).toContain('b分局')
    expect(toLi?.text).not.toContain('a分局')
  })

  it('supersedes what waits when the round closes', async () => {
    const { services, clerk } = await aRound()
    await remind(services)
    await clerk.replan({ stage: 'closed' })
    expect(await tick(services)).toEqual({ superseded: 3 })
  })

  it('sends every other letter when one cannot be written', async () => {
    const { id, services } = await aRound()
    await remind(services)
    const broken = async (letter: StoredLetter['letter']) => {
      if (letter.to.personId === 'li') throw new Error('no file')
      return []
    }
    await expect(deliverOwed(services, { ...mail.post, attach: broken }, 'deliver')).rejects.toThrow('no file')
    expect((await mail.of(id)).length).toBe(2)
  })

  it('keeps a reminder for the morning, and an overtaken one for ever', async () => {
    const { id, services } = await aRound()
    await remind(services)
    await tick(services)
    clock.now = instant('2020-01-20T09:00:00+08:00')
    await remind(services)
    clock.now = instant('2020-01-20T23:00:00+08:00')
    /* Three reminders and the digest to Zhao. */
    expect(await tick(services)).toEqual({ postponed: 4 })
    clock.now = instant('2020-01-31T09:00:00+08:00')
    await remind(services)
    expect(await tick(services)).toMatchObject({ superseded: 4 })
    const because = (await lettersOf(services, id)).flatMap(({ outcome }) =>
      outcome.state === 'superseded' ? outcome.because : [],
    )
    expect(because.sort()).toEqual(['dayOver', 'overtaken', 'overtaken', 'overtaken'])
    pass(clock, hour)
    expect(await tick(services)).toEqual({})
  })
})
