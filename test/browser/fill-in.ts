/* A return filled in through the pages, section by section, as a clerk does it. */
import type { Page } from 'playwright-core'
import type { Section } from '../../shared/form/form.ts'
import { joinForms } from '../../shared/form/forms.ts'
import { allSaved } from './front-door.ts'

export const forms = ['ogi-2019', 'police-supplement'] as const
export const form = joinForms(forms)

export const cellOf = (page: Page, address: string) => page.locator(`[data-cell="${address}"]`)

/** Goes to a section by the list of steps. */
export const openSection = async (page: Page, { title, short = title }: Section): Promise<void> => {
  const steps = page.getByRole('navigation', { name: '填报步骤' })
  await steps.getByRole('link', { name: short.zh }).click()
  await page.getByRole('heading', { level: 1, name: title.zh }).waitFor()
}

const textOf: Readonly<Record<string, string>> = {
  overview: '本年度我局扎实推进政府信息公开工作，健全制度，规范流程，按时答复群众关切。',
  problems: '主要问题是基层队伍力量不足。下一步加强培训，明确专人负责，按季度检查。',
  otherMatters: '本年度未收取信息处理费。',
}

const fillNarrative = async (page: Page, id: string): Promise<void> => {
  await cellOf(page, `${id}.text`).fill(textOf[id] ?? '无其他需要报告的事项，未收取信息处理费。')
  await cellOf(page, `${id}.text`).blur()
}

const fillRest = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: '其余填 0', exact: true }).click()
  await page.getByRole('button', { name: '确认填 0' }).click()
  await page.getByText(/已填入 \d+ 格/).waitFor()
}

/** Fills one section: texts where texts belong, 0 in every blank cell, 「无」 for a list. */
export const fillSection = async (page: Page, section: Section): Promise<void> => {
  await openSection(page, section)
  if (section.kind === 'narrative') await fillNarrative(page, section.id)
  else if (section.kind === 'list') await cellOf(page, `${section.id}.none`).click()
  else await fillRest(page)
  await allSaved(page)
}

export const fillAll = async (page: Page): Promise<void> => {
  for (const section of form.sections) await fillSection(page, section)
}

/** Signs off on the check page and hands in; ends on the receipt. */
export const handIn = async (page: Page): Promise<void> => {
  await page.getByRole('link', { name: '核对并报送' }).first().click()
  await page.getByLabel('填报人').fill('李梅')
  await page.getByLabel('审核人', { exact: true }).fill('马国强')
  await page.getByLabel('保密审查人').fill('韩玉')
  await page.getByLabel('联系电话').fill('０９７２－８６１２３４５')
  await page.getByRole('button', { name: '报送', exact: true }).click()
  await page.waitForURL(/\/receipt$/)
}
