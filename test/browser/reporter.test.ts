/* A clerk at the pages, in a real browser: from the letter to the receipt, by keyboard, by pasting, by workbook. */
/// <reference lib="dom" />
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { must } from '../../local/api-client.ts'
import { instant } from '../../shared/time.ts'
import { openRound } from '../over-http.ts'
import { cellOf, fillAll, form, forms, handIn, openSection } from './fill-in.ts'
import { allSaved, type FrontDoor, openFrontDoor, signInAt } from './front-door.ts'
import { officeDay, wholeReturn, wholeReturnBut } from './office-day.ts'

let door: FrontDoor
beforeAll(async () => {
  door = await openFrontDoor()
})
afterAll(() => door.stop())
afterEach(() => {
  expect(door.complaints()).toEqual([])
})

const sectionOf = (id: string) => {
  const found = form.sections.find((section) => section.id === id)
  if (found === undefined) throw new Error(`There is no section ${id}.`)
  return found
}

const focused = (page: Page): Promise<string | null> =>
  page.evaluate(() => document.activeElement?.getAttribute('data-cell') ?? null)

/** Presses Tab until something with this name has the focus, as somebody without a mouse does. */
const tabTo = async (page: Page, name: RegExp): Promise<void> => {
  for (let i = 0; i < 250; i += 1) {
    const found = await page.evaluate(() => {
      const at = document.activeElement
      return `${at?.getAttribute('aria-label') ?? ''} ${at?.textContent ?? ''} ${at?.id ?? ''}`
    })
    if (name.test(found.trim())) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`No Tab led to ${name}.`)
}

/** Pastes through the real clipboard: what Excel puts there, as text and as HTML. */
const paste = async (page: Page, text: string, html?: string): Promise<void> => {
  await page.evaluate(
    async ([plain, rich]) => {
      const kinds: Record<string, Blob> = { 'text/plain': new Blob([plain ?? ''], { type: 'text/plain' }) }
      if (rich !== undefined) kinds['text/html'] = new Blob([rich], { type: 'text/html' })
      await navigator.clipboard.write([new ClipboardItem(kinds)])
    },
    [text, html] as const,
  )
  await page.keyboard.press('Control+V')
}

