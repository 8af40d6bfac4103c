/*
 * What SES tells of a mail, onto letters and addresses: real store, real SES calls to the stand-in, its events as the
 * topic hands them over. Events are repeated, disordered, forged and broken off at every call.
 */
import type { Context, SNSEvent } from 'aws-lambda'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { deliverOwed } from '../functions/mail/deliver.ts'
import { handler } from '../functions/mail-events/handler.ts'
import { remind } from '../functions/remind/remind.ts'
import type { Services } from '../functions/services.ts'
import { feedbackTopic, noticeOf } from '../local/feedback.ts'
import { plusMs } from '../shared/time.ts'
import { clerkOf } from './clerk.ts'
import { everyFault, everyWay, saidOf, withFault } from './faults.ts'
import {
  type Clock,
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
} from './office.ts'

const clock: Clock = { now: opening }
let tables: Tables
let mail: Mail
let rounds = 0
Object.assign(process.env, {
  HUIBAO_TABLE: 'none',
  HUIBAO_PAGES: 'https://huibao.example.gov.cn',
  HUIBAO_FEEDBACK_TOPIC: feedbackTopic,
  HUIBAO_DYNAMODB_ENDPOINT: 'http://127.0.0.1:9',
  POWERTOOLS_LOG_LEVEL: 'SILENT',
  POWERTOOLS_METRICS_DISABLED: 'true',
})

beforeAll(async () => {
  tables = await openTables()
  mail = await openMail(clock)
})
afterEach(() => mail.faults.clear())
afterAll(async () => {
  await tables.stop()
  await mail.stop()
})

const tree: Tree = { city: '', a: 'city', b: 'city' }
const posts = { li: [['a', 'reporter']], wang: [['b', 'reporter']], zhao: [['city', 'coordinator']] } as const
const li = 'li@example.gov.cn'

/** An open round with its notices posted. */
const posted = async () => {
  rounds += 1
  const id = `m${rounds}`
  clock.now = opening
  const services = servicesAt(await tables.fresh(), clock)
  await settle(services, tree, posts, roundOf(id, { units: ['a', 'b'] }))
  await remind(services)
  return { id, services, clerk: clerkOf(services, id) }
}

const context: Context = {
  callbackWaitsForEmptyEventLoop: false,
  functionName: 'mail-events',
  functionVersion: '1',
  invokedFunctionArn: 'arn:aws:lambda:local:000000000000:function:mail-events',
  memoryLimitInMB: '512',
  awsRequestId: 'test',
  logGroupName: 'test',
  logStreamName: 'test',
  getRemainingTimeInMillis: () => 30_000,
  done: () => {},
  fail: () => {},
  succeed: () => {},
}
const functionOver = (services: Services) => {
  const over = handler.with({ ...services, topic: feedbackTopic })
  return (event: SNSEvent) => over(event, context)
}
const noticesOf = (texts: readonly string[]): readonly SNSEvent[] =>
  texts.map((text, i) => noticeOf(JSON.parse(text), `n${i}`, clock.now))
const hear = async (services: Services, texts: readonly string[]): Promise<void> => {
  const call = functionOver(services)
  for (const notice of noticesOf(texts)) await call(notice)
}
const tick = (services: Services) => deliverOwed(services, mail.post, 'deliver')
const letterTo = async (services: Services, round: string, person: string, kind = 'opening') => {
  const found = (await services.letters.ofCollector(round, 'city')).find(
    ({ letter }) => letter.to.personId === person && letter.kind === kind,
  )
  if (found === undefined) throw new Error(`No letter to ${person}.`)
  return found
}
const about = (texts: readonly string[], person: string, ...types: readonly string[]) =>
  texts.filter(
    (text) => text.includes(`${person}@example`) && (types.length === 0 || types.includes(JSON.parse(text).eventType)),
  )
const nextStep = async (services: Services) => {
  clock.now = plusMs(opening, 18 * 24 * 3_600_000)
  await remind(services)
  return tick(services)
}

