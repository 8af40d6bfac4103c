/*
 * A report is published: its news goes to those who lead, and it stands in the archive for everybody above its unit and
 * for nobody beside it. Reports of years before come in by import.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Api, must } from '../local/api-client.ts'
import type { Cells } from '../shared/form/cells.ts'
import { type Office, openOffice, openRound, signOff, wholeReturn } from './over-http.ts'

const forms = ['ogi-2019']
const cell = 'proactive.penalties.decisions'
const round = { path: { round: 'first' } }
const place = { path: { round: 'first', unit: 'sibling' } }

let office: Office
let coordinator: Api
let chief: Api
let sister: Api
let clerk: Api

beforeAll(async () => {
  office = await openOffice({ only: ['returns', 'rounds', 'reports', 'documents', 'roll-up'] })
  coordinator = await office.as('coordinator@office.example')
  await office.hire('leader', { unit: 'city', role: 'leader' })
  chief = await office.as(await office.hire('chief', { unit: 'province', role: 'leader' }))
  sister = await office.as(await office.hire('sister', { unit: 'other', role: 'coordinator' }))
  clerk = await office.as(await office.hire('clerk', { unit: 'sibling', role: 'reporter' }))
})
afterAll(async () => office?.stop())

const handIn = async (cells: Cells, revision: number) => {
  const { version: base } = must(await clerk.call('getReturn', place))
  const saved = must(await clerk.call('patchReturn', { ...place, body: { base, cells } }))
  const reasons = saved.checks
    .filter((finding) => finding.class === 'B' || finding.class === 'C')
    .map(({ check, cells: [at = ''] }) => ({ check, cell: at, text: '已核对，确实如此。' }))
  const { version } = must(
    await clerk.call('patchReturn', { ...place, body: { base: saved.version, cells: {}, reasons } }),
  )
  must(await clerk.call('submitReturn', { ...place, body: { version, signOff } }))
  must(await coordinator.call('reviewReturn', { ...place, body: { revision, decision: 'accept' } }))
  await office.system.settle()
}
const write = async (base: number, text: string) =>
  must(await coordinator.call('patchReport', { ...round, body: { base, cells: { 'overview.text': text } } }))
const newsTo = async (email: string) =>
  (await office.system.mail()).filter(({ key, to }) => key.includes('_published-city_') && to.includes(email))
const find = async (api: Api, query: Readonly<Record<string, string>> = {}) =>
  must(await api.call('listReports', { query }))
const importYear = (unit: string, year: number, text: string, count: number) =>
  coordinator.call('putHistory', {
    path: { year: String(year), unit },
    body: {
      form: 'ogi-2019',
      scope: 'report',
      source: '已公布的年度报告',
      cells: { 'overview.text': text, [cell]: count },
    },
  })

describe('the news of a publication', () => {
  it('is in the mailbox of leaders and coordinators, with the summary and the PDF', async () => {
    await openRound(coordinator, 'first', { forms, units: ['sibling'], title: '2019年度报告' })
    await handIn({ ...wholeReturn(forms), [cell]: 31 }, 1)
    must(await coordinator.call('closeRound', { ...round, body: {} }))
    await write(0, '全市公开行政处罚案件31件。')
    must(await coordinator.call('publishReport', { ...round, body: {} }))
    await office.system.settle()
    for (const email of ['leader@office.example', 'coordinator@office.example']) {
      const [news, ...more] = await newsTo(email)
      expect(more).toEqual([])
      expect(news?.subject).toContain('报告已发布：2019年度报告')
      expect(news?.text).toContain('1 个单位全部报送')
      expect(news?.text).toContain('/rounds/first/summary?unit=city')
      expect(news?.attachments).toEqual([expect.stringMatching(/\.pdf$/)])
    }
    expect(await newsTo('clerk@office.example')).toEqual([])
  })

  it('says of the second edition what has changed', async () => {
    const body = { reason: '漏报。', dueAt: '2020-03-01T00:00:00+08:00' }
    must(await coordinator.call('reopenReturn', { ...place, body }))
    await handIn({ [cell]: 42 }, 2)
    await write(1, '全市公开行政处罚案件42件。')
    must(await coordinator.call('publishReport', { ...round, body: {} }))
    await office.system.settle()
    const news = (await newsTo('leader@office.example')).find(({ subject }) => subject.includes('第 2 版'))
    expect(news?.text).toMatch(/行政处罚.*\n {4}31 → 42/)
    expect(news?.text).toContain('文字有改动')
    expect(news?.attachments).toHaveLength(1)
  })
})

describe('the archive', () => {
  it('holds the newest edition, for the unit and for who stands above it', async () => {
    for (const api of [coordinator, chief]) {
      const { reports } = await find(api, { text: '行政处罚案件' })
      expect(reports).toMatchObject([
        { unit: 'city', year: 2019, published: { round: 'first', edition: 2 }, hits: [{ after: '42件。' }] },
      ])
    }
    expect((await find(coordinator, { text: '31件' })).reports).toEqual([])
  })

  it('shows nothing to who stands beside or below, and does not say that there is something', async () => {
    expect(await find(sister)).toEqual({ reports: [], read: 0 })
    expect(await find(clerk)).toEqual({ reports: [], read: 0 })
    expect(await sister.call('listReports', { query: { unit: 'city' } })).toMatchObject({
      problem: { code: 'notFound' },
    })
    expect(await sister.call('getReportYears', { path: { unit: 'city' } })).toMatchObject({ ok: false })
  })

  it('takes reports of earlier years in by import, and those of an own return not', async () => {
    must(await importYear('city', 2018, '本年平稳。', 30))
    const own = { form: 'ogi-2019', scope: 'own' as const, source: '台账', cells: { 'overview.text': '本级平稳。' } }
    must(await coordinator.call('putHistory', { path: { year: '2018', unit: 'sibling' }, body: own }))
    expect((await find(coordinator)).reports.map(({ year, source }) => [year, source])).toEqual([
      [2019, undefined],
      [2018, '已公布的年度报告'],
    ])
    expect((await find(clerk)).reports).toEqual([])
  })

  it('narrows by year and unit, and asks for all words', async () => {
    must(await importYear('county', 2018, '县局平稳，微博一个。', 5))
    const units = async (query: Readonly<Record<string, string>>) =>
      (await find(coordinator, query)).reports.map(({ unit, year }) => `${unit} ${year}`)
    expect(await units({ year: '2018' })).toEqual(['county 2018', 'city 2018'])
    expect(await units({ unit: 'county' })).toEqual(['county 2018'])
    expect(await units({ text: '平稳　微博' })).toEqual(['county 2018'])
    expect(await units({ text: '平稳 网站' })).toEqual([])
    expect((await coordinator.call('listReports', { query: { year: '二〇一九' } })).ok).toBe(false)
    expect((await coordinator.call('listReports', { query: { after: 'LOG#1' } })).ok).toBe(false)
  })

  it('answers page by page, each report once', async () => {
    for (let year = 2100; year < 2165; year += 1) must(await importYear('town', year, `第${year}年。`, 1))
    const seen: string[] = []
    let after: string | undefined
    do {
      const page = await find(coordinator, after === undefined ? {} : { after })
      expect(page.read).toBeLessThanOrEqual(30)
      seen.push(...page.reports.map(({ unit, year }) => `${unit} ${year}`))
      after = page.after
    } while (after !== undefined)
    expect(seen).toHaveLength(68)
    expect(new Set(seen).size).toBe(68)
    expect(seen[0]).toBe('town 2164')
    expect(await find(coordinator, { text: '第2100年' })).toMatchObject({
      reports: [],
      read: 30,
      after: expect.any(String),
    })
  })

  it('tells a figure over the years, published and imported', async () => {
    const answer = must(await coordinator.call('getReportYears', { path: { unit: 'city' }, query: { cell } }))
    expect(answer.years).toEqual([
      { year: 2018, value: 30 },
      { year: 2019, value: 42 },
    ])
    expect(answer.chart.svg).toContain('<svg')
    const none = await coordinator.call('getReportYears', { path: { unit: 'city' }, query: { cell: 'overview.text' } })
    expect(none).toMatchObject({ ok: false, problem: { code: 'notFound' } })
  })
})
