/*
 * A season drawn from a seed, day by day, in the real store with real SES calls: clerks early, late and twice, sending
 * back, extensions, changed calendars, functions that run twice, not at all for days, or die half-way, mail that fails.
 * After every run the invariants hold. A failure names its seed: HUIBAO_SEED=7 runs that one, HUIBAO_SEEDS=30 the first
 * thirty.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { calendarOf } from '../functions/calendars.ts'
import { deliverOwed } from '../functions/mail/deliver.ts'
import { remind } from '../functions/remind/remind.ts'
import { rollUpAll } from '../functions/roll-up/roll-up.ts'
import type { Faults } from '../local/mail-faults.ts'
import type { Letter as Mail } from '../local/mailbox.ts'
import { randomOf } from '../local/season/random.ts'
import { inputFieldsOf } from '../shared/form/fields.ts'
import { joinForms } from '../shared/form/forms.ts'
import { stillOwes } from '../shared/reminder/still-true.ts'
import { correctionOf } from '../shared/return/moves.ts'
import { dueOf } from '../shared/round/due.ts'
import { correctionLadder, isNight } from '../shared/round/ladder.ts'
import { type PlannedStep, planOf } from '../shared/round/plan.ts'
import type { Round } from '../shared/round/round.ts'
import { dayOf, type Instant, instantAt, type LocalDate, localDate, plusDays, plusMs } from '../shared/time.ts'
import type { Unit, UnitId } from '../shared/unit/unit.ts'
import { clerkOf } from './clerk.ts'
import { withFault } from './faults.ts'
import {
  type Clock,
  day,
  hour,
  opening,
  openMail,
  openTables,
  pass,
  roundOf,
  servicesAt,
  settle,
  type Tables,
  type Tree,
  unitOf,
} from './office.ts'

const zone = 'Asia/Shanghai'
const leaves = ['l0', 'l1', 'l2', 'l3', 'l4', 'l5', 'l6', 'l7'] as const
const tree: Tree = { city: '', ...Object.fromEntries(leaves.map((id) => [id, 'city'])), x: 'city', x0: 'x', x1: 'x' }
const unitIds: readonly UnitId[] = Object.keys(tree)
const collectors = ['city', 'x']
const posts = {
  zhao: [
    ['city', 'coordinator'],
    ['city', 'reporter'],
  ],
  both: [
    ['l0', 'reporter'],
    ['l1', 'reporter'],
  ],
  ...Object.fromEntries(leaves.slice(2).map((id) => [`of-${id}`, [[id, 'reporter']] as const])),
  chief: [['l2', 'leader']],
  px: [
    ['x', 'reporter'],
    ['x', 'coordinator'],
    ['x0', 'reporter'],
    ['x1', 'reporter'],
  ],
} as const
const cell = inputFieldsOf(joinForms(roundOf('r').forms)).find(({ kind }) => kind === 'count')?.address ?? ''

const diceOf = (seed: number) => {
  const { next, below } = randomOf(seed)
  return {
    chance: (p: number) => next() < p,
    upTo: below,
    one: <T>(list: readonly T[], otherwise: T): T => list[below(list.length)] ?? otherwise,
  }
}
type Dice = ReturnType<typeof diceOf>

let tables: Tables
const clock: Clock = { now: opening }
let mail: Awaited<ReturnType<typeof openMail>>
beforeAll(async () => {
  tables = await openTables()
  mail = await openMail(clock)
})
afterAll(async () => {
  await tables.stop()
  await mail.stop()
})

const officeOf = async (id: string) => {
  const services = servicesAt(await tables.fresh(), clock)
  await settle(services, tree, posts, roundOf(id))
  const clerk = clerkOf(services, id)
  const units = new Map(unitIds.map((unit) => [unit, unitOf(tree, unit)]))
  const unit = (of: UnitId): Unit => units.get(of) ?? unitOf(tree, of)
  const plans = new Map<string, readonly PlannedStep[]>()
  const round = async (): Promise<Round> => {
    const found = await services.rounds.round(id)
    if (found === undefined) throw new Error('The round is gone.')
    return found
  }
  /** Everything that the table says, unit by unit. */
  const standing = async () => {
    const now = await round()
    const [boards, claims] = await Promise.all([
      Promise.all(collectors.map((one) => services.rounds.board(id, one))),
      Promise.all(collectors.map((one) => services.letters.claims(id, one))),
    ])
    const planFor = (ladder: Round['ladder'], opensAt: Instant, dueAt: Instant) => {
      const key = JSON.stringify([ladder.length, opensAt, dueAt, now.calendar])
      const plan = plans.get(key) ?? planOf({ ladder, opensAt, dueAt, zone }, calendarOf(now.calendar))
      plans.set(key, plan)
      return plan.filter(({ droppedFor }) => droppedFor === undefined)
    }
    const of = unitIds.map((one) => {
      const head = boards.flatMap(({ heads }) => heads).find((found) => found.unit === one)?.now
      const extension = boards.map(({ extensions }) => extensions[one]).find((found) => found !== undefined)
      const correction = correctionOf(head)
      const due = dueOf(now, unit(one), { correction, extension })
      const plan =
        due.why === 'correction' && correction !== undefined
          ? planFor(correctionLadder, correction.at, due.dueAt)
          : planFor(now.ladder, now.opensAt, due.dueAt)
      const since = due.why === 'correction' ? correction?.at : due.why === 'extension' ? extension?.at : undefined
      return {
        id: one,
        owes: stillOwes(head?.stage),
        mute: boards.map(({ mutes }) => mutes[one]).find((found) => found !== undefined),
        dueAt: due.dueAt,
        plan,
        since,
        claims: claims.flat().filter((claim) => claim.unit === one),
      }
    })
    return { of, stage: now.stage }
  }
  const letters = async () => (await Promise.all(collectors.map((one) => services.letters.ofCollector(id, one)))).flat()
  return { id, services, clerk, unit, round, standing, letters }
}
type Office = Awaited<ReturnType<typeof officeOf>>

