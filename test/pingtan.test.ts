/*
 * Three published reports of Pingtan, 2019 to 2021, as history (with their stated totals) and as returns (without).
 * The report for 2020 carries a real error: its details add to 27, its total says 21, and the printed rule holds.
 */
import { describe, expect, it } from 'vitest'
import type { Cells } from '../shared/form/cells.ts'
import { runChecks } from '../shared/form/checks.ts'
import { applicantIds } from '../shared/form/editions/applications-table.ts'
import { ogi2019 } from '../shared/form/editions/ogi-2019.ts'
import { ogi2021 } from '../shared/form/editions/ogi-2021.ts'
import { openingFigures } from '../shared/form/roll-forward.ts'
import { splitStated } from '../shared/form/stated.ts'
import pingtan2019 from './fixtures/pingtan-2019.json' with { type: 'json' }
import pingtan2020 from './fixtures/pingtan-2020.json' with { type: 'json' }
import pingtan2021 from './fixtures/pingtan-2021.json' with { type: 'json' }

/** The fixtures hold figures only; a full return has narratives too. */
const narratives: Cells = {
  'overview.text': '本年度政府信息公开工作总体平稳。',
  'problems.text': '主动公开的时效性有待提高，已建立台账。',
  'otherMatters.text': '本年度未收取信息处理费。',
}
const in2019 = splitStated(ogi2019, { ...pingtan2019.cells, ...narratives })
const in2020 = splitStated(ogi2019, { ...pingtan2020.cells, ...narratives })
const in2021 = splitStated(ogi2021, { ...pingtan2021.cells, ...narratives })
const after2019 = { cells: in2019.cells, form: 'ogi-2019' }
const after2020 = { cells: in2020.cells, form: 'ogi-2019' }

const idsOf = (findings: ReturnType<typeof runChecks>, ...rules: readonly string[]) =>
  findings.filter(({ ruleId }) => rules.length === 0 || rules.includes(ruleId)).map(({ check }) => check)

describe('the Pingtan report for 2019', () => {
  it('is accepted as history with its stated totals', () => {
    expect(idsOf(runChecks(ogi2019, in2019))).toEqual([])
  })

  it('is accepted as a return without them', () => {
    expect(idsOf(runChecks(ogi2019, { cells: in2019.cells }))).toEqual([])
  })
})

describe('the Pingtan report for 2020', () => {
  it('breaks R2 in the two columns where the stated total is not the sum of the details', () => {
    const findings = runChecks(ogi2019, in2020).filter(({ class: severity }) => severity === 'A')
    expect(findings.map(({ check, left, right }) => [check, left, right])).toEqual([
      ['R2.naturalPerson', '20', '26'],
      ['R2.total', '21', '27'],
    ])
    expect(findings.map(({ check }) => check)).toEqual(
      pingtan2020.brokenRules.map(({ rule, column }) => `${rule}.${column}`),
    )
  })

  it('keeps the printed rule R1 on its stated totals', () => {
    expect(idsOf(runChecks(ogi2019, in2020), 'R1')).toEqual([])
  })

  it('breaks the printed rule R1 as a return, whose totals are computed', () => {
    const findings = runChecks(ogi2019, { cells: in2020.cells }).filter(({ class: severity }) => severity === 'A')
    expect(findings.map(({ check, left, right }) => [check, left, right])).toEqual([
      ['R1.naturalPerson', '20', '26'],
      ['R1.total', '21', '27'],
    ])
  })

  it('says which cells, the two sums, the difference and what to do', () => {
    const [finding] = runChecks(ogi2019, { cells: in2020.cells }).filter(({ ruleId }) => ruleId === 'R1')
    expect(finding?.message.zh).toBe(
      '「一、本年新收政府信息公开申请数量 · 自然人」加「二、上年结转政府信息公开申请数量 · 自然人」为 20，' +
        '「（七）总计 · 自然人」加「四、结转下年度继续办理 · 自然人」为 26，相差 6；报送前须改正。',
    )
  })

  it('breaks the stock of 规章, 0 and 0 newly disclosed are not 7', () => {
    const stock = runChecks(ogi2019, { ...in2020, lastYear: after2019 }).filter(({ ruleId }) => ruleId === 'R8')
    expect(stock.map(({ check, class: severity, left, right }) => [check, severity, left, right])).toEqual([
      ['R8.rules', 'C', '7', '0'],
    ])
  })

  it('keeps the roll-forward of items R7 in all five rows', () => {
    expect(ogi2019.checks.filter(({ ruleId }) => ruleId === 'R7')).toHaveLength(5)
    expect(idsOf(runChecks(ogi2019, { ...in2020, lastYear: after2019 }), 'R7')).toEqual([])
  })

  it('is told of R7x only where the round turns it on', () => {
    expect(idsOf(runChecks(ogi2019, in2020), 'R7x')).toEqual([])
    expect(idsOf(runChecks(ogi2019, { ...in2020, extraChecks: ['R7x'] }), 'R7x')).toHaveLength(4)
  })
})

