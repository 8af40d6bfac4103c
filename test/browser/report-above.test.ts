/* A county hands its report up; the city sees it on its board, sends it back with a reason, and accepts it in the end. */
/// <reference lib="dom" />
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { must } from '../../local/api-client.ts'
import { openRound, signOff, wholeReturn } from '../over-http.ts'
import { forms } from './fill-in.ts'
import { axeFindings, type FrontDoor, openFrontDoor } from './front-door.ts'

let door: FrontDoor
const coordinator = 'coordinator@office.example'
const chief = 'chief@office.example'

beforeAll(async () => {
  door = await openFrontDoor()
  await door.office.hire('chief', { unit: 'county', role: 'coordinator' })
  const api = await door.office.as(coordinator)
  await openRound(api, 'levels', { forms, units: ['county'], title: '2019年度报告' })
  const path = { round: 'levels', unit: 'county' }
  const { version: base } = must(await api.call('getReturn', { path }))
  const saved = must(await api.call('patchReturn', { path, body: { base, cells: wholeReturn(forms) } }))
  const reasons = saved.checks
    .filter((finding) => finding.class === 'B' || finding.class === 'C')
    .map(({ check, cells: [cell = ''] }) => ({ check, cell, text: '已核对，确实如此。' }))
  const { version } = must(await api.call('patchReturn', { path, body: { base: saved.version, cells: {}, reasons } }))
  must(await api.call('submitReturn', { path, body: { version, signOff } }))
  must(await api.call('reviewReturn', { path, body: { revision: 1, decision: 'accept' } }))
  await door.system.settle()
})
afterAll(() => door.stop())
afterEach(() => {
  expect(door.complaints()).toEqual([])
})

describe('a report that is handed up', () => {
  it('comes back with its reason, and is accepted when it is handed in again', async () => {
    const below = await door.visit(chief, '/rounds/levels/report?unit=county')
    await below.page.getByRole('button', { name: '上报汇总数据' }).click()
    await below.page.getByText('等待上一级审核').waitFor()

    const above = await door.visit(coordinator, '/rounds/levels/board')
    await above.page.getByRole('link', { name: '审核汇总数据' }).first().click()
    await above.page.getByRole('button', { name: '退回修改' }).click()
    await above.page.getByRole('button', { name: '退回修改' }).click()
    await above.page.getByText('请写明退回原因').waitFor()
    expect(await axeFindings(above.page)).toEqual([])
    await above.page.getByLabel('退回原因').fill('处罚数与台账不符。')
    await above.page.getByRole('button', { name: '退回修改' }).click()
    await above.page.getByText(/汇总数据已于.*退回/).waitFor()

    await below.page.reload()
    await below.page.getByText('处罚数与台账不符。').waitFor()
    expect(await axeFindings(below.page)).toEqual([])
    await below.page.getByRole('button', { name: '上报汇总数据' }).click()
    await below.page.getByText('等待上一级审核').waitFor()

    await above.page.reload()
    await above.page.getByRole('button', { name: '审核通过' }).click()
    await above.page.getByText(/汇总数据已于.*审核通过/).waitFor()
    await above.page.getByRole('button', { name: 'English' }).click()
    await above.page.getByText(/accepted the report on/).waitFor()
    expect(await axeFindings(above.page)).toEqual([])
    await above.page.getByRole('button', { name: '中文' }).click()
    await above.page.getByText(/汇总数据已于.*审核通过/).waitFor()
    await above.context.close()
    await below.context.close()
  })

  it.each([375, 360])('fits a page of %i px', async (width) => {
    const { page, context } = await door.visit(coordinator, '/rounds/levels/report?unit=county', { width })
    await page.getByRole('button', { name: '退回修改' }).click()
    await page.getByLabel('退回原因').waitFor()
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)
    await context.close()
  })
})
