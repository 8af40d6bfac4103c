/*
 * A coordinator at the pages of review, in a real browser: comments, sending back and what the unit answers, the next
 * return with one key, several at once, two coordinators at one revision, a unit that withdraws meanwhile.
 */
/// <reference lib="dom" />
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type Api, must } from '../../local/api-client.ts'
import type { Cells } from '../../shared/form/cells.ts'
import { openRound, signOff, tree, unitOf, wholeReturn } from '../over-http.ts'
import { forms } from './fill-in.ts'
import { axeFindings, type FrontDoor, openFrontDoor } from './front-door.ts'

const boss = 'coordinator@office.example'
const received = 'requests.received.naturalPerson'
const granted = 'requests.granted.naturalPerson'
const decisions = 'proactive.penalties.decisions'
const peers = ['p1', 'p2', 'p3', 'p4', 'p5'] as const

let door: FrontDoor
let coordinator: Api
let colleague = ''
const emails = new Map<string, string>()

beforeAll(async () => {
  door = await openFrontDoor()
  coordinator = await door.office.as(boss)
  colleague = await door.office.hire('colleague', { unit: 'city', role: 'coordinator' })
  for (const unit of peers) await door.office.units.putUnit(unitOf(unit, tree.city), undefined, undefined)
  for (const unit of ['sibling', ...peers])
    emails.set(unit, await door.office.hire(`clerk-${unit}`, { unit, role: 'reporter' }))
})
afterAll(() => door.stop())
afterEach(() => {
  /* A refusal is an answer; the browser's console counts it as an error all the same. */
  expect(door.complaints().filter((said) => !/status of (409|422)/.test(said))).toEqual([])
})

const emailOf = (unit: string): string => emails.get(unit) ?? ''
const clerkOf = (unit: string): Promise<Api> => door.office.as(emailOf(unit))
const open = (round: string) => openRound(coordinator, round, { forms, title: '2019年度政府信息公开工作年度报告' })
const reviewPath = (round: string, unit = 'sibling') => `/rounds/${round}/review/${unit}`

const handIn = async (round: string, unit = 'sibling', figures: Cells = {}): Promise<void> => {
  const api = await clerkOf(unit)
  const path = { round, unit }
  const { version } = must(await api.call('getReturn', { path }))
  const body = { base: version, cells: wholeReturn(forms, figures) }
  const saved = must(await api.call('patchReturn', { path, body }))
  must(await api.call('submitReturn', { path, body: { version: saved.version, signOff } }))
}

const seen = async (round: string, unit = 'sibling') =>
  must(await coordinator.call('getReturn', { path: { round, unit } }))

const cellButton = (page: Page, cell: string) => page.locator(`button[data-cell="${cell}"]`)
const writeAt = async (page: Page, cell: string, text: string): Promise<void> => {
  await cellButton(page, cell).click()
  await page.locator(`textarea[id="comment-${cell}"]`).fill(text)
}
const allKept = (page: Page) => page.locator('[data-comments=saved]').waitFor()
const ready = (page: Page) => page.getByRole('heading', { level: 2, name: '需要看的内容' }).waitFor()

const visitReview = async (email: string, round: string, unit = 'sibling') => {
  const visitor = await door.visit(email, reviewPath(round, unit))
  await ready(visitor.page)
  return visitor
}

const sendBack = async (page: Page, reason: string): Promise<void> => {
  await page.getByRole('button', { name: '退回修改' }).click()
  await page.getByLabel('退回原因').fill(reason)
  await page.getByRole('button', { name: '确认退回' }).click()
}

