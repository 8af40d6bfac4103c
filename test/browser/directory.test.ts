/* Units and people, as a coordinator and an administrator keep them: tree, posts, hand-over, removal, import. */
/// <reference lib="dom" />
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { must } from '../../local/api-client.ts'
import { openRound, tree, unitOf } from '../over-http.ts'
import { axeFindings, type FrontDoor, openFrontDoor } from './front-door.ts'

const coordinator = 'coordinator@office.example'
let door: FrontDoor
beforeAll(async () => {
  door = await openFrontDoor()
  await door.office.hire('boss', { unit: 'province', role: 'administrator' })
  await door.office.hire('clerk', { unit: 'sibling', role: 'reporter' })
})
afterAll(() => door.stop())
/* What is refused is an error of the console as well. */
const unexpected = () => door.complaints().filter((said) => !/status of (400|404|409|422|503)/.test(said))
afterEach(() => {
  expect(unexpected()).toEqual([])
})

const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
const focused = (page: Page) => page.evaluate(() => document.activeElement?.id)
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true })
const field = (page: Page, name: string) => page.getByLabel(name, { exact: true })
const unitPage = (unit: string) => `/directory/units/${unit}`
const added = async (name: string) => {
  await door.office.units.putUnit(unitOf(name, tree.county), undefined, undefined)
  return name
}
const emailsOf = async (unit: string) => (await door.office.units.peopleOf(unit)).map(({ email }) => email)

describe('the tree of units', () => {
  it('is walked and opened by keys alone, to the unit and its people', async () => {
    const { page, context } = await door.visit(coordinator, '/directory')
    const row = (id: string) => page.locator(`#tree-${id}`)
    await row('city').waitFor()
    expect(await row('town').count()).toBe(0)
    await field(page, '按名称或编码查找单位').focus()
    for (let i = 0; i < 3 && (await focused(page)) !== 'tree-city'; i += 1) await page.keyboard.press('Tab')
    expect(await focused(page)).toBe('tree-city')
    await page.keyboard.press('ArrowDown')
    expect(await focused(page)).toBe('tree-county')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    expect(await focused(page)).toBe('tree-town')
    await page.keyboard.press('ArrowLeft')
    expect(await focused(page)).toBe('tree-county')
    await page.keyboard.press('End')
    expect(await focused(page)).toBe('tree-sibling')
    expect(await row('county').getAttribute('aria-expanded')).toBe('true')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'sibling公安局' }).waitFor()
    await page.getByText('clerk@office.example').waitFor()
    /* It is as it was left. */
    await row('town').waitFor()
    expect(await row('sibling').getAttribute('aria-current')).toBe('page')
    await context.close()
  })

  it('is searched by name and by code, and shows whom nobody answers for', async () => {
    const { page, context } = await door.visit(coordinator, '/directory')
    await page
      .getByText(/没有可送达的填报人/)
      .first()
      .waitFor()
    await field(page, '按名称或编码查找单位').fill('VILLAGE')
    await page.getByText('找到 1 个单位').waitFor()
    await page.getByRole('link', { name: /village公安局/ }).click()
    await page.getByText('没有信件能够送达的填报人').waitFor()
    await context.close()
  })

  it('of 2,000 units is read in pages, and a letter of a search takes no long task', async () => {
    const { page, context } = await door.arrive()
    const all = Array.from({ length: 2000 }, (_, i) => ({ ...unitOf(`u${i}`, tree.city), unreachable: i % 7 === 0 }))
    const pages = [{ units: [{ ...tree.city, unreachable: false }, ...all.slice(0, 499)], after: 'u498' }]
    for (let at = 499; at < 2000; at += 500)
      pages.push({ units: all.slice(at, at + 500), ...(at + 500 < 2000 ? { after: `u${at + 499}` } : {}) } as never)
    let asked = 0
    await page.route('**/api/units*', (route) => {
      asked += 1
      return route.fulfill({ json: pages[asked - 1] })
    })
    await page.goto(`${door.system.url}/directory`)
    await page.getByRole('button', { name: '登录' }).click()
    await page.locator(`button[name=email][value="${coordinator}"]`).click()
    await page.locator('#tree-u1999').waitFor({ state: 'attached' })
    expect(asked).toBe(pages.length)
    const search = field(page, '按名称或编码查找单位')
    const took = await search.evaluate((input) => {
      const began = performance.now()
      if (input instanceof HTMLInputElement) input.value = 'u19'
      input.dispatchEvent(new Event('input', { bubbles: true }))
      return new Promise<number>((resolve) =>
        requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - began))),
      )
    })
    await page.getByText('找到 111 个单位，先列出 100 个').waitFor()
    expect(took).toBeLessThan(500)
    await context.close()
  })
})

