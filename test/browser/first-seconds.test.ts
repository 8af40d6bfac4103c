/* The first seconds of a return: what is fetched late moves nothing, and what is done meanwhile counts. */
/// <reference lib="dom" />
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { must } from '../../local/api-client.ts'
import { signOff } from '../over-http.ts'
import { cellOf, form } from './fill-in.ts'
import { allSaved, type FrontDoor, openFrontDoor } from './front-door.ts'
import { type OfficeDay, officeDay, wholeReturn } from './office-day.ts'

let door: FrontDoor
beforeAll(async () => {
  door = await openFrontDoor()
})
afterAll(() => door.stop())
afterEach(() => {
  expect(door.complaints()).toEqual([])
})

const received = 'requests.received.naturalPerson'
const late = /assets\/(fill|reasons|notices|comment-answer|conflicts|untaken-notice)-[^/]*\.js$/
const lateMs = 1500

/** A slow line for what is not on the way to the return. */
const slowFor = (context: BrowserContext): Promise<unknown> =>
  context.route(late, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, lateMs))
    await route.continue()
  })

/** What has moved on the page without anybody having touched it, as browsers count it (0 to 1). */
const watchShifts = () => {
  const shifts: unknown[] = []
  Object.assign(window, { shifts })
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) shifts.push(entry.toJSON())
  }).observe({ type: 'layout-shift', buffered: true })
}
const shiftsOf = (page: Page): Promise<readonly { readonly value: number }[]> => page.evaluate('window.shifts')
const moved = async (page: Page): Promise<number> => (await shiftsOf(page)).reduce((sum, { value }) => sum + value, 0)

/** A return with a figure to explain, sent back with a comment. */
const sentBack = async (name: string): Promise<OfficeDay> => {
  const day = await officeDay(door, name)
  const api = await door.office.as(day.emails[0])
  const path = { round: day.round, unit: day.unit }
  await day.write(wholeReturn)
  const { version } = must(await api.call('getReturn', { path }))
  const { revision } = must(await api.call('submitReturn', { path, body: { version, signOff } }))
  const coordinator = await door.office.as('coordinator@office.example')
  const comments = [{ cell: received, text: '与上报的台账不一致。' }]
  const dueAt = '2020-01-20T18:00:00+08:00'
  const body = { revision, decision: 'sendBack' as const, reason: '请核对申请数量。', comments, dueAt }
  must(await coordinator.call('reviewReturn', { path, body }))
  /* Not what the table says: to be explained. */
  await day.write({ 'overview.text': '本年新收政府信息公开申请12件。未收取信息处理费。' })
  return day
}

const boxOf = async (page: Page, cell: string) => {
  const box = await cellOf(page, cell).boundingBox()
  return box === null ? undefined : { x: Math.round(box.x), y: Math.round(box.y) }
}

describe('a return that was sent back', () => {
  it.each([1280, 375])('stands still from the moment it is shown, at %i px', async (width) => {
    const day = await sentBack(`deng-${width}`)
    const { page, context } = await door.visit(day.emails[0], '/', { width, before: watchShifts })
    await slowFor(context)
    for (const part of ['requests', 'overview']) {
      await page.goto(`${day.url}/${part}`)
      await page.locator('.head h1').waitFor()
      const address = part === 'requests' ? received : 'overview.text'
      const first = await boxOf(page, address)
      await page.evaluate('window.shifts.length = 0')
      await page.waitForTimeout(lateMs + 4500)
      expect(await boxOf(page, address), part).toEqual(first)
      expect(await page.getByText('请核对申请数量。').isVisible()).toBe(true)
      expect(await moved(page), part).toBe(0)
      await page.locator('.reason textarea').first().waitFor()
    }
    await context.close()
  })
})

describe('a table that is opened before the rest has come', () => {
  it('keeps its place, the cell in hand and what is typed, and the buttons work once they are there', async () => {
    const day = await officeDay(door, 'zao')
    const { page, context } = await door.visit(day.emails[0], '/')
    await slowFor(context)
    await page.goto(day.url)
    const title = form.sections.find(({ id }) => id === 'requests')?.title.zh ?? ''
    await page.getByRole('navigation', { name: '填报步骤' }).getByRole('link', { name: /^三、/ }).click()
    await page.getByRole('heading', { level: 1, name: title }).waitFor()
    await cellOf(page, received).click()
    const before = await boxOf(page, received)
    await page.keyboard.type('12')
    await page.getByRole('button', { name: '其余填 0' }).waitFor()
    expect(await boxOf(page, received)).toEqual(before)
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-cell'))).toBe(received)
    await page.keyboard.type('3')
    await page.keyboard.press('Tab')
    await allSaved(page)
    expect(await day.stored()).toEqual({ [received]: 123 })
    await page.getByRole('button', { name: '其余填 0' }).click()
    await page.getByRole('button', { name: '确认填 0' }).click()
    await page.getByText(/已填入 \d+ 格/).waitFor()
    await context.close()
  })
})
