/* What the reporter's page asks of the server besides saving: where it is, what it may do, whom to ask, what others did. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Api, must } from '../local/api-client.ts'
import { type Office, openOffice, openRound, signOff, wholeReturn } from './over-http.ts'

let office: Office
let coordinator: Api
let clerk: Api
let colleague: Api
let leader: Api

const place = { round: 'page', unit: 'sibling' }
const forms = ['ogi-2021', 'police-supplement']
const cell = 'publications.website.published'
const other = 'publications.wechat.published'

beforeAll(async () => {
  office = await openOffice({ only: ['returns', 'rounds'] })
  const at = (role: 'reporter' | 'leader') => ({ unit: 'sibling', role })
  ;[coordinator, clerk, colleague, leader] = await Promise.all([
    office.as('coordinator@office.example'),
    office.as(await office.hire('clerk', at('reporter'))),
    office.as(await office.hire('colleague', at('reporter'))),
    office.as(await office.hire('leader', at('leader'))),
  ])
  const history = { form: 'ogi-2019', cells: wholeReturn(['ogi-2019'], {}), source: '旧档' }
  const cells = { ...history.cells, 'requests.otherHandling.naturalPerson': 4, 'proactive.fees.itemsLastYear': 6 }
  must(await coordinator.call('putHistory', { path: { year: '2020', unit: 'sibling' }, body: { ...history, cells } }))
  await openRound(coordinator, 'page', { forms, year: 2021, units: ['sibling', 'county'], extraChecks: ['R7x'] })
})
afterAll(async () => office?.stop())

const read = async (api: Api) => must(await api.call('getReturn', { path: place }))

describe('a return as its page reads it', () => {
  it('says which round and unit it is, who reads it and whom to ask', async () => {
    const answer = await read(clerk)
    expect(answer.round).toEqual({
      id: 'page',
      title: 'Round page',
      year: 2021,
      forms,
      extraChecks: ['R7x'],
      statutory: false,
      stage: 'open',
      zone: 'Asia/Shanghai',
    })
    expect(answer.unit).toMatchObject({ id: 'sibling', shortName: { zh: 'sibling', en: 'sibling' } })
    expect(answer.you).toEqual({ id: 'clerk', name: 'clerk' })
    expect(answer.ask).toEqual([{ name: 'coordinator', email: 'coordinator@office.example' }])
  })

  it('says last year’s figures that stand beside no cell of this year’s, so that the page can check against them', async () => {
    const { lastYear } = await read(clerk)
    expect(lastYear).toMatchObject({
      form: 'ogi-2019',
      year: 2020,
      rest: { 'requests.otherHandling.naturalPerson': 4, 'proactive.fees.itemsLastYear': 6 },
    })
    expect(lastYear?.rest).not.toHaveProperty(['requests.received.naturalPerson'])
  })

  it('lets reporters type and hand in, a coordinator type but not take back, and a leader only read', async () => {
    expect((await read(clerk)).may).toEqual({ edit: true, submit: false, withdraw: false })
    const { version } = must(
      await clerk.call('patchReturn', { path: place, body: { base: 0, cells: wholeReturn(forms) } }),
    )
    expect((await read(clerk)).may).toEqual({ edit: true, submit: true, withdraw: false })
    expect((await read(leader)).may).toEqual({ edit: false, submit: false, withdraw: false })
    must(await clerk.call('submitReturn', { path: place, body: { version, signOff } }))
    expect((await read(clerk)).may).toEqual({ edit: false, submit: false, withdraw: true })
    expect((await read(coordinator)).may).toEqual({ edit: false, submit: false, withdraw: false })
    must(await clerk.call('withdrawReturn', { path: place }))
  })
})

describe('the answer to a save', () => {
  it('names what others changed since the sender looked, and not what the sender sent', async () => {
    const { version } = await read(clerk)
    await colleague.call('patchReturn', { path: place, body: { base: version, cells: { [cell]: 7 } } })
    const saved = must(await clerk.call('patchReturn', { path: place, body: { base: version, cells: { [other]: 2 } } }))
    expect(saved.others).toMatchObject([{ cell, value: 7, who: { id: 'colleague' } }])
    const next = { base: saved.version, cells: { [other]: 3 } }
    expect(must(await clerk.call('patchReturn', { path: place, body: next })).others).toEqual([])
  })

  it('names them beside the stale ones as well', async () => {
    const { version } = await read(clerk)
    await colleague.call('patchReturn', { path: place, body: { base: version, cells: { [cell]: 8, [other]: 9 } } })
    const answer = await clerk.call('patchReturn', { path: place, body: { base: version, cells: { [cell]: 1 } } })
    expect(answer).toMatchObject({
      ok: false,
      problem: { code: 'staleCells', stale: [{ cell, theirs: 8, yours: 1 }], others: [{ cell: other, value: 9 }] },
    })
  })

  it('names what one click has filled, and all since the base that the page gives', async () => {
    const body = { base: (await read(clerk)).version, cells: { [cell]: null, [other]: 5 } }
    const { version } = must(await clerk.call('patchReturn', { path: place, body }))
    const fill = { section: 'publications', with: 'zero', base: body.base } as const
    const { others } = must(await clerk.call('fillReturn', { path: place, body: fill }))
    expect(others).toHaveLength(2)
    expect(others.find((one) => one.cell === other)).toMatchObject({ value: 5 })
    expect(others.find((one) => one.cell === cell)).toMatchObject({ value: 0, filled: 'zero', who: { id: 'clerk' } })
    const ahead = await clerk.call('fillReturn', { path: place, body: { ...fill, base: version + 9 } })
    expect(ahead).toMatchObject({ problem: { code: 'unknownVersion' } })
  })
})