describe('an event of the mail service', () => {
  it('marks a letter delivered, whatever the order and however often it comes', async () => {
    const { id, services } = await posted()
    await tick(services)
    const events = mail.eventsOf(id)
    await hear(services, [...events, ...events].reverse())
    expect((await letterTo(services, id, 'li')).outcome).toMatchObject({ state: 'delivered' })
    expect((await letterTo(services, id, 'wang')).outcome).toMatchObject({ state: 'delivered' })
  })

  it('settles a letter whose answer was lost, so that it is not sent twice', async () => {
    const { id, services } = await posted()
    mail.faults.set({ kind: 'loseAnswer', address: li })
    await tick(services)
    expect((await letterTo(services, id, 'li')).outcome.state).toBe('attempted')
    mail.faults.clear()
    await hear(services, about(mail.eventsOf(id), 'li', 'Send'))
    pass(clock, quarter)
    await tick(services)
    expect((await letterTo(services, id, 'li')).outcome.state).toBe('sent')
    expect((await mail.of(id)).length).toBe(2)
  })

  it('keeps a hard bounce over a delivery, and a complaint over both', async () => {
    const { id, services } = await posted()
    mail.faults.set({ kind: 'complain', address: li })
    await tick(services)
    const complained = about(mail.eventsOf(id), 'li')
    await hear(services, [...complained].reverse())
    expect((await letterTo(services, id, 'li')).outcome).toMatchObject({ state: 'complained' })
    expect((await services.addresses.addressOf(li))?.state).toBe('complained')
  })
})

describe('an address that bounces', () => {
  it('is not written to again until somebody says that it works', async () => {
    const { id, services } = await posted()
    mail.faults.set({ kind: 'bounce', address: li, times: 1 })
    await tick(services)
    await hear(services, mail.eventsOf(id))
    expect((await letterTo(services, id, 'li')).outcome).toMatchObject({
      state: 'bounced',
      hard: true,
      because: 'Permanent/General · 5.1.1 · smtp; 550 5.1.1 user unknown',
    })
    expect((await services.addresses.inTrouble()).stateOf('LI@example.gov.cn')).toBe('bounced')
    expect(await nextStep(services)).toMatchObject({ refused: 1 })
    expect((await letterTo(services, id, 'li', 'reminder')).outcome).toMatchObject({
      state: 'refused',
      address: 'bounced',
    })
    await services.addresses.clear(li)
    await hear(services, mail.eventsOf(id))
    expect(await services.addresses.addressOf(li)).toBeUndefined()
  })

  it('for now gets the next letter, and is given up when that one comes back too', async () => {
    const { id, services } = await posted()
    mail.faults.set({ kind: 'bounce', address: li, soft: true, times: 2 })
    await tick(services)
    await hear(services, mail.eventsOf(id))
    expect((await letterTo(services, id, 'li')).outcome).toMatchObject({ state: 'bounced', hard: false })
    expect((await services.addresses.inTrouble()).stateOf(li)).toBe('ok')
    pass(clock, quarter)
    expect(await tick(services)).toEqual({})
    await nextStep(services)
    await hear(services, mail.eventsOf(id))
    expect((await services.addresses.inTrouble()).stateOf(li)).toBe('bounced')
  })

  it('for now is as good as new after a delivery', async () => {
    const { id, services } = await posted()
    mail.faults.set({ kind: 'bounce', address: li, soft: true, times: 1 })
    await tick(services)
    await hear(services, mail.eventsOf(id))
    await nextStep(services)
    await hear(services, mail.eventsOf(id))
    expect(await services.addresses.addressOf(li)).toBeUndefined()
  })
})

