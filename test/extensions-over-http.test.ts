/* Due moments that a coordinator moves, over HTTP: for one unit, and for a round that is under way. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Api, must } from '../local/api-client.ts'
import { type RouteId, routes } from '../shared/api.ts'
import { refuse } from '../shared/refusal.ts'
import { type Office, openOffice, openRound, roundOf, signOff, wholeReturn } from './over-http.ts'

const forms = ['ogi-2019', 'police-supplement']
const dueAt = '2020-01-10T00:00:00+08:00'
const extendedTo = '2020-01-15T00:00:00+08:00'

let office: Office
let coordinator: Api
let clerk: Api

beforeAll(async () => {
  office = await openOffice({ only: ['returns', 'rounds', 'reports'] })
  await office.hire('clerk', { unit: 'sibling', role: 'reporter' })
  coordinator = await office.as('coordinator@office.example')
  clerk = await office.as('clerk@office.example')
  for (const round of ['late', 'extended', 'handed', 'shut']) await openRound(coordinator, round, { dueAt })
})
afterAll(async () => office?.stop())

const place = (round: string) => ({ round, unit: 'sibling' })
const extend = (round: string, to = extendedTo) =>
  coordinator.call('putExtension', { path: place(round), body: { dueAt: to, reason: '申请' } })
const takeBack = (round: string) => coordinator.call('deleteExtension', { path: place(round) })
const handIn = async (round: string) => {
  const { version: base } = must(await clerk.call('getReturn', { path: place(round) }))
  const body = { base, cells: { ...wholeReturn(forms) } }
  const { version } = must(await clerk.call('patchReturn', { path: place(round), body }))
  return must(await clerk.call('submitReturn', { path: place(round), body: { version, signOff } }))
}
const sendBack = async (round: string) =>
  must(
    await coordinator.call('reviewReturn', {
      path: place(round),
      body: { revision: 1, decision: 'sendBack', reason: '请核对。', dueAt: '2020-02-20T00:00:00+08:00' },
    }),
  )
const timelinessIn = async (round: string) => {
  const { rows } = must(await coordinator.call('getBoard', { path: { round } }))
  return rows.find(({ unit }) => unit === 'sibling')?.timeliness
}

describe('an extension', () => {
  it('is for a unit that owes, not for one that has handed in', async () => {
    await handIn('handed')
    expect(await extend('handed')).toMatchObject({ status: 409, problem: { code: 'alreadyHandedIn' } })
    await sendBack('handed')
    expect((await extend('handed')).status).toBe(200)
  })

  it('goes past the due moment and past now, and says which it does not', async () => {
    expect(await extend('late', '2020-01-09T00:00:00+08:00')).toMatchObject({
      status: 422,
      problem: { code: 'extensionTooEarly' },
    })
    expect(await extend('late', dueAt)).toMatchObject({ status: 422, problem: { code: 'extensionTooEarly' } })
    expect(await extend('late', '2020-01-12T00:00:00')).toMatchObject({ status: 422, problem: { code: 'invalid' } })
  })

  it('is not taken back once the round is closed', async () => {
    must(await extend('shut'))
    must(await coordinator.call('closeRound', { path: { round: 'shut' }, body: {} }))
    expect(await takeBack('shut')).toMatchObject({ status: 409, problem: { code: 'roundNotOpen' } })
  })

  it('changes nothing of how a submission was judged, neither given later nor taken back later', async () => {
    must(await extend('extended'))
    await office.system.clock.moveTo('2020-01-11T09:00:00+08:00' as Parameters<Office['system']['clock']['moveTo']>[0])
    /* Later than the round's due moment, and past: the clock stands at 11 January, 09:00. */
    expect(await extend('late', '2020-01-11T08:00:00+08:00')).toMatchObject({
      status: 422,
      problem: {
        code: 'dueMomentPast',
        detail: expect.stringMatching(/^截止时间 20\d\d年\d+月\d+日（星期.）\d\d:\d\d 已过/),
      },
    })
    expect((await handIn('extended')).timeliness).toBe('extended')
    expect((await handIn('late')).timeliness).toBe('late')
    await sendBack('late')
    must(await extend('late'))
    must(await takeBack('extended'))
    expect([await timelinessIn('late'), await timelinessIn('extended')]).toEqual(['late', 'extended'])
  })
})

describe('a round', () => {
  const change = async (round: string, body: object) => {
    const { version } = must(await coordinator.call('getRound', { path: { round } }))
    return coordinator.call('patchRound', { path: { round }, body: { version, ...body } })
  }

  it('that is open takes no due moment in the past, for none of its levels, and no other opening', async () => {
    const past = { status: 422, problem: { code: 'dueMomentPast' } }
    expect(await change('late', { dueAt: '2020-01-05T00:00:00+08:00' })).toMatchObject(past)
    expect(await change('late', { dueByLevel: { 1: '2020-01-05T00:00:00+08:00' } })).toMatchObject(past)
    expect(await change('late', { opensAt: '2020-01-03T09:00:00+08:00' })).toMatchObject({
      status: 422,
      problem: { code: 'invalid', errors: [{ path: 'opensAt' }] },
    })
    expect((await change('late', { title: '改名' })).status).toBe(200)
  })

  it('is opened and closed without a word, or on condition of a version', async () => {
    must(await coordinator.call('postRound', { body: roundOf('silent') }))
    const post = (move: string, body?: string) =>
      office.raw('coordinator@office.example', 'POST', `/rounds/silent/${move}`, body)
    expect((await post('open')).json).toMatchObject({ stage: 'open' })
    expect(await post('close', '{"version":1}')).toMatchObject({ status: 409, json: { code: 'outdated' } })
    expect((await post('close', '{}')).json).toMatchObject({ stage: 'closed' })
  })
})

describe('the refusal of what is not yours', () => {
  it.each(Object.keys(routes) as RouteId[])('says %s in office words', (what) => {
    const { zh, en } = refuse('notYours', { what }).refusal.detail
    expect(`${zh}${en}`).not.toContain(what)
    expect(zh).not.toContain('进行此操作')
  })
})
