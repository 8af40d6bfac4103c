/* Every page as a person meets it: readable by a screen reader, on a phone, in both languages, with nothing in the console. */
/// <reference lib="dom" />
import { readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { must } from '../../local/api-client.ts'
import { savedByOffice } from '../office-suite.ts'
import { openRound } from '../over-http.ts'
import { cellAt, edited, put } from '../workbook-file.ts'
import { cellOf, form, forms } from './fill-in.ts'
import { axeFindings, type FrontDoor, openFrontDoor } from './front-door.ts'
import { officeDay, wholeReturn } from './office-day.ts'

let door: FrontDoor
beforeAll(async () => {
  door = await openFrontDoor()
})
afterAll(() => door.stop())
afterEach(() => {
  expect(door.complaints()).toEqual([])
})

const settled = async (page: Page, what = ''): Promise<void> => {
  await page.waitForLoadState('networkidle')
  await page
    .locator('h1')
    .first()
    .waitFor()
    .catch(async () => {
      throw new Error(`${what} has no heading: ${await page.locator('body').textContent()}`)
    })
}

/** Wider than the window: somebody would have to push the whole page sideways. */
const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)

const parts = [...form.sections.map(({ id }) => id), 'check', 'workbook', 'revisions', 'receipt', 'cover']

/** A return that was sent back, with figures that do not agree, texts that speak of other numbers, and comments. */
const sentBack = async (email: string) => {
  const day = await officeDay(door, email)
  await day.write({
    ...wholeReturn,
    'overview.text': '本年新收政府信息公开申请12件，联系人手机13812345678。',
    'requests.received.naturalPerson': 12,
    'requests.granted.naturalPerson': 12,
  })
  const api = await door.office.as(day.emails[0])
  const path = { round: day.round, unit: day.unit }
  const seen = must(await api.call('getReturn', { path }))
  const reasons = seen.checks
    .filter((finding) => finding.class === 'C' || finding.class === 'B')
    .map(({ check, cells: [cell = ''] }) => ({ check, cell, text: '已核对，确实如此。' }))
  const saved = must(await api.call('patchReturn', { path, body: { base: seen.version, cells: {}, reasons } }))
  const signOff = { preparedBy: '李梅', reviewedBy: '马国强', confidentialityReviewedBy: '韩玉', phone: '0972-8612345' }
  const receipt = must(await api.call('submitReturn', { path, body: { version: saved.version, signOff } }))
  const coordinator = await door.office.as('coordinator@office.example')
  must(
    await coordinator.call('reviewReturn', {
      path,
      body: {
        revision: receipt.revision,
        decision: 'sendBack',
        reason: '请核对申请数量。',
        comments: [{ cell: 'requests.received.naturalPerson', text: '与上报的台账不一致。' }],
        dueAt: '2020-01-20T18:00:00+08:00',
      },
    }),
  )
  await day.write({ 'requests.received.naturalPerson': 13, 'requests.granted.business': null })
  return day
}

describe('every page', () => {
  it.each([1280, 360])('has nothing that axe finds against it, at %i px, empty and sent back', async (width) => {
    const empty = await officeDay(door, `an-${width}`)
    const wrong = await sentBack(`ma-${width}`)
    for (const [day, among] of [
      [empty, ['overview', 'requests', 'accounts', 'check', 'receipt']],
      [wrong, parts],
    ] as const) {
      const { page, context } = await door.visit(day.emails[0], '/', { width })
      await settled(page)
      expect(await axeFindings(page), 'my work').toEqual([])
      for (const part of among) {
        await page.goto(`${day.url}/${part}`)
        await settled(page, part)
        expect(await axeFindings(page), part).toEqual([])
        expect(await overflow(page), `${part} is wider than the window`).toBeLessThanOrEqual(0)
      }
      await context.close()
    }
  })

  it('has nothing that axe finds against it before signing in, and where nothing is', async () => {
    const { page, context } = await door.arrive()
    await page.goto(door.system.url)
    await page.getByRole('button', { name: '登录' }).waitFor()
    expect(await axeFindings(page)).toEqual([])
    await context.close()
    const day = await officeDay(door, 'wu')
    const stranger = await door.visit(day.emails[0], '/nowhere/at/all')
    await settled(stranger.page)
    expect(await axeFindings(stranger.page)).toEqual([])
    await stranger.page.goto(`${door.system.url}/rounds/${day.round}/returns/county`)
    await stranger.page.getByRole('heading', { name: /没有找到|找不到/ }).waitFor()
    await stranger.context.close()
    /* The API says 404 there, and a browser logs that. */
    expect(door.complaints().filter((said) => !said.includes('404'))).toEqual([])
  })

  it('speaks English, and only English, when that is chosen', async () => {
    const day = await sentBack('ying')
    const { page, context } = await door.visit(day.emails[0], '/')
    /* Nobody leaves the page before the server knows: or it would speak the language that it knows of. */
    await Promise.all([
      page.waitForResponse((answer) => answer.url().endsWith('/api/me') && answer.request().method() === 'PATCH'),
      page.getByRole('button', { name: 'English' }).click(),
    ])
    await page.getByRole('heading', { level: 1, name: /My (work|tasks)/ }).waitFor()
    for (const part of ['', 'overview', 'requests', 'disputes', 'accounts', 'check', 'workbook', 'revisions']) {
      await page.goto(part === '' ? door.system.url : `${day.url}/${part}`)
      await settled(page)
      expect(await page.locator('html').getAttribute('lang')).toBe('en')
      const chinese = await page.evaluate(() => {
        /* What people typed, the name of the round and the switch itself stay as they are. */
        const own =
          /^(语言 Language|中文 ?English|汇报|\d+年度.*|.*公安局|.*(请核对申请数量|与上报的台账不一致|已核对，确实如此|新收政府信息公开申请12件|本年度按要求).*)$/
        // biome-ignore lint/performance/useDomNodeTextContent: only what can be seen counts
        return (document.body.innerText ?? '')
          .split('\n')
          .map((line) => line.trim())
          .filter((line) => /[\u4e00-\u9fff]/.test(line) && !own.test(line))
      })
      expect(chinese, part).toEqual([])
    }
    await context.close()
  })

  it('of a return is read only for a leader, who is told why', async () => {
    const day = await officeDay(door, 'ren')
    const leader = await door.office.hire(`chief-${day.round}`, { unit: 'sibling', role: 'leader' })
    const { page, context } = await door.visit(leader, `${day.path}/requests`)
    await page.getByText('填报由本单位的填报人进行').waitFor()
    expect(await page.locator('[data-cell]:is(input):not([readonly]):not([disabled])').count()).toBe(0)
    await context.close()
  })
})

