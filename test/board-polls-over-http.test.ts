/*
 * The board asked for again and again, by two processes of the function that know nothing of each other: the system's
 * bundle, which makes all changes, and the source over the same table, which hears of none. Each change must be in the
 * next answer of both, and in the tag (decision 0032).
 */
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import type { Context } from 'aws-lambda'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { apiPrefix } from '../functions/manifest.ts'
import { handler as rounds } from '../functions/rounds/handler.ts'
import { servicesOf } from '../functions/services.ts'
import type { Table } from '../functions/store/table-client.ts'
import { type Api, must } from '../local/api-client.ts'
import { eventOf } from '../local/http-event.ts'
import { clientOptions } from '../local/store.ts'
import { tableName } from '../local/table-definition.ts'
import { type AnswerOf, type Routes, routes } from '../shared/api.ts'
import { type Office, openOffice, openRound, signOff, tree, unitOf, wholeReturn } from './over-http.ts'

type Row = AnswerOf<Routes['getBoard']>['rows'][number]

let office: Office
let coordinator: Api
let client: DynamoDBClient
let elsewhere: ReturnType<typeof rounds.with>
const calls: string[] = []
const chief = 'coordinator@office.example'
const forms = ['ogi-2019', 'police-supplement']
const path = { round: 'polls' }
const place = { ...path, unit: 'sibling' }
const li = {
  name: '李',
  email: 'li@office.example',
  language: 'zh' as const,
  posts: [{ unit: 'sibling', role: 'reporter' as const }],
}

beforeAll(async () => {
  office = await openOffice({ only: ['returns', 'rounds', 'deliver', 'mail-events'] })
  coordinator = await office.as(chief)
  client = new DynamoDBClient(clientOptions(office.system.storeUrl))
  const table: Table = { name: tableName, client: DynamoDBDocumentClient.from(client) }
  table.client.middlewareStack.add(
    (next, { commandName }) =>
      (args) => {
        calls.push(String(commandName))
        return next(args)
      },
    { step: 'initialize', name: 'counts' },
  )
  const config = { table: tableName, pages: 'http://127.0.0.1:9', dynamoEndpoint: office.system.storeUrl, demo: true }
  elsewhere = rounds.with({ ...servicesOf(config, table), now: office.system.clock.now })
  await openRound(coordinator, path.round, { forms })
})
afterAll(async () => {
  client?.destroy()
  await office?.stop()
})

const context = { functionName: 'rounds', awsRequestId: 'polls' } as Context

const askedElsewhere = async (tag: string): Promise<{ status: number; tag: string; rows: readonly Row[] }> => {
  const { method, path: template } = routes.getBoard
  const event = eventOf({
    method,
    url: new URL(`http://127.0.0.1${apiPrefix}/rounds/${path.round}/board`),
    headers: { 'if-none-match': tag, 'accept-language': 'zh-CN' },
    body: Buffer.from(''),
    route: { method, path: apiPrefix + template, function: 'rounds' },
    parameters: path,
    claims: { sub: chief, email: chief },
    sourceIp: '127.0.0.1',
  })
  const { statusCode, headers, body } = await elsewhere(event, context)
  return { status: statusCode, tag: headers['etag'] ?? '', rows: body === '' ? [] : JSON.parse(body).rows }
}
const askedHere = async (tag: string) => {
  const answer = await office.raw(chief, 'GET', `/rounds/${path.round}/board`, undefined, {
    'if-none-match': tag,
    'accept-language': 'zh-CN',
  })
  const rows = answer.json['rows']
  return { status: answer.status, tag: answer.tag, rows: Array.isArray(rows) ? (rows as readonly Row[]) : [] }
}

let tag = '""'
/** What both processes answer to whoever has the board of before: the same row of the same board. */
const next = async (unit: string): Promise<Row | undefined> => {
  /* No letter is on its way between the two. */
  await office.system.settle()
  const [here, there] = [await askedHere(tag), await askedElsewhere(tag)]
  expect([here.status, there.status]).toEqual([200, 200])
  expect(there.tag).toBe(here.tag)
  expect(there.rows).toEqual(here.rows)
  tag = here.tag
  expect([(await askedHere(tag)).status, (await askedElsewhere(tag)).status]).toEqual([304, 304])
  return here.rows.find((row) => row.unit === unit)
}

