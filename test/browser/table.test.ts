/* A table of figures in a real browser: blocks as Excel and WPS copy them, a dash, and what stays in view. */
/// <reference lib="dom" />
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { copiedFromExcel, copiedFromWps } from './copied.ts'
import { cellOf } from './fill-in.ts'
import { allSaved, type FrontDoor, openFrontDoor } from './front-door.ts'
import { officeDay, wholeReturn } from './office-day.ts'
import { paste } from './paste.ts'

let door: FrontDoor
beforeAll(async () => {
  door = await openFrontDoor()
})
afterAll(() => door.stop())
/* A page that is closed while it still fetches its rest is no complaint. */
afterEach(() => {
  expect(door.complaints()).toEqual([])
})

const received = 'requests.received.naturalPerson'
const business = 'requests.received.business'

const atTable = async (name: string) => {
  const day = await officeDay(door, name)
  const { page, context } = await door.visit(day.emails[0], `${day.path}/requests`)
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await cellOf(page, received).click()
  return { day, page, context }
}

describe('a table that was made before it is opened', () => {
  it('is in the language of the moment, with the figures of the moment, each time it is opened', async () => {
    const day = await officeDay(door, 'ma')
    const { page, context } = await door.visit(day.emails[0], `${day.path}/proactive`)
    await page.waitForLoadState('networkidle')
    await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)))
    const open = async (section: string) => page.locator(`main nav a[href$="/${section}"]`).click()
    await page.getByRole('button', { name: 'English' }).click()
    await open('requests')
    await page.getByRole('columnheader', { name: 'Natural persons' }).waitFor()
    await cellOf(page, received).fill('7')
    await open('proactive')
    await page.getByRole('button', { name: '中文' }).click()
    await open('requests')
    await page.getByRole('columnheader', { name: '自然人' }).waitFor()
    expect(await cellOf(page, received).inputValue()).toBe('7')
    expect(await page.locator(`[data-cell="requests.received.total"]`).textContent()).toBe('7')
    expect(await page.locator(`[data-cell="${received}"]`).count()).toBe(1)
    await context.close()
  })
})

describe('a block from a spreadsheet', () => {
  it.each([
    ['Excel', copiedFromExcel],
    ['WPS', copiedFromWps],
  ])('with the styles of %s is read without a complaint, its headings and hidden lines left out', async (_, copied) => {
    const { day, page, context } = await atTable('yang')
    await paste(page, copied.text, copied.html)
    await page.getByText('开头 1 行、1 列是文字标题，已略去。').waitFor()
    await page.getByRole('button', { name: '粘贴', exact: true }).click()
    await allSaved(page)
    expect(await day.stored()).toEqual({
      [received]: 12,
      [business]: 3,
      'requests.carriedIn.naturalPerson': 1,
      'requests.carriedIn.business': 0,
    })
    await context.close()
  })

  it('keeps 「/」 and 「不适用」 in their place, so that no figure moves', async () => {
    const { day, page, context } = await atTable('xie')
    await paste(page, '/\t5\n不适用\t6')
    await page.getByText('2 个数读不出，不填入：').waitFor()
    expect(await page.getByText(/文字标题/).count()).toBe(0)
    await page.getByRole('button', { name: '粘贴', exact: true }).click()
    await allSaved(page)
    expect(await day.stored()).toEqual({ [business]: 5, 'requests.carriedIn.business': 6 })
    await context.close()
  })
})

describe('a dash', () => {
  it('is stored as 0 after the yes and not before, and asked again when the page is opened again', async () => {
    const { day, page, context } = await atTable('heng')
    await page.keyboard.type('—')
    await page.keyboard.press('Tab')
    await page.keyboard.type('5')
    await page.keyboard.press('Tab')
    await expect.poll(() => day.stored()).toEqual({ [business]: 5 })
    await page.reload()
    await cellOf(page, received).waitFor()
    await expect.poll(() => cellOf(page, received).inputValue()).toBe('—')
    await cellOf(page, received).click()
    await page.getByRole('button', { name: '是，填 0' }).click()
    await allSaved(page)
    expect(await day.stored()).toEqual({ [received]: 0, [business]: 5 })
    await context.close()
  })
})

/** Where the focused cell, the line that speaks of it and the bar stand in the window. */
const placesOf = (page: Page) =>
  page.evaluate(() => {
    const box = (element: Element | null | undefined) => {
      const { top = -1, bottom = -1 } = element?.getBoundingClientRect() ?? {}
      return { top: Math.round(top), bottom: Math.round(bottom) }
    }
    return {
      cell: box(document.activeElement),
      status: box(document.querySelector('.cell-status')),
      actions: box(document.querySelector('.cell-status .actions')),
      bar: box(document.querySelector('.action-bar')),
      window: window.innerHeight,
    }
  })

describe('the cell in hand', () => {
  it.each([
    [1366, 640],
    [1280, 720],
    [375, 667],
    [360, 640],
  ])('is never covered, and what is said of it is in view, at %i × %i', async (width, height) => {
    const day = await officeDay(door, `gao-${width}`)
    await day.write({ ...wholeReturn, [received]: 12 })
    const { page, context } = await door.visit(day.emails[0], `${day.path}/requests`, { width })
    await page.setViewportSize({ width, height })
    await cellOf(page, received).focus()
    const seen = async (): Promise<void> => {
      /* The line has grown, and the page has moved after it. */
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
      const { cell, status, actions, bar, window } = await placesOf(page)
      expect(bar.bottom).toBeLessThanOrEqual(window)
      expect(status.bottom).toBeLessThanOrEqual(bar.top + 1)
      expect(actions.top).toBeGreaterThanOrEqual(status.top)
      expect(cell.top).toBeGreaterThanOrEqual(0)
      expect(cell.bottom).toBeLessThanOrEqual(status.top + 1)
    }
    await seen()
    for (const key of ['Enter', 'Enter', 'Control+End', 'Control+Home', 'ArrowRight']) {
      await page.keyboard.press(key)
      await seen()
    }
    await context.close()
  })
})