describe('the workbook', () => {
  it('is downloaded, filled in, saved by another office suite, uploaded, and every change is listed first', async () => {
    /* The round, unit and figures of the stored copy: it stands in where LibreOffice is missing. */
    const email = await door.office.hire('biao', { unit: 'sibling', role: 'reporter' })
    await openRound(await door.office.as('coordinator@office.example'), 'office', { forms })
    const { page, context } = await door.visit(email, '/rounds/office/returns/sibling/workbook')
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '下载 Excel 文件' }).click(),
    ])
    expect(download.suggestedFilename()).toMatch(/\.xlsx$/)
    const filled = await edited(new Uint8Array(readFileSync(await download.path())), (book) => {
      put(cellAt(book, form, 'requests.received.naturalPerson'), 55)
      put(cellAt(book, form, 'proactive.licensing.change'), -17)
      put(cellAt(book, form, 'proactive.procurement.amount'), 73802895.9)
      put(cellAt(book, form, 'overview.text'), '（一）总体情况\n本年度平稳。')
      put(cellAt(book, form, 'accounts.none'), '是')
    })
    const file = join(tmpdir(), 'huibao-saved-again.xlsx')
    writeFileSync(file, savedByOffice(filled, 'saved-by-libreoffice.xlsx'))
    await page.getByLabel(/选择 .xlsx 文件/).setInputFiles(file)
    await page.getByText('有 5 处变化，确认后保存').waitFor()
    const api = await door.office.as(email)
    const stored = async () => must(await api.call('getReturn', { path: { round: 'office', unit: 'sibling' } })).cells
    expect(await stored()).toEqual({})
    await page.getByRole('button', { name: '保存这些变化' }).click()
    await page.getByText('已保存 5 处变化').waitFor()
    expect(await stored()).toMatchObject({ 'requests.received.naturalPerson': 55, 'accounts.none': true })
    await page.getByRole('navigation', { name: '填报步骤' }).getByRole('link', { name: /^三、/ }).click()
    await expect.poll(() => cellOf(page, 'requests.received.naturalPerson').inputValue()).toBe('55')
    await context.close()
  })

  it('is refused in the browser when it is too large or no workbook, and by the server with every fault', async () => {
    const day = await officeDay(door, 'cuo')
    const { page, context } = await door.visit(day.emails[0], `${day.path}/workbook`)
    const choose = (name: string, bytes: Buffer) =>
      page.getByLabel(/选择 .xlsx 文件/).setInputFiles({ name, mimeType: 'application/octet-stream', buffer: bytes })
    await choose('大.xlsx', Buffer.alloc(5 * 1024 * 1024))
    await page.getByText(/超过 4 MB 的上限/).waitFor()
    await choose('旧.xls', Buffer.from('x'))
    await page.getByText(/不是 .xlsx 文件/).waitFor()
    await choose('改名.xlsx', Buffer.from('PK not a zip at all'))
    await page.getByRole('alert').waitFor()
    expect(await day.stored()).toEqual({})
    await context.close()
    expect(door.complaints().filter((said) => !/422|400/.test(said))).toEqual([])
  })
})