describe('people', () => {
  it('are added; what is refused stands at its field and what was typed stays', async () => {
    const unit = await added('plus')
    const { page, context } = await door.visit(coordinator, unitPage(unit))
    await button(page, '添加人员').click()
    await field(page, '姓名').fill('王芳')
    await field(page, '邮箱').fill('wang@公安.中国')
    await button(page, '保存').click()
    await page.getByText('有 1 处需要改正，尚未保存').waitFor()
    expect(await field(page, '邮箱').getAttribute('aria-invalid')).toBe('true')
    expect(await page.locator('#person-email-problem').textContent()).toContain('电子邮箱')
    expect(await field(page, '姓名').inputValue()).toBe('王芳')
    await field(page, '邮箱').fill('CLERK@office.example')
    await button(page, '保存').click()
    await page.locator('#person-email-problem').filter({ hasText: '已' }).waitFor()
    /* Another unit, and back: it is still there. */
    await page.getByRole('link', { name: 'county', exact: true }).click()
    await page.getByRole('heading', { level: 1, name: 'county公安局' }).waitFor()
    await page.locator(`#tree-${unit}`).click()
    await page.getByRole('heading', { name: '添加人员' }).waitFor()
    expect(await field(page, '姓名').inputValue()).toBe('王芳')
    await field(page, '邮箱').fill('Wang.Fang@office.example')
    await field(page, '电话').fill('0972-8600001')
    await button(page, '保存').click()
    await page.getByText('已保存：王芳').waitFor()
    await page.locator(`#tree-${unit} .chip`).waitFor({ state: 'detached' })
    expect((await door.office.units.peopleOf(unit))[0]).toMatchObject({ name: '王芳', phone: '0972-8600001' })
    await context.close()
  })

  it('get another post and another address, and lose a post', async () => {
    const unit = await added('more')
    await door.office.hire('zhao', { unit, role: 'reporter' })
    const { page, context } = await door.visit(coordinator, unitPage(unit))
    await button(page, '修改zhao').click()
    await field(page, '邮箱').fill('zhao2@office.example')
    await page.getByText('旧邮箱不能再登录').waitFor()
    await button(page, '再加一个岗位').click()
    await field(page, '第 2 个岗位的单位编码').fill('sibling')
    await field(page, '第 2 个岗位的角色').selectOption('leader')
    await button(page, '保存').click()
    await page.getByText('已保存：zhao').waitFor()
    await page.getByText('zhao2@office.example').waitFor()
    const posts = [
      { unit, role: 'reporter' },
      { unit: 'sibling', role: 'leader' },
    ]
    expect((await door.office.units.personByEmail('zhao2@office.example'))?.posts).toEqual(posts)
    /* In two units: they are removed from this one alone. */
    await button(page, '移除zhao').click()
    await page.getByText('唯一可送达的填报人').waitFor()
    await button(page, '只免去本单位的岗位').click()
    await page.getByText('已移除zhao。').waitFor()
    expect((await door.office.units.personByEmail('zhao2@office.example'))?.posts).toEqual(posts.slice(1))
    await context.close()
  })

  it('hand over to somebody new, then to somebody registered, by keys alone', async () => {
    const unit = await added('hand')
    await door.office.hire('old', { unit, role: 'reporter' })
    await door.office.hire('next', { unit: 'county', role: 'leader' })
    const { page, context } = await door.visit(coordinator, unitPage(unit))
    await button(page, '移交old的岗位').focus()
    await page.keyboard.press('Enter')
    await page.getByText('将从名录中移除').waitFor()
    await field(page, '姓名').focus()
    await page.keyboard.type('新人')
    await page.keyboard.press('Tab')
    await page.keyboard.type('new@office.example')
    await page.keyboard.press('Enter')
    await page.getByText('old的岗位已移交给新人。').waitFor()
    expect(await emailsOf(unit)).toEqual(['new@office.example'])
    await button(page, '移交新人的岗位').click()
    await field(page, '已登记的人员').check()
    await button(page, '移交').click()
    await page.getByText('有 1 处需要改正').waitFor()
    await field(page, '接任人所在单位编码').fill('county')
    await page.locator('option', { hasText: 'next@office.example' }).waitFor({ state: 'attached' })
    await field(page, '接任人').selectOption({ label: 'next next@office.example' })
    await button(page, '移交').click()
    await page.getByText('新人的岗位已移交给next。').waitFor()
    expect(await emailsOf(unit)).toEqual(['next@office.example'])
    await context.close()
  })
})

