/* Pasting through the real clipboard. */
/// <reference lib="dom" />
import type { Page } from 'playwright-core'

/** Puts on the clipboard what a spreadsheet puts there, as text and as HTML, and presses Ctrl+V. */
export const paste = async (page: Page, text: string, html?: string): Promise<void> => {
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