describe('a forged or foreign notice', () => {
  const changed = (text: string, change: (mail: Record<string, unknown>) => object): string => {
    const event: { mail: Record<string, unknown> } = JSON.parse(text)
    return JSON.stringify({ ...event, mail: { ...event.mail, ...change(event.mail) } })
  }

  it('changes nothing: another topic, another mail, another recipient, no letter, no tag, no event at all', async () => {
    const { id, services } = await posted()
    mail.faults.set({ kind: 'bounce', address: li })
    await tick(services)
    const [bounce = ''] = about(mail.eventsOf(id), 'li', 'Bounce')
    const [notice] = noticesOf([bounce])
    if (notice === undefined) throw new Error('No notice.')
    const call = functionOver(services)
    await call({
      Records: notice.Records.map((one) => ({ ...one, Sns: { ...one.Sns, TopicArn: 'arn:aws:sns:x:1:other' } })),
    })
    await hear(services, [
      changed(bounce, () => ({ messageId: 'another' })),
      changed(bounce, () => ({ destination: ['stranger@example.cn'] })),
      bounce.replaceAll(li, 'stranger@example.cn'),
      changed(bounce, () => ({ tags: { letter: [`${id}_city_opening-zz_20200131T160000000Z_li`] } })),
      changed(bounce, () => ({ tags: { letter: ["x'; drop"] } })),
      changed(bounce, () => ({ tags: {} })),
      changed(bounce, () => ({ messageId: 7 })),
      bounce.replace('"Permanent"', '"Forever"'),
      '{}',
    ])
    await call({
      Records: notice.Records.map((one) => ({
        ...one,
        Sns: { ...one.Sns, Message: 'Successfully validated SNS topic' },
      })),
    })
    expect((await letterTo(services, id, 'li')).outcome.state).toBe('sent')
    expect(await services.addresses.addressOf(li)).toBeUndefined()
  })

  it('claims nothing of a letter that was never sent', async () => {
    const { id, services } = await posted()
    mail.faults.set({ kind: 'throttle' })
    await tick(services)
    mail.faults.clear()
    const { letter } = await letterTo(services, id, 'li')
    const forged = {
      eventType: 'Delivery',
      mail: { timestamp: clock.now, messageId: 'm', destination: [li], tags: { letter: [letter.key] } },
      delivery: { timestamp: clock.now },
    }
    await hear(services, [JSON.stringify(forged)])
    expect((await letterTo(services, id, 'li')).outcome.state).toBe('queued')
  })
})

describe('mail-events, broken off at any of its calls,', () => {
  it.each([
    { what: 'a hard bounce', soft: false, letter: 'bounced', address: 'bounced' },
    { what: 'a bounce for now', soft: true, letter: 'bounced', address: 'doubtful' },
  ] as const)('records $what in the end, letter and address together', async ({ soft, letter, address }) => {
    const calls = await everyFault(everyWay, async (fault) => {
      const { id, services } = await posted()
      mail.faults.set({ kind: 'bounce', address: li, soft })
      await tick(services)
      mail.faults.clear()
      const events = about(mail.eventsOf(id), 'li')
      const fallen = await withFault(fault, () => hear(services, events))
      const half = [(await letterTo(services, id, 'li')).outcome.state, (await services.addresses.addressOf(li))?.state]
      expect([`sent `, `${letter} ${address}`], saidOf(fault, fallen.calls)).toContain(
        half.map((one) => one ?? '').join(' '),
      )
      /* The topic brings a notice again whose function failed. */
      await hear(services, events)
      expect((await letterTo(services, id, 'li')).outcome.state, saidOf(fault, fallen.calls)).toBe(letter)
      expect((await services.addresses.addressOf(li))?.state, saidOf(fault, fallen.calls)).toBe(address)
      return fallen
    })
    expect(calls).toBeGreaterThan(3)
  })
})

describe('a letter at its delivery', () => {
  it('goes to the present address of its reader', async () => {
    const { id, services } = await posted()
    const person = await services.units.person('li')
    if (person === undefined) throw new Error('Nobody.')
    await services.units.putPerson({ ...person, email: 'li.new@example.gov.cn', version: person.version + 1 }, person)
    await tick(services)
    expect((await mail.of(id)).flatMap(({ to }) => to).sort()).toEqual(['li.new@example.gov.cn', 'wang@example.gov.cn'])
    await hear(services, mail.eventsOf(id))
    expect((await letterTo(services, id, 'li')).outcome.state).toBe('delivered')
  })

  it('is not sent to somebody who was removed, or who answers for other units now', async () => {
    const { id, services } = await posted()
    const [gone, moved] = [await services.units.person('li'), await services.units.person('wang')]
    if (gone === undefined || moved === undefined) throw new Error('Nobody.')
    await services.units.removePerson(gone)
    const elsewhere = [{ unit: 'a', role: 'reporter' as const }]
    await services.units.putPerson({ ...moved, posts: elsewhere, version: moved.version + 1 }, moved)
    expect(await tick(services)).toEqual({ superseded: 2 })
    expect((await letterTo(services, id, 'wang')).outcome).toMatchObject({ because: 'personGone' })
  })
})
