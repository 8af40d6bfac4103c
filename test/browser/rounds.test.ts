/* A coordinator at the pages of rounds: plans, looks, tries a letter, approves, changes, closes; a leader reads. */
/// <reference lib="dom" />
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { must } from '../../local/api-client.ts'
import { instant } from '../../shared/time.ts'
import { openRound, roundOf } from '../over-http.ts'
import { axeFindings, type FrontDoor, openFrontDoor } from './front-door.ts'
import { sentBack } from './sent-back.ts'

const coordinator = 'coordinator@office.example'

let door: FrontDoor
beforeAll(async () => {
  door = await openFrontDoor()
  await door.office.hire('clerk', { unit: 'sibling', role: 'reporter' })
  await door.office.hire('reader', { unit: 'city', role: 'leader' })
})
afterAll(() => door.stop())
/* The browser itself notes each refusal that a test has asked for. */
const isRefusal = (complaint: string): boolean => /status of (409|422)/.test(complaint)
afterEach(() => {
  expect(door.complaints().filter((complaint) => !isRefusal(complaint))).toEqual([])
})

const api = () => door.office.as(coordinator)
const save = (page: Page) => page.getByRole('button', { name: /^保存(计划|更改)/ }).click()
const approve = (page: Page) => page.getByRole('button', { name: '批准并按上述时间开启' })
const wrong = (page: Page) => page.locator('.errors li').allTextContents()
const isWider = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)