describe('a coordinator who reviews', () => {
  it('comments, sends back, is answered, and sees what changed in the second submission', async () => {
    await open('to-and-fro')
    await handIn('to-and-fro', 'sibling', { [received]: 5, [granted]: 5 })
    const { page, context } = await visitReview(boss, 'to-and-fro')
    await writeAt(page, received, '与平台台账不一致，请核对。')
    await allKept(page)
    await page.reload()
    await ready(page)
    await page.getByText('与平台台账不一致，请核对。').waitFor()
    await cellButton(page, received).click()
    expect(await page.locator(`textarea[id="comment-${received}"]`).inputValue()).toBe('与平台台账不一致，请核对。')

    await page.getByRole('button', { name: '退回修改' }).click()
    await page.getByRole('button', { name: '确认退回' }).click()
    await page.getByText('请写明原因。').waitFor()
    await page.getByLabel('退回原因').fill('申请数量有出入。')
    await page.getByLabel('改正期限').fill('2020-01-25')
    await page.getByText('所选日期是休息日').waitFor()
    await page.getByLabel('改正期限').fill('2020-01-10')
    await page.getByLabel('时刻').selectOption('17:30')
    await page.getByRole('button', { name: '确认退回' }).click()
    await page.getByText(/的报表已退回，改正期限 2020年1月10日.*17:30/).waitFor()
    const { correction } = await seen('to-and-fro')
    expect(correction).toMatchObject({ reason: '申请数量有出入。', comments: [{ cell: received }] })
    expect(Date.parse(correction?.dueAt ?? '')).toBe(Date.parse('2020-01-10T17:30:00+08:00'))

    const unit = await door.visit(emailOf('sibling'), '/rounds/to-and-fro/returns/sibling/requests')
    await unit.page.getByText('与平台台账不一致，请核对。').first().waitFor()
    await unit.page.getByRole('button', { name: /^答复/ }).click()
    await unit.page.getByRole('button', { name: '保存答复' }).click()
    await unit.page.getByText('请写明答复的内容。').waitFor()
    await unit.page.getByLabel(/的意见答复/).fill('漏计一件，已补。')
    await unit.page.getByRole('button', { name: '保存答复' }).click()
    await unit.page.getByText('clerk-sibling答复：漏计一件，已补。').waitFor()
    expect(await axeFindings(unit.page)).toEqual([])
    await unit.context.close()

    await handIn('to-and-fro', 'sibling', { [received]: 6, [granted]: 6 })
    await page.reload()
    await ready(page)
    const row = page
      .getByRole('table', { name: /与第 1 次报送相比的改动/ })
      .getByRole('row', { name: /一、本年新收.*自然人/ })
    expect(await row.getByRole('cell').allTextContents()).toEqual(['5', '6'])
    expect(await cellButton(page, received).textContent()).toContain('65')
    expect(await cellButton(page, received).getAttribute('aria-label')).toContain('原 5')
    await page.locator('#last-review').getByText('coordinator于').waitFor()
    await cellButton(page, received).click()
    await page.locator('.comment-box').getByText('clerk-sibling答复：漏计一件，已补。').waitFor()
    await page.getByRole('button', { name: '通过', exact: true }).click()
    await page.getByText('sibling公安局的报表已通过。').waitFor()
    await page.getByText('没有其他待审的报表。').waitFor()
    expect((await seen('to-and-fro')).stage).toBe('accepted')
    await context.close()
  })

  it('goes to the next return with one key, after accepting and without, and never while typing', async () => {
    await open('one-key')
    await handIn('one-key', 'p1')
    await handIn('one-key', 'p2')
    await handIn('one-key', 'p3')
    const { page, context } = await visitReview(boss, 'one-key', 'p1')
    await page.getByRole('button', { name: /下一份待审/ }).waitFor()
    await cellButton(page, received).click()
    await page.locator('textarea').first().press('Alt+n')
    expect(page.url()).toContain('/review/p1')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: '通过', exact: true }).click()
    await page.getByRole('link', { name: '下一份待审：p2公安局' }).waitFor()
    await page.keyboard.press('Alt+n')
    await page.getByRole('heading', { level: 1, name: '审核：p2公安局' }).waitFor()
    await page.getByRole('button', { name: /下一份待审/ }).waitFor()
    await page.keyboard.press('Alt+n')
    await page.getByRole('heading', { level: 1, name: '审核：p3公安局' }).waitFor()
    await sendBack(page, '请补充。')
    await page.getByRole('link', { name: '下一份待审：p2公安局' }).waitFor()
    /* The link has the focus. */
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: '审核：p2公安局' }).waitFor()
    await context.close()
  })

  it('accepts several at once; what needs reading is refused by name', async () => {
    await open('several')
    for (const unit of peers) await handIn('several', unit, unit === 'p5' ? { [decisions]: 4000 } : { [decisions]: 3 })
    await handIn('several', 'sibling', { [decisions]: 2 })
    const { page, context } = await door.visit(boss, '/rounds/several/review')
    await page.getByLabel('选择全部无疑点的报表').check()
    await page.getByRole('button', { name: '通过所选 6 份' }).click()
    await page.getByText('已通过 5 份。').waitFor()
    const refused = page.getByRole('alert')
    expect(await refused.textContent()).toContain('p5公安局')
    expect(await axeFindings(page)).toEqual([])
    await refused.getByRole('link', { name: 'p5公安局' }).click()
    await ready(page)
    await page.getByText(/4000，与其他数字相差较大/).waitFor()
    await page.getByText('同级 5 个单位的中位数为 3').waitFor()
    await context.close()
  })

  it('shares a revision with a colleague: both sentences are shown, nothing is lost', async () => {
    await open('two')
    await handIn('two')
    const one = await visitReview(boss, 'two')
    const two = await visitReview(colleague, 'two')
    await writeAt(one.page, received, '第一句。')
    await allKept(one.page)
    await writeAt(two.page, granted, '别处的意见。')
    await writeAt(two.page, received, '第二句。')
    await two.page.getByText('coordinator在这一格也写了意见，请选定一条。').first().waitFor()
    const dispute = two.page.getByRole('alert').filter({ hasText: '在这一格也写了意见' })
    expect(await dispute.textContent()).toMatch(/第一句。.*第二句。/)
    await two.page.getByRole('button', { name: '用我的' }).click()
    await allKept(two.page)
    const { reviewDraft } = await seen('two')
    expect(reviewDraft?.comments.map(({ cell, text, by }) => [cell, text, by.id])).toEqual([
      [received, '第二句。', 'colleague'],
      [granted, '别处的意见。', 'colleague'],
    ])
    /* The colleague accepts; the other is told, and what they had typed is still there. */
    await two.page.getByRole('button', { name: '通过', exact: true }).click()
    await two.page.getByText('的报表已通过').waitFor()
    await sendBack(one.page, '我的退回原因。')
    const refusal = one.page.getByRole('alert').filter({ hasText: '没有办成' })
    await refusal.waitFor()
    expect(await one.page.getByLabel('退回原因').inputValue()).toBe('我的退回原因。')
    await refusal.getByRole('button', { name: '重新读取' }).click()
    await one.page.getByText('本报表已审核通过。').waitFor()
    await one.context.close()
    await two.context.close()
  })

  it('keeps what was typed when the unit withdraws meanwhile, for the next submission', async () => {
    await open('withdrawn')
    await handIn('withdrawn')
    const { page, context } = await visitReview(boss, 'withdrawn')
    await writeAt(page, received, '先存下的意见。')
    await allKept(page)
    must(await (await clerkOf('sibling')).call('withdrawReturn', { path: { round: 'withdrawn', unit: 'sibling' } }))
    await writeAt(page, granted, '撤回之后写的。')
    const refusal = page.getByRole('alert').filter({ hasText: '没有办成' })
    await refusal.getByRole('button', { name: '重新读取' }).click()
    await page.getByText('填报单位已撤回，正在修改，重新报送后再审核。').waitFor()
    const unsent = page.getByText('以下意见没有发出，可以复制：').locator('..')
    expect(await unsent.textContent()).toMatch(/先存下的意见。.*撤回之后写的。/)
    expect(await axeFindings(page)).toEqual([])
    await context.close()
  })

  it('reopens an accepted return after the closing, for that unit alone', async () => {
    await open('reopened')
    await handIn('reopened')
    must(
      await coordinator.call('reviewReturn', {
        path: { round: 'reopened', unit: 'sibling' },
        body: { revision: 1, decision: 'accept' },
      }),
    )
    must(await coordinator.call('closeRound', { path: { round: 'reopened' }, body: {} }))
    const { page, context } = await visitReview(boss, 'reopened')
    await page.getByRole('button', { name: '重新打开' }).click()
    await page.getByLabel('重新打开的原因').fill('省厅复核发现错误。')
    await page.getByLabel('改正期限').fill('2020-01-03')
    await page.getByRole('button', { name: '确认重新打开' }).click()
    await page.getByRole('alert').filter({ hasText: '没有办成' }).waitFor()
    expect(await page.getByLabel('重新打开的原因').inputValue()).toBe('省厅复核发现错误。')
    await page.getByLabel('改正期限').fill('2020-01-19')
    await page.getByRole('button', { name: '确认重新打开' }).click()
    await page.getByText(/的报表已重新打开，更正期限 2020年1月19日/).waitFor()
    await handIn('reopened', 'sibling', { [received]: 1, [granted]: 1 })
    await page.reload()
    await ready(page)
    await page.getByRole('button', { name: '通过', exact: true }).waitFor()
    await context.close()
  })

  it('fills in on behalf of a unit, and takes that back', async () => {
    await open('behalf')
    const { page, context } = await door.visit(boss, reviewPath('behalf'))
    await page.getByText('还没有报送').waitFor()
    expect(await page.getByRole('link', { name: '代本单位填报' }).getAttribute('href')).toBe(
      '/rounds/behalf/returns/sibling',
    )
    const path = { round: 'behalf', unit: 'sibling' }
    const saved = must(await coordinator.call('patchReturn', { path, body: { base: 0, cells: wholeReturn(forms) } }))
    must(await coordinator.call('submitReturn', { path, body: { version: saved.version, signOff } }))
    await page.reload()
    await page.getByText(/coordinator（代填代报）/).waitFor()
    await page.getByRole('button', { name: '撤回代报' }).click()
    await page.getByRole('button', { name: '确认撤回' }).click()
    await page.getByText('已撤回代sibling公安局报送的报表。').waitFor()
    await context.close()
  })

  it('does all of it with the keyboard', async () => {
    await open('keys')
    await handIn('keys', 'sibling', { [received]: 1, [granted]: 1 })
    const { page, context } = await visitReview(boss, 'keys')
    const tabTo = async (name: RegExp): Promise<void> => {
      for (let i = 0; i < 200; i += 1) {
        await page.keyboard.press('Tab')
        const at = await page.evaluate(() => {
          const { activeElement: here } = document
          return `${here?.getAttribute('aria-label') ?? ''}${here?.textContent ?? ''}${here?.id ?? ''}`
        })
        if (name.test(at)) return
      }
      throw new Error(`No Tab led to ${name}.`)
    }
    await tabTo(/本年新收.*自然人/)
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('Enter')
    await page.keyboard.type('用键盘写的意见。')
    await page.keyboard.press('Escape')
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-cell'))).toBe(received)
    await allKept(page)
    await tabTo(/^退回修改/)
    await page.keyboard.press('Enter')
    await page.keyboard.type('用键盘退回。')
    await tabTo(/^确认退回/)
    await page.keyboard.press('Enter')
    await page.getByText('的报表已退回').waitFor()
    expect((await seen('keys')).correction).toMatchObject({
      reason: '用键盘退回。',
      comments: [{ text: '用键盘写的意见。' }],
    })
    await context.close()
  })

  it.each([1280, 375, 360])(
    'has no accessibility finding and no overflow at %i pixels, in both languages',
    async (width) => {
      const round = `look-${width}`
      await open(round)
      await handIn(round, 'sibling', { [received]: 5, [granted]: 5 })
      const { page, context } = await door.visit(boss, reviewPath(round), { width })
      await ready(page)
      await writeAt(page, received, '请核对。')
      await page.getByRole('button', { name: '退回修改' }).click()
      const overflow = () =>
        page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
      expect([await axeFindings(page), await overflow()]).toEqual([[], 0])
      await page.getByRole('button', { name: 'English' }).click()
      await page.getByRole('heading', { level: 2, name: 'What needs reading' }).waitFor()
      expect([await axeFindings(page), await overflow()]).toEqual([[], 0])
      await page.getByRole('button', { name: '中文' }).click()
      await page.getByRole('heading', { level: 2, name: '需要看的内容' }).waitFor()
      await context.close()
    },
  )
})