describe('units', () => {
  it('are added and changed, and a code that is taken or a unit under itself is refused at the field', async () => {
    const { page, context } = await door.visit(coordinator, unitPage('county'))
    await button(page, '添加下级单位').click()
    await field(page, '编码').fill('sibling')
    await field(page, '中文名称').fill('新设分局')
    await button(page, '保存').click()
    await page.locator('#unit-unit-problem', { hasText: '已经登记' }).waitFor()
    await field(page, '编码').fill('Branch 9')
    await button(page, '保存').click()
    await page.locator('#unit-unit-problem', { hasText: '小写字母' }).waitFor()
    await field(page, '编码').fill('branch9')
    await button(page, '保存').click()
    await page.getByRole('heading', { level: 1, name: '新设分局' }).waitFor()
    expect(await door.office.units.unit('branch9')).toMatchObject({ parent: 'county', shortName: { zh: '新设分局' } })
    await button(page, '修改单位').click()
    await field(page, '中文名称').fill('新设直属分局')
    await field(page, '上级单位编码').fill('branch9')
    await button(page, '保存').click()
    await page.locator('#unit-parent-problem').waitFor()
    expect(await field(page, '中文名称').inputValue()).toBe('新设直属分局')
    await field(page, '上级单位编码').fill('city')
    await button(page, '保存').click()
    await page.getByRole('heading', { level: 1, name: '新设直属分局' }).waitFor()
    expect(await door.office.units.unit('branch9')).toMatchObject({
      parent: 'city',
      path: ['province', 'city', 'branch9'],
    })
    await context.close()
  })

  it('without a unit above are the administrator’s, who sees all and imports no earlier year', async () => {
    const { page, context } = await door.visit('boss@office.example', '/directory')
    await page.locator('#tree-province').waitFor()
    await button(page, '添加单位').click()
    await field(page, '编码').fill('second')
    await field(page, '中文名称').fill('第二省厅')
    await button(page, '保存').click()
    await page.getByRole('heading', { level: 1, name: '第二省厅' }).waitFor()
    await page.getByText('没有上级单位').waitFor()
    expect(await page.getByRole('link', { name: '往年数据' }).count()).toBe(0)
    await button(page, '添加人员').click()
    expect(await page.locator('option[value=administrator]').count()).toBe(1)
    await context.close()
  })
})

