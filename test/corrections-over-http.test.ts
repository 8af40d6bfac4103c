/*
 * A return after its first submission, and around the closing of its round, over HTTP: what keeps counting, what is
 * carried over, which reasons stand, and that nothing decided before the closing is written after it.
 */
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { changeReturn } from '../functions/returns/situation.ts'
import { type Services, servicesOf } from '../functions/services.ts'
import { keys } from '../functions/store/keys.ts'
import { type Api, must } from '../local/api-client.ts'
import { clientOptions } from '../local/store.ts'
import { tableName } from '../local/table-definition.ts'
import type { Cells } from '../shared/form/cells.ts'
import { ok } from '../shared/refusal.ts'
import { edit } from '../shared/return/moves.ts'
import { type Office, openOffice, openRound, signOff, tree, wholeReturn } from './over-http.ts'

const forms = ['ogi-2019', 'police-supplement']
const cell = 'proactive.penalties.decisions'
const disclosed = 'proactive.rules.disclosed'
const total = 'proactive.rules.totalDisclosed'
const later = '2020-02-20T00:00:00+08:00'

let office: Office
let coordinator: Api
let clerk: Api
let services: Services
let client: DynamoDBClient

beforeAll(async () => {
  office = await openOffice({ only: ['returns', 'rounds', 'reports'] })
  await office.hire('clerk', { unit: 'sibling', role: 'reporter' })
  coordinator = await office.as('coordinator@office.example')
  clerk = await office.as('clerk@office.example')
  client = new DynamoDBClient(clientOptions(office.system.storeUrl))
  const table = { client: DynamoDBDocumentClient.from(client), name: tableName }
  const config = { table: tableName, pages: 'https://huibao.example.gov.cn', demo: true }
  services = { ...servicesOf(config, table), now: () => office.system.clock.now() }
})
afterAll(async () => {
  client?.destroy()
  await office?.stop()
})

const place = (round: string) => ({ round, unit: 'sibling' })
const returnIn = async (round: string) => must(await clerk.call('getReturn', { path: place(round) }))
type Reasons = { check: string; cell: string; text: string }[]
const patch = async (round: string, cells: Cells, reasons?: Reasons) => {
  const base = (await returnIn(round)).version
  const body = { base, cells: { ...cells }, ...(reasons === undefined ? {} : { reasons }) }
  return must(await clerk.call('patchReturn', { path: place(round), body }))
}
const submit = async (round: string) => {
  const { version } = await returnIn(round)
  return must(await clerk.call('submitReturn', { path: place(round), body: { version, signOff } }))
}
const review = async (
  round: string,
  body: { revision: number; decision: 'accept' | 'sendBack'; comments?: Comments },
) =>
  must(
    await coordinator.call('reviewReturn', {
      path: place(round),
      body: { ...body, ...(body.decision === 'sendBack' ? { reason: '请核对。', dueAt: later } : {}) },
    }),
  )
type Comments = { cell: string; text: string }[]
const reopen = async (round: string) =>
  must(await coordinator.call('reopenReturn', { path: place(round), body: { reason: '更正', dueAt: later } }))
const close = async (round: string) => must(await coordinator.call('closeRound', { path: { round }, body: {} }))
const accepted = async (round: string, figures: Cells = {}) => {
  await openRound(coordinator, round)
  await patch(round, wholeReturn(forms, figures))
  await submit(round)
  await review(round, { revision: 1, decision: 'accept' })
}
const itemOf = async (key: { pk: string; sk: string }) =>
  (await services.table.client.send(new GetCommand({ TableName: tableName, Key: { ...key } }))).Item
const figuresIn = async (round: string) => {
  const item = await itemOf(keys.figures(round, 'city', 'sibling', 'own'))
  return item?.['withdrawn'] === true
    ? 'withdrawn'
    : { state: item?.['state'], revision: item?.['revision'], value: item?.['cells']?.[cell] }
}

