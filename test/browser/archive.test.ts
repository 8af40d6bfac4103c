/* Past reports as a leader meets them: found by words in their text, shown in their sentence, figures over the years. */
/// <reference lib="dom" />
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { must } from '../../local/api-client.ts'
import { openRound, signOff, wholeReturn } from '../over-http.ts'
import { forms } from './fill-in.ts'
import { axeFindings, type FrontDoor, openFrontDoor } from './front-door.ts'

let door: FrontDoor
const leader = 'leader@office.example'

const imported = (year: number, text: string, count: number) => ({
  path: { year: String(year), unit: 'city' },
  body: {
    form: 'ogi-2019',
    scope: 'report' as const,
    source: `${year}年度政府信息公开工作年度报告（已公布）`,
    cells: { 'overview.text': text, 'proactive.penalties.decisions': count },
  },
})

beforeAll(async () => {
  door = await openFrontDoor()
  await door.office.hire('leader', { unit: 'city', role: 'leader' })
  const api = await door.office.as('coordinator@office.example')
  must(await api.call('putHistory', imported(2017, '本年平稳，未开展专项工作。', 20)))
  must(await api.call('putHistory', imported(2018, '总体平稳。本年公开行政处罚案件情况良好。网站改版完成。', 30)))
  await openRound(api, 'report-2019', { forms, units: ['sibling'], title: '2019年度报告' })
  const path = { round: 'report-2019', unit: 'sibling' }
  const cells = { ...wholeReturn(forms), 'proactive.penalties.decisions': 42 }
  const { version: base } = must(await api.call('getReturn', { path }))
  const saved = must(await api.call('patchReturn', { path, body: { base, cells } }))
  const reasons = saved.checks
    .filter((finding) => finding.class === 'B' || finding.class === 'C')
    .map(({ check, cells: [cell = ''] }) => ({ check, cell, text: '已核对，确实如此。' }))
  const { version } = must(await api.call('patchReturn', { path, body: { base: saved.version, cells: {}, reasons } }))
  must(await api.call('submitReturn', { path, body: { version, signOff } }))
  must(await api.call('reviewReturn', { path, body: { revision: 1, decision: 'accept' } }))
  await door.system.settle()
  const round = { path: { round: 'report-2019' } }
  must(await api.call('closeRound', { ...round, body: {} }))
  const own = { 'overview.text': '全市依法公开行政处罚42件。\n政务新媒体运行平稳。' }
  must(await api.call('patchReport', { ...round, body: { base: 0, cells: own } }))
  must(await api.call('publishReport', { ...round, body: {} }))
})
afterAll(() => door.stop())
afterEach(() => {
  expect(door.complaints()).toEqual([])
})

describe('past reports', () => {
  it('are listed with the latest year first, published and imported side by side', async () => {
    const { page, context } = await door.visit(leader, '/rounds')
    await page.getByRole('link', { name: '历年报告' }).click()
    await page.getByText('共列出 3 份报告').waitFor()
    expect(await page.getByRole('heading', { level: 2 }).allTextContents()).toEqual([
      '2019年度 · city公安局',
      '2018年度 · city公安局',
      '2017年度 · city公安局',
    ])
    await page.getByText('2019年度报告 · 第 1 版').waitFor()
    await page.getByText('补录，来源：2018年度政府信息公开工作年度报告（已公布）').waitFor()
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: '下载 Word' }).click()
    expect((await download).suggestedFilename()).toMatch(/\.docx$/)
    await context.close()
  })

  it('are found by words inside longer ones, shown in their sentence, by keyboard alone', async () => {
    const { page, context } = await door.visit(leader, '/reports')
    await page.getByLabel('正文中的词语').focus()
    await page.keyboard.type('行政处罚')
    await page.keyboard.press('Enter')
    await page.getByText('已查找 3 份报告，找到 2 份').waitFor()
    expect(await page.locator('.report-hits li').allTextContents()).toEqual([
      expect.stringContaining('：全市依法公开行政处罚42件。'),
      expect.stringContaining('：本年公开行政处罚案件情况良好。'),
    ])
    expect(await page.locator('mark').allTextContents()).toEqual(['行政处罚', '行政处罚'])
    await page.getByLabel('年度').fill('２０１８')
    await page.keyboard.press('Enter')
    await page.getByText('已查找 1 份报告，找到 1 份').waitFor()
    await page.goBack()
    await page.getByText('已查找 3 份报告，找到 2 份').waitFor()
    await context.close()
  })

  it('say what is wrong with a year, and when nothing is like that', async () => {
    const { page, context } = await door.visit(leader, '/reports')
    await page.getByLabel('年度').fill('去年')
    await page.getByRole('button', { name: '查找' }).click()
    await page.getByText('请输入四位年份').waitFor()
    expect(await page.getByLabel('年度').inputValue()).toBe('去年')
    await page.getByLabel('年度').fill('2012')
    await page.getByRole('button', { name: '查找' }).click()
    await page.getByText('没有符合条件的报告').waitFor()
    await page.getByRole('button', { name: '清除条件' }).click()
    await page.getByText('共列出 3 份报告').waitFor()
    await context.close()
  })

  it('show a figure over the years with its chart', async () => {
    const { page, context } = await door.visit(leader, '/reports')
    await page.getByRole('link', { name: /历年数据.*2019/ }).click()
    await page.getByLabel('指标').selectOption('proactive.penalties.decisions')
    await page.getByRole('img', { name: /行政处罚/ }).waitFor()
    expect(await page.locator('.report-years tbody tr').allTextContents()).toEqual([
      '2017年度20',
      '2018年度30',
      '2019年度42',
    ])
    await context.close()
  })

  it.each([1280, 375, 360])('have nothing that axe finds against them, in both languages, at %i px', async (width) => {
    const { page, context } = await door.visit(leader, `/reports?text=${encodeURIComponent('行政处罚')}`, { width })
    const isWithin = () =>
      page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth).then((over) => over <= 0)
    const look = async (name: string) => {
      expect(await axeFindings(page)).toEqual([])
      expect(await isWithin()).toBe(true)
      const folder = process.env['HUIBAO_PICTURES']
      if (folder !== undefined) await page.screenshot({ path: `${folder}/${name}-${width}.png`, fullPage: true })
    }
    await page.locator('mark').first().waitFor()
    await look('reports')
    await page.getByRole('button', { name: 'English' }).click()
    await page.getByRole('heading', { level: 1, name: 'Past reports' }).waitFor()
    await look('reports-en')
    await page.goto(`${door.system.url}/reports/units/city?cell=proactive.penalties.decisions`)
    await page.locator('.report-chart svg').waitFor()
    await look('years-en')
    await page.getByRole('button', { name: '中文' }).click()
    await page.getByRole('heading', { level: 1, name: /历年数据/ }).waitFor()
    await look('years')
    await context.close()
  })
})