const somethingHappens = async (dice: Dice, { clerk, unit, round }: Office) => {
  const who = dice.one(unitIds, 'l0')
  const inDays = (days: number) => instantAt(plusDays(dayOf(clock.now, zone), days), '00:00', zone)
  switch (dice.upTo(13)) {
    case 12:
      return void (await clerk.mute(who, dice.chance(0.6)))
    case 0:
    case 1:
    case 2:
      await clerk.typeIn(who)
      await clerk.handIn(who, { [cell]: dice.upTo(100) })
      if (dice.chance(0.3)) await clerk.handIn(who, { [cell]: dice.upTo(100) })
      return
    case 3:
      return void (await clerk.typeIn(who))
    case 4:
    case 5:
      return void (await clerk.accept(who))
    case 6:
      return void (await clerk.sendBack(who, inDays(2 + dice.upTo(5))))
    case 7:
      return void (await clerk.withdraw(who))
    case 8:
      return void (await clerk.reopen(who, inDays(2 + dice.upTo(5))))
    case 9: {
      const { dueAt } = await round()
      return void (await clerk.extend(
        unit(who),
        dice.chance(0.2) ? undefined : plusMs(dueAt, (1 + dice.upTo(6)) * day),
      ))
    }
    default: {
      if (!dice.chance(0.15)) return
      const now = await round()
      const off = plusDays(dayOf(clock.now, zone), 1 + dice.upTo(12))
      if (dice.chance(0.2)) await clerk.replan({ dueAt: plusMs(now.dueAt, 3 * day) })
      else await clerk.replan({ calendar: { ...now.calendar, extraDaysOff: [...now.calendar.extraDaysOff, off] } })
    }
  }
}

