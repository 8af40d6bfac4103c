/* The leader's page in a real browser: one screen, one printed page, one column on a phone (product D4). */
/// <reference lib="dom" />
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openCity } from './city-season.ts'
import { axeFindings, type FrontDoor, openFrontDoor } from './front-door.ts'

let door: FrontDoor
let round: string
const leader = 'leader@office.example'
beforeAll(async () => {
  door = await openFrontDoor()
  round = await (await openCity(door)).season('summed')
})
afterAll(() => door.stop())
afterEach(() => {
  expect(door.complaints()).toEqual([])
})

const atSummary = async (width: number) => {
  const visitor = await door.visit(leader, `${round}/summary`, { width })
  await visitor.page.getByRole('heading', { level: 1, name: /领导摘要/ }).waitFor()
  await visitor.page.waitForLoadState('networkidle')
  return visitor
}
/* Each page of a PDF is an object of its own. */
const pagesIn = (pdf: Buffer): number => pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0
const widerThanPage = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)

describe('the summary', () => {
  it('says on one screen who is in, what matters, what is missing, and leads to where figures come from', async () => {
    const { page, context } = await atSummary(1280)
    await page.getByText('3 个单位中已汇总 2 个').waitFor()
    await page.getByText('43', { exact: true }).first().waitFor()
    await page.getByText(/尚未报送：county公安局/).waitFor()
    await page.getByRole('link', { name: '查看汇总报告' }).click()
    await page.getByRole('heading', { level: 1, name: /汇总报告/ }).waitFor()
    await context.close()
  })

  it('has for each chart a text that says what it shows, and its table behind it', async () => {
    const { page, context } = await atSummary(1280)
    const charts = page.locator('.summary-cards section').filter({ has: page.locator('svg') })
    const count = await charts.count()
    expect(count).toBeGreaterThanOrEqual(2)
    for (let at = 0; at < count; at += 1) {
      const chart = charts.nth(at)
      const drawing = chart.getByRole('img')
      const name = (await drawing.getAttribute('aria-label')) ?? (await drawing.locator('title').textContent()) ?? ''
      expect(name.length).toBeGreaterThan(4)
      await chart.locator('summary').click()
      const bars = await chart.getByRole('row').count()
      expect(bars).toBeGreaterThan(0)
      const figures = await chart.getByRole('cell').allTextContents()
      const drawn = await drawing.textContent()
      for (const figure of figures) expect(drawn).toContain(figure.trim())
    }
    await context.close()
  })

  it('prints on one A4 page, without what only a screen needs', async () => {
    const { page, context } = await atSummary(1280)
    const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true, printBackground: true })
    expect(pagesIn(pdf)).toBe(1)
    await page.emulateMedia({ media: 'print' })
    expect(await page.getByRole('button', { name: '打印一页' }).isVisible()).toBe(false)
    expect(await page.getByRole('navigation').first().isVisible()).toBe(false)
    expect(await page.getByText(/尚未报送：county公安局/).isVisible()).toBe(true)
    await context.close()
  })

  it('gives its files: the report at hand, the other formats on demand', async () => {
    const { page, context } = await atSummary(1280)
    const taken = async (name: string): Promise<string> => {
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name, exact: true }).click(),
      ])
      return file.suggestedFilename()
    }
    expect(await taken('下载 Word')).toMatch(/city公安局2019年度.*\.docx$/)
    await page.getByText('其他格式、与上年对比').click()
    expect(await taken('下载开放数据 JSON')).toMatch(/\.json$/)
    await page.getByRole('button', { name: '对比：Word' }).click()
    await page.getByText('系统中没有 2018 年度的数据，无法对比。').waitFor()
    door.complaints()
    await context.close()
  })

  it.each([1280, 375, 360])('has nothing that axe finds against it, in both languages, at %i px', async (width) => {
    const { page, context } = await atSummary(width)
    await page.getByText('其他格式、与上年对比').click()
    expect(await axeFindings(page)).toEqual([])
    expect(await widerThanPage(page)).toBe(false)
    if (width < 500) {
      const cards = await page
        .locator('.summary-cards section')
        .evaluateAll((all) => all.map((one) => Math.round(one.getBoundingClientRect().left)))
      expect(new Set(cards).size).toBe(1)
    }
    await page.getByRole('button', { name: 'English' }).click()
    await page.getByRole('heading', { level: 1, name: /summary/i }).waitFor()
    expect(await axeFindings(page)).toEqual([])
    expect(await widerThanPage(page)).toBe(false)
    await page.getByRole('button', { name: '中文' }).click()
    await context.close()
  })
})
