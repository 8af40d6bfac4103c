/* Pasting through the real clipboard. */
/// <reference lib="dom" />
import type { Page } from 'playwright-core'

/*
 * Another window copies, as the spreadsheet does: what is written to the clipboard is read through on the page that
 * writes it, and its policy would report the styles. What our page makes of them is what is to be seen.
 */
const spreadsheet = '/a-spreadsheet'

const copy = async (page: Page, text: string, html?: string): Promise<void> => {
  const window = await page.context().newPage()
  await window.route(`**${spreadsheet}`, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Copied</title>' }),
  )
  await window.goto(new URL(spreadsheet, page.url()).href)
  await window.evaluate(
    async ([plain, rich]) => {
      const kinds: Record<string, Blob> = { 'text/plain': new Blob([plain ?? ''], { type: 'text/plain' }) }
      if (rich !== undefined) kinds['text/html'] = new Blob([rich], { type: 'text/html' })
      await navigator.clipboard.write([new ClipboardItem(kinds)])
    },
    [text, html] as const,
  )
  await window.close()
  await page.bringToFront()
}

/** Puts on the clipboard what a spreadsheet puts there, as text and as HTML, and presses Ctrl+V. */
export const paste = async (page: Page, text: string, html?: string): Promise<void> => {
  await copy(page, text, html)
  await page.keyboard.press('Control+V')
}