const heads = '单位编码,单位名称,上级单位编码,联系人,邮箱,手机,角色,语言'
const choose = (page: Page, text: string, name = '名录.csv') =>
  page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })

describe('an import', () => {
  it('is shown in words, then written whole', async () => {
    const { page, context } = await door.visit(coordinator, '/directory/import')
    await choose(
      page,
      `\ufeff${heads}\nimp1,导入分局,city,周敏,ZHOU@Office.example,,填报人,中文\nsibling,,,周敏,zhou@office.example,,领导,`,
    )
    await page.getByText('新增单位 导入分局（imp1）').waitFor()
    expect(await page.locator('.counts').textContent()).toMatch(/新增单位1.*新增人员1/)
    expect(await door.office.units.unit('imp1')).toBeUndefined()
    await button(page, '导入').click()
    await page.getByText(/导入完成，写入 \d 处变化/).waitFor()
    expect((await door.office.units.personByEmail('zhou@office.example'))?.posts).toEqual([
      { unit: 'imp1', role: 'reporter' },
      { unit: 'sibling', role: 'leader' },
    ])
    await context.close()
  })

  it.each([
    ['without a column', '单位名称,联系人\n某局,某人', /表头|缺少/],
    ['with swapped columns', `${heads}\nimp2,某局,city,a@office.example,李四,,填报人,`, /第 2 行 [DE] 列.*填反/],
    ['with one code twice', `${heads}\nimp3,甲局,city,,,,,\nimp3,乙局,city,,,,,`, /第 3 行 B 列.*不一致/],
    ['with a unit under itself', `${heads}\nimp4,某局,imp4,,,,,`, /第 2 行 C 列.*绕成了一圈/],
    ['with an address in Chinese', `${heads}\nsibling,,,王,王@公安.中国,,填报人,`, /第 2 行 E 列.*邮箱/],
    [
      'of 10,000 rows',
      [heads, ...Array.from({ length: 10_000 }, (_, i) => `x${i},局,city,,,,,`)].join('\n'),
      /最多导入 1000 行/,
    ],
  ])('%s is refused by row and column, with what to do, and writes nothing', async (_, text, says) => {
    const { page, context } = await door.visit(coordinator, '/directory/import')
    await choose(page, text)
    await page
      .getByText(/文件有 \d+ 处问题，未写入任何内容/)
      .first()
      .waitFor()
    expect((await page.locator('.changes tbody tr').allTextContents()).join('\n')).toMatch(says)
    expect(await button(page, '导入').count()).toBe(0)
    await context.close()
  })

  it.each([
    ['a picture', 'x', 'a.jpg', '不是 .xlsx 或 .csv 文件'],
    ['an empty file', '', 'a.csv', '空文件'],
    ['a renamed file', 'x', 'a.xlsx', ''],
    ['a file of 5 MB', 'x'.repeat(5_000_000), 'a.csv', '超过 4 MB'],
  ])('refuses %s with a sentence', async (_, text, name, says) => {
    const { page, context } = await door.visit(coordinator, '/directory/import')
    await choose(page, text, name)
    const alert = page.getByRole('alert')
    await alert.waitFor()
    expect(await alert.textContent()).toContain(says)
    await context.close()
  })

  it('that is broken off says how much is written, and the same file finishes it', async () => {
    const { page, context } = await door.visit(coordinator, '/directory/import')
    let broken = 0
    await page.route('**/api/units/import', (route) => {
      broken += 1
      if (broken > 1) return route.continue()
      const detail = '导入中断：已写入 3 项，还有 2 项未写入。请再次导入同一文件，即可补完。'
      return route.fulfill({ status: 503, json: { code: 'importBrokenOff', status: 503, detail } })
    })
    await choose(page, `${heads}\nimp5,续办分局,city,,,,,`)
    await button(page, '导入').click()
    await page.getByText('已写入 3 项，还有 2 项未写入').waitFor()
    await button(page, '用同一个文件继续').click()
    await page.getByText(/导入完成/).waitFor()
    expect(await door.office.units.unit('imp5')).toMatchObject({ parent: 'city' })
    await context.close()
  })

  it('begins with a template: the directory as it stands, as xlsx or csv', async () => {
    const { page, context } = await door.visit(coordinator, '/directory/import')
    await field(page, '导出格式').selectOption('csv')
    const [file] = await Promise.all([page.waitForEvent('download'), button(page, /下载样表/).click()])
    expect(file.suggestedFilename()).toBe('单位和人员名录.csv')
    await context.close()
  })
})

