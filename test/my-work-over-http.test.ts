/*
 * What a reporter is told of their own work, over HTTP: everything a page needs to say what is due when, how far it
 * is, what the review wants, and what is over.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Api, must } from '../local/api-client.ts'
import { type Office, openOffice, openRound, signOff, wholeReturn } from './over-http.ts'

const forms = ['ogi-2019', 'police-supplement']
const later = '2020-01-09T18:00:00+08:00'

let office: Office
let coordinator: Api

beforeAll(async () => {
  office = await openOffice({ only: ['returns', 'rounds', 'reports'] })
  coordinator = await office.as('coordinator@office.example')
})
afterAll(async () => office?.stop())

const hired = async (name: string, unit: string): Promise<Api> =>
  office.as(await office.hire(name, { unit, role: 'reporter' }))
const me = async (api: Api) => must(await api.call('getMe', {}))
const type = async (api: Api, round: string, cells: ReturnType<typeof wholeReturn>) => {
  const path = { round, unit: 'sibling' }
  const { version } = must(await api.call('getReturn', { path }))
  return must(await api.call('patchReturn', { path, body: { base: version, cells: { ...cells } } }))
}
const handIn = async (api: Api, round: string) => {
  const { version } = await type(api, round, wholeReturn(forms))
  must(await api.call('submitReturn', { path: { round, unit: 'sibling' }, body: { version, signOff } }))
}
const sendBack = async (round: string) => {
  const comments = [
    { cell: 'overview.text', text: '请补充。' },
    { cell: 'proactive.rules.made', text: '请核实。' },
  ]
  const body = { revision: 1, decision: 'sendBack' as const, reason: '请核对。', comments, dueAt: later }
  must(await coordinator.call('reviewReturn', { path: { round, unit: 'sibling' }, body }))
}
const close = async (round: string) => must(await coordinator.call('closeRound', { path: { round }, body: {} }))

describe('my work', () => {
  it('says who collects, by when, and what day it is, before anybody has typed', async () => {
    const clerk = await hired('first', 'sibling')
    await openRound(coordinator, 'new')
    const [work] = (await me(clerk)).openWork
    expect(work).toMatchObject({
      round: 'new',
      year: 2019,
      zone: 'Asia/Shanghai',
      statutory: false,
      owner: { zh: 'city公安局' },
      unitName: { zh: 'sibling公安局' },
      stage: 'notStarted',
      timeliness: 'open',
      today: '2020年1月6日（星期一）',
      comments: 0,
      due: { inWords: '2020年1月31日（星期五）24:00', isDayOff: true },
    })
    expect(work).not.toHaveProperty('progress')
    await close('new')
  })

  it('says how far a draft is', async () => {
    const clerk = await hired('second', 'sibling')
    await openRound(coordinator, 'draft')
    await type(clerk, 'draft', { 'overview.text': '平稳。' })
    const [work] = (await me(clerk)).openWork
    expect(work).toMatchObject({ stage: 'drafting', progress: { filled: 1, total: 179 } })
    await close('draft')
  })

  it('counts the comments of a sending back, gives its reason and judges by its due moment, until it is handed in again', async () => {
    const clerk = await hired('third', 'sibling')
    await openRound(coordinator, 'back')
    await handIn(clerk, 'back')
    await sendBack('back')
    const correction = { kind: 'sentBack', reason: '请核对。' }
    expect((await me(clerk)).openWork).toMatchObject([
      { stage: 'sentBack', comments: 2, correction, timeliness: 'open', due: { why: 'correction' } },
    ])
    await handIn(clerk, 'back')
    const [work] = (await me(clerk)).openWork
    expect(work).toMatchObject({
      stage: 'submitted',
      comments: 0,
      timeliness: 'onTime',
      receipt: { number: 'back-sibling-2' },
    })
    expect(work).not.toHaveProperty('correction')
    await close('back')
  })

  it('is overdue by the office’s clock', async () => {
    const clerk = await hired('fourth', 'sibling')
    await openRound(coordinator, 'past-due', { dueAt: '2020-01-06T12:00:00+08:00' })
    await office.system.advance('PT3H')
    expect((await me(clerk)).openWork).toMatchObject([{ round: 'past-due', timeliness: 'overdue' }])
    await close('past-due')
  })

  it('is in order of the due moments, over all of my units', async () => {
    const both = await office.as(
      await office.hire('both', { unit: 'sibling', role: 'reporter' }, { unit: 'town', role: 'reporter' }),
    )
    await openRound(coordinator, 'in-two', {
      units: ['sibling', 'town'],
      dueByLevel: { 1: '2020-02-03T00:00:00+08:00' },
    })
    expect((await me(both)).openWork.map(({ unit }) => unit)).toEqual(['town', 'sibling'])
    await close('in-two')
  })

  it('has what is over apart, with its receipt, and takes it up again when it is reopened', async () => {
    const clerk = await hired('fifth', 'sibling')
    await openRound(coordinator, 'over')
    await handIn(clerk, 'over')
    must(
      await coordinator.call('reviewReturn', {
        path: { round: 'over', unit: 'sibling' },
        body: { revision: 1, decision: 'accept' },
      }),
    )
    await close('over')
    const before = await me(clerk)
    expect(before.openWork).toEqual([])
    expect(before.pastWork.find(({ round }) => round === 'over')).toMatchObject({
      stage: 'accepted',
      receipt: { number: 'over-sibling-1' },
      timeliness: 'onTime',
    })
    const body = { reason: '更正', dueAt: later }
    must(await coordinator.call('reopenReturn', { path: { round: 'over', unit: 'sibling' }, body }))
    const after = await me(clerk)
    expect(after.openWork).toMatchObject([{ round: 'over', correction: { kind: 'reopened', reason: '更正' } }])
    expect(after.pastWork.map(({ round }) => round)).not.toContain('over')
  })

  it('tells of the past only the twelve latest rounds', async () => {
    const village = await hired('villager', 'other')
    await office.hire('top', { unit: 'province', role: 'coordinator' })
    const top = await office.as('top@office.example')
    for (let n = 1; n <= 13; n += 1) {
      const day = String(n).padStart(2, '0')
      const opensAt = `2019-01-${day}T09:00:00+08:00`
      await openRound(top, `old-${n}`, { owner: 'province', units: ['other'], opensAt })
      must(await top.call('closeRound', { path: { round: `old-${n}` }, body: {} }))
    }
    const { pastWork } = await me(village)
    expect(pastWork).toHaveLength(12)
    expect(pastWork.map(({ round }) => round)).not.toContain('old-1')
  })
})

describe('who owes nothing', () => {
  it('is told so with empty lists, and whether the data are a demonstration', async () => {
    expect(await me(coordinator)).toMatchObject({ openWork: [], pastWork: [], demo: true })
  })
})
