/*
 * One keystroke in the filter of the board, with 150 and with 2,000 units, answers made up: against a bare page with the
 * same texts in a table, whose handler hides the rows that do not match. Long tasks (above 50 ms) are counted by the
 * browser itself.
 */
import type { Page } from 'playwright-core'
import type { AnswerOf, Routes } from '../../shared/api.ts'
import { type Ratio, ratioOf } from '../ratio.ts'
import type { OpenOffice } from './open-office.ts'
import { slowDown } from './rounds.ts'
import { type Stretch, traced, type Watched, watch } from './scripting.ts'

type Board = AnswerOf<Routes['getBoard']>

const frameMs = 250
const round = 'crowd'
const stages = ['notStarted', 'drafting', 'submitted', 'sentBack', 'accepted'] as const
const due = {
  dueAt: '2020-02-01T00:00:00+08:00',
  why: 'round',
  inWords: '2020年1月31日24:00',
  left: '还有 3 个工作日',
  isDayOff: true,
}

const rowAt = (i: number): Board['rows'][number] => {
  const stage = stages[i % stages.length] ?? 'drafting'
  return {
    unit: `u${i}`,
    name: { zh: `第${i}公安分局`, en: `Branch ${i}` },
    stage,
    due,
    timeliness: 'open',
    revisions: 1,
    timesSentBack: i % 3,
    openComments: i % 2,
    reminded: { times: 3, lastAt: '2020-01-16T09:00:00+08:00' },
    collects: false,
    people: [{ name: `李${i}`, role: 'reporter', email: `li${i}@office.example`, phone: `0972-86${i}`, address: 'ok' }],
    unreachable: false,
    ...(stage === 'notStarted'
      ? {}
      : {
          progress: { filled: i % 300, total: 300 },
          failedChecks: i % 4,
          lastActivityAt: '2020-01-17T10:00:00+08:00',
        }),
  }
}

/** A board of so many units, as the API would answer it. */
export const crowd = (units: number): Board => {
  const name = { zh: '市公安局', en: 'City bureau' }
  return {
    round: { title: '2019年度报告', year: 2019, zone: 'Asia/Shanghai', stage: 'open', due },
    today: '2020-01-20',
    collector: { id: 'city', name, shortName: name },
    rows: Array.from({ length: units }, (_, i) => rowAt(i)),
  }
}

const countLongTasks = `window.longTasks = 0
new PerformanceObserver((list) => { window.longTasks += list.getEntries().length }).observe({ entryTypes: ['longtask'] })`

const ours = async (office: OpenOffice, board: Board): Promise<Page> => {
  const page = await office.signedIn(office.system.url, 'coordinator@haidong.example')
  await page.route(/\/api\/rounds\/crowd/, (asked) =>
    new URL(asked.request().url()).pathname.endsWith('/board')
      ? asked.fulfill({ json: board })
      : asked.fulfill({ status: 404, json: { code: 'notFound', status: 404, detail: '' } }),
  )
  await page.goto(`${office.system.url}/rounds/${round}/board`)
  return page
}

const bare = async (office: OpenOffice, board: Board): Promise<Page> => {
  const page = await (await office.browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage()
  const rows = board.rows.map(
    ({ name, stage, people: [who], due: { left } }) =>
      `<tr>${[name.zh, stage, '50%', left, 'ok', '1-17', '3', `${who?.name} ${who?.phone}`].map((text) => `<td>${text}</td>`).join('')}</tr>`,
  )
  await page.setContent(`<input name="find"><table><tbody>${rows.join('')}</tbody></table><script>
    const rows = [...document.querySelectorAll('tr')].map((row) => [row, row.textContent])
    document.querySelector('input').oninput = ({ target }) => {
      for (const [row, text] of rows) row.hidden = !text.includes(target.value)
    }
  </script>`)
  return page
}

const keys = ['1', '2', 'Backspace', 'Backspace'] as const

export interface FilterKeystroke {
  readonly scripts: Ratio
  readonly all: Ratio
  /** Of ours, and of how many keystrokes. */
  readonly longTasks: number
  readonly keystrokes: number
}

/** Types two digits and takes them back, on both sides in turn. */
export const measureFilter = async (office: OpenOffice, units: number, rounds: number): Promise<FilterKeystroke> => {
  const board = crowd(units)
  const sides: Watched[] = []
  for (const page of [await ours(office, board), await bare(office, board)]) {
    await page.locator('input[name=find]').waitFor()
    await page.waitForTimeout(1500)
    const watched = await watch(page, slowDown)
    await page.locator('input[name=find]').focus()
    await page.evaluate(countLongTasks)
    sides.push(watched)
  }
  const type = async (watched: Watched): Promise<readonly Stretch[]> => {
    const stretches: Stretch[] = []
    for (const key of keys) {
      const stretch = await watched.during(async () => {
        await watched.page.keyboard.press(key)
        await watched.page.waitForTimeout(frameMs)
      })
      stretches.push({ ...stretch, untilFrame: true })
    }
    return stretches
  }
  for (const side of sides) await type(side)
  await sides[0]?.page.evaluate('window.longTasks = 0')
  const { done, spent } = await traced(office.browser, async () => {
    const pairs: (readonly (readonly Stretch[])[])[] = []
    for (let n = 0; n < rounds; n += 1) {
      const typed: (readonly Stretch[])[] = []
      for (const side of sides) typed.push(await type(side))
      pairs.push(typed)
    }
    return pairs
  })
  const longTasks = Number(await sides[0]?.page.evaluate('window.longTasks'))
  for (const { page } of sides) await page.context().close()
  const ratio = (part: 'scripting' | 'all'): Ratio =>
    ratioOf(
      done.map(([mine = [], other = []]) => {
        const sum = (stretches: readonly Stretch[]) => stretches.reduce((all, one) => all + spent(one)[part], 0)
        return [sum(mine), sum(other)]
      }),
    )
  return { scripts: ratio('scripting'), all: ratio('all'), longTasks, keystrokes: rounds * keys.length }
}