describe('a round', () => {
  it('is planned, looked through, approved, and opened by the clock', async () => {
    const { page, context } = await door.visit(coordinator, '/rounds')
    await page.getByText('还没有填报任务').waitFor()
    await page.getByRole('link', { name: '拟定新任务' }).click()
    await page.locator('#title').fill('2019年度报告')
    await page.locator('#id').fill('season')
    await page.locator('#year').fill('2019')
    await page.locator('#opens-day').fill('2020-01-07')
    await page.locator('#due-day').fill('2020-01-30')
    await page.locator('#due-time').fill('24：00')
    await page.getByLabel('从下列单位中选择').check()
    await page.getByLabel('sibling公安局').check()
    await page.getByLabel('county公安局').check()

    /* Nothing is lost to a reload. */
    await page.reload()
    await page.getByText('尚未保存的内容').waitFor()
    expect(await page.locator('#id').inputValue()).toBe('season')
    await save(page)

    await approve(page).waitFor()
    const facts = await page.locator('.round-facts').textContent()
    expect(facts).toContain('2020年1月30日（星期四）24:00')
    expect(facts).toContain('2 个单位：county公安局、sibling公安局'.slice(0, 5))
    /* Spring Festival lay on the due day, and the steps after it move. */
    expect(await page.locator('[data-step=overdue1]').textContent()).toContain('为休息日（春节），已调整')
    expect(await page.locator('[data-step=before14]').textContent()).toContain('不发送')
    const opening = page.locator('[data-step=opening]')
    await opening.locator('summary').click()
    expect(await opening.textContent()).toContain('clerk@office.example')

    await opening.getByRole('button', { name: /查看信件/ }).click()
    await opening.locator('.letter-picture').waitFor()
    await page.waitForFunction(() =>
      document.querySelector('.letter-picture')?.shadowRoot?.textContent?.includes('sibling'),
    )
    expect(
      await opening
        .locator('.letter-picture table')
        .first()
        .evaluate((at) => at.getAttribute('style')),
    ).not.toBe(null)
    expect(await axeFindings(page)).toEqual([])
    await opening.getByRole('button', { name: '纯文字' }).click()
    expect(await opening.locator('.letter-text').textContent()).toContain('sibling')
    await opening.getByRole('button', { name: '给我发一封测试信' }).click()
    await opening.getByText(`测试信已发往 ${coordinator}`).waitFor()
    await door.system.settle()
    const letters = await door.system.mail()
    expect(letters.map(({ to }) => to.join())).toEqual([expect.stringContaining(coordinator)])

    await approve(page).click()
    await page.getByText('已批准。任务将于 2020年1月7日（星期二）09:00 自动开启。').waitFor()
    await door.system.clock.moveTo(instant('2020-01-07T09:30:00+08:00'))
    await door.system.settle()
    expect((await door.system.mail()).filter(({ to }) => to.join().includes('clerk@')).length).toBe(1)
    await page.goto(`${door.system.url}/rounds/season/log`)
    await page.getByText('批准开启').waitFor()
    expect(await page.locator('.round-log li').allTextContents()).toEqual([
      expect.stringContaining('拟定任务，截止 2020年1月30日（星期四）24:00'),
      expect.stringContaining('批准开启'),
      expect.stringContaining('系统按时 开启'),
    ])
    await context.close()
  })

  it('is copied from last year with its year and dates moved', async () => {
    const { page, context } = await door.visit(coordinator, '/rounds/new?from=season')
    await page.getByText('已沿用「2019年度报告」的全部设置').waitFor()
    const values = await Promise.all(
      ['#title', '#id', '#year', '#due-day', '#due-time'].map((at) => page.locator(at).inputValue()),
    )
    expect(values).toEqual(['2020年度报告', 'season-2020', '2020', '2021-01-30', '24:00'])
    expect(await page.getByLabel('sibling公安局').isChecked()).toBe(true)
    /* A later year has another edition. */
    await page.locator('#year').fill('2021')
    expect(await page.locator('#edition input').nth(1).isChecked()).toBe(true)
    await context.close()
  })

  it('is refused with each thing at its field, and nothing typed is lost', async () => {
    const { page, context } = await door.visit(coordinator, '/rounds/new')
    await page.locator('#year').fill('2022')
    expect(await page.locator('#title').inputValue()).toContain('2022年度')
    await page.locator('#due-day').fill('2020-01-02')
    await page.locator('#opens-day').fill('2020-01-03')
    await save(page)
    expect(await wrong(page)).toEqual(['截止时间须晚于开始填报的时间。'])
    await page.locator('#title').fill('')
    await page.locator('#due-day').fill('2019-12-31')
    await page.locator('#zone').fill('Europe/Berlin')
    await page.locator('#opens-day').fill('2020-03-29')
    await page.locator('#opens-time').fill('02:30')
    await page.locator('#daysOff').fill('2020-02-31')
    await save(page)
    expect(await wrong(page)).toEqual([
      '请填写任务名称。',
      '开始填报：该日钟表拨快，没有 02:30 这一时刻；可填 03:30。',
      '“2020-02-31”不是历法中的日期，应写作 2020-01-23。',
    ])
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('errors')
    await page.locator('.errors a').first().press('Enter')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('title')
    expect(await axeFindings(page)).toEqual([])

    /* What the API knows better comes back to its field as well. */
    await page.locator('#title').fill('又一次')
    await page.locator('#id').fill('season')
    await page.locator('#opens-time').fill('09:00')
    await page.locator('#daysOff').fill('')
    await page.locator('#due-day').fill('2020-10-25')
    await page.locator('#due-time').fill('02:30')
    await page.getByText('这一时刻出现两次').first().waitFor()
    await page.getByLabel('第二次（UTC+01:00）').check()
    await page.locator('#step-1-at').fill('23:00')
    await page.locator('#year').fill('2019')
    await save(page)
    await expect.poll(() => wrong(page)).toEqual(['提醒只在 07:00 至 21:00 之间发送。'])
    await page.locator('#step-1-at').fill('09:00')
    await save(page)
    await page.locator('.errors').getByText('已被使用').waitFor()
    await page.locator('#id').fill('berlin')
    await save(page)
    await approve(page).waitFor()
    expect(must(await (await api()).call('getRound', { path: { round: 'berlin' } })).dueAt).toBe(
      '2020-10-25T01:30:00.000Z',
    )
    await context.close()
  })

  it('may be due in a year whose holidays nobody knows, which is said; and is not approved once due', async () => {
    const far = {
      opensAt: '2038-01-04T09:00:00+08:00',
      dueAt: '2038-02-01T00:00:00+08:00',
      year: 2037,
      forms: ['ogi-2021'],
    }
    must(await (await api()).call('postRound', { body: roundOf('far', far) }))
    const past = { opensAt: '2019-12-02T09:00:00+08:00', dueAt: '2020-01-01T00:00:00+08:00' }
    must(await (await api()).call('postRound', { body: roundOf('past', past) }))
    const { page, context } = await door.visit(coordinator, '/rounds/far/settings')
    await page.getByText('2038 年的节假日安排尚未公布').first().waitFor()
    await page.goto(`${door.system.url}/rounds/past/settings`)
    await approve(page).click()
    await page.getByText('截止时间已过，请先修改截止时间再批准。').waitFor()
    await context.close()
  })

  it('shows what a changed calendar moves, and what a colleague changed first', async () => {
    const { page, context } = await door.visit(coordinator, '/rounds/season/settings/change')
    await page.locator('#daysOff').fill('2020-01-17')
    await page.locator('#title').fill('2019年度报告（改）')
    const { version } = must(await (await api()).call('getRound', { path: { round: 'season' } }))
    const theirs = { version, title: '同事的名称', statutory: true }
    must(await (await api()).call('patchRound', { path: { round: 'season' }, body: theirs }))
    await save(page)
    await page.getByText('保存之前，任务设置已被他人修改').waitFor()
    expect(await page.locator('.notice.warn li').allTextContents()).toEqual([
      '这是向本级政府的法定报送：已改，现采用新内容。',
      '任务名称：对方改为“同事的名称”，以下仍是您填写的内容；再次保存即以您的为准。',
    ])
    expect(await page.locator('#title').inputValue()).toBe('2019年度报告（改）')
    await save(page)
    await page.getByText('更改已保存，提醒安排随之调整').waitFor()
    expect(await page.locator('.notice.good li').allTextContents()).toEqual(
      expect.arrayContaining([expect.stringMatching(/截止前 \d+ 个工作日：由 .* 改为 /)]),
    )
    const now = must(await (await api()).call('getRound', { path: { round: 'season' } }))
    expect([now.title, now.statutory, now.calendar.extraDaysOff]).toEqual(['2019年度报告（改）', true, ['2020-01-17']])
    await context.close()
  })

  it('is closed only when whoever is under correction has been named', async () => {
    await openRound(await api(), 'closing', { forms: ['ogi-2019'] })
    await sentBack(door, 'closing')
    const { page, context } = await door.visit(coordinator, '/rounds/closing/settings')
    await page.getByText(/还有 \d 个单位没有报送/).waitFor()
    await page.getByRole('button', { name: '关闭任务…' }).click()
    await page.getByRole('button', { name: '确认关闭' }).click()
    await page.getByText('有 1 个单位的报表已退回修改、尚未重新报送').waitFor()
    expect(await page.locator('.notice.warn li').allTextContents()).toContain('sibling公安局')
    await page.getByRole('button', { name: '仍要关闭' }).click()
    await page.getByText('任务已关闭，不再接收报送。').waitFor()
    expect(must(await (await api()).call('getRound', { path: { round: 'closing' } })).stage).toBe('closed')
    await context.close()
  })

  it('is read by a leader, who can change nothing', async () => {
    const { page, context } = await door.visit('reader@office.example', '/rounds')
    await page.getByRole('link', { name: '2019年度报告（改）', exact: true }).waitFor()
    expect(await page.getByRole('link', { name: /拟定新任务|沿用/ }).count()).toBe(0)
    await page.goto(`${door.system.url}/rounds/far/settings`)
    await page.locator('.round-facts').waitFor()
    expect(await page.getByRole('button', { name: /批准|关闭/ }).count()).toBe(0)
    expect(await page.getByRole('link', { name: /修改设置/ }).count()).toBe(0)
    await context.close()
  })

  it('is read by whoever collects in the middle, with the plan of their own', async () => {
    const email = await door.office.hire('middle', { unit: 'county', role: 'coordinator' })
    const { page, context } = await door.visit(email, '/rounds/far/settings?unit=county')
    await page.getByRole('heading', { name: 'county公安局所收报表的提醒安排' }).waitFor()
    expect(await approve(page).count()).toBe(0)
    expect(door.complaints()).toEqual([expect.stringMatching(/403/)])
    await context.close()
  })

  it('is approved with the keyboard alone', async () => {
    must(await (await api()).call('postRound', { body: roundOf('keys', { opensAt: '2020-01-20T09:00:00+08:00' }) }))
    const { page, context } = await door.visit(coordinator, '/rounds/keys/settings')
    await approve(page).waitFor()
    for (let i = 0; i < 120; i += 1) {
      await page.keyboard.press('Tab')
      if ((await page.evaluate(() => document.activeElement?.textContent)) === '批准并按上述时间开启') break
    }
    await page.keyboard.press('Enter')
    await page.getByText('已批准。任务将于').waitFor()
    expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('status')
    await context.close()
  })

  it('fits every screen in both languages, and axe finds nothing', async () => {
    const paths = ['/rounds', '/rounds/new', '/rounds/far/settings', '/rounds/far/settings/change', '/rounds/far/log']
    for (const width of [1280, 375, 360]) {
      const { page, context } = await door.visit(coordinator, '/rounds', { width })
      for (const language of ['English', '中文'])
        for (const path of paths) {
          await page.goto(door.system.url + path)
          await page.getByRole('button', { name: language }).click()
          await page.locator('.card').first().waitFor()
          expect(await isWider(page), `${path} ${width} ${language}`).toBe(false)
          if (width !== 375) expect(await axeFindings(page), `${path} ${width} ${language}`).toEqual([])
        }
      await context.close()
    }
  })
})