describe('the Pingtan report for 2021', () => {
  it('is accepted as history, compared across the change of edition', () => {
    expect(idsOf(runChecks(ogi2021, { ...in2021, lastYear: after2020 }))).toEqual([])
  })

  it('is accepted as a return', () => {
    expect(idsOf(runChecks(ogi2021, { cells: in2021.cells, lastYear: after2020 }))).toEqual([])
  })

  it('is not compared where the editions count differently, though licensing went from 278 to 2293', () => {
    const leapsAfter = (form: string) =>
      runChecks(ogi2021, { cells: in2021.cells, lastYear: { cells: in2020.cells, form } })
        .filter(({ ruleId }) => ruleId === 'R16')
        .flatMap(({ cells }) => cells)
    expect(leapsAfter('ogi-2019')).toEqual([])
    // The same figures read as if last year had been in this year's format.
    expect(leapsAfter('ogi-2021')).toEqual(['proactive.licensing.decisions'])
  })
})

/** A generator of whole numbers below 50, the same for the same seed (mulberry32). */
const figuresFrom = (seed: number) => {
  let state = seed
  return (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % 50
  }
}
const carriedOut = (seed: number): Cells => {
  const next = figuresFrom(seed)
  return Object.fromEntries(applicantIds.map((id) => [`requests.carriedOut.${id}`, 1 + next()]))
}
const seeds = [1, 2, 2020, 711] as const

describe.each(seeds)('a carry-over from seed %i', (seed) => {
  const last = carriedOut(seed)

  it.each([
    ['within the format of 2019', ogi2019, 'ogi-2019'],
    ['across the change of edition', ogi2021, 'ogi-2019'],
    ['within the format of 2021', ogi2021, 'ogi-2021'],
  ] as const)('holds %s when the opening figures stand', (_name, form, lastForm) => {
    const cells = openingFigures(form, last)
    expect(Object.keys(cells)).toHaveLength(6)
    expect(idsOf(runChecks(form, { cells, lastYear: { cells: last, form: lastForm } }), 'R5')).toEqual([])
  })

  it.each([
    ['within the format of 2019', ogi2019, 'ogi-2019'],
    ['across the change of edition', ogi2021, 'ogi-2019'],
  ] as const)('breaks %s in the one column that was changed', (_name, form, lastForm) => {
    const opening = openingFigures(form, last)
    const cells = { ...opening, 'requests.carriedIn.business': 0 }
    const findings = runChecks(form, { cells, lastYear: { cells: last, form: lastForm } })
    const broken = findings.filter(({ ruleId }) => ruleId === 'R5')
    expect(broken.map(({ check, class: severity, left, right }) => [check, severity, left, right])).toEqual([
      ['R5.business', 'B', '0', String(last['requests.carriedOut.business'])],
    ])
  })
})