describe('letters', () => {
  it('that wait for somebody who is removed are not sent; an address that bounced works again when somebody says so', async () => {
    const { system } = door
    await door.office.hire('gone', { unit: 'sibling', role: 'reporter' })
    system.faults.set({ kind: 'throttle', address: 'gone@office.example' })
    system.faults.set({ kind: 'bounce', address: 'clerk@office.example' })
    const api = await door.office.as(coordinator)
    await openRound(api, 'waiting', { forms: ['ogi-2019'] })
    must(await api.call('writeNow', { path: { round: 'waiting' }, body: { units: ['sibling'] } }))
    await system.settle()
    const sentTo = async (email: string) => (await system.mail()).filter(({ to }) => to.includes(email)).length
    expect(await sentTo('gone@office.example')).toBe(0)
    const { page, context } = await door.visit(coordinator, unitPage('sibling'))
    await button(page, '移除gone').click()
    await page.getByText('还没有发出的信件不再寄给此人').waitFor()
    await button(page, '移除此人').click()
    await page.getByText('已移除gone。').waitFor()
    system.faults.clear()
    await system.advance('PT2H')
    await system.settle()
    expect(await sentTo('gone@office.example')).toBe(0)
    const { letters } = must(await api.call('getReminders', { path: { round: 'waiting' } }))
    const toGone = letters.filter(({ to }) => to === 'gone@office.example')
    expect(toGone.map(({ state, because }) => [state, because])).toEqual([
      ['superseded', '收件人已调离或不再负责该单位，信件不再发送。'],
    ])
    await page.getByText('邮箱退信').waitFor()
    await button(page, 'clerk的邮箱已恢复').click()
    await page.getByText('已恢复向clerk发送信件。').waitFor()
    await page.getByText('邮箱退信').waitFor({ state: 'detached' })
    await context.close()
  })
})

describe('the pages of the directory', () => {
  it.each([
    [1280, '中文'],
    [1280, 'English'],
    [375, '中文'],
    [360, 'English'],
  ])('are clean to axe and overflow nowhere at %i px in %s', async (width, tongue) => {
    const { page, context } = await door.visit(coordinator, '/directory', { width })
    await button(page, tongue).click()
    const name = tongue === '中文' ? '单位与人员' : 'Units and people'
    await page.getByRole('heading', { level: 1, name }).waitFor()
    const clean = async () => {
      expect(await axeFindings(page)).toEqual([])
      expect(await overflow(page)).toBeLessThanOrEqual(0)
    }
    await clean()
    await page.locator('#tree-sibling').click()
    await page.locator('.person').first().waitFor()
    await clean()
    for (const act of [0, 1, 2]) {
      await page.locator('.person button').nth(act).click()
      await clean()
      await button(page, /^(取消|Cancel)$/).click()
    }
    await page.locator('.directory-unit .actions button').nth(2).click()
    await clean()
    await page.goto(`${door.system.url}/directory/import`)
    await page.locator('input[type=file]').waitFor()
    await choose(page, `${heads}\nnewone,新局,city,王芳,wf@office.example,,填报人,`)
    await page.locator('.counts').waitFor()
    await clean()
    await choose(page, `${heads}\nnewone,新局,newone,王芳,wf,,填报,`)
    await page.locator('.errors').waitFor()
    await clean()
    await context.close()
  })
})
