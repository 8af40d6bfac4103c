/* What was typed here and the return no longer takes: shown apart, to be copied, downloaded or given up. */
/// <reference lib="dom" />
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { must } from '../../local/api-client.ts'
import { signOff } from '../over-http.ts'
import { cellOf } from './fill-in.ts'
import { axeFindings, type FrontDoor, openFrontDoor } from './front-door.ts'
import { type OfficeDay, officeDay, wholeReturn } from './office-day.ts'

let door: FrontDoor
beforeAll(async () => {
  door = await openFrontDoor()
})
afterAll(() => door.stop())

const received = 'requests.received.naturalPerson'

/** A colleague hands the return in while what somebody typed off line still waits in their browser. */
const overtaken = async (name: string, width?: number) => {
  const day = await officeDay(door, name, `${name}-colleague`)
  await day.write(wholeReturn)
  const { page, context } = await door.visit(
    day.emails[0],
    `${day.path}/requests`,
    width === undefined ? {} : { width },
  )
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await cellOf(page, received).waitFor()
  await page.waitForLoadState('networkidle')
  await context.setOffline(true)
  await cellOf(page, received).fill('7')
  await cellOf(page, received).blur()
  await page.locator('[data-saving=offline]').waitFor()
  await handIn(day)
  await context.setOffline(false)
  await page.getByRole('heading', { name: '有 1 处改动没有保存到报表' }).waitFor()
  /* That the line was down, and that the return had been handed in (409), the browser's console says by itself. */
  door.complaints()
  return { day, page, context }
}

const handIn = async ({ emails: [first, colleague = first], round, unit }: OfficeDay): Promise<void> => {
  const api = await door.office.as(colleague)
  const path = { round, unit }
  const { version } = must(await api.call('getReturn', { path }))
  must(await api.call('submitReturn', { path, body: { version, signOff } }))
}

describe('what a return did not take', () => {
  it('is shown apart from the return, and can be copied and downloaded', async () => {
    const { day, page, context } = await overtaken('mei')
    /* The cell shows what was handed in. */
    expect(await cellOf(page, received).inputValue()).toBe('0')
    expect(await axeFindings(page)).toEqual([])
    await page.getByRole('button', { name: '复制全部' }).click()
    await page.getByText('已复制。').waitFor()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/自然人.*7/s)
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '下载为文本文件' }).click(),
    ])
    expect(download.suggestedFilename()).toBe('未保存的改动.txt')
    expect(readFileSync(await download.path(), 'utf8')).toMatch(/自然人.*7/s)
    /* It outlives the page. */
    await page.reload()
    await page.getByRole('heading', { name: '有 1 处改动没有保存到报表' }).waitFor()
    expect((await day.stored())[received]).toBe(0)
    await context.close()
    expect(door.complaints()).toEqual([])
  })

  it('is given up when somebody says so twice, and is gone for good', async () => {
    const { page, context } = await overtaken('lan', 360)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
    await page.getByRole('button', { name: '不再保留' }).click()
    await page.getByRole('button', { name: '继续保留' }).click()
    await page.getByRole('button', { name: '不再保留' }).click()
    await page.getByRole('button', { name: '确定不再保留' }).click()
    const notice = page.getByRole('heading', { name: /没有保存到报表/ })
    await notice.waitFor({ state: 'detached' })
    await page.waitForTimeout(500)
    await page.reload()
    await page.getByText('本报表已报送，正在等待审核，不能再改。').waitFor()
    expect(await notice.count()).toBe(0)
    await context.close()
    expect(door.complaints()).toEqual([])
  })
})
