/* Everything that is measured in a browser, as lines of the table. */

import { freePort } from '../../local/free-port.ts'
import { cast } from '../../local/season/haidong.ts'
import { aheadLine, type Line, mostLine, ratioLine } from '../results.ts'
import { roundId } from '../season.ts'
import { measureFilter } from './board.ts'
import { measureKeystrokes } from './keystroke.ts'
import { measureLighthouse, type Part } from './lighthouse.ts'
import { measureMemory } from './memory.ts'
import { type OpenOffice, openOffice } from './open-office.ts'
import { measureOpening } from './opening.ts'
import { measurePageWeight } from './page-weight.ts'

const keystrokeRounds = 9
const openingRounds = 7
const lighthousePairs = 5
const filterRounds = 5

const bare = 'bare page'
const survey = 'SurveyJS'

const leaderEmail = cast.find(({ role }) => role === 'leader')?.email ?? ''

const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`

const weightOf = async (
  office: OpenOffice,
  what: string,
  atMost: number,
  { isScriptsOnly = false, ...of }: Parameters<typeof measurePageWeight>[1] & { readonly isScriptsOnly?: boolean },
): Promise<readonly Line[]> => {
  const { files: fetched, rest, elsewhere } = await measurePageWeight(office, of)
  const files = isScriptsOnly ? fetched.filter(({ file }) => file.endsWith('.js')) : fetched
  return [
    mostLine(`${what}: scripts${isScriptsOnly ? '' : ' and styles'}`, {
      ours: files.map(({ file, bytes }) => `${file.replace('/assets/', '')} ${kilobytes(bytes)}`).join(', '),
      against: `besides: ${rest.join(', ')}`,
      value: files.reduce((sum, { bytes }) => sum + bytes, 0),
      atMost,
      printed: kilobytes,
    }),
    mostLine(`${what}: requests to other hosts`, {
      ours: elsewhere.join(', '),
      against: '',
      value: elsewhere.length,
      atMost: 0,
      printed: String,
    }),
  ]
}

const weight = async (office: OpenOffice): Promise<readonly Line[]> => [
  ...(await weightOf(office, 'Way to the open return', 70_000, { url: office.returnAt(), open: '[data-saving]' })),
  ...(await weightOf(office, 'The report page', 80_000, {
    url: `${office.system.url}/rounds/${roundId}/report`,
    open: '.report-table',
    email: leaderEmail,
    isScriptsOnly: true,
  })),
]

const keystroke = async (office: OpenOffice): Promise<readonly Line[]> => {
  const key = await measureKeystrokes(office, keystrokeRounds)
  const type = 'One keystroke in table 3, 4 × slower'
  return [
    ratioLine(`${type}: scripts`, bare, key.bare, 3),
    aheadLine(`${type}: scripts`, survey, key.survey, 10),
    ratioLine(`${type}: all of the main thread`, bare, key.bareAll),
    ratioLine(`${type}: scripts, each key saved`, bare, key.saving),
  ]
}

const opening = async (office: OpenOffice): Promise<readonly Line[]> => {
  const found = await measureOpening(office, openingRounds)
  const open = 'Opening table 3, 4 × slower'
  return [
    ratioLine(`${open}: scripts`, bare, found.bare, 3),
    aheadLine(`${open}: scripts`, survey, found.survey, 10),
    ratioLine(`${open}: all of the main thread`, bare, found.bareAll),
  ]
}

const memory = async (office: OpenOffice): Promise<readonly Line[]> => {
  const { edits, before, after, saves } = await measureMemory(office)
  return [
    mostLine(`Memory of the page after ${edits} edits`, {
      ours: `${kilobytes(after)}, ${saves} times saved`,
      against: `before: ${kilobytes(before)}`,
      value: after - before,
      atMost: 5_000_000,
      printed: (bytes) => `${kilobytes(bytes)} more`,
    }),
  ]
}

const wordsOf: Readonly<Record<Part, string>> = {
  performance: 'performance',
  'first-contentful-paint': 'first contentful paint',
  'largest-contentful-paint': 'largest contentful paint',
  'total-blocking-time': 'total blocking time',
  'cumulative-layout-shift': 'cumulative layout shift',
  'speed-index': 'speed index',
}

const lighthouse = async (office: OpenOffice): Promise<readonly Line[]> => {
  const { parts, accessibility, bestPractices, failed } = await measureLighthouse(office, lighthousePairs)
  const whole = (name: string, score: number): Line => ({
    what: `Lighthouse, the open return: ${name}`,
    ours: score < 100 ? failed.join(', ') : '',
    against: '',
    result: String(score),
    aim: '100',
    isMet: score === 100,
  })
  return [
    whole('accessibility', accessibility),
    whole('best practices', bestPractices),
    ...parts.map(({ part, ours, bare: other, behind }) =>
      mostLine(`Lighthouse, the open return: ${wordsOf[part]}`, {
        ours: String(ours),
        against: `${bare}: ${other}`,
        value: behind,
        atMost: 3,
        printed: (points) => (points > 0 ? `${points} points behind` : `${-points} points ahead`),
      }),
    ),
  ]
}

const board = async (office: OpenOffice): Promise<readonly Line[]> => {
  const lines: Line[] = []
  for (const units of [150, 2000]) {
    const { scripts, all, longTasks, keystrokes } = await measureFilter(office, units, filterRounds)
    const what = `One keystroke in the filter of the board, ${units} units, 4 × slower`
    lines.push(
      ratioLine(`${what}: scripts`, bare, scripts),
      ratioLine(`${what}: all of the main thread`, bare, all),
      mostLine(`${what}: long tasks`, {
        ours: `in ${keystrokes} keystrokes`,
        against: '',
        value: longTasks,
        atMost: units === 150 ? 0 : keystrokes,
        printed: String,
      }),
    )
  }
  return lines
}

const measurements = { weight, keystroke, opening, memory, lighthouse, board } as const

const isMeasurement = (name: string): name is keyof typeof measurements => name in measurements

/**
 * Measures the pages.
 * @param only One of weight, keystroke, opening, memory, lighthouse, board; default all.
 */
export const measurePages = async (say: (step: string) => void, only?: string): Promise<readonly Line[]> => {
  say('pages: an office with its browser')
  const office = await openOffice(await freePort(0))
  try {
    const lines: Line[] = []
    for (const name of Object.keys(measurements)) {
      if (!isMeasurement(name) || (only !== undefined && only !== name)) continue
      say(`pages: ${name}`)
      lines.push(...(await measurements[name](office)))
    }
    return lines
  } finally {
    await office.stop()
  }
}
