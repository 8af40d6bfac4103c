/* What has changed, as people see it: between two submissions, and between a file and what is saved. */
/// <reference lib="dom" />
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { must } from '../../local/api-client.ts'
import { cellAt, edited, put } from '../workbook-file.ts'
import { form } from './fill-in.ts'
import { axeFindings, type FrontDoor, openFrontDoor } from './front-door.ts'
import { type OfficeDay, officeDay, wholeReturn } from './office-day.ts'

let door: FrontDoor
beforeAll(async () => {
  door = await openFrontDoor()
})
afterAll(() => door.stop())
afterEach(() => {
  expect(door.complaints()).toEqual([])
})

const signOff = { preparedBy: '李梅', reviewedBy: '马国强', confidentialityReviewedBy: '韩玉', phone: '0972-8612345' }
const unchanged = '坚持以公开为常态、不公开为例外，推进决策、执行、管理、服务和结果公开，'.repeat(4)
const was = `（一）围绕群众关切，加强政务公开和解读回应。${unchanged}未收取信息处理费。`
const is = `（一）围绕群众关切，进一步强化政务公开和解读回应。${unchanged}未收取信息处理费。无其他事项。`

const handIn = async (day: OfficeDay) => {
  const api = await door.office.as(day.emails[0])
  const path = { round: day.round, unit: day.unit }
  const { version } = must(await api.call('getReturn', { path }))
  return must(await api.call('submitReturn', { path, body: { version, signOff } }))
}

/** A return that was handed in twice, with another overview and another figure the second time. */
const handedInTwice = async (name: string): Promise<OfficeDay> => {
  const day = await officeDay(door, name)
  await day.write({ ...wholeReturn, 'overview.text': was })
  const { revision } = await handIn(day)
  const coordinator = await door.office.as('coordinator@office.example')
  const body = { revision, decision: 'sendBack' as const, reason: '请补充。', dueAt: '2020-01-20T18:00:00+08:00' }
  must(await coordinator.call('reviewReturn', { path: { round: day.round, unit: day.unit }, body }))
  await day.write({ 'overview.text': is, 'proactive.licensing.change': 3 })
  await handIn(day)
  return day
}

const marks = (page: Page, kind: 'ins' | 'del') =>
  page.locator(`.changes ${kind}`).evaluateAll((found) =>
    found.map((one) =>
      [...one.childNodes]
        .filter(({ nodeType }) => nodeType === Node.TEXT_NODE)
        .map((text) => text.textContent)
        .join(''),
    ),
  )
const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)

describe('two submissions compared', () => {
  it.each([1280, 375])('show a narrative once, with what was removed and added marked, at %i px', async (width) => {
    const day = await handedInTwice(`bi-${width}`)
    const { page, context } = await door.visit(day.emails[0], `${day.path}/revisions`, { width })
    await page.getByText('第 1 次到第 2 次的变化').waitFor()
    expect(await marks(page, 'del')).toEqual(['加强'])
    expect(await marks(page, 'ins')).toEqual(['进一步强化', '无其他事项。'])
    const text = page.locator('.changes .marked')
    expect(await text.textContent()).toContain('〔删去：加强〕〔新增：进一步强化〕政务公开')
    expect(await text.textContent()).toMatch(/（此处略去未改动的 \d+ 字）/)
    expect(await page.locator('.changes tbody tr').count()).toBe(2)
    expect(await axeFindings(page)).toEqual([])
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    await page.getByRole('button', { name: /显示全文/ }).click()
    expect(await text.textContent()).toContain(unchanged)
    await page.getByRole('button', { name: /只看改动处/ }).click()
    expect(await text.textContent()).not.toContain(unchanged)
    await context.close()
  })
})

describe('a workbook that is looked at before it is saved', () => {
  it('shows a narrative in the same way, beside the other changes', async () => {
    const day = await officeDay(door, 'ben')
    await day.write({ 'overview.text': was })
    const api = await door.office.as(day.emails[0])
    const empty = await api.file('getReturnWorkbook', { path: { round: day.round, unit: day.unit } })
    const { page, context } = await door.visit(day.emails[0], `${day.path}/workbook`)
    const filled = await edited(empty, (book) => {
      put(cellAt(book, form, 'overview.text'), is)
      put(cellAt(book, form, 'requests.received.naturalPerson'), '-')
    })
    const buffer = Buffer.from(filled)
    await page
      .getByLabel(/选择 .xlsx 文件/)
      .setInputFiles({ name: '表.xlsx', mimeType: 'application/octet-stream', buffer })
    await page.getByText('有 2 处变化，确认后保存').waitFor()
    expect(await marks(page, 'del')).toEqual(['加强'])
    expect(await marks(page, 'ins')).toEqual(['进一步强化', '无其他事项。'])
    await page.getByText('「-」，按 0 保存').waitFor()
    expect(await axeFindings(page)).toEqual([])
    await context.close()
  })
})

describe('a row of a list', () => {
  it.each([1280, 375])(
    'is quiet about what is blank until it is left, then says so briefly, at %i px',
    async (width) => {
      const day = await officeDay(door, `hang-${width}`)
      const { page, context } = await door.visit(day.emails[0], `${day.path}/accounts`, { width })
      const add = page.getByRole('button', { name: '添加一行' })
      await add.click()
      const first = page.getByRole('textbox', { name: '第 1 行 账号名称' })
      await first.fill('海东公安')
      await page.getByText('表中还有 2 格未填。').waitFor()
      expect(await page.getByText('待填').count()).toBe(2)
      expect(await page.locator('.list [aria-invalid], .list .wrong, .errors').count()).toBe(0)
      await page.getByRole('textbox', { name: '第 1 行 平台' }).focus()
      expect(await page.getByText('待填').count()).toBe(2)
      /* The button stays where it is while it is pressed. */
      await add.click()
      expect(await page.getByText('还没有填。').count()).toBe(2)
      await page.getByRole('textbox', { name: '第 2 行 账号名称' }).waitFor()
      expect(await page.getByText('待填').count()).toBe(3)
      expect(await page.locator('.list [aria-invalid], .list .wrong, .errors').count()).toBe(0)
      expect(await axeFindings(page)).toEqual([])
      expect(await overflow(page)).toBeLessThanOrEqual(0)
      await page.getByRole('link', { name: '到第一个未填的格' }).click()
      await expect
        .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label')))
        .toBe('第 1 行 平台')
      await page.goto(`${day.url}/check`)
      await page.goto(`${day.url}/accounts`)
      await first.waitFor()
      expect(await page.getByText('还没有填。').count()).toBe(2)
      expect(await page.getByText(/R17|不适用的请注明/).count()).toBe(0)
      await context.close()
    },
  )
})
