/*
 * One keystroke in table 3: a digit typed into a filled cell, or taken back, with everything that it sets off until
 * the frame that shows it. On our page that is reading the text, the totals, all checks with last year's figures, and
 * what is drawn of them. The lists of findings are drawn 300 ms after the last key; what was typed is kept in the browser
 * within 200 ms of the first key, and saved 400 ms after the last. These come once for a burst of keys, and are told
 * apart, with every key as a burst of its own.
 */
import type { Page } from 'playwright-core'
import { type Ratio, ratioOf } from '../ratio.ts'
import type { OpenOffice } from './open-office.ts'
import { type Compared, comparedOf, roundsOf, slowDown, sumOf } from './rounds.ts'
import { type Spent, type Stretch, traced, type Watched, watch } from './scripting.ts'
import { type Cell, cells, type Side, type SideName, showTable, sidesOf } from './table-pages.ts'

/**
 * Long enough for the frame on the slowed computer. What is counted ends with that frame, in the trace: on a busy
 * machine this time may be much longer, and the timers of keeping (200 ms) and saving (400 ms) would be counted in some
 * rounds and not in others.
 */
const frameMs = 150
const aroundSavingMs = 300
/** Cells of one round: the slow-down comes in bursts, which a single short keystroke meets or misses. */
const inBlock = 3

/** Puts the caret before the first figure of a cell. */
const enter = async (page: Page, selector: string): Promise<void> => {
  await page.locator(selector).focus()
  /* Inputs of numbers know no selection: their caret moves by key. In ours, Home leaves a selected cell. */
  const isNumber = await page.evaluate(
    `document.activeElement.type === 'number' || (document.activeElement.setSelectionRange(0, 0), false)`,
  )
  if (isNumber === true) await page.keyboard.press('Home')
  await page.waitForTimeout(frameMs)
}

interface Shown {
  readonly side: Side
  readonly watched: Watched
}

const prove = async ({ side, watched: { page } }: Shown): Promise<void> => {
  const [cell] = cells
  if (cell === undefined) return
  const total = page.locator(side.rowTotal(cell.row))
  const read = async (): Promise<string> => ((await total.textContent()) ?? '').trim()
  const before = await read()
  await enter(page, side.input(cell))
  await page.keyboard.press('1')
  await page.waitForTimeout(1500)
  const typed = await read()
  await page.keyboard.press('Backspace')
  await page.waitForTimeout(1500)
  if (before === '' || typed === before || (await read()) !== before)
    throw new Error(`the total of a row did not follow: ${before}, ${typed}`)
}

const keys = ['1', 'Backspace'] as const

interface Typed {
  readonly untilFrame: readonly Stretch[]
  readonly untilSaved: readonly Stretch[]
}

/** Types a digit and takes it back. */
const typeIn = async ({ side, watched }: Shown, cell: Cell, saves: boolean): Promise<Typed> => {
  const { page } = watched
  await enter(page, side.input(cell))
  const untilFrame: Stretch[] = []
  const untilSaved: Stretch[] = []
  for (const key of keys) {
    /* Heard on the network: waiting within the page would be scripting. */
    const answered = saves ? page.waitForResponse((answer) => answer.request().method() === 'PATCH') : undefined
    const stretch = await watched.during(async () => {
      await page.keyboard.press(key)
      await page.waitForTimeout(frameMs)
    })
    untilFrame.push({ ...stretch, untilFrame: true })
    if ((await answered) === undefined) continue
    await page.waitForTimeout(aroundSavingMs)
    untilSaved.push({ ...stretch, to: await watched.now() })
  }
  return { untilFrame, untilSaved }
}

/** Measures two keystrokes in each of three cells on all sides, round after round; `saving`: with saving against without. */
export const measureKeystrokes = async (
  office: OpenOffice,
  rounds: number,
): Promise<Compared & { readonly saving: Ratio }> => {
  const sides = sidesOf(office)
  const show = async (name: SideName): Promise<Shown> => {
    const page = await sides[name].load()
    await showTable(page, sides[name])
    const shown = { side: sides[name], watched: await watch(page, slowDown) }
    await prove(shown)
    return shown
  }
  const shown = { ours: await show('ours'), bare: await show('bare'), survey: await show('survey') }
  const type = async (name: SideName, round: number): Promise<Typed> => {
    const block: Typed[] = []
    for (const cell of cells.slice((round * inBlock) % cells.length, ((round * inBlock) % cells.length) + inBlock))
      block.push(await typeIn(shown[name], cell, name === 'ours'))
    return {
      untilFrame: block.flatMap(({ untilFrame }) => untilFrame),
      untilSaved: block.flatMap(({ untilSaved }) => untilSaved),
    }
  }
  await roundsOf(2, type)
  const { done, spent } = await traced(office.browser, () => roundsOf(rounds, type))
  for (const { watched } of Object.values(shown)) await watched.page.context().close()
  const total = (stretches: readonly Stretch[]): Spent => sumOf(stretches.map(spent))
  return {
    ...comparedOf(
      done.map(({ ours, bare, survey }) => ({
        ours: total(ours.untilFrame),
        bare: total(bare.untilFrame),
        survey: total(survey.untilFrame),
      })),
    ),
    saving: ratioOf(done.map(({ ours, bare }) => [total(ours.untilSaved).scripting, total(bare.untilFrame).scripting])),
  }
}
