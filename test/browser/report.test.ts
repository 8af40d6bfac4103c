/* The report as its coordinator and its leader meet it: totals, where they come from, texts, publishing. */
/// <reference lib="dom" />
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { must } from '../../local/api-client.ts'
import { type City, openCity } from './city-season.ts'
import { axeFindings, type FrontDoor, openFrontDoor } from './front-door.ts'

let door: FrontDoor
let city: City
const coordinator = 'coordinator@office.example'
const leader = 'leader@office.example'
beforeAll(async () => {
  door = await openFrontDoor()
  city = await openCity(door)
})
const season = async (round: string): Promise<string> => `${door.system.url}${await city.season(round)}/report`
afterAll(() => door.stop())
afterEach(() => {
  expect(door.complaints()).toEqual([])
})

const shown = async (page: Page, url: string): Promise<void> => {
  await page.goto(url)
  await page.getByRole('heading', { level: 1, name: /汇总报告|report/ }).waitFor()
  await page.waitForLoadState('networkidle')
}
const figure = (page: Page, cell: string) => page.locator(`[id="figure-${cell}"] button`)

describe('the report', () => {
  it('says who is in it, and leads from a figure to the units, by keyboard', async () => {
    const url = await season('sources')
    const { page, context } = await door.visit(coordinator, '/')
    await shown(page, url)
    await page.getByText('2 / 3').waitFor()
    await page.getByText('有 1 个单位未报送').waitFor()
    const penalties = figure(page, 'proactive.penalties.decisions')
    expect(await penalties.textContent()).toBe('43')
    await penalties.focus()
    await page.keyboard.press('Enter')
    const sources = page.locator('.sources')
    await sources.getByRole('row', { name: /sibling公安局.*31/ }).waitFor()
    expect(await sources.getByRole('row', { name: /city公安局.*12.*第 1 次/ }).count()).toBe(1)
    expect(await penalties.getAttribute('aria-expanded')).toBe('true')
    await context.close()
  })

  it('takes a paragraph of a unit over and keeps whose it was', async () => {
    const url = await season('texts')
    const { page, context } = await door.visit(coordinator, '/')
    await shown(page, url)
    await page.getByRole('button', { name: '取用 sibling公安局第 2 段' }).first().click()
    await page.getByText('正文含有取自以下单位的段落：sibling公安局').waitFor()
    await page.getByRole('button', { name: '保存正文' }).first().click()
    await page.getByText('已保存').waitFor()
    await shown(page, url)
    expect(await page.getByLabel('汇总报告正文：一、总体情况').inputValue()).toBe('全年公开信息。')
    await context.close()
  })

  it('shows the second of two coordinators what the first has written, and loses neither', async () => {
    const url = await season('two')
    const first = await door.visit(coordinator, '/')
    const second = await door.visit('colleague@office.example', '/')
    await shown(first.page, url)
    await shown(second.page, url)
    const text = (page: Page) => page.getByLabel('汇总报告正文：一、总体情况')
    const save = (page: Page) => page.getByRole('button', { name: '保存正文' }).first().click()
    await text(first.page).fill('甲写的。')
    await text(second.page).fill('乙写的。')
    await save(first.page)
    await first.page.getByText('已保存').waitFor()
    await save(second.page)
    const said = second.page.getByRole('alert').filter({ hasText: '甲写的。' })
    await said.waitFor()
    expect(await text(second.page).inputValue()).toBe('乙写的。')
    await save(second.page)
    await second.page.getByText('已保存').waitFor()
    await shown(first.page, url)
    expect(await text(first.page).inputValue()).toBe('乙写的。')
    await first.context.close()
    await second.context.close()
    /* A refused save is a 409, and a browser logs that. */
    expect(door.complaints().filter((complaint) => !complaint.includes('409'))).toEqual([])
  })

  it('is published once the missing are named, and corrected as a second edition', async () => {
    const url = await season('published')
    const api = await door.office.as(coordinator)
    must(await api.call('closeRound', { path: { round: 'published' }, body: {} }))
    const { page, context } = await door.visit(coordinator, '/')
    await shown(page, url)
    const publish = page.getByRole('button', { name: '发布汇总报告' })
    expect(await publish.isDisabled()).toBe(true)
    await page.getByLabel(/已知下列单位未报送.*county公安局/).check()
    await publish.click()
    await page.getByText(/已发布第 1 版（校验值/).waitFor()
    await page.getByRole('button', { name: '发布第 2 版' }).waitFor()
    await context.close()
  })

  it('is read by a leader, who changes nothing', async () => {
    const url = await season('leader')
    const { page, context } = await door.visit(leader, '/')
    await shown(page, url)
    expect(await page.locator('textarea').count()).toBe(0)
    expect(await page.getByRole('button', { name: /保存|取用|发布/ }).count()).toBe(0)
    await figure(page, 'proactive.penalties.decisions').click()
    await page.locator('.sources').getByRole('row', { name: /31/ }).waitFor()
    await context.close()
  })

  it('is printed with its figures, within the sheet, without what only a screen needs', async () => {
    const url = await season('printed')
    const { page, context } = await door.visit(leader, '/')
    await shown(page, url)
    await page.emulateMedia({ media: 'print' })
    /* A4 less its margins, at 96 points an inch. */
    await page.setViewportSize({ width: 672, height: 980 })
    expect(await figure(page, 'proactive.penalties.decisions').textContent()).toBe('43')
    expect(await page.getByText('汇总范围：', { exact: false }).first().isVisible()).toBe(true)
    for (const unwanted of ['下载 Word', '打印', '退出'])
      expect(await page.getByRole('button', { name: unwanted }).filter({ visible: true }).count(), unwanted).toBe(0)
    expect(await page.getByRole('navigation').filter({ visible: true }).count()).toBe(0)
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    expect(wide).toBe(0)
    await context.close()
  })

  it.each([1280, 375, 360])('has nothing that axe finds against it, in both languages, at %i px', async (width) => {
    const url = await season(`axe-${width}`)
    const { page, context } = await door.visit(coordinator, '/', { width })
    await shown(page, url)
    await figure(page, 'proactive.penalties.decisions').click()
    await page.locator('.sources table').waitFor()
    expect(await axeFindings(page)).toEqual([])
    await page.getByRole('button', { name: 'English' }).click()
    await page.getByRole('heading', { level: 1, name: /· report/ }).waitFor()
    expect(await axeFindings(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)
    await context.close()
  })
})
