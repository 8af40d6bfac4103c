/*
 * People at the pages: one system with its pages and its sign-in, one browser, and each visitor with a context of
 * their own, which is another computer. Whatever a page complains of (console, CSP, an error nobody caught) is kept
 * and asked for after each test.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import type { System } from '../../local/system.ts'
import { type Office, openOffice } from '../over-http.ts'
import { launchChromium } from './chromium.ts'

export interface Visitor {
  readonly page: Page
  readonly context: BrowserContext
}

export interface FrontDoor {
  readonly office: Office
  readonly system: System
  readonly browser: Browser
  /** Somebody at a computer of their own, not signed in. `before` runs in each page before its own scripts. */
  readonly arrive: (options?: { readonly width?: number; readonly before?: () => void }) => Promise<Visitor>
  /** The same, signed in, at an address of the pages. */
  readonly visit: (
    email: string,
    path?: string,
    options?: { readonly width?: number; readonly before?: () => void },
  ) => Promise<Visitor>
  /** What pages have complained of since the last time, and forgets it. */
  readonly complaints: () => readonly string[]
  readonly stop: () => Promise<void>
}

/** Goes to an address and signs in on the way, as a person does: the button, then oneself on the list. */
export const signInAt = async (page: Page, url: string, email: string): Promise<void> => {
  await page.goto(url)
  await page.getByRole('button', { name: /^(登录|Sign in)$/ }).click()
  await page.locator(`button[name=email][value="${email}"]`).click()
  await page.waitForURL(url)
}

const desktop = 1280

export const openFrontDoor = async (options: { readonly tokenSeconds?: number } = {}): Promise<FrontDoor> => {
  const [office, browser] = await Promise.all([openOffice({ ...options, pages: true }), launchChromium()])
  const { system } = office
  let said: string[] = []
  const arrive: FrontDoor['arrive'] = async ({ width = desktop, before } = {}) => {
    const context = await browser.newContext({
      viewport: { width, height: width < 500 ? 740 : 900 },
      locale: 'zh-CN',
      acceptDownloads: true,
    })
    context.setDefaultTimeout(60_000)
    if (before !== undefined) await context.addInitScript(before)
    context.on('page', (page) => {
      page.on('console', (message) => {
        if (message.type() === 'error') said.push(`${message.text()} (${message.location().url})`)
      })
      page.on('pageerror', (error) => said.push(String(error)))
    })
    return { context, page: await context.newPage() }
  }
  return {
    office,
    system,
    browser,
    arrive,
    visit: async (email, path = '/', given = {}) => {
      const visitor = await arrive(given)
      await signInAt(visitor.page, system.url + path, email)
      return visitor
    },
    complaints: () => {
      const now = said
      said = []
      return now
    },
    stop: async () => {
      await browser.close()
      await office.stop()
    },
  }
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What axe finds against a page as it stands: rule, and where. */
export const axeFindings = async (page: Page): Promise<readonly string[]> => {
  await page.evaluate(axe)
  const run = `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
    violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => id + ': ' + target.join(' '))))`
  const found: unknown = await page.evaluate(run)
  return Array.isArray(found) ? found.map(String) : ['axe did not answer']
}

/** Waits until the bar says that everything is saved. */
export const allSaved = (page: Page): Promise<unknown> => page.locator('[data-saving=saved]').waitFor()
