/* Opening table 3: from the click that shows it until the page is quiet, on a page just loaded. */

import type { OpenOffice } from './open-office.ts'
import { type Compared, comparedOf, roundsOf, slowDown } from './rounds.ts'
import { type Stretch, traced, watch } from './scripting.ts'
import { type SideName, sidesOf } from './table-pages.ts'

/** The longest of the three takes less than half of this, slowed down. */
const quietMs = 4000

export const measureOpening = async (office: OpenOffice, rounds: number): Promise<Compared> => {
  const sides = sidesOf(office)
  const open = async (name: SideName): Promise<Stretch> => {
    const { load, opener, anyInput } = sides[name]
    const page = await load()
    const button = await page.locator(opener).first().boundingBox()
    if (button === null) throw new Error(`${name}: nothing to click`)
    const watched = await watch(page, slowDown)
    const stretch = await watched.during(async () => {
      await page.mouse.click(button.x + button.width / 2, button.y + button.height / 2)
      await page.waitForTimeout(quietMs)
    })
    await page.locator(anyInput).waitFor()
    await page.context().close()
    return stretch
  }
  const { done, spent } = await traced(office.browser, () => roundsOf(rounds, open))
  return comparedOf(
    done.map(({ ours, bare, survey }) => ({ ours: spent(ours), bare: spent(bare), survey: spent(survey) })),
  )
}
