/* The appraisal as a coordinator and a leader meet it: sorted, taken as files, printed, empty, and with nobody late. */
/// <reference lib="dom" />
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { unzipSync } from 'fflate'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type Api, must } from '../../local/api-client.ts'
import { instant } from '../../shared/time.ts'
import { openRound, signOff, tree, unitOf, wholeReturn } from '../over-http.ts'
import { axeFindings, type FrontDoor, openFrontDoor } from './front-door.ts'

const forms = ['ogi-2019']
const chief = 'coordinator@office.example'
const title = '2019年度政府信息公开工作年度报告'
const [round, calm] = ['appraised', 'calm'] as const
const address = `/rounds/${round}/appraisal`
/* In the order in which they will stand: on time, sent back and corrected late, extended, late, and never. */
const names = ['乐都', '民和', '循化', '化隆', '互助'] as const

let door: FrontDoor
let coordinator: Api
const clerks = new Map<string, Api>()

const handIn = async (place: { readonly round: string; readonly unit: string }) => {
  const api = clerks.get(place.unit) ?? coordinator
  const { version: base } = must(await api.call('getReturn', { path: place }))
  const { version } = must(await api.call('patchReturn', { path: place, body: { base, cells: wholeReturn(forms) } }))
  must(await api.call('submitReturn', { path: place, body: { version, signOff } }))
}
const unitAt = (index: number): string => `c${index}`

beforeAll(async () => {
  door = await openFrontDoor()
  const { office, system } = door
  coordinator = await office.as(chief)
  await office.hire('ju', { unit: 'city', role: 'leader' })
  for (const width of [1280, 375, 360]) await office.hire(`reader-${width}`, { unit: 'city', role: 'coordinator' })
  for (const [index, name] of names.entries()) {
    const unit = { ...unitOf(unitAt(index), tree.city), name: { zh: `${name}公安局`, en: `County ${index}` } }
    await office.units.putUnit(unit, undefined, undefined)
    clerks.set(unit.id, await office.as(await office.hire(`clerk-${index}`, { unit: unit.id, role: 'reporter' })))
  }
  await openRound(coordinator, round, { title, forms, units: names.map((_, index) => unitAt(index)) })
  await openRound(coordinator, calm, { title: '都按时', forms, units: [unitAt(0), unitAt(1)] })
  const extension = { dueAt: '2020-02-10T17:00:00+08:00', reason: '春节期间值班力量不足' }
  must(await coordinator.call('putExtension', { path: { round, unit: unitAt(2) }, body: extension }))
  for (const place of [
    { round, unit: unitAt(0) },
    { round, unit: unitAt(1) },
    { round: calm, unit: unitAt(0) },
    { round: calm, unit: unitAt(1) },
  ])
    await handIn(place)
  const body = { revision: 1, decision: 'sendBack' as const, reason: '请核对。', dueAt: '2020-02-03T18:00:00+08:00' }
  must(await coordinator.call('reviewReturn', { path: { round, unit: unitAt(1) }, body }))
  await system.clock.moveTo(instant('2020-02-04T10:00:00+08:00'))
  for (const index of [1, 2, 3]) await handIn({ round, unit: unitAt(index) })
})
afterAll(() => door?.stop())
afterEach(() => {
  expect(door.complaints()).toEqual([])
})

const picture = async (page: Page, name: string): Promise<void> => {
  const folder = process.env['HUIBAO_PICTURES']
  if (folder === undefined) return
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true })
}
const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
const order = (page: Page): Promise<readonly string[]> => page.locator('tbody th').allTextContents()
const unitsIn = async (page: Page) => (await order(page)).map((text) => text.trim().slice(0, 2))
const taken = async (page: Page, name: string) => {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name }).click()])
  return { name: download.suggestedFilename(), bytes: new Uint8Array(readFileSync(await download.path())) }
}