describe('a clerk', () => {
  it('gets from the letter to the receipt', async () => {
    const email = await door.office.hire('mei', { unit: 'sibling', role: 'reporter' })
    await openRound(await door.office.as('coordinator@office.example'), 'whole-way', { forms })
    await door.system.clock.moveTo(instant('2020-01-06T10:30:00+08:00'))
    await door.system.settle()
    const letter = (await door.system.mail()).find(({ to }) => to.includes(email))
    const link = /http:\/\/127\.0\.0\.1:\d+\/rounds\/\S+/.exec(letter?.text ?? '')?.[0] ?? ''
    expect(link).toContain('/rounds/whole-way/returns/sibling')

    const { page, context } = await door.arrive()
    await signInAt(page, link, email)
    await openSection(page, sectionOf('requests'))
    await cellOf(page, 'requests.received.naturalPerson').fill('１２')
    await cellOf(page, 'requests.granted.naturalPerson').fill('12')
    await cellOf(page, 'requests.granted.naturalPerson').blur()
    await fillAll(page)
    await handIn(page)
    await page.getByText('回执编号').waitFor()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '下载 Word' }).click(),
    ])
    expect(download.suggestedFilename()).toMatch(/\.docx$/)

    await door.system.settle()
    const mail = (await door.system.mail()).filter(({ to }) => to.includes(email)).map(({ subject }) => subject)
    expect(mail.some((subject) => subject.includes('回执'))).toBe(true)
    const api = await door.office.as(email)
    const stored = must(await api.call('getReturn', { path: { round: 'whole-way', unit: 'sibling' } }))
    expect(stored).toMatchObject({ stage: 'submitted', cells: { 'requests.received.naturalPerson': 12 } })
    expect(stored.signOff?.phone).toBe('0972-8612345')

    /* Nobody has reviewed it yet: it can be taken back, and the change is found among the submissions. */
    await page.getByRole('button', { name: '撤回修改' }).click()
    await page.getByRole('button', { name: '确定撤回' }).click()
    await page.waitForURL(/\/returns\/sibling$/)
    await openSection(page, sectionOf('requests'))
    await cellOf(page, 'requests.received.naturalPerson').fill('13')
    await cellOf(page, 'requests.carriedOut.naturalPerson').fill('1')
    await cellOf(page, 'requests.carriedOut.naturalPerson').blur()
    await allSaved(page)
    await handIn(page)
    await page.getByRole('link', { name: '查看历次报送' }).click()
    const row = page.getByRole('row', { name: /一、本年新收.*自然人/ })
    await row.waitFor()
    expect(await row.getByRole('cell').allTextContents()).toEqual(['12', '13'])
    await context.close()
  })

  it('fills the table and hands in with the keyboard alone', async () => {
    const day = await officeDay(door, 'jian')
    await day.write(wholeReturnBut('requests'))
    const { page, context } = await door.visit(day.emails[0], `${day.path}/requests`)
    await page.getByRole('heading', { level: 1, name: sectionOf('requests').title.zh }).waitFor()
    await cellOf(page, 'requests.received.naturalPerson').waitFor()
    await tabTo(page, /本年新收.*自然人/)
    await page.keyboard.type('5')
    await page.keyboard.press('ArrowRight')
    expect(await focused(page)).toBe('requests.received.business')
    await page.keyboard.type('2')
    await page.keyboard.press('Enter')
    expect(await focused(page)).toBe('requests.carriedIn.business')
    await page.keyboard.press('Shift+Enter')
    await page.keyboard.press('Control+End')
    expect(await focused(page)).toBe('requests.carriedOut.otherOrganization')
    await page.keyboard.press('Control+Home')
    expect(await focused(page)).toBe('requests.received.naturalPerson')
    for (const key of ['ArrowDown', 'ArrowDown', '5', 'ArrowRight', '2', 'Enter']) await page.keyboard.press(key)
    await page.keyboard.press('Control+Z')
    await page.keyboard.press('Control+Y')
    await allSaved(page)
    await page.locator('#content').focus()
    await tabTo(page, /^其余填 0$/)
    await page.keyboard.press('Enter')
    await tabTo(page, /^确认填 0$/)
    await page.keyboard.press('Enter')
    await page.getByText(/已填入 \d+ 格/).waitFor()
    await allSaved(page)
    expect(await day.stored()).toMatchObject({ 'requests.granted.naturalPerson': 5, 'requests.granted.business': 2 })
    await page.locator('body').press('Tab')
    await tabTo(page, /^核对并报送$/)
    await page.keyboard.press('Enter')
    await page.getByLabel('填报人').waitFor()
    for (const [field, text] of [
      [/preparedBy$/, '李建'],
      [/reviewedBy$/, '马国强'],
      [/confidentialityReviewedBy$/, '韩玉'],
      [/phone$/, '0972-8612345'],
    ] as const) {
      await tabTo(page, field)
      await page.keyboard.type(text)
    }
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/receipt$/)
    await context.close()
  })

  it('pastes a block from a spreadsheet, sees what did not fit, and takes it all back with one undo', async () => {
    const day = await officeDay(door, 'fang')
    const { page, context } = await door.visit(day.emails[0], `${day.path}/requests`)
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await cellOf(page, 'requests.received.naturalPerson').click()
    const html = '<table><tr><td>１,０12</td><td>3</td></tr><tr><td>很多</td><td>4</td></tr></table>'
    await paste(page, '1,012\t3\n很多\t4', html)
    await page.getByRole('heading', { name: '粘贴前请核对' }).waitFor()
    expect(await page.getByText(/1 个数读不出/).isVisible()).toBe(true)
    await page.getByRole('button', { name: '粘贴', exact: true }).click()
    await allSaved(page)
    expect(await day.stored()).toMatchObject({
      'requests.received.naturalPerson': 1012,
      'requests.received.business': 3,
      'requests.carriedIn.business': 4,
    })
    await cellOf(page, 'requests.received.naturalPerson').press('Control+Z')
    await allSaved(page)
    await expect.poll(() => day.stored()).toEqual({})
    await context.close()
  })

  it('is told what of 10,000 pasted cells would fit, and the page stays usable', async () => {
    const day = await officeDay(door, 'li')
    const { page, context } = await door.visit(day.emails[0], `${day.path}/requests`)
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await cellOf(page, 'requests.received.naturalPerson').click()
    await paste(page, Array.from({ length: 100 }, () => Array.from({ length: 100 }, () => '7').join('\t')).join('\n'))
    await page.getByText(/个数超出本表范围，不填入/).waitFor()
    await page.getByRole('button', { name: '取消' }).click()
    await cellOf(page, 'requests.received.naturalPerson').fill('1')
    await cellOf(page, 'requests.received.naturalPerson').blur()
    await allSaved(page)
    expect(await day.stored()).toEqual({ 'requests.received.naturalPerson': 1 })
    await context.close()
  })

  it('sees totals and cross-checks while typing, and comes from the summary to the cell', async () => {
    const day = await officeDay(door, 'hong')
    await day.write({ ...wholeReturn, 'requests.received.naturalPerson': 12, 'requests.granted.naturalPerson': 11 })
    const { page, context } = await door.visit(day.emails[0], `${day.path}/check`)
    await page
      .getByRole('link', { name: /自然人.*12.*11|自然人.*相差/ })
      .first()
      .click()
    await expect.poll(() => focused(page)).toMatch(/^requests\..*\.naturalPerson$/)
    await cellOf(page, 'requests.granted.naturalPerson').fill('12')
    await expect.poll(() => page.getByText(/有 \d+ 处不符，报送前须改正/).count()).toBe(0)
    await allSaved(page)
    await context.close()
  })
})
