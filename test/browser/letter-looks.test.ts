/* Every kind of letter as a mail program shows it: on a desk and on a phone, in both languages. */
/// <reference lib="dom" />
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writtenSamples } from '../letter-samples.ts'
import { launchChromium } from './chromium.ts'
import { axeFindings } from './front-door.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser.close())

/* Where pictures are wanted, they are kept: HUIBAO_PICTURES names a folder. */
const picture = async (page: Page, name: string): Promise<void> => {
  const folder = process.env['HUIBAO_PICTURES']
  if (folder === undefined) return
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: join(folder, `letter-${name}.png`), fullPage: true })
}

describe('a letter of every kind', () => {
  it.each([1280, 375, 320])(
    'fits a window of %i px, can be read, and asks for nothing from elsewhere',
    async (width) => {
      const page = await browser.newPage({ viewport: { width, height: 800 } })
      const asked: string[] = []
      page.on('request', (request) => asked.push(request.url()))
      for (const { name, html } of writtenSamples) {
        await page.setContent(html)
        const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
        expect(over, `${name} is wider than the window`).toBeLessThanOrEqual(0)
        /* A mail has no landmarks, and its first heading is its subject. */
        const findings = (await axeFindings(page)).filter(
          (one) => !/^(region|landmark-one-main|page-has-heading-one)/.test(one),
        )
        expect(findings, name).toEqual([])
        await picture(page, `${name}-${width}`)
      }
      expect(asked).toEqual([])
      await page.close()
    },
  )

  it('is no wider than 600 px on a desk, in Outlook too', async () => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
    for (const { name, html } of writtenSamples) {
      await page.setContent(html)
      const width = await page
        .locator('table table')
        .first()
        .evaluate((element) => element.getBoundingClientRect().width)
      expect(width, name).toBe(600)
      /* Word draws Outlook's letters: it reads conditional comments, and neither flex, grid nor max-width. */
      expect(html).toMatch(/<!--\[if mso\]><table role="presentation" width="600"/)
      expect(html).not.toMatch(/flex|grid|position:|float:|<script|<img/)
      expect(html.match(/<!--\[if mso\]>/g)?.length).toBe(html.match(/<!\[endif\]-->/g)?.length)
    }
    await page.close()
  })
})