describe('the appraisal', () => {
  it('says how the season stands, and gives both files', async () => {
    const { page, context } = await door.visit(chief, address)
    await page.getByText('应报送单位5个，按时（含延期内）报送3个，逾期报送1个，逾期未报送1个').waitFor()
    expect(await page.title()).toContain('考核')
    const late = page.getByRole('row', { name: /化隆公安局/ })
    expect(await late.textContent()).toMatch(/逾期.*4天（2个工作日）/)
    expect(await page.getByRole('row', { name: /循化公安局/ }).textContent()).toContain('春节期间值班力量不足')
    expect(await page.getByRole('row', { name: /民和公安局/ }).textContent()).toContain('逾期1次')
    const book = await taken(page, '下载 Excel 考核表')
    expect(book.name).toMatch(/\.xlsx$/)
    const read = new ExcelJS.Workbook()
    await read.xlsx.load(book.bytes.buffer)
    expect(JSON.stringify(read.worksheets[0]?.getSheetValues())).toContain('互助公安局')
    const draft = await taken(page, '下载 Word 通报草稿')
    expect(draft.name).toMatch(/\.docx$/)
    const text = new TextDecoder().decode(unzipSync(draft.bytes)['word/document.xml'])
    expect(['化隆公安局', '互助公安局', '循化公安局'].map((name) => text.includes(name))).toEqual([true, true, false])
    await context.close()
  })

  it('is sorted by keyboard alone, both ways, and what has no value stands last', async () => {
    const { page, context } = await door.visit(chief, address)
    await page.locator('tbody tr').first().waitFor()
    const tabTo = async (name: string) => {
      for (let i = 0; i < 80; i += 1) {
        if ((await page.evaluate(() => document.activeElement?.textContent ?? '')).startsWith(name)) return
        await page.keyboard.press('Tab')
      }
      throw new Error(`The keyboard does not come to ${name}`)
    }
    await tabTo('报送情况')
    await page.keyboard.press('Enter')
    expect((await unitsIn(page)).slice(0, 3)).toEqual(['互助', '化隆', '循化'])
    expect(await page.getByRole('columnheader', { name: '报送情况' }).getAttribute('aria-sort')).toBe('ascending')
    await page.keyboard.press('Enter')
    expect((await unitsIn(page)).slice(-3)).toEqual(['循化', '化隆', '互助'])
    await tabTo('首次报送')
    await page.keyboard.press('Enter')
    expect((await unitsIn(page)).at(-1)).toBe('互助')
    await page.keyboard.press('Enter')
    expect((await unitsIn(page)).at(-1)).toBe('互助')
    await context.close()
  })

  it('accuses nobody where everybody was on time', async () => {
    const { page, context } = await door.visit(chief, `/rounds/${calm}/appraisal`)
    await page.getByText('各单位均已按规定时间报送，没有逾期。').waitFor()
    await page.getByText('按时率 100.0%（2/2）').waitFor()
    const draft = await taken(page, '下载 Word 通报草稿')
    expect(draft.name).not.toContain('逾期')
    await context.close()
  })

  it('is empty for a collector whom nobody owes a return, and says so', async () => {
    const { page, context } = await door.visit(chief, `${address}?unit=county`)
    await page.getByText('本次任务在本单位没有应报送的单位。').waitFor()
    expect(await page.getByRole('button', { name: /下载/ }).count()).toBe(0)
    await context.close()
  })

  it('is read by a leader, with the files', async () => {
    const { page, context } = await door.visit('ju@office.example', address)
    await page.locator('tbody tr').first().waitFor()
    expect((await taken(page, '下载 Word 通报草稿')).name).toContain('逾期')
    await context.close()
  })

  it('is printed without what only a screen needs, and within the sheet', async () => {
    const { page, context } = await door.visit(chief, address)
    await page.locator('tbody tr').first().waitFor()
    await page.emulateMedia({ media: 'print' })
    expect(await page.getByRole('navigation').filter({ visible: true }).count()).toBe(0)
    await page.setViewportSize({ width: 1040, height: 720 })
    expect(await page.getByRole('button').filter({ visible: true }).count()).toBe(0)
    expect(await page.getByText('点列名可排序。').isVisible()).toBe(false)
    expect(await page.locator('thead th .on-paper').first().isVisible()).toBe(true)
    expect(await page.locator('.appraisal').evaluate((at) => at.scrollWidth - at.clientWidth)).toBeLessThanOrEqual(0)
    await picture(page, 'appraisal-print')
    await context.close()
  })

  it.each([1280, 375, 360])('has nothing that axe finds against it at %i px, in both languages', async (width) => {
    /* The language that somebody chooses stays theirs. */
    const { page, context } = await door.visit(`reader-${width}@office.example`, address, { width })
    await page.locator('tbody tr').first().waitFor()
    for (const language of ['zh', 'en']) {
      if (language === 'en') await page.getByRole('button', { name: 'English' }).click()
      await page
        .getByRole('heading', { level: 1, name: language === 'en' ? 'Appraisal of returns' : '报送情况考核' })
        .waitFor()
      await page.getByRole('button', { name: language === 'en' ? 'Standing' : '报送情况' }).click()
      expect(await axeFindings(page), language).toEqual([])
      expect(await overflow(page)).toBeLessThanOrEqual(0)
      await picture(page, `appraisal-${width}-${language}`)
    }
    await context.close()
  })
})
