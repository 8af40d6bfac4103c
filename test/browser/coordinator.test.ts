/*
 * A season from the coordinator's chair: one person signs in once and does all of it at the pages, from copying last
 * year's round to the circular, as a person clicks; what decides is done by keyboard alone. Units hand in over HTTP.
 */
/// <reference lib="dom" />
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Api, must } from '../../local/api-client.ts'
import { instant } from '../../shared/time.ts'
import { roundOf, signOff, tree, unitOf, wholeReturn } from '../over-http.ts'
import { type FrontDoor, openFrontDoor } from './front-door.ts'

const chief = 'coordinator@office.example'
const forms = ['ogi-2019', 'police-supplement']
const units = ['p1', 'p2', 'p3', 'p4', 'sibling'] as const
type OfRound = (typeof units)[number]
const received = 'requests.received.naturalPerson'
const granted = 'requests.granted.naturalPerson'
const round = 'season-2020'

let door: FrontDoor
let page: Page
const clerks = new Map<string, Api>()

const handIn = async (unit: OfRound, figures: Readonly<Record<string, number>> = {}): Promise<void> => {
  const api = clerks.get(unit)
  if (api === undefined) throw new RangeError(unit)
  const path = { round, unit }
  const { version: base } = must(await api.call('getReturn', { path }))
  const cells = wholeReturn(forms, { 'proactive.penalties.decisions': 3, ...figures })
  const { version } = must(await api.call('patchReturn', { path, body: { base, cells } }))
  must(await api.call('submitReturn', { path, body: { version, signOff } }))
}
const goTo = async (moment: string): Promise<void> => {
  await door.system.clock.moveTo(instant(`${moment}+08:00`))
  await door.system.settle()
}
/** By keyboard alone: Tab until it is reached, then Enter. */
const press = async (wanted: Locator): Promise<void> => {
  await wanted.waitFor()
  for (let tabs = 0; tabs < 150; tabs += 1) {
    if (await wanted.evaluate((at) => at === document.activeElement)) return page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
  }
  throw new Error('the keyboard does not come there')
}
const button = (name: string | RegExp) => page.getByRole('button', { name })
const inRound = (name: string) => page.getByRole('navigation', { name: '本次填报任务' }).getByRole('link', { name })
const rowOf = (unit: OfRound) => page.locator(`tr[data-unit=${unit}]`)
/* What a person does who comes back to the window. */
const lookAgain = () => page.evaluate(() => window.dispatchEvent(new Event('focus')))

beforeAll(async () => {
  door = await openFrontDoor()
  const { office, system } = door
  for (const unit of units) {
    if (unit !== 'sibling') await office.units.putUnit(unitOf(unit, tree.city), undefined, undefined)
    clerks.set(unit, await office.as(await office.hire(`clerk-${unit}`, { unit, role: 'reporter' })))
  }
  system.faults.set({ kind: 'bounce', address: 'clerk-p4@office.example' })
  const dates = { opensAt: '2019-01-07T09:00:00+08:00', dueAt: '2019-02-01T00:00:00+08:00' }
  const last = roundOf('season-2019', { title: '2019年度报告', year: 2019, forms, units, ...dates })
  must(await (await office.as(chief)).call('postRound', { body: last }))
  page = (await door.visit(chief, '/rounds')).page
})
afterAll(() => door?.stop())