describe('an accepted return that is opened again', () => {
  const asAccepted = { state: 'accepted', revision: 1, value: 3 }
  it('keeps counting through a successor that is sent back, or sent back and taken back', async () => {
    await accepted('again', { [cell]: 3 })
    await reopen('again')
    await patch('again', { [cell]: 4 })
    await submit('again')
    expect(await figuresIn('again')).toEqual({ state: 'provisional', revision: 2, value: 4 })
    await review('again', { revision: 2, decision: 'sendBack' })
    expect(await figuresIn('again')).toEqual(asAccepted)
    await patch('again', { [cell]: 5 })
    await submit('again')
    must(await clerk.call('withdrawReturn', { path: place('again') }))
    expect(await figuresIn('again')).toEqual(asAccepted)
  })

  it('counts nothing where nobody had accepted what was taken back', async () => {
    await openRound(coordinator, 'never')
    await patch('never', wholeReturn(forms))
    await submit('never')
    must(await clerk.call('withdrawReturn', { path: place('never') }))
    await close('never')
    await reopen('never')
    await submit('never')
    must(await clerk.call('withdrawReturn', { path: place('never') }))
    expect(await figuresIn('never')).toBe('withdrawn')
  })
})

describe('a unit that never typed and is let in after the closing', () => {
  const carried = 'requests.carriedIn.naturalPerson'
  it('still has what last year carries over, and keeps it when it types', async () => {
    const lastYear = async (open: number) => {
      const cells = { 'requests.carriedOut.naturalPerson': open }
      const body = { form: 'ogi-2019', cells, source: '2018年年报' }
      must(await coordinator.call('putHistory', { path: { year: '2018', unit: 'sibling' }, body }))
    }
    await lastYear(7)
    await openRound(coordinator, 'missed')
    await close('missed')
    await reopen('missed')
    expect((await returnIn('missed')).cells).toMatchObject({ [carried]: 7 })
    await patch('missed', { [cell]: 1 })
    expect(await returnIn('missed')).toMatchObject({
      cells: { [carried]: 7, [cell]: 1 },
      filled: { [carried]: 'lastYear' },
    })
    await lastYear(0)
  })
})

describe('a reason', () => {
  const why = [{ check: 'R8.rules.atMostTotal', cell: disclosed, text: '口径不同，已核实' }]
  const reasonsIn = async () => (await returnIn('reasons')).reasons.map(({ text }) => text)

  it('falls with the values it was given for, and does not come back with them', async () => {
    await openRound(coordinator, 'reasons')
    await patch('reasons', { [disclosed]: 5, [total]: 4 }, why)
    expect(await reasonsIn()).toEqual([why[0]?.text])
    await patch('reasons', { [disclosed]: 6 })
    expect(await reasonsIn()).toEqual([])
    await patch('reasons', { [disclosed]: 5 })
    expect(await reasonsIn()).toEqual([])
    expect((await returnIn('reasons')).checks.find(({ check }) => check === why[0]?.check)?.reason).toBeUndefined()
  })

  it('that the same request makes needless is named, and the cells are saved', async () => {
    const saved = await patch('reasons', { [disclosed]: 4 }, why)
    expect(saved.reasonsNotNeeded).toEqual([{ check: 'R8.rules.atMostTotal', cell: disclosed }])
    expect((await returnIn('reasons')).cells[disclosed]).toBe(4)
  })
})

describe('what a reporter reads of a return', () => {
  it('is who signed the latest revision off, and the comments beside the correction', async () => {
    await openRound(coordinator, 'read')
    expect(await returnIn('read')).toMatchObject({ comments: [] })
    await patch('read', wholeReturn(forms))
    await submit('read')
    expect((await returnIn('read')).signOff).toEqual(signOff)
    const comments = [{ cell, text: '请核对。' }]
    await review('read', { revision: 1, decision: 'sendBack', comments })
    expect(await returnIn('read')).toMatchObject({ signOff, comments, correction: { comments } })
  })

  it('is more than the board keeps of it: a row has no comments', async () => {
    const row = await itemOf(keys.status('read', 'city', 'sibling'))
    expect(row?.['now']?.correction).toMatchObject({ kind: 'sentBack', comments: [] })
  })
})

describe('a list', () => {
  it('forgets at handing in the rows that were removed', async () => {
    await openRound(coordinator, 'rows')
    await patch('rows', wholeReturn(forms))
    await patch('rows', { 'accounts.none': null, 'accounts.r1.name': '某号', 'accounts.r2.name': '某号二' })
    await patch('rows', { 'accounts.r1': null, 'accounts.r2': null, 'accounts.none': true })
    await submit('rows')
    const list = await itemOf(keys.draftPart('rows', 'sibling', 'LIST#accounts'))
    expect(Object.keys(list?.['marks'] ?? {})).toEqual(['accounts.none'])
    expect((await returnIn('rows')).cells['accounts.none']).toBe(true)
  })
})