/** After a run of `remind` by day nothing is owed: what the newest step of a plan says was posted, or something newer, or today. */
const expectNothingOwed = async (office: Office) => {
  const { of, stage } = await office.standing()
  if (stage !== 'open' || isNight(clock.now, zone)) return
  for (const { id, owes, mute, plan, since, dueAt, claims } of of) {
    const newest = plan.findLast(({ at }) => at <= clock.now)
    if (!owes || newest === undefined || (newest.expiresAt !== undefined && newest.expiresAt <= clock.now)) continue
    if (since !== undefined && newest.at <= since) continue
    if (mute !== undefined && (mute.liftedAt === undefined || newest.at <= mute.liftedAt)) continue
    /* What was held back because of a letter of yesterday comes at the hour of its step, not at dawn. */
    const [today, yesterday] = [dayOf(clock.now, zone), plusDays(dayOf(clock.now, zone), -1)]
    const isHeld = clock.now < instantAt(today, newest.step.at, zone)
    const enough = new Set(plan.slice(plan.indexOf(newest)).map(({ step }) => step.id))
    const isPosted = claims.some(
      (claim) =>
        (claim.dueAt === dueAt && enough.has(claim.step)) ||
        dayOf(claim.at, zone) === today ||
        (isHeld && dayOf(claim.at, zone) === yesterday),
    )
    expect(isPosted, `${id} is owed ${newest.step.id} at ${clock.now}`).toBe(true)
  }
}

/** Mails that have just gone out: only by day, only to who owes, only the newest. */
const expectRightMails = async (office: Office, sent: readonly Mail[]) => {
  if (sent.length === 0) return
  const [{ of }, letters] = await Promise.all([office.standing(), office.letters()])
  for (const { key, text } of sent) {
    const letter = letters.find((one) => one.letter.key === key)?.letter
    if (letter === undefined) throw new Error(`Nobody posted ${key}.`)
    expect(isNight(clock.now, zone), `${key} at ${clock.now}`).toBe(false)
    if (letter.kind === 'digest') {
      expect(letter.day, `${key} at ${clock.now}`).toBe(dayOf(clock.now, zone))
      continue
    }
    const named = letter.units.filter(({ unit }) => unit !== 'city' && text.includes(`${unit}分局`))
    for (const { unit, dueAt } of named) {
      const now = of.find(({ id }) => id === unit)
      expect(now?.owes, `${key} names ${unit}, which owes nothing`).toBe(true)
      if (letter.kind !== 'byHand')
        expect(now?.mute !== undefined && now.mute.liftedAt === undefined, `${key} names ${unit}, which is muted`).toBe(
          false,
        )
      expect(now?.dueAt, `${key} names another due moment of ${unit}`).toBe(dueAt)
      if (letter.kind !== 'reminder') continue
      expect(
        now?.claims.filter(({ at }) => at > letter.createdAt),
        `${key} is overtaken`,
      ).toEqual([])
    }
  }
}

const expectCounted = async ({ id, services }: Office) => {
  let sum = 0
  let count = 0
  for (const unit of unitIds) {
    const now = (await services.returns.load(id, unit)).head?.now
    const correction = correctionOf(now)
    const isIn = now?.stage === 'submitted' || now?.stage === 'accepted'
    const n = isIn ? now.revisions : correction?.kind === 'reopened' ? correction.revision : 0
    if (n === 0) continue
    count += 1
    sum += Number((await services.returns.revision(id, unit, n))?.cells[cell] ?? 0)
  }
  const report = await services.reports.report(id, 'city')
  expect([report?.unitsIn ?? 0, Number(report?.figures[cell] ?? 0)]).toEqual([count, sum])
}

const mailFails = (dice: Dice, faults: Faults) => {
  if (!dice.chance(0.15)) return false
  const kind = dice.one(['throttle', 'fail', 'loseAnswer', 'reject'] as const, 'throttle')
  faults.set({ kind, times: 1 + dice.upTo(3) })
  return true
}

const early = ['02:00', '07:00', '08:45'] as const
const later = ['09:15', '12:00', '17:00', '21:15'] as const
const lastDay = localDate('2020-02-14')

