/* Figures of an earlier year, as the coordinator brings them in: the workbook out and in, JSON, what is refused. */
/// <reference lib="dom" />
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { must } from '../../local/api-client.ts'
import { inputFieldsOf } from '../../shared/form/fields.ts'
import { joinForms } from '../../shared/form/forms.ts'
import { cellAt, edited, put } from '../workbook-file.ts'
import { axeFindings, type FrontDoor, openFrontDoor } from './front-door.ts'

const coordinator = 'coordinator@office.example'
const form = joinForms(['ogi-2019'])
const total = 'requests.received.total'
const received = inputFieldsOf(form).flatMap(({ address }) =>
  address.startsWith('requests.received.') ? [address] : [],
)
const naturalPerson = 'requests.received.naturalPerson'

let door: FrontDoor
beforeAll(async () => {
  door = await openFrontDoor()
})
afterAll(() => door.stop())
afterEach(() => {
  expect(door.complaints().filter((said) => !/status of (400|422)/.test(said))).toEqual([])
})

const field = (page: Page, name: string) => page.getByLabel(name, { exact: true })
const choose = (page: Page, name: string, content: Uint8Array | string) =>
  page
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(content) })
const open = async (unit: string, year: string, width = 1280) => {
  const visitor = await door.visit(coordinator, `/directory/units/${unit}/history`, { width })
  await field(visitor.page, '报告年度').fill(year)
  await visitor.page.getByText('系统中还没有这一年的数据。').waitFor()
  await field(visitor.page, '数据来源').waitFor()
  return visitor
}
const present = async (unit: string, year: string) => {
  const api = await door.office.as(coordinator)
  return must(await api.call('getHistory', { path: { unit, year }, query: { scope: 'own' } })).history
}

describe('an earlier year', () => {
  it('comes in by its workbook: shown first, then saved with its source, the published total beside the computed', async () => {
    const { page, context } = await open('sibling', '2018')
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '下载工作簿' }).click(),
    ])
    expect(download.suggestedFilename()).toBe('sibling公安局2018年工作簿.xlsx')
    const api = await door.office.as(coordinator)
    const query = { form: 'ogi-2019', scope: 'own' }
    const empty = await api.file('getHistoryWorkbook', { path: { unit: 'sibling', year: '2018' }, query })
    const filled = await edited(empty, (book) => {
      for (const address of received) put(cellAt(book, form, address), 0)
      put(cellAt(book, form, naturalPerson), 3)
      put(cellAt(book, form, total), 5)
    })
    await choose(page, '2018.xlsx', filled)
    await page.getByText(`有 ${received.length + 1} 处变化，确认后保存`).waitFor()
    await page.getByText('公布值 5, 计算值 3').first().waitFor()
    expect(await present('sibling', '2018')).toBeUndefined()
    await page.getByRole('button', { name: '保存这些数据' }).click()
    await page.getByText('请先写明数据来源，再保存。').waitFor()
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('history-source')
    await page.keyboard.type('2018年度报告（已公布）')
    await page.getByRole('button', { name: '保存这些数据' }).click()
    await page.getByText(`已保存，共 ${received.length + 1} 个数据。`).waitFor()
    await page.getByText('数据来源：2018年度报告（已公布）').waitFor()
    expect(await present('sibling', '2018')).toMatchObject({ form: 'ogi-2019', source: '2018年度报告（已公布）' })
    await context.close()
  })

  it('comes in as cells of a JSON file, and what is wrong with them is named', async () => {
    const { page, context } = await open('county', '2017')
    await choose(page, 'a.json', `{"${naturalPerson}": -3, "nowhere": 1}`)
    await page.getByText('文件有 2 处问题，未保存任何内容').waitFor()
    await choose(page, 'a.json', '[1]')
    await page.getByText('JSON 文件应为').waitFor()
    await choose(page, 'a.json', `{"form": "ogi-2021", "cells": {"${naturalPerson}": 3}}`)
    await page.getByText('文件注明表式 ogi-2021').waitFor()
    await field(page, '数据来源').fill('旧档')
    await choose(page, 'a.json', `{"form": "ogi-2019", "cells": {"${naturalPerson}": 3}}`)
    await page.getByText('有 1 处变化，确认后保存').waitFor()
    await page.getByRole('button', { name: '保存这些数据' }).click()
    await page.getByText('已保存，共 1 个数据。').waitFor()
    expect((await present('county', '2017'))?.figures).toMatchObject([{ cell: naturalPerson, value: 3 }])
    await context.close()
  })

  it('does not take the workbook of another year, nor a file that is none', async () => {
    const { page, context } = await open('sibling', '2016')
    const api = await door.office.as(coordinator)
    const query = { form: 'ogi-2019', scope: 'own' }
    await choose(
      page,
      'a.xlsx',
      await api.file('getHistoryWorkbook', { path: { unit: 'sibling', year: '2015' }, query }),
    )
    await page.getByText('这本工作簿属于2015 年往年数据（本级）').waitFor()
    await choose(page, 'a.xlsx', 'text')
    await page.getByText('不是 Excel 工作簿').waitFor()
    await choose(page, 'a.pdf', 'text')
    await page.getByText('不是 .xlsx 或 .json 文件').waitFor()
    await field(page, '报告年度').fill('1999')
    await page.getByText('请填 2008 年以后的年份').waitFor()
    await context.close()
  })

  it.each([1280, 375, 360])('is clean to axe and overflows nowhere at %i px, in both languages', async (width) => {
    const { page, context } = await open('county', '2015', width)
    await choose(page, 'a.json', `{"${naturalPerson}": 3, "${total}": 7, "overview.text": "${'平稳。'.repeat(200)}"}`)
    await page.getByText('有 3 处变化').waitFor()
    for (const tongue of ['English', '中文']) {
      await page.getByRole('button', { name: tongue }).click()
      await page.getByText(tongue === '中文' ? '有 3 处变化' : '3 change(s)').waitFor()
      expect(await axeFindings(page)).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)
    }
    await context.close()
  })
})
