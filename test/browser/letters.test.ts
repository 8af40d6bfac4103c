/* The coordinator's page of letters: what came back, who is mended, what is still to come, every letter read. */
/// <reference lib="dom" />
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { must } from '../../local/api-client.ts'
import { openRound, roundOf, unitOf } from '../over-http.ts'
import { axeFindings, type FrontDoor, openFrontDoor } from './front-door.ts'

const coordinator = 'coordinator@office.example'
const [round, planned] = ['letters', 'letters-planned']
const address = `/rounds/${round}/letters`
const counties = ['乐都', '平安', '民和', '互助', '化隆', '循化'] as const

const widths = [1280, 375, 360] as const

let door: FrontDoor

/* Where pictures are wanted, they are kept: HUIBAO_PICTURES names a folder. */
const picture = async (page: Page, name: string): Promise<void> => {
  const folder = process.env['HUIBAO_PICTURES']
  if (folder === undefined) return
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true })
}

const settled = async (page: Page): Promise<void> => {
  await page.waitForLoadState('networkidle')
  await page.getByRole('heading', { name: /^(信件记录|Letters written)$/ }).waitFor()
}
const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
const rows = (page: Page) => page.locator('.letters-log tbody tr')

beforeAll(async () => {
  door = await openFrontDoor()
  const { office, system } = door
  const { city } = { city: unitOf('city', unitOf('province', undefined, true), true) }
  for (const [i, name] of counties.entries()) {
    const unit = { ...unitOf(`c${i}`, city), name: { zh: `${name}公安局`, en: `County ${i}` } }
    await office.units.putUnit(unit, undefined, undefined)
    /* The last has nobody. */
    if (i < counties.length - 1) await office.hire(`clerk-${i}`, { unit: unit.id, role: 'reporter' })
  }
  for (const width of widths) await office.hire(`reader-${width}`, { unit: 'city', role: 'coordinator' })
  await office.hire('clerk-s', { unit: 'sibling', role: 'reporter' })
  await office.hire('clerk-c', { unit: 'city', role: 'reporter' })
  const api = await office.as(coordinator)
  system.faults.set({ kind: 'bounce', address: 'clerk-1@office.example' })
  system.faults.set({ kind: 'complain', address: 'clerk-2@office.example' })
  const title = '2019年度政府信息公开工作年度报告'
  await openRound(api, round, { title })
  await system.advance('PT20M')
  await system.settle()
  must(await api.call('postRound', { body: roundOf(planned, { title, opensAt: '2020-01-13T09:00:00+08:00' }) }))
})
afterAll(() => door.stop())
afterEach(() => {
  expect(door.complaints()).toEqual([])
})

