/* The board as a coordinator and a leader meet it: live, filtered, by keyboard, on a phone, in both languages. */
/// <reference lib="dom" />
import { readFileSync } from 'node:fs'
import ExcelJS from 'exceljs'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type Api, must } from '../../local/api-client.ts'
import { openRound, signOff } from '../over-http.ts'
import { forms } from './fill-in.ts'
import { axeFindings, type FrontDoor, openFrontDoor } from './front-door.ts'
import { wholeReturn } from './office-day.ts'

let door: FrontDoor
let coordinator: Api
let clerk: Api
const chief = 'coordinator@office.example'
const title = '2019年度政府信息公开工作年度报告'

beforeAll(async () => {
  door = await openFrontDoor()
  coordinator = await door.office.as(chief)
  clerk = await door.office.as(await door.office.hire('han', { unit: 'sibling', role: 'reporter' }))
  await door.office.hire('ju', { unit: 'city', role: 'leader' })
})
afterAll(() => door?.stop())
afterEach(() => {
  expect(door.complaints()).toEqual([])
})

let rounds = 0
const opened = async () => {
  rounds += 1
  const round = `board-${rounds}`
  await openRound(coordinator, round, { forms, title })
  return { round, path: `/rounds/${round}/board`, place: { round, unit: 'sibling' } }
}
const handIn = async (place: { round: string; unit: string }) => {
  const { version } = must(await clerk.call('patchReturn', { path: place, body: { base: 0, cells: wholeReturn } }))
  const seen = must(await clerk.call('getReturn', { path: place }))
  const reasons = seen.checks
    .filter((finding) => finding.class === 'C' || finding.class === 'B')
    .map(({ check, cells: [cell = ''] }) => ({ check, cell, text: '已核对，确实如此。' }))
  const saved = must(await clerk.call('patchReturn', { path: place, body: { base: version, cells: {}, reasons } }))
  must(await clerk.call('submitReturn', { path: place, body: { version: saved.version, signOff } }))
}
const rowOf = (page: Page, unit: string) => page.locator(`tr[data-unit=${unit}]`)
const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)

