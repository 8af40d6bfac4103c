/* A small office in a real store: units, people, a round, a clock that a test moves, real SES behind the mail proxy. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { SESClient } from '@aws-sdk/client-ses'
import type { Post } from '../functions/mail/deliver.ts'
import { type PaceOptions, paceOf } from '../functions/mail/pace.ts'
import { sesMailer } from '../functions/mail/ses.ts'
import { type Services, servicesOf, tableOf } from '../functions/services.ts'
import type { Table } from '../functions/store/table-client.ts'
import { startMailProxy } from '../local/mail-proxy.ts'
import type { SesEvent } from '../local/ses-events.ts'
import { clientOptions, createTable, startStore } from '../local/store.ts'
import { tableDefinition } from '../local/table-definition.ts'
import { defaultLadder } from '../shared/round/ladder.ts'
import type { Round } from '../shared/round/round.ts'
import { type Instant, instant, msOf, plusMs } from '../shared/time.ts'
import type { Role, Unit, UnitId } from '../shared/unit/unit.ts'
import { breakMail, breakStore } from './faults.ts'

export const minute = 60_000
export const quarter = 15 * minute
export const hour = 60 * minute
export const day = 24 * hour

const config = { table: '', pages: 'https://huibao.example.gov.cn', demo: true }

/** In memory where the machine has a folder for it: a store that is thrown away need not reach the disk. */
export const scratch = (): string => mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'huibao-'))

/** A store for one test file; every scenario has a table of its own in it. */
export const openTables = async (kind: 'dynoxide' | 'dynamodb-local' = 'dynoxide') => {
  const dataFolder = scratch()
  const store = await startStore({ dataFolder, kind })
  const { client } = tableOf({ ...config, dynamoEndpoint: store.endpoint })
  breakStore(client)
  const maker = new DynamoDBClient(clientOptions(store.endpoint))
  let count = 0
  return {
    endpoint: store.endpoint,
    fresh: async (): Promise<Table> => {
      count += 1
      const name = `scenario-${count}`
      await createTable(maker, { ...tableDefinition, TableName: name })
      return { name, client }
    },
    stop: async () => {
      maker.destroy()
      client.destroy()
      await store.stop()
      rmSync(dataFolder, { recursive: true, force: true })
    },
  }
}

export type Tables = Awaited<ReturnType<typeof openTables>>

/** Real SES calls to the stand-in; its clock is the one that is moved. */
export const openMail = async (clock: Clock) => {
  const dataFolder = scratch()
  const events: SesEvent[] = []
  const proxy = await startMailProxy({ dataFolder, now: () => clock.now, tell: (event) => events.push(event) })
  const client = new SESClient({ ...clientOptions(proxy.url), maxAttempts: 1 })
  breakMail(client)
  const from = 'huibao@example.gov.cn'
  const mailer = sesMailer({ client, from })
  /* Pauses take no time but the office's own. */
  const sleep = async (ms: number) => pass(clock, ms)
  const postAt = (options: PaceOptions = {}): Post => ({
    sender: { name: '汇报', address: from },
    mailer,
    pace: paceOf({ now: () => msOf(clock.now), sleep, ...options }),
  })
  return {
    /** As a function has it that has just been started. */
    get post(): Post {
      return postAt()
    },
    postAt,
    /** What SES has told so far of the mails of a round, as texts of notices, oldest first. */
    eventsOf: (round: string): readonly string[] =>
      events.map((event) => JSON.stringify(event)).filter((text) => text.includes(`"letter":["${round}_`)),
    faults: proxy.faults,
    /** Mails that SES took for a round, oldest first. */
    of: async (round: string) => (await proxy.letters()).filter(({ key }) => key.startsWith(`${round}_`)),
    stop: async () => {
      client.destroy()
      await proxy.stop()
      rmSync(dataFolder, { recursive: true, force: true })
    },
  }
}

export type Mail = Awaited<ReturnType<typeof openMail>>

export interface Clock {
  now: Instant
}

export const pass = (clock: Clock, ms: number): void => {
  clock.now = plusMs(clock.now, ms)
}

/** Services over a table, with the clock that the test moves. */
export const servicesAt = (table: Table, clock: Clock): Services => ({
  ...servicesOf({ ...config, table: table.name }, table),
  now: () => clock.now,
})

/** 9 o'clock in the morning in Shanghai. */
export const opening = instant('2020-01-02T09:00:00+08:00')

/** A round as it is before its opening. */
export const roundOf = (id: string, changes: Partial<Round> = {}): Round => ({
  id,
  title: '2019年度政府信息公开工作年度报告',
  owner: 'city',
  forms: ['police-supplement'],
  year: 2019,
  opensAt: opening,
  dueAt: instant('2020-02-01T00:00:00+08:00'),
  dueByLevel: {},
  zone: 'Asia/Shanghai',
  units: 'below',
  ladder: defaultLadder,
  calendar: { id: 'cn', extraDaysOff: [], extraWorkdays: [] },
  statutory: false,
  extraChecks: [],
  stage: 'approved',
  version: 1,
  edition: 0,
  ...changes,
})

/** Child to parent, the root without one: { city: '', a: 'city' }. */
export type Tree = Readonly<Record<UnitId, UnitId | ''>>

export const unitOf = (tree: Tree, id: UnitId): Unit => {
  const parent = tree[id] ?? ''
  const name = { zh: `${id}分局`, en: `${id} branch` }
  return {
    id,
    name,
    shortName: name,
    path: parent === '' ? [id] : [...unitOf(tree, parent).path, id],
    hasBelow: Object.values(tree).includes(id),
    ...(parent === '' ? {} : { parent }),
  }
}

/** Writes units, the posts of people by name, and a round that wakes at its opening. */
export const settle = async (
  { units, rounds }: Services,
  tree: Tree,
  posts: Readonly<Record<string, readonly (readonly [UnitId, Role])[]>>,
  round: Round,
): Promise<void> => {
  const wakeAt = round.stage === 'approved' || round.stage === 'open' ? round.opensAt : undefined
  await Promise.all(Object.keys(tree).map((id) => units.putUnit(unitOf(tree, id), undefined, undefined)))
  /* One after the other: those of one unit meet in its staff. */
  for (const [id, held] of Object.entries(posts)) {
    const person = { id, name: id, email: `${id}@example.gov.cn`, language: 'zh' as const, version: 1 }
    await units.putPerson({ ...person, posts: held.map(([unit, role]) => ({ unit, role })) }, undefined)
  }
  await rounds.save(undefined, round, undefined, wakeAt)
}