describe('one click', () => {
  it('fills a section whose id has capitals', async () => {
    await openRound(coordinator, 'click')
    const fill = (section: string) =>
      clerk.call('fillReturn', { path: place('click'), body: { section, with: 'zero' as const } })
    must(await fill('proactive'))
    expect(await fill('otherMatters')).not.toMatchObject({ status: 422, problem: { errors: [{ path: 'section' }] } })
  })
})

describe('the closing of a round', () => {
  const by = { id: 'clerk', name: 'clerk' }
  const decided = (round: Parameters<typeof edit>[1], now: Parameters<typeof edit>[0]) => edit(now, round)

  it('is a wall for what was decided before it, and the core is asked again with the round as it is', async () => {
    await openRound(coordinator, 'wall')
    await patch('wall', { [cell]: 1 })
    const round = await services.rounds.round('wall')
    if (round === undefined) throw new Error('no round')
    const asked: string[] = []
    let waits = 0
    const chance = () => {
      waits += 1
      return 0.5
    }
    const result = await changeReturn({ ...services, chance }, { round, unit: tree.sibling }, async (situation) => {
      asked.push(situation.round.stage)
      const next = decided(situation.round, situation.stored.head?.now)
      if (!next.ok) return next
      if (asked.length === 1) await close('wall')
      const at = services.now()
      const summary = { filled: 0, total: 0, failedChecks: 0, blanks: {} }
      const head = { unit: 'sibling', collector: 'city', now: next.value, summary, lastActivityAt: at }
      return ok({ answer: ok('saved'), write: { move: 'submit', head, letters: [], log: { at, by, what: 'saved' } } })
    })
    expect(result).toMatchObject({ ok: false, refusal: { code: 'roundNotOpen' } })
    expect([asked, waits]).toEqual([['open', 'closed'], 1])
    expect((await services.returns.load('wall', 'sibling')).head?.now.version).toBe(1)
  })

  it('is none for a return under correction', async () => {
    await reopen('wall')
    expect((await patch('wall', { [cell]: 2 })).version).toBe(3)
  })
})

describe('figures of an earlier year', () => {
  const put = (year: string, cells: Cells) => {
    const body = { form: 'ogi-2019', cells: { ...cells }, source: '年报' }
    return coordinator.call('putHistory', { path: { year, unit: 'sibling' }, body })
  }

  it('are imported again as often as need be, and the log says by whom', async () => {
    must(await put('2017', { [cell]: 1 }))
    must(await put('2017', { [cell]: 2 }))
    expect((await services.returns.history('sibling', 2017, 'own'))?.cells).toEqual({ [cell]: 2 })
    const log = await services.returns.historyLog('sibling')
    const told = log.filter(({ facts }) => facts?.['year'] === 2017)
    expect(told.map(({ what, by }) => [what, by?.id])).toEqual([
      ['imported', 'coordinator'],
      ['imported', 'coordinator'],
    ])
  })

  it('never take the place of accepted ones', async () => {
    await accepted('counted', { [cell]: 9 })
    expect(await put('2019', { [cell]: 1 })).toMatchObject({ status: 409, problem: { code: 'historyAccepted' } })
    expect((await services.returns.history('sibling', 2019, 'own'))?.cells[cell]).toBe(9)
  })

  it('give way to accepted ones', async () => {
    const body = { form: 'ogi-2019', cells: { [cell]: 1 }, source: '年报' }
    must(await coordinator.call('putHistory', { path: { year: '2020', unit: 'sibling' }, body }))
    await openRound(coordinator, 'next', { year: 2020 })
    await patch('next', wholeReturn(forms, { [cell]: 2 }))
    await submit('next')
    await review('next', { revision: 1, decision: 'accept' })
    expect(await services.returns.history('sibling', 2020, 'own')).toMatchObject({ cells: { [cell]: 2 } })
  })

  it('that would not fit are refused with a sentence', async () => {
    const rows = Array.from({ length: 400 }, (_, i) => [`accounts.r${i}.name`, '某'.repeat(300)] as const)
    const form = 'police-supplement'
    const body = { form, cells: Object.fromEntries(rows), source: '年报' }
    const answer = await coordinator.call('putHistory', { path: { year: '2016', unit: 'sibling' }, body })
    expect(answer).toMatchObject({ status: 422, problem: { code: 'invalid', errors: [{ path: 'cells' }] } })
  })
})
