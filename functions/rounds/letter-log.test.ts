import { describe, expect, it } from 'vitest'
import type { Letter, LetterKind } from '../../shared/reminder/letter.ts'
import { defaultLadder } from '../../shared/round/ladder.ts'
import type { Round } from '../../shared/round/round.ts'
import { type Instant, instant, plusMs } from '../../shared/time.ts'
import type { LetterState, StoredLetter } from '../store/letters.ts'
import { logOf } from './letter-log.ts'

const start = instant('2020-01-02T01:00:00Z')
const round: Round = {
  id: 'r',
  title: '年度报告',
  owner: 'city',
  forms: ['ogi-2019'],
  year: 2019,
  opensAt: start,
  dueAt: instant('2020-01-31T16:00:00Z'),
  dueByLevel: {},
  zone: 'Asia/Shanghai',
  units: 'below',
  ladder: defaultLadder,
  calendar: { id: 'cn', extraDaysOff: [], extraWorkdays: [] },
  statutory: false,
  extraChecks: [],
  stage: 'open',
  version: 1,
  edition: 0,
}
const sent: LetterState = { state: 'sent', sentAt: start, messageId: 'm' }
const bounced: LetterState = { state: 'bounced', at: start, because: '550', hard: true, messageId: 'm' }

const letterOf = (n: number, at: Instant, kind: LetterKind): Letter => ({
  key: `r_city_x-${n}_1_p${n}`,
  round: 'r',
  roundTitle: round.title,
  year: 2019,
  to: { personId: `p${n}`, name: `${n}`, email: `p${n}@example.cn`, language: 'zh', role: 'reporter' },
  units: [
    { unit: `u${n % 150}`, name: { zh: `第${n % 150}局`, en: `${n % 150}` }, dueAt: round.dueAt, dueWhy: 'round' },
  ],
  zone: round.zone,
  createdAt: at,
  ...kind,
})
const stored = (
  n: number,
  change: Partial<StoredLetter> = {},
  kind: LetterKind = { kind: 'opening' },
): StoredLetter => ({
  letter: letterOf(n, plusMs(start, Math.floor(n / 3)), kind),
  carrier: 'deliver',
  attempts: 1,
  version: 2,
  outcome: n % 10 === 0 ? bounced : sent,
  ...change,
})
const thousand = Array.from({ length: 1000 }, (_, n) => stored(n))

describe('the log of a round with a thousand letters', () => {
  it('is answered a hundred at a time, each letter once, the newest first', () => {
    const seen: string[] = []
    let after: string | undefined
    let pages = 0
    do {
      const { answer } = logOf(round, thousand, { after }, 'zh')
      expect(answer.letters.length).toBeLessThanOrEqual(100)
      seen.push(...answer.letters.map(({ key }) => key))
      after = answer.after
      pages += 1
    } while (after !== undefined)
    expect(pages).toBe(10)
    expect(new Set(seen).size).toBe(1000)
    expect(seen[0]).toBe('r_city_x-999_1_p999')
    expect(seen.slice(-3).toSorted()).toEqual(['r_city_x-0_1_p0', 'r_city_x-1_1_p1', 'r_city_x-2_1_p2'])
  })
  it('loses and repeats none of which news comes between two pages, or that is posted meanwhile', () => {
    const first = logOf(round, thousand, {}, 'zh').answer
    const told = [
      ...thousand.map((one) => ({ ...one, outcome: { ...sent, sentAt: plusMs(start, 1e9) } })),
      stored(1000, { letter: letterOf(1000, plusMs(start, 1e9), { kind: 'opening' }) }),
    ]
    const second = logOf(round, told, { after: first.after }, 'zh').answer
    expect([...first.letters, ...second.letters].map(({ key }) => key)).toEqual(
      Array.from({ length: 200 }, (_, i) => thousand.toReversed()[i]?.letter.key)
        .filter((key) => key !== undefined)
        .sort((one, other) => positionIn(one) - positionIn(other)),
    )
  })
  it('is filtered by state, unit and kind, and counts what the other two leave', () => {
    const { answer } = logOf(round, thousand, { state: 'bounced' }, 'zh')
    expect(answer.counts).toEqual({ sent: 900, bounced: 100 })
    expect(answer.letters.every(({ state, because }) => state === 'bounced' && because === '550')).toBe(true)
    expect(answer.after).toBeUndefined()
    const ofUnit = logOf(round, thousand, { about: 'u7' }, 'zh').answer
    expect(ofUnit.letters.map(({ units }) => units)).toEqual(Array.from({ length: 7 }, () => ['u7']))
    expect(ofUnit.counts).toEqual({ sent: 7 })
    expect(logOf(round, thousand, { kind: 'before3' }, 'zh').answer).toMatchObject({ letters: [], counts: {} })
  })
})

const order = thousand.map(({ letter }) => `${letter.createdAt}~${letter.key}`).sort((a, b) => (a > b ? -1 : 1))
const positionIn = (key: string): number => order.findIndex((one) => one.endsWith(`~${key}`))

describe('a letter in the log', () => {
  it('goes by its step, or by what kind it is, and a test by that', () => {
    const reminder: LetterKind = { kind: 'reminder', step: 'before3', timing: 'before' }
    const test: LetterKind = { kind: 'test', sample: { kind: 'opening' }, asOf: start }
    const { answer } = logOf(round, [stored(1, {}, reminder), stored(4, {}, test)], {}, 'zh')
    expect(answer.kinds).toEqual([
      { kind: 'before3', words: { zh: '催报提醒：截止前 3 个工作日', en: 'reminder: 3 working days before' } },
      { kind: 'test', words: { zh: '测试信件', en: 'test' } },
    ])
  })
  it('says where it really went, and why it did not', () => {
    const superseded: LetterState = { state: 'superseded', at: start, because: 'handedIn' }
    const all = [stored(1, { sentTo: 'new@example.cn' }), stored(4, { outcome: superseded })]
    const [late, early] = logOf(round, all, {}, 'en').answer.letters
    expect(early?.to).toBe('new@example.cn')
    expect(late?.because).toBe('The unit has handed in; the letter is not sent.')
  })
})
