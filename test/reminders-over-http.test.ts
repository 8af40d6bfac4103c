/* The coordinator's side of reminders over HTTP: the plan, previews, tests, letters by hand, mutes. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Api, must } from '../local/api-client.ts'
import { type Instant, instant } from '../shared/time.ts'
import { type Office, openOffice, openRound, roundOf, signOff, wholeReturn } from './over-http.ts'

const dueAt = '2020-02-01T00:00:00+08:00'
const forms = ['ogi-2019', 'police-supplement']

let office: Office
let coordinator: Api
let clerk: Api

beforeAll(async () => {
  office = await openOffice({ only: ['returns', 'rounds', 'remind', 'deliver'] })
  clerk = await office.as(await office.hire('clerk', { unit: 'sibling', role: 'reporter' }))
  await office.hire('leader', { unit: 'sibling', role: 'leader' })
  await office.hire('own', { unit: 'city', role: 'reporter' })
  await office.hire('countyside', { unit: 'county', role: 'coordinator' }, { unit: 'county', role: 'reporter' })
  coordinator = await office.as('coordinator@office.example')
})
afterAll(async () => office?.stop())

const moveTo = (at: string) => office.system.clock.moveTo(instant(at) as Instant)
const lettersOf = async (round: string) => must(await coordinator.call('getReminders', { path: { round } })).letters
const arrived = async (round: string, kind: string) =>
  (await office.system.mail()).filter(({ key }) => key.startsWith(`${round}_`) && key.includes(kind))
const writeNow = (round: string, units: string[], more: { note?: string; preview?: 'true' } = {}) => {
  const { note, preview } = more
  const query = preview === undefined ? {} : { preview }
  const body = { units, ...(note === undefined ? {} : { note }) }
  return coordinator.call('writeNow', { path: { round }, query, body })
}

describe('the plan of a round', () => {
  it('says before the opening to whom each step goes, and whom nobody reaches', async () => {
    must(await coordinator.call('postRound', { body: roundOf('planned', { dueAt }) }))
    const { plan, letters } = must(await coordinator.call('getReminders', { path: { round: 'planned' } }))
    expect(letters).toEqual([])
    const step = (id: string) => plan.find((one) => one.step === id)
    expect(step('before3')?.recipients).toEqual([
      { unit: 'city', role: 'reporter', name: 'own', email: 'own@office.example', address: 'ok' },
      { unit: 'sibling', role: 'reporter', name: 'clerk', email: 'clerk@office.example', address: 'ok' },
    ])
    const roles = step('overdue3')?.recipients.map(({ unit, role }) => `${unit} ${role}`)
    expect(roles?.toSorted()).toEqual(['city coordinator', 'city reporter', 'sibling leader', 'sibling reporter'])
    expect(step('before3')?.unreachable).toEqual([])
    const below = must(await coordinator.call('getReminders', { path: { round: 'planned' }, query: { unit: 'town' } }))
    expect(below.plan.find((one) => one.step === 'before3')).toMatchObject({
      recipients: [],
      unreachable: ['town', 'village'],
    })
  })

  it('shows each text as it will read at its moment, to whom it is meant', async () => {
    const preview = async (step: string, query: object = {}) =>
      must(await coordinator.call('previewLetter', { path: { round: 'planned', step }, query }))
    const opening = await preview('opening')
    expect(opening).toMatchObject({ to: 'clerk@office.example', name: 'clerk' })
    expect(opening.subject).toMatch(/^开始填报（还有 \d+ 个工作日）/)
    expect((await preview('overdue3', { person: 'leader' })).text).toContain('请予督促')
    expect((await preview('before1', { language: 'en' })).subject).toMatch(
      /^Still to be handed in \(1 working day left\)/,
    )
    expect((await preview('before1', { about: 'city' })).to).toBe('own@office.example')
    const digest = await preview('digest')
    expect(digest).toMatchObject({ to: 'coordinator@office.example' })
    expect(digest.text).toContain('应报送单位 3 个')
    expect(digest.html).toContain('/rounds/planned?unit=city')
  })

  it('previews no step, unit or person that there is not', async () => {
    const ask = (step: string, query: object = {}) =>
      coordinator.call('previewLetter', { path: { round: 'planned', step }, query })
    expect(await ask('before99')).toMatchObject({ status: 404 })
    expect(await ask('before3', { about: 'village' })).toMatchObject({
      status: 404,
      problem: { code: 'notAParticipant' },
    })
    expect(await ask('before3', { person: 'leader' })).toMatchObject({ status: 404 })
  })

  it('comes as a test to whoever asks, marked so, once a minute, and claims nothing', async () => {
    const test = (step: string) => coordinator.call('testLetter', { path: { round: 'planned' }, body: { step } })
    expect(must(await test('dueDay'))).toEqual({ to: 'coordinator@office.example' })
    must(await test('dueDay'))
    must(await test('digest'))
    await office.system.settle()
    const mails = await arrived('planned', '_test-')
    expect(mails.flatMap(({ to }) => to)).toEqual(['coordinator@office.example', 'coordinator@office.example'])
    expect(mails.map(({ subject }) => subject).toSorted()).toEqual([
      expect.stringMatching(/^【测试】待报送（今天24:00截止）/),
      expect.stringMatching(/^【测试】报送进度/),
    ])
    expect(mails.every(({ text }) => text.startsWith('[测试信件'))).toBe(true)
    expect(await test('before99')).toMatchObject({ status: 404 })
    expect((await lettersOf('planned')).map(({ kind, subjectWords }) => [kind, subjectWords.zh])).toEqual([
      ['test', '测试信件'],
      ['test', '测试信件：截止当日'],
    ])
  })
})

describe('writing now', () => {
  beforeAll(async () => {
    await openRound(coordinator, 'now', { dueAt })
    await office.system.settle()
  })

  it('shows what would go to whom, and writes nothing', async () => {
    await moveTo('2020-01-08T10:00:00+08:00')
    const note = '请<b>优先</b>完成表三。'
    const { letters, skipped, posted } = must(
      await writeNow('now', ['sibling', 'village', 'nowhere'], { note, preview: 'true' }),
    )
    expect(posted).toBe(false)
    expect(letters).toMatchObject([{ to: 'clerk@office.example', name: 'clerk', units: ['sibling'] }])
    expect(letters[0]?.text).toContain('coordinator附言：\n  请<b>优先</b>完成表三。')
    expect(letters[0]?.html).toContain('请&lt;b&gt;优先&lt;/b&gt;完成表三。')
    expect(skipped.map(({ unit, because }) => [unit, because.zh])).toEqual([
      ['village', '该单位不在本单位的汇总范围内。'],
      ['nowhere', '该单位不在本单位的汇总范围内。'],
    ])
    expect((await lettersOf('now')).filter(({ kind }) => kind === 'byHand')).toEqual([])
  })

  it('posts once, however often and by however many it is pressed, and is in the log of the return', async () => {
    const pressed = await Promise.all([1, 2, 3].map(() => writeNow('now', ['sibling'], { note: '请抓紧。' })))
    const answers = pressed.map(must)
    expect(answers.flatMap(({ letters }) => letters.map(({ to }) => to))).toEqual(['clerk@office.example'])
    expect(answers.flatMap(({ skipped }) => skipped.map(({ because }) => because.en))).toEqual([
      expect.stringContaining('within the last 4 hours'),
      expect.stringContaining('within the last 4 hours'),
    ])
    await office.system.settle()
    const mails = await arrived('now', '_hand-1-sibling_')
    expect(mails.flatMap(({ to, subject }) => [...to, subject.slice(0, 5)])).toEqual([
      'clerk@office.example',
      '请抓紧报送',
    ])
    const { entries } = must(await coordinator.call('getReturnLog', { path: { round: 'now', unit: 'sibling' } }))
    expect(entries).toMatchObject([
      { what: 'writtenTo', by: { id: 'coordinator' }, facts: { to: ['clerk'], note: '请抓紧。' } },
    ])
  })

  it('waits four hours, then writes again', async () => {
    await moveTo('2020-01-08T13:59:00+08:00')
    expect(must(await writeNow('now', ['sibling'])).letters).toEqual([])
    await moveTo('2020-01-08T14:01:00+08:00')
    expect(must(await writeNow('now', ['sibling'])).letters).toHaveLength(1)
    await office.system.settle()
    expect(await arrived('now', '_hand-2-sibling_')).toHaveLength(1)
  })

  it('leaves alone who has just been written to by the ladder, and who has nobody or has handed in', async () => {
    await moveTo('2020-01-10T09:00:00+08:00')
    await openRound(coordinator, 'fresh', { dueAt, units: ['sibling', 'city'] })
    await moveTo('2020-01-10T09:30:00+08:00')
    expect(must(await writeNow('fresh', ['sibling'])).skipped).toHaveLength(1)
    const { version: base } = must(await clerk.call('getReturn', { path: { round: 'now', unit: 'sibling' } }))
    const path = { round: 'now', unit: 'sibling' }
    const { version } = must(await clerk.call('patchReturn', { path, body: { base, cells: wholeReturn(forms) } }))
    must(await clerk.call('submitReturn', { path, body: { version, signOff } }))
    const { skipped } = must(await writeNow('now', ['sibling']))
    expect(skipped.map(({ because }) => because.zh)).toEqual(['该单位已报送，无需催报。'])
    const below = await coordinator.call('writeNow', {
      path: { round: 'now' },
      query: { unit: 'town' },
      body: { units: ['village'] },
    })
    expect(must(below).skipped.map(({ because }) => because.zh)).toEqual(['该单位没有填报人，请先登记人员。'])
  })

  it('writes to nobody while the round takes no returns', async () => {
    const { letters, skipped } = must(await writeNow('planned', ['sibling']))
    expect([letters, skipped.map(({ because }) => because.zh)]).toEqual([[], ['本轮目前未开放填报。']])
  })

  it('lists several units of one person in one letter', async () => {
    await office.hire('both', { unit: 'village', role: 'reporter' }, { unit: 'town', role: 'reporter' })
    const call = { path: { round: 'now' }, query: { unit: 'town' }, body: { units: ['village', 'town'] } }
    expect(must(await coordinator.call('writeNow', call)).letters).toMatchObject([
      { name: 'both', units: ['town', 'village'] },
    ])
  })
})

describe('a mute', () => {
  const path = { round: 'quiet', unit: 'sibling' }
  const mute = (reason: string) => coordinator.call('putMute', { path, body: { reason } })
  const steps = async () => (await lettersOf('quiet')).map(({ kind }) => kind)
  const recipients = async () => {
    const { plan } = must(await coordinator.call('getReminders', { path: { round: 'quiet' } }))
    return plan.flatMap((one) => one.recipients.map(({ name }) => name))
  }

  it('silences the ladder for the unit, with a reason and who gave it, and the log says so', async () => {
    await moveTo('2020-01-13T10:00:00+08:00')
    await openRound(coordinator, 'quiet', { dueAt, units: ['sibling'] })
    expect(await recipients()).toContain('clerk')
    expect(must(await mute('在建')).muted).toMatchObject({ reason: '在建', by: { id: 'coordinator' } })
    await moveTo('2020-01-13T10:30:00+08:00')
    expect(await steps()).toEqual([])
    expect(await recipients()).toEqual([])
    const { entries } = must(await coordinator.call('getReturnLog', { path }))
    expect(entries).toMatchObject([{ what: 'muted', facts: { reason: '在建' } }])
  })

  it('does not keep the coordinator from writing by hand, nor a returned return from its letter', async () => {
    expect(must(await writeNow('quiet', ['sibling'], { note: '请来电。' })).letters).toHaveLength(1)
    /* Before the unit hands in: then the reminder would be untrue. */
    await office.system.settle()
    const { version } = must(await clerk.call('patchReturn', { path, body: { base: 0, cells: wholeReturn(forms) } }))
    must(await clerk.call('submitReturn', { path, body: { version, signOff } }))
    const body = { revision: 1, decision: 'sendBack', reason: '请核对。' } as const
    must(await coordinator.call('reviewReturn', { path, body }))
    await office.system.settle()
    const sent = (await lettersOf('quiet')).filter(({ state }) => state === 'sent' || state === 'delivered')
    expect(sent.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['byHand', 'sentBack']))
  })

  it('is lifted once', async () => {
    must(await coordinator.call('deleteMute', { path }))
    expect(await coordinator.call('deleteMute', { path })).toMatchObject({ status: 404 })
    expect(await recipients()).toContain('clerk')
  })

  it('asks for a reason', async () => {
    expect(await mute(' ')).toMatchObject({ status: 422 })
  })
})