const seasonOf = async (seed: number) => {
  const dice = diceOf(seed)
  const office = await officeOf(`season${seed}`)
  const { id, services } = office
  const mayDouble = new Set<string>()
  let seen = 0
  const run = async (work: () => Promise<unknown>, isOut: boolean): Promise<boolean> => {
    if (isOut) return false
    const how = dice.upTo(10)
    if (how === 0) await Promise.all([work(), work()])
    else if (how === 1) {
      const when = dice.chance(0.5) ? 'before' : 'after'
      return !(await withFault({ at: 1 + dice.upTo(20), when, process: dice.chance(0.5) ? 'dies' : 'goesOn' }, work))
        .fell
    } else await work()
    return true
  }
  const deliver = async (isOut: boolean) => {
    const mailFailed = mailFails(dice, mail.faults)
    const isWhole = await run(() => deliverOwed(services, mail.post, 'deliver'), isOut)
    mail.faults.clear()
    const sent = await mail.of(id)
    await expectRightMails(office, sent.slice(seen))
    seen = sent.length
    const taken = new Set(sent.map(({ key }) => key))
    if (isWhole && !mailFailed) return
    for (const { letter, outcome } of await office.letters())
      if (outcome.state === 'attempted' && taken.has(letter.key)) mayDouble.add(letter.key)
  }
  let remindOutUntil = ''
  let deliverOutUntil = ''
  for (let today = dayOf(opening, zone); today <= lastDay; today = plusDays(today, 1)) {
    const outage = (): LocalDate => plusDays(today, 1 + dice.upTo(5))
    if (today > remindOutUntil && dice.chance(0.06)) remindOutUntil = outage()
    if (today > deliverOutUntil && dice.chance(0.06)) deliverOutUntil = outage()
    /* At nine the ladder goes out; before and after it comes what a season brings. */
    for (const time of [dice.one(early, '07:00'), '09:00', dice.one(later, '12:00')]) {
      clock.now = instantAt(today, time, zone)
      if (clock.now < opening) continue
      for (let i = dice.upTo(3); i > 0; i -= 1) await somethingHappens(dice, office)
      pass(clock, 1000)
      if (await run(() => remind(services), today <= remindOutUntil)) await expectNothingOwed(office)
      await deliver(today <= deliverOutUntil)
    }
    if (dice.chance(0.8)) await rollUpAll(services, await office.round())
  }
  /* Nothing happens any more and nothing fails: the outbox runs empty. */
  clock.now = instantAt(plusDays(lastDay, 1), '10:00', zone)
  for (let i = 0; i < 4; i += 1) {
    pass(clock, 2 * hour)
    await remind(services)
    await deliverOwed(services, mail.post, 'deliver')
  }
  await rollUpAll(services, await office.round())
  await expectCounted(office)
  const letters = await office.letters()
  const mails = (await mail.of(id)).map(({ key }) => key)
  const posted = new Set<string>()
  for (const { letter, outcome, attempts } of letters) {
    /* Whose answer was lost went out once for each time; at no other time twice. */
    expect(['sent', 'superseded', 'refused'], `${letter.key} is ${outcome.state}`).toContain(outcome.state)
    const count = mails.filter((key) => key === letter.key).length
    if (outcome.state === 'sent') expect(count, letter.key).toBeGreaterThan(0)
    expect(count, `${letter.key} went out ${count} times`).toBeLessThanOrEqual(mayDouble.has(letter.key) ? attempts : 1)
    expect(isNight(letter.createdAt, zone), letter.key).toBe(false)
    /* A digest is not about a unit that owes; one a day has a key of its own. */
    for (const { unit } of letter.kind === 'digest' ? [] : letter.units) {
      const which = `${letter.to.personId} ${unit} ${dayOf(letter.createdAt, zone)}`
      expect(posted.has(which), `two letters posted: ${which}`).toBe(false)
      posted.add(which)
    }
  }
  return { letters: letters.length, mails: mails.length }
}

const chosen = process.env['HUIBAO_SEED']
const seeds =
  chosen === undefined
    ? Array.from({ length: Number(process.env['HUIBAO_SEEDS'] ?? 2) }, (_, i) => i + 1)
    : [Number(chosen)]

describe('a simulated season', () => {
  it.each(seeds)('keeps every invariant with seed %i', async (seed) => {
    const { letters, mails } = await seasonOf(seed)
    expect(letters).toBeGreaterThan(20)
    expect(mails).toBeGreaterThan(10)
  })
})