describe('the board', () => {
  it('shows every unit, and what has been handed in meanwhile as soon as somebody looks again', async () => {
    const { path, place } = await opened()
    const { page, context } = await door.visit(chief, path)
    await page.getByRole('heading', { level: 1, name: `${title} · 报送进度` }).waitFor()
    await page.getByText('共 3 个单位，其中 0 个已通过').waitFor()
    expect(await rowOf(page, 'sibling').textContent()).toContain('未开始')
    await page.getByRole('list', { name: '催报安排' }).waitFor()
    await handIn(place)
    const asked = page.waitForResponse((answer) => answer.url().endsWith('/board'))
    await page.evaluate(() => window.dispatchEvent(new Event('focus')))
    expect((await asked).status()).toBe(200)
    await rowOf(page, 'sibling').getByText('已报送').waitFor()
    /* Nothing new: nothing is sent, and what is open stays. */
    await page.getByLabel('查找单位、人员或电话').fill('sib')
    const again = page.waitForResponse((answer) => answer.url().endsWith('/board'))
    await page.evaluate(() => window.dispatchEvent(new Event('focus')))
    expect((await again).status()).toBe(304)
    expect(await page.getByLabel('查找单位、人员或电话').inputValue()).toBe('sib')
    await page.getByRole('link', { name: '审核下一份' }).waitFor()
    await context.close()
  })

  it('is filtered and sorted, keeps that in the address, and finds it again on the way back', async () => {
    const { path } = await opened()
    const { page, context } = await door.visit(chief, path)
    await page.getByLabel('查找单位、人员或电话').fill('han')
    await page.getByText('显示 1 / 3 个单位').waitFor()
    expect(await page.locator('tbody tr:visible').count()).toBe(1)
    await page.getByRole('button', { name: '显示全部' }).click()
    await page.getByRole('combobox', { name: '显示' }).selectOption('accepted')
    await page.getByText('没有符合条件的单位').waitFor()
    await page.getByRole('combobox', { name: '显示' }).selectOption('missing')
    await page.getByRole('button', { name: '单位', exact: true }).click()
    await page.getByRole('button', { name: '单位', exact: true }).click()
    expect(await page.getByRole('columnheader', { name: '单位' }).getAttribute('aria-sort')).toBe('descending')
    expect(page.url()).toMatch(/state=missing&sort=-unit$/)
    const order = () => page.locator('tbody tr').evaluateAll((rows) => rows.map((row) => row.getAttribute('data-unit')))
    expect(await order()).toEqual(['sibling', 'county', 'city'])
    await page.getByRole('link', { name: 'sibling公安局' }).click()
    await page.waitForURL(/returns\/sibling/)
    await page.goBack()
    await page.getByText('显示 3 / 3 个单位').waitFor()
    expect(await page.getByRole('combobox', { name: '显示' }).inputValue()).toBe('missing')
    expect(await order()).toEqual(['sibling', 'county', 'city'])
    await context.close()
  })

  it('gives the list of the missing to paste, and the whole as a file', async () => {
    const { path } = await opened()
    const { page, context } = await door.visit(chief, path)
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.getByRole('button', { name: '复制未报名单' }).click()
    await page.getByText('已复制 3 个未报单位的名单').waitFor()
    const copied = await page.evaluate(() => navigator.clipboard.readText())
    expect(copied).toContain('未报送单位 3 个')
    expect(copied).toMatch(/sibling公安局：han 无电话/)
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '下载 Excel' }).click(),
    ])
    expect(download.suggestedFilename()).toBe(`${title} 报送进度.xlsx`)
    const book = new ExcelJS.Workbook()
    await book.xlsx.load(new Uint8Array(readFileSync(await download.path())).buffer)
    expect(book.worksheets[0]?.rowCount).toBe(4)
    await context.close()
  })

  it('extends and mutes by keyboard alone, says what is refused, and takes both back', async () => {
    const { path } = await opened()
    const { page, context } = await door.visit(chief, path)
    const act = rowOf(page, 'sibling').getByRole('button', { name: /^办理/ })
    await act.focus()
    await page.keyboard.press('Enter')
    expect(await act.getAttribute('aria-expanded')).toBe('true')
    const grant = page.getByRole('button', { name: '批准延期' })
    await grant.focus()
    await page.keyboard.press('Enter')
    await page.getByRole('alert').getByText('请选择日期').waitFor()
    await page.getByLabel('延至（日期）').fill('2020-01-10')
    await page.locator('input[name=reason]').fill('负责人外出培训')
    await page.keyboard.press('Enter')
    /* The server's own words: before the due moment of the round. */
    await page
      .locator('.board-form .problem')
      .getByText(/期限|截止/)
      .waitFor()
    expect(await page.locator('input[name=reason]').inputValue()).toBe('负责人外出培训')
    await page.getByLabel('延至（日期）').fill('2020-02-10')
    await page.keyboard.press('Tab')
    await page.locator('input[name=reason]').focus()
    await page.keyboard.press('Enter')
    await page.getByText('已批准sibling公安局延期').waitFor()
    await rowOf(page, 'sibling').getByText('2020年2月10日').waitFor()
    await rowOf(page, 'sibling').getByText('延期：负责人外出培训').waitFor()
    await page.getByRole('button', { name: '撤销延期' }).click()
    await page.getByText('已撤销sibling公安局的延期').waitFor()
    await rowOf(page, 'sibling').getByText('负责人外出培训').waitFor({ state: 'detached' })
    await page.locator('input[name=mute-reason]').fill('=已电话说好')
    await page.keyboard.press('Enter')
    await rowOf(page, 'sibling').getByText('已暂停催报').waitFor()
    await page.getByRole('button', { name: '恢复催报' }).click()
    await rowOf(page, 'sibling').getByText('已暂停催报').waitFor({ state: 'detached' })
    expect(door.complaints().filter((said) => !said.includes('422') && !said.includes('409'))).toEqual([])
    await context.close()
  })

  it('writes now to chosen units: letters are read first, and who is skipped is named with the reason', async () => {
    const { path } = await opened()
    const { page, context } = await door.visit(chief, path)
    await page.getByRole('checkbox', { name: '选择全部显示的未报单位' }).check()
    await page.getByText('已选 2 个单位').waitFor()
    await page.getByRole('button', { name: '立即催报' }).click()
    await page.getByText('将发出 1 封信').waitFor()
    await page.getByLabel('附言').fill('明天上午开会前请报送。')
    await page.getByRole('button', { name: '更新预览' }).click()
    await page.locator('.board-letter').getByText('明天上午开会前请报送').waitFor()
    await page.getByText('city公安局：该单位没有填报人').waitFor()
    await page.getByRole('button', { name: '发送 1 封' }).click()
    await page.locator('.board-writing').getByText('已发送 1 封提醒').waitFor()
    await page.getByRole('button', { name: '收起' }).click()
    await rowOf(page, 'sibling').getByText('1 次').waitFor()
    await page.getByRole('checkbox', { name: '选择sibling公安局' }).check()
    await page.getByRole('button', { name: '立即催报' }).click()
    await page.getByText(/sibling公安局：4 小时内已向该单位发送过提醒/).waitFor()
    expect(await page.getByRole('button', { name: /^发送/ }).count()).toBe(0)
    await context.close()
  })

  it('leads to the board of a unit that collects below', async () => {
    const { path } = await opened()
    const { page, context } = await door.visit(chief, path)
    await page.getByRole('link', { name: 'county公安局' }).click()
    await page.waitForURL(/board\?unit=county$/)
    await rowOf(page, 'town').waitFor()
    await context.close()
  })

  it('is read only for a leader', async () => {
    const { path } = await opened()
    const { page, context } = await door.visit('ju@office.example', path)
    await rowOf(page, 'sibling').waitFor()
    expect(await page.getByRole('button', { name: /办理|立即催报/ }).count()).toBe(0)
    expect(await page.getByRole('checkbox').count()).toBe(0)
    await context.close()
  })

  it.each([1280, 375])('has nothing that axe finds against it at %i px, in both languages', async (width) => {
    const { path, place } = await opened()
    await handIn(place)
    const { page, context } = await door.visit(chief, path, { width })
    for (const language of ['zh', 'en']) {
      /* Chosen either way: the language follows the person from one visit to the next. */
      await page.getByRole('button', { name: language === 'en' ? 'English' : '中文' }).click()
      await page.getByRole('heading', { level: 1, name: language === 'en' ? /Progress/ : /报送进度/ }).waitFor()
      await rowOf(page, 'city')
        .getByRole('button', { name: /办理|Actions/ })
        .click()
      await page.getByRole('button', { name: /^(立即催报|Write now)$/ }).click()
      await page.locator('.board-writing h3').first().waitFor()
      expect(await axeFindings(page), language).toEqual([])
      await page.setViewportSize({ width: Math.min(width, 360) === 360 ? 360 : width, height: 740 })
      expect(await overflow(page)).toBeLessThanOrEqual(0)
      await page.setViewportSize({ width, height: 740 })
      await page.getByRole('button', { name: /^(取消|Cancel)$/ }).click()
      await rowOf(page, 'city')
        .getByRole('button', { name: /办理|Actions/ })
        .click()
    }
    await context.close()
  })
})