describe('the next poll, in this process and in another, has', () => {
  it('a new person', async () => {
    expect(await next('sibling')).toMatchObject({ people: [], unreachable: true })
    must(await coordinator.call('postPerson', { body: li }))
    expect(await next('sibling')).toMatchObject({ people: [{ name: '李', address: 'ok' }], unreachable: false })
  })

  it('a new telephone number of the person, and that they go', async () => {
    const { people } = must(await coordinator.call('listPeople', { query: { unit: 'sibling' } }))
    const id = people[0]?.id ?? ''
    const body = { ...li, phone: '0972-8611111' }
    must(await coordinator.call('putPerson', { path: { id }, body }))
    expect((await next('sibling'))?.people).toMatchObject([{ phone: '0972-8611111' }])
    must(await coordinator.call('deletePerson', { path: { id } }))
    expect((await next('sibling'))?.people).toEqual([])
    must(await coordinator.call('postPerson', { body }))
    expect((await next('sibling'))?.people).toHaveLength(1)
  })

  it('another name of a unit, and a unit that is new', async () => {
    const unit = { name: { zh: '改名局', en: 'Renamed' }, shortName: { zh: '改名', en: 'New' }, parent: 'city' }
    must(await coordinator.call('putUnit', { path: { unit: 'sibling' }, body: unit }))
    expect(await next('sibling')).toMatchObject({ name: unit.name, people: [{ name: '李' }] })
    must(await coordinator.call('putUnit', { path: { unit: 'newcomer' }, body: unit }))
    expect(await next('newcomer')).toMatchObject({ stage: 'notStarted' })
  })

  it('an extension, a mute, and that they are over', async () => {
    const extension = { dueAt: '2020-02-11T00:00:00+08:00', reason: '外出培训。' }
    must(await coordinator.call('putExtension', { path: place, body: extension }))
    expect(await next('sibling')).toMatchObject({ extension: { reason: extension.reason } })
    must(await coordinator.call('putMute', { path: place, body: { reason: '已说好。' } }))
    expect(await next('sibling')).toMatchObject({ muted: { reason: '已说好。' } })
    must(await coordinator.call('deleteMute', { path: place }))
    expect((await next('sibling'))?.muted).toBe(undefined)
  })

  it('a letter that waits, and then its delivery', async () => {
    office.system.faults.set({ kind: 'fail', times: 1 })
    await office.system.advance('PT5H')
    must(await coordinator.call('writeNow', { path, body: { units: ['sibling'] } }))
    expect(await next('sibling')).toMatchObject({ newestLetter: { kind: 'byHand', state: 'queued' } })
    office.system.faults.clear()
    await office.system.advance('PT30M')
    await office.system.settle()
    expect(await next('sibling')).toMatchObject({ newestLetter: { kind: 'byHand', state: 'delivered' } })
  })

  it('an address that bounces, and that it works again', async () => {
    office.system.faults.set({ kind: 'bounce', address: 'li@office.example' })
    await office.system.advance('PT5H')
    must(await coordinator.call('writeNow', { path, body: { units: ['sibling'] } }))
    await office.system.settle()
    expect(await next('sibling')).toMatchObject({
      people: [{ address: 'bounced' }],
      unreachable: true,
      newestLetter: { state: 'bounced' },
    })
    office.system.faults.clear()
    const { people } = must(await coordinator.call('listPeople', { query: { unit: 'sibling' } }))
    must(await coordinator.call('clearAddress', { path: { id: people[0]?.id ?? '' } }))
    expect(await next('sibling')).toMatchObject({ people: [{ address: 'ok' }], unreachable: false })
  })

  it('what is typed, and the return that is handed in', async () => {
    const clerk = await office.as('li@office.example')
    const { version } = must(
      await clerk.call('patchReturn', { path: place, body: { base: 0, cells: wholeReturn(forms) } }),
    )
    expect(await next('sibling')).toMatchObject({ stage: 'drafting' })
    must(await clerk.call('submitReturn', { path: place, body: { version, signOff } }))
    expect(await next('sibling')).toMatchObject({ stage: 'submitted', toReview: 1 })
  })
})

describe('reminders on the board', () => {
  it('are letters: a unit without people was never reminded, though its steps are claimed', async () => {
    await office.system.advance('P15D')
    await office.system.settle()
    const rows = (await askedHere('""')).rows
    const nobody = rows.find(({ unit }) => unit === 'city')
    expect(nobody).toMatchObject({ reminded: { times: 0 }, people: [{ role: 'coordinator' }] })
    expect(nobody?.newestLetter).toBe(undefined)
  })
})

describe('a poll', () => {
  it('asks the store as often for two hundred units as for five', async () => {
    const callsOf = async () => {
      calls.length = 0
      expect((await askedElsewhere('""')).status).toBe(200)
      return calls.length
    }
    const before = await callsOf()
    for (let n = 0; n < 200; n += 1) {
      await office.units.putUnit(unitOf(`many${n}`, tree.city), undefined, undefined)
      await office.hire(`many${n}`, { unit: `many${n}`, role: 'reporter' })
    }
    expect(await callsOf()).toBe(before)
    expect(before).toBeLessThanOrEqual(11)
  })
})
