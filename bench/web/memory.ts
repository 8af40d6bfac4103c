/* The memory of the page after 500 edits all over table 3, saved as they come; garbage is collected before and after. */
import type { OpenOffice } from './open-office.ts'
import { watch } from './scripting.ts'
import { cells, showTable, sidesOf } from './table-pages.ts'

const edits = 500
const warmUp = 50
/** So many edits, then a pause in which they are saved. */
const inOneGo = 10

export interface Growth {
  readonly edits: number
  /** Bytes of the JavaScript heap in use. */
  readonly before: number
  readonly after: number
  readonly saves: number
}

export const measureMemory = async (office: OpenOffice): Promise<Growth> => {
  const { ours } = sidesOf(office)
  const page = await ours.load()
  await showTable(page, ours)
  const { cdp } = await watch(page, 1)
  let saves = 0
  page.on('response', (answer) => {
    if (answer.request().method() === 'PATCH' && answer.ok()) saves += 1
  })
  const type = async (from: number, to: number): Promise<void> => {
    for (let edit = from; edit < to; edit += 1) {
      const cell = cells[edit % cells.length]
      if (cell === undefined) continue
      await page.focus(ours.input(cell))
      await page.keyboard.press('Control+A')
      await page.keyboard.type(String(10 + (edit % 90)))
      if (edit % inOneGo !== inOneGo - 1) continue
      const before = saves
      await page.waitForTimeout(600)
      await page.locator('[data-saving=saved]').waitFor()
      if (saves === before) throw new Error('edits were not saved')
    }
  }
  const used = async (): Promise<number> => {
    for (let i = 0; i < 3; i += 1) await cdp.send('HeapProfiler.collectGarbage')
    const { metrics } = await cdp.send('Performance.getMetrics')
    return metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? Number.NaN
  }
  await type(0, warmUp)
  const before = await used()
  saves = 0
  await type(warmUp, warmUp + edits)
  const after = await used()
  await page.context().close()
  if (!Number.isFinite(after - before)) throw new Error('the browser did not tell its memory')
  return { edits, before, after, saves }
}