describe('the letters of a round', () => {
  it.each(widths)('has nothing that axe finds against it, at %i px, in both languages', async (width) => {
    /* The language that somebody chooses stays theirs: each width has a reader of its own. */
    const { page, context } = await door.visit(`reader-${width}@office.example`, address, { width })
    await settled(page)
    for (const language of ['zh', 'en'] as const) {
      if (language === 'en') await page.getByRole('button', { name: 'English' }).click()
      await page
        .getByRole('heading', { level: 1, name: language === 'en' ? 'Reminders and letters' : '催报与信件' })
        .waitFor()
      await settled(page)
      await page
        .getByRole('button', { name: /^(查看信件|Read the letter)/ })
        .first()
        .click()
      await page.locator('.letter .as-typed').first().waitFor()
      await picture(page, `crowded-${width}-${language}`)
      expect(await axeFindings(page), language).toEqual([])
      expect(await overflow(page), `wider than the window in ${language}`).toBeLessThanOrEqual(0)
      await page.goto(`${door.system.url}/rounds/${planned}/letters`)
      await settled(page)
      await picture(page, `planned-${width}-${language}`)
      expect(await axeFindings(page), `planned ${language}`).toEqual([])
      expect(await overflow(page)).toBeLessThanOrEqual(0)
      await page.goto(door.system.url + address)
      await settled(page)
    }
    await context.close()
  })

  it('says before the opening what will go out when, which step is moved and why, and reads it', async () => {
    const { page, context } = await door.visit(coordinator, `/rounds/${planned}/letters`)
    await settled(page)
    const plan = page.locator('section.card', { has: page.getByRole('heading', { name: '后续提醒' }) })
    await plan.getByText('任务尚未开启').waitFor()
    await plan.getByText(/春节/).first().waitFor()
    await plan
      .getByText(/无人收信：.*循化公安局/)
      .first()
      .waitFor()
    await plan.getByRole('button', { name: '查看信件：截止当日' }).click()
    await expect.poll(() => plan.locator('.letter .as-typed').textContent()).toMatch(/请于2020年1月31日（星期五）24:00/)
    await context.close()
  })

  it('are filtered by state, unit and step, and the choice is gone back from', async () => {
    const { page, context } = await door.visit(coordinator, address)
    await settled(page)
    const all = await rows(page).count()
    expect(all).toBe(7)
    await page.getByRole('combobox', { name: '状态' }).selectOption('bounced')
    await expect.poll(() => rows(page).count()).toBe(1)
    expect(await rows(page).first().textContent()).toMatch(/clerk-1@office\.example.*被退回/)
    expect(page.url()).toContain('state=bounced')
    await page.goBack()
    await expect.poll(() => rows(page).count()).toBe(all)
    await page.getByRole('combobox', { name: '单位' }).selectOption({ label: '乐都公安局' })
    await expect.poll(() => rows(page).count()).toBe(1)
    await page.getByRole('combobox', { name: '单位' }).selectOption('')
    await page.getByRole('combobox', { name: '信件' }).selectOption('opening')
    await expect.poll(() => rows(page).count()).toBe(all)
    await page.goto(`${door.system.url}${address}?state=lost&about=nowhere`)
    await page.getByText('没有符合条件的信件').waitFor()
    await context.close()
  })

  it('are read, sent as a test, and an address is mended, by keyboard alone', async () => {
    const { page, context } = await door.visit(coordinator, address)
    await settled(page)
    const tabTo = async (name: RegExp | string) => {
      const wanted = page.getByRole('button', { name }).first()
      await wanted.waitFor()
      for (let i = 0; i < 200; i += 1) {
        if (await wanted.evaluate((element) => element === document.activeElement)) return
        await page.keyboard.press('Tab')
      }
      throw new Error(`The keyboard does not come to ${name}`)
    }
    await tabTo('邮箱已恢复：clerk-1')
    await page.keyboard.press('Enter')
    await page.getByText('clerk-1@office.example 已恢复').waitFor()
    await expect.poll(() => page.locator('.letters-trouble li').count()).toBe(1)
    /* The button is gone; who pressed it is at the head of the list, not at the top of the page. */
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('需要处理')
    await tabTo('发测试信给自己：截止当日')
    await page.keyboard.press('Enter')
    await page.getByText(`测试信已发往 ${coordinator}`).waitFor()
    await tabTo(/^查看信件：开始填报通知 clerk-1$/)
    await page.keyboard.press('Enter')
    await expect
      .poll(() => page.locator('.letters-log .letter').textContent())
      .toMatch(/clerk-1@office\.example.*开始填报/s)
    await page.keyboard.press('Enter')
    await expect.poll(() => page.locator('.letters-log .letter').count()).toBe(0)
    await door.system.settle()
    const tests = (await door.system.mail()).filter(({ key }) => key.includes('_test-dueDay_'))
    expect(tests.flatMap(({ to }) => to)).toEqual([coordinator])
    await context.close()
  })

  it('are shown a page at a time: older ones come below, and a line that is cut loses none', async () => {
    const { page, context } = await door.visit(coordinator, address)
    await settled(page)
    const all = await rows(page).count()
    let isCut = true
    /* The same letters again, as though they were a page on: a round of a thousand takes too long to play. */
    await page.route(/part=log/, async (route) => {
      const isOlder = route.request().url().includes('after=')
      if (isOlder && isCut) return route.abort()
      const answer = await route.fetch({
        url: route
          .request()
          .url()
          .replace(/&after=[^&]*/, ''),
      })
      const json = await answer.json()
      const letters = json.letters.map((one: { key: string }) => ({ ...one, key: isOlder ? `${one.key}x` : one.key }))
      const after = isOlder ? {} : { after: '2020-01-06T02:15:00.000Z~letters_city_x_1_p' }
      return route.fulfill({ response: answer, json: { ...json, letters, ...after } })
    })
    await page.getByRole('combobox', { name: '信件' }).selectOption('opening')
    const older = page.getByRole('button', { name: '显示更早的信件' })
    await older.click()
    await page.locator('.actions .bad').waitFor()
    const before = await rows(page).count()
    isCut = false
    await older.click()
    await expect.poll(() => rows(page).count()).toBe(2 * before)
    expect(await older.count()).toBe(0)
    expect(before).toBeLessThanOrEqual(all)
    expect(door.complaints().filter((said) => !/net::ERR_/.test(said))).toEqual([])
    await context.close()
  })

  it('are not there for who only fills in', async () => {
    const { page, context } = await door.visit('clerk-0@office.example', address)
    await page.locator('h1, [role=alert]').first().waitFor()
    await page.waitForLoadState('networkidle')
    expect(await page.locator('.letters-log').count()).toBe(0)
    expect(door.complaints().filter((said) => !/40[34]/.test(said))).toEqual([])
    await context.close()
  })
})
