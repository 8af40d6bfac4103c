/* The log of letters over HTTP: what came back, whom nobody reaches, the text of each letter, an address that is mended. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Api, must } from '../local/api-client.ts'
import { type Office, openOffice, openRound } from './over-http.ts'

const path = { round: 'log' }
const clerk = 'clerk@office.example'
let office: Office
let coordinator: Api

const reminders = async (query: object = {}) => must(await coordinator.call('getReminders', { path, query }))

beforeAll(async () => {
  office = await openOffice({ only: ['returns', 'rounds', 'remind', 'deliver', 'mail-events'] })
  await office.hire('clerk', { unit: 'sibling', role: 'reporter' })
  await office.hire('own', { unit: 'city', role: 'reporter' })
  await office.hire('afar', { unit: 'village', role: 'reporter' })
  coordinator = await office.as('coordinator@office.example')
  office.system.faults.set({ kind: 'bounce', address: clerk })
  await openRound(coordinator, 'log')
  await office.system.advance('PT20M')
  await office.system.settle()
})
afterAll(async () => office?.stop())

describe('letters that came back', () => {
  it('are work for the coordinator: whose address, what the mail service said, which units nobody reaches', async () => {
    const { trouble, units } = await reminders()
    expect(trouble.addresses).toEqual([
      {
        person: 'clerk',
        name: 'clerk',
        email: clerk,
        state: 'bounced',
        at: expect.any(String),
        because: expect.stringMatching(/5\d\d|bounce/i),
        units: ['sibling'],
      },
    ])
    /* The city has its own clerk; the county and the other unit are not under this collector. */
    expect(trouble.unreachable).toEqual(['sibling'])
    expect(units).toContainEqual({ unit: 'sibling', name: { zh: 'sibling公安局', en: 'sibling bureau' } })
  })

  it('are found by state, unit and kind, without plan where only the log is asked for', async () => {
    const bounced = await reminders({ part: 'log', state: 'bounced' })
    expect(bounced.letters.map(({ to, kind }) => [to, kind])).toEqual([[clerk, 'opening']])
    expect(bounced).toMatchObject({ plan: [], trouble: { addresses: [], unreachable: [] } })
    expect(bounced.counts).toEqual({ bounced: 1, delivered: 1 })
    expect((await reminders({ about: 'city' })).letters.map(({ to }) => to)).toEqual(['own@office.example'])
    expect((await reminders({ kind: 'before3' })).letters).toEqual([])
    const odd = await office.raw('coordinator@office.example', 'GET', '/rounds/log/reminders?state=lost')
    expect(odd.status).toBe(422)
    expect((await office.raw('coordinator@office.example', 'GET', '/rounds/log/reminders?after=x')).status).toBe(422)
  })

  it('can be read as they were written, by those who may see them', async () => {
    const [letter] = (await reminders({ state: 'bounced' })).letters
    const query = { letter: letter?.key ?? '' }
    const text = must(await coordinator.call('previewLetter', { path: { ...path, step: 'opening' }, query }))
    const [mail] = (await office.system.mail()).filter(({ to }) => to.includes(clerk))
    expect(text).toMatchObject({ to: clerk, name: 'clerk', subject: mail?.subject })
    expect(text.text.trim()).toBe(mail?.text.trim())
    const of = (key: string, more: object = {}) =>
      coordinator.call('previewLetter', { path: { ...path, step: 'opening' }, query: { letter: key, ...more } })
    expect(await of('log_city_x_1_nobody')).toMatchObject({ status: 404 })
    expect(await of('../../etc')).toMatchObject({ status: 404 })
    /* The letter is the city's, not that of the office below it. */
    expect(await of(query.letter, { unit: 'town' })).toMatchObject({ status: 404 })
  })

  it('are written again once somebody says that the address works', async () => {
    office.system.faults.clear()
    must(await coordinator.call('clearAddress', { path: { id: 'clerk' } }))
    expect((await reminders()).trouble).toEqual({ addresses: [], unreachable: [] })
    must(
      await coordinator.call('writeNow', { path, body: { units: ['sibling'] } }).then(async (first) => {
        /* Within four hours of the opening notice nobody is written to. */
        if (first.ok && first.value.letters.length > 0) return first
        await office.system.advance('PT5H')
        return coordinator.call('writeNow', { path, body: { units: ['sibling'] } })
      }),
    )
    await office.system.settle()
    const [latest] = (await reminders({ about: 'sibling' })).letters
    expect(latest).toMatchObject({ kind: 'byHand', state: 'delivered', to: clerk })
  })
})

describe('a letter that waits', () => {
  it('for somebody who is removed meanwhile is not sent, and the log says why', async () => {
    await office.system.advance('PT5H')
    office.system.faults.set({ kind: 'fail', times: 1 })
    must(await coordinator.call('writeNow', { path, body: { units: ['city'] } }))
    await office.system.settle()
    const waiting = (await reminders({ about: 'city', kind: 'byHand' })).letters
    expect(waiting.map(({ state, to }) => [state, to])).toEqual([['queued', 'own@office.example']])
    /* What will be written is shown while it waits. */
    const query = { letter: waiting[0]?.key ?? '' }
    const text = must(await coordinator.call('previewLetter', { path: { ...path, step: 'byHand' }, query }))
    expect(text.text).toContain('尚未开始填报')
    must(await coordinator.call('deletePerson', { path: { id: 'own' } }))
    await office.system.advance('PT30M')
    await office.system.settle()
    const [letter] = (await reminders({ about: 'city', kind: 'byHand' })).letters
    expect(letter).toMatchObject({
      state: 'superseded',
      because: '收件人已调离或不再负责该单位，信件不再发送。',
    })
    const mails = await office.system.mail()
    expect(mails.filter(({ key }) => key === letter?.key)).toEqual([])
    expect((await reminders()).trouble.unreachable).toEqual(['city'])
  })
})