/* One season: each step stands on the one before. */
describe('a season from the chair of the coordinator', () => {
  it("begins as a copy of last year's, whose letters are read before it is approved, by keyboard", async () => {
    await page.getByRole('link', { name: /沿用.*2019年度报告/ }).click()
    await page.getByText('已沿用「2019年度报告」的全部设置').waitFor()
    expect(await page.locator('#id').inputValue()).toBe(round)
    expect(await page.locator('#due-day').inputValue()).toBe('2020-01-31')
    await press(button(/^保存计划/))
    const opening = page.locator('[data-step=opening]')
    await opening.locator('summary').click()
    await opening.getByRole('button', { name: /查看信件/ }).click()
    await opening.getByRole('button', { name: '纯文字' }).click()
    expect(await opening.locator('.letter-text').textContent()).toContain('2020年度报告')
    await press(button('批准并按上述时间开启'))
    await page.getByText('已批准。任务将于 2020年1月7日（星期二）09:00 自动开启。').waitFor()
  })

  it('is opened by the clock; the board shows who is missing; one unit is written to now', async () => {
    await goTo('2020-01-08T10:00:00')
    await page.getByRole('link', { name: '填报任务' }).first().click()
    await page.getByRole('link', { name: '2020年度报告', exact: true }).click()
    await rowOf('sibling').getByText('未开始').waitFor()
    await rowOf('p4').getByText('邮件退回').waitFor()
    await page.getByText('显示 5 / 5 个单位').waitFor()
    await page.getByRole('checkbox', { name: '选择sibling公安局' }).check()
    await press(button('立即催报'))
    await page.getByText('将发出 1 封信').waitFor()
    await page.getByLabel('附言').fill('明天上午开会前请报送。')
    await press(button('更新预览'))
    await page.locator('.board-letter').getByText('明天上午开会前请报送').waitFor()
    await press(button('发送 1 封'))
    await page.locator('.board-writing').getByText('已发送 1 封提醒').waitFor()
    await button('收起').click()
  })

  it('gives one unit more time, and leaves another in peace', async () => {
    await press(rowOf('p3').getByRole('button', { name: /^办理/ }))
    await page.getByLabel('延至（日期）').fill('2020-02-10')
    await page.locator('input[name=reason]').fill('负责人外出培训')
    await page.keyboard.press('Enter')
    await rowOf('p3').getByText('延期：负责人外出培训').waitFor()
    await press(rowOf('p3').getByRole('button', { name: /^办理|^收起/ }))
    await rowOf('p4').getByRole('button', { name: /^办理/ }).click()
    await page.locator('input[name=mute-reason]').fill('已电话说好')
    await page.keyboard.press('Enter')
    await rowOf('p4').getByText('已暂停催报').waitFor()
  })

  it('reviews with a comment, sends back, and accepts the second submission, by keyboard', async () => {
    await handIn('sibling', { [received]: 5, [granted]: 5 })
    await lookAgain()
    await rowOf('sibling').getByText('已报送').waitFor()
    await page.getByRole('link', { name: '审核下一份' }).click()
    await page.getByRole('heading', { level: 2, name: '需要看的内容' }).waitFor()
    await press(page.locator(`button[data-cell="${received}"]`))
    await page.locator(`textarea[id="comment-${received}"]`).fill('与平台台账不一致，请核对。')
    await page.locator('[data-comments=saved]').waitFor()
    await press(button('退回修改'))
    await page.getByLabel('退回原因').fill('申请数量有出入。')
    await press(button('确认退回'))
    await page.getByText(/的报表已退回，改正期限/).waitFor()
    await handIn('sibling', { [received]: 6, [granted]: 6 })
    await page.reload()
    await page.getByRole('table', { name: /与第 1 次报送相比的改动/ }).waitFor()
    await press(page.getByRole('button', { name: '通过', exact: true }))
    await page.getByText('sibling公安局的报表已通过。').waitFor()
  })

  it('accepts several at once', async () => {
    for (const unit of ['p1', 'p2'] as const) await handIn(unit)
    await inRound('审核').click()
    await page.getByLabel('选择全部无疑点的报表').check()
    await press(button('通过所选 2 份'))
    await page.getByText('已通过 2 份。').waitFor()
  })

  it('mends a mailbox that sent letters back', async () => {
    await inRound('催报与信件').click()
    await press(button('邮箱已恢复：clerk-p4'))
    await page.getByText('clerk-p4@office.example 已恢复').waitFor()
  })

  it('is closed although one unit has not corrected yet, and one has not handed in', async () => {
    await handIn('p3')
    const body = { revision: 1, decision: 'sendBack', reason: '请核对', dueAt: '2020-02-20T00:00:00+08:00' } as const
    must(await (await door.office.as(chief)).call('reviewReturn', { path: { round, unit: 'p3' }, body }))
    await goTo('2020-02-12T10:00:00')
    await inRound('任务设置').click()
    await page.getByText(/还有 \d 个单位没有报送/).waitFor()
    await press(button('关闭任务…'))
    await press(button('确认关闭'))
    await page.locator('.notice.warn li').getByText('p3公安局').waitFor()
    await press(button('仍要关闭'))
    await page.getByText('任务已关闭，不再接收报送。').waitFor()
  })

  it('is written up and published', async () => {
    await inRound('汇总报告').click()
    await page.getByLabel('汇总报告正文：一、总体情况').fill('全年平稳。')
    await press(button('保存正文').first())
    await page.getByText('已保存').first().waitFor()
    await page.getByLabel(/已知下列单位未报送.*p4公安局/).check()
    await press(button('发布汇总报告'))
    await page.getByText(/已发布第 1 版（校验值/).waitFor()
  })

  it('ends with the appraisal and the draft circular; no page has complained of anything', async () => {
    await inRound('考核').click()
    await page
      .getByRole('row', { name: /p4公安局/ })
      .getByText('逾期未报')
      .waitFor()
    await page
      .getByRole('row', { name: /sibling公安局/ })
      .getByText('按时', { exact: true })
      .waitFor()
    const [draft] = await Promise.all([page.waitForEvent('download'), press(button('下载 Word 通报草稿'))])
    expect(draft.suggestedFilename()).toMatch(/逾期.*\.docx$/)
    expect(door.complaints().filter((said) => !/status of (409|422)/.test(said))).toEqual([])
  })
})
