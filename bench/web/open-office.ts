/*
 * The system with its pages and a full return in it, and a clerk at the browser. The return is a draft: all cells are
 * filled, last year's stand beside them.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { tableOf } from '../../functions/services.ts'
import { cast } from '../../local/season/haidong.ts'
import { type System, startSystem } from '../../local/system.ts'
import { tableName } from '../../local/table-definition.ts'
import { launchChromium } from '../../test/browser/chromium.ts'
import { signInAt } from '../../test/browser/front-door.ts'
import { fullReturn } from '../full-return.ts'
import { makeSeason, roundId, typedIn } from '../season.ts'
import { configOf } from '../store.ts'
import { type OtherPages, serveOtherPages } from './other-pages.ts'

/** The clerk of the draft. */
const clerk = `${typedIn.clerk}@haidong.example`

export interface OpenOffice {
  readonly system: System
  readonly browser: Browser
  readonly debuggingPort: number
  readonly others: OtherPages
  /** The address of the return, or of one of its sections. */
  readonly returnAt: (section?: string) => string
  /** A page of its own computer, signed in, at an address of the pages. */
  readonly signedIn: (url: string, email?: string) => Promise<Page>
  readonly stop: () => Promise<void>
}

/** @param debuggingPort Where Lighthouse finds the browser. */
export const openOffice = async (debuggingPort: number): Promise<OpenOffice> => {
  const folder = mkdtempSync(join(tmpdir(), 'huibao-bench-web-'))
  const system = await startSystem({
    dataFolder: join(folder, 'office'),
    quiet: true,
    pages: true,
    only: ['returns', 'rounds', 'reports'],
    cast: async () => cast,
  })
  const store = { endpoint: system.storeUrl }
  await makeSeason(store, tableOf(configOf(store, tableName)))
  const figures = Object.fromEntries(Object.entries(fullReturn).filter(([cell]) => cell.startsWith('requests.')))
  const others = await serveOtherPages(join(folder, 'others'), figures, system.issuerUrl ?? system.url)
  const browser = await launchChromium([`--remote-debugging-port=${debuggingPort}`])
  return {
    system,
    browser,
    debuggingPort,
    others,
    returnAt: (section) => `${system.url}/rounds/${roundId}/returns/${typedIn.unit}${section ? `/${section}` : ''}`,
    signedIn: async (url, email = clerk) => {
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'zh-CN' })
      const page = await context.newPage()
      await signInAt(page, url, email)
      return page
    },
    stop: async () => {
      await browser.close()
      await others.stop()
      await system.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
