/* What goes wrong while somebody types: the line, the sign-in, the tab, a colleague, the computer. Nothing is lost. */
/// <reference lib="dom" />
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cellOf } from './fill-in.ts'
import { allSaved, type FrontDoor, openFrontDoor } from './front-door.ts'
import { officeDay } from './office-day.ts'

let door: FrontDoor
beforeAll(async () => {
  door = await openFrontDoor()
})
afterAll(() => door.stop())

/* What a browser logs by itself about a line that is cut, or an answer that is not 2xx. */
const ofTheLine = /Failed to load resource|net::ERR_/
const complaints = () => door.complaints().filter((said) => !ofTheLine.test(said))

const received = 'requests.received.naturalPerson'
const granted = 'requests.granted.naturalPerson'

describe('nothing that was typed is lost', () => {
  it('when the line is down for ten minutes in the middle', async () => {
    const day = await officeDay(door, 'mei')
    const { page, context } = await door.visit(day.emails[0], `${day.path}/requests`)
    await cellOf(page, received).fill('3')
    await cellOf(page, received).blur()
    await allSaved(page)
    await page.clock.install()
    await context.setOffline(true)
    await cellOf(page, granted).fill('2')
    await cellOf(page, granted).blur()
    await page.clock.fastForward('00:02')
    await page.locator('[data-saving=offline]').waitFor()
    await page.clock.fastForward('10:00')
    await cellOf(page, 'requests.granted.business').fill('4')
    await cellOf(page, 'requests.granted.business').blur()
    expect(await day.stored()).toEqual({ [received]: 3 })
    await context.setOffline(false)
    await page.clock.fastForward('00:40')
    await allSaved(page)
    expect(await day.stored()).toEqual({ [received]: 3, [granted]: 2, 'requests.granted.business': 4 })
    await context.close()
    expect(complaints()).toEqual([])
  })

  it('when the sign-in expires while typing: it opens in place, and what waited is sent', async () => {
    const day = await officeDay(door, 'fen')
    const { page, context } = await door.visit(day.emails[0], `${day.path}/requests`)
    await cellOf(page, received).fill('3')
    await allSaved(page)
    door.system.expireSignIns()
    await cellOf(page, granted).fill('2')
    await cellOf(page, granted).blur()
    const again = page.getByRole('button', { name: '重新登录' })
    await again.waitFor()
    await cellOf(page, 'requests.granted.business').fill('4')
    await cellOf(page, 'requests.granted.business').blur()
    const [window] = await Promise.all([context.waitForEvent('page'), again.click()])
    await window.locator(`button[name=email][value="${day.emails[0]}"]`).click()
    await allSaved(page)
    expect(page.url()).toBe(`${day.url}/requests`)
    expect(await cellOf(page, 'requests.granted.business').inputValue()).toBe('4')
    expect(await day.stored()).toEqual({ [received]: 3, [granted]: 2, 'requests.granted.business': 4 })
    await context.close()
    expect(complaints()).toEqual([])
  })

  it('when the tab is killed before it could be sent, and opened again', async () => {
    const day = await officeDay(door, 'gang')
    const { page, context } = await door.visit(day.emails[0], `${day.path}/requests`)
    await cellOf(page, received).waitFor()
    await context.setOffline(true)
    await cellOf(page, received).fill('7')
    await cellOf(page, granted).fill('很多')
    await cellOf(page, granted).blur()
    await page.locator('[data-saving=offline]').waitFor()
    await page.close()
    await context.setOffline(false)
    const reopened = await context.newPage()
    await reopened.goto(`${day.url}/requests`)
    /* The issuer still knows who this is: one button, nobody to choose. */
    await reopened.getByRole('button', { name: '登录', exact: true }).click()
    await cellOf(reopened, received).waitFor()
    await expect.poll(() => cellOf(reopened, received).inputValue()).toBe('7')
    await expect.poll(() => cellOf(reopened, granted).inputValue()).toBe('很多')
    await expect.poll(() => day.stored()).toEqual({ [received]: 7 })
    await context.close()
    expect(complaints()).toEqual([])
  })

  it('when two clerks fill one return at once: cells are merged, and a cell of both is put to the second', async () => {
    const day = await officeDay(door, 'wang', 'zhao')
    const [one = '', other = ''] = day.emails
    const a = await door.visit(one, `${day.path}/requests`)
    const b = await door.visit(other, `${day.path}/requests`)
    await cellOf(a.page, received).waitFor()
    await cellOf(b.page, received).waitFor()
    await Promise.all([
      cellOf(a.page, received)
        .fill('1')
        .then(() => cellOf(a.page, received).blur()),
      cellOf(b.page, granted)
        .fill('2')
        .then(() => cellOf(b.page, granted).blur()),
    ])
    await Promise.all([allSaved(a.page), allSaved(b.page)])
    await expect.poll(() => day.stored()).toEqual({ [received]: 1, [granted]: 2 })
    /* The one who saves next hears of the other's cell. */
    await cellOf(a.page, 'requests.granted.business').fill('3')
    await cellOf(a.page, 'requests.granted.business').blur()
    await expect.poll(() => cellOf(a.page, granted).inputValue()).toBe('2')
    await allSaved(a.page)
    await cellOf(b.page, 'requests.granted.business').fill('9')
    await cellOf(b.page, 'requests.granted.business').blur()
    await b.page
      .getByText(/同时改动，请选择/)
      .first()
      .waitFor()
    expect(await day.stored()).toMatchObject({ 'requests.granted.business': 3 })
    await b.page
      .getByRole('button', { name: /保留我的|用我填的/ })
      .first()
      .click()
    await expect.poll(() => day.stored()).toMatchObject({ 'requests.granted.business': 9 })
    await Promise.all([a.context.close(), b.context.close()])
    expect(complaints()).toEqual([])
  })

  it('when the browser keeps nothing: it is said, and saving goes on', async () => {
    const day = await officeDay(door, 'tao')
    const before = () => {
      const refuse = () => {
        throw new DOMException('blocked', 'SecurityError')
      }
      for (const name of ['sessionStorage', 'localStorage', 'indexedDB'])
        Object.defineProperty(window, name, { get: refuse })
    }
    const { page, context } = await door.arrive({ before })
    await page.goto(`${day.url}/requests`)
    /* Nothing survives a way to the issuer and back: a window of its own signs in. */
    const [window] = await Promise.all([
      context.waitForEvent('page'),
      page.getByRole('button', { name: '登录', exact: true }).click(),
    ])
    await window.locator(`button[name=email][value="${day.emails[0]}"]`).click()
    await page
      .getByText(/不能在本机暂存|禁止本站保存数据/)
      .first()
      .waitFor()
    await cellOf(page, received).fill('5')
    await cellOf(page, received).blur()
    await allSaved(page)
    expect(await day.stored()).toEqual({ [received]: 5 })
    await context.close()
    expect(complaints()).toEqual([])
  })

  it.each([-1, 1])('when the clock of the computer is %i day off', async (days) => {
    const day = await officeDay(door, 'qing')
    const before =
      days < 0
        ? () => {
            const { now } = Date
            Date.now = () => now() - 86_400_000
          }
        : () => {
            const { now } = Date
            Date.now = () => now() + 86_400_000
          }
    const { page, context } = await door.visit(day.emails[0], `${day.path}/requests`, { before })
    await cellOf(page, received).fill('5')
    await cellOf(page, received).blur()
    await allSaved(page)
    /* The time that is shown is the office's. */
    expect(await page.locator('[data-saving=saved]').textContent()).toMatch(/1\d:\d\d/)
    expect(await day.stored()).toEqual({ [received]: 5 })
    await context.close()
    expect(complaints()).toEqual([])
  })

  it('when a text is longer than the server takes: it stays in the browser, with the count', async () => {
    const day = await officeDay(door, 'xue')
    const { page, context } = await door.visit(day.emails[0], `${day.path}/overview`)
    const text = '公开'.repeat(10_001)
    await cellOf(page, 'overview.text').fill(text)
    await cellOf(page, 'overview.text').blur()
    await page
      .getByText(/超过 60000 字节/)
      .first()
      .waitFor()
    expect(await day.stored()).toEqual({})
    await page.reload()
    await cellOf(page, 'overview.text').waitFor()
    await expect.poll(async () => (await cellOf(page, 'overview.text').inputValue()).length).toBe(text.length)
    await cellOf(page, 'overview.text').fill('简明扼要。')
    await cellOf(page, 'overview.text').blur()
    await allSaved(page)
    expect(await day.stored()).toEqual({ 'overview.text': '简明扼要。' })
    await context.close()
    expect(complaints()).toEqual([])
  })

  it('when a script fails in one cell: the others go on', async () => {
    const day = await officeDay(door, 'ning')
    const { page, context } = await door.visit(day.emails[0], `${day.path}/requests`)
    await cellOf(page, received).waitFor()
    await page.evaluate((address) => {
      const cell = document.querySelector(`[data-cell="${address}"]`)
      if (cell !== null)
        Object.defineProperty(cell, 'value', {
          get: () => {
            throw new Error('broken on purpose')
          },
        })
    }, granted)
    await cellOf(page, granted).focus()
    await page.keyboard.type('2')
    await cellOf(page, received).fill('5')
    await cellOf(page, received).blur()
    await allSaved(page)
    expect(await day.stored()).toEqual({ [received]: 5 })
    await context.close()
    expect(complaints().filter((said) => !said.includes('broken on purpose'))).toEqual([])
  })
})
