/*
 * The published reports of Pingtan over HTTP: as history, with their stated totals, and as returns, without. The report
 * for 2020 carries a real error, which the checks find by themselves. Its carry-over is 0 = 0 and proves nothing, so
 * pairs of years with a carry-over are drawn from a seed.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Api, must } from '../local/api-client.ts'
import { randomOf } from '../local/season/random.ts'
import type { Cells } from '../shared/form/cells.ts'
import { applicantIds } from '../shared/form/editions/applications-table.ts'
import { joinForms } from '../shared/form/forms.ts'
import { splitStated } from '../shared/form/stated.ts'
import { instant } from '../shared/time.ts'
import pingtan2019 from './fixtures/pingtan-2019.json' with { type: 'json' }
import pingtan2020 from './fixtures/pingtan-2020.json' with { type: 'json' }
import pingtan2021 from './fixtures/pingtan-2021.json' with { type: 'json' }
import { type Office, openOffice, openRound, signOff, tree, unitOf, wholeReturn } from './over-http.ts'

/* The fixtures hold figures only; a full report has narratives too. */
const narratives: Cells = {
  'overview.text': '本年度政府信息公开工作总体平稳。',
  'problems.text': '主动公开的时效性有待提高，已建立台账。',
  'otherMatters.text': '本年度未收取信息处理费。',
}
const editionOf = (year: number): string => (year < 2021 ? 'ogi-2019' : 'ogi-2021')
const published: Readonly<Record<number, Cells>> = {
  2019: { ...pingtan2019.cells, ...narratives },
  2020: { ...pingtan2020.cells, ...narratives },
  2021: { ...pingtan2021.cells, ...narratives },
}

let office: Office
let coordinator: Api
let clerk: Api

beforeAll(async () => {
  office = await openOffice({ only: ['returns', 'rounds', 'reports'], startAt: instant('2022-01-10T10:00:00+08:00') })
  coordinator = await office.as('coordinator@office.example')
  const pairs = ['holds', 'breaks', 'crosses']
  for (const id of pairs) await office.units.putUnit(unitOf(id, tree.city), undefined, undefined)
  const posts = ['sibling', ...pairs].map((unit) => ({ unit, role: 'reporter' }) as const)
  clerk = await office.as(await office.hire('clerk', ...posts))
  for (const year of [2019, 2020, 2021])
    await openRound(coordinator, `year-${year}`, {
      forms: [editionOf(year)],
      year,
      opensAt: '2022-01-02T09:00:00+08:00',
      dueAt: '2022-02-01T00:00:00+08:00',
    })
})
afterAll(async () => office?.stop())

const putHistory = async (unit: string, year: number, cells: Cells) => {
  const body = { form: editionOf(year), cells, source: '已公布的年度报告' }
  const path = { year: String(year), unit }
  return must(await coordinator.call('putHistory', { path, body })).findings
}

const returnOf = (unit: string, year: number) => {
  const place = { path: { round: `year-${year}`, unit } }
  const see = async () => must(await clerk.call('getReturn', place))
  const save = async (cells: Cells, reasons: readonly object[] = []) =>
    must(await clerk.call('patchReturn', { ...place, body: { base: (await see()).version, cells, reasons } }))
  const submit = async () => clerk.call('submitReturn', { ...place, body: { version: (await see()).version, signOff } })
  const accept = (revision: number) =>
    coordinator.call('reviewReturn', { ...place, body: { revision, decision: 'accept' } })
  return { see, save, submit, accept }
}

describe('Pingtan as history, with its stated totals', () => {
  it('is right in 2019', async () => {
    expect(await putHistory('village', 2019, published[2019] ?? {})).toEqual([])
  })

  it('breaks R2 in two columns in 2020 and the stock of 规章, with a hint at 其他处理 and nothing else', async () => {
    const findings = await putHistory('village', 2020, published[2020] ?? {})
    expect(findings.map(({ check, stated, computed }) => [check, stated, computed])).toEqual([
      ['R8.rules', undefined, undefined],
      ['R2.naturalPerson', '20', '26'],
      ['R2.total', '21', '27'],
      ['R15', undefined, undefined],
    ])
    expect(findings.slice(0, 3).map(({ cells }) => cells[0])).toEqual([
      'proactive.rules.totalDisclosed',
      'requests.resultsTotal.naturalPerson',
      'requests.resultsTotal.total',
    ])
  })

  it('is right in 2021, compared across the change of edition', async () => {
    expect(await putHistory('village', 2021, published[2021] ?? {})).toEqual([])
  })

  it('is refused whole when one figure cannot be read, and what stood there stays', async () => {
    const cells = { ...published[2020], 'proactive.rules.made': -1, 'requests.resultsTotal.total': 'x' }
    const body = { form: 'ogi-2019', cells, source: '已公布的年度报告' }
    const answer = await coordinator.call('putHistory', { path: { year: '2020', unit: 'village' }, body })
    expect(answer).toMatchObject({
      status: 422,
      problem: { code: 'invalid', errors: [{ cell: 'proactive.rules.made' }, { cell: 'requests.resultsTotal.total' }] },
    })
    expect(await putHistory('village', 2021, published[2021] ?? {})).toEqual([])
  })
})

describe('Pingtan as returns, without stated totals', () => {
  const inputsOf = (year: number): Cells => splitStated(joinForms([editionOf(year)]), published[year] ?? {}).cells

  it.each([2019, 2021])('is accepted for %i', async (year) => {
    const { save, submit, accept, see } = returnOf('sibling', year)
    expect((await save(inputsOf(year))).checks.filter((finding) => finding.class !== 'D')).toEqual([])
    must(await submit())
    must(await accept(1))
    expect((await see()).stage).toBe('accepted')
  })

  it('is refused for 2020 by R1, whatever reason is given', async () => {
    const { save, submit, see } = returnOf('sibling', 2020)
    const { checks } = await save(inputsOf(2020))
    const reasons = checks.map(({ check, cells: [cell] }) => ({ check, cell, text: '与已公布的年度报告一致。' }))
    await save({}, reasons)
    const answer = await submit()
    expect(answer).toMatchObject({ status: 422, problem: { code: 'checksFailed' } })
    const failed = answer.ok ? [] : (answer.problem.errors ?? []).map(({ check }) => check)
    expect(failed).toEqual(['R1.naturalPerson', 'R1.total'])
    expect(await see()).toMatchObject({ stage: 'drafting', revisions: 0 })
  })
})

/* Six of them below fifty: R16 asks about leaps from there on. */
const random = randomOf(711)
const carried: Readonly<Record<string, number>> = Object.fromEntries(
  applicantIds.map((id) => [id, 2 + random.below(6)]),
)
const rowOf = (row: string, more = 0): Cells =>
  Object.fromEntries(applicantIds.map((id) => [`requests.${row}.${id}`, (carried[id] ?? 0) + more]))
/** Everything but the opening figures, which are there already; what came in is granted. */
const restOf = (year: number): Cells =>
  Object.fromEntries(
    Object.entries({ ...wholeReturn([editionOf(year)]), ...rowOf('granted') }).filter(
      ([cell]) => !cell.startsWith('requests.carriedIn.'),
    ),
  )
const lastYearOf = (year: number): Cells => ({
  ...wholeReturn([editionOf(year)]),
  ...rowOf('received'),
  ...rowOf('carriedOut'),
})

describe.each([
  ['within an edition', 'holds', 2020],
  ['across the change of edition', 'crosses', 2021],
] as const)('a carry-over %s', (_name, unit, year) => {
  it('is filled in from last year, marked so, and holds', async () => {
    expect(await putHistory(unit, year - 1, lastYearOf(year - 1))).toEqual([])
    const { see, save, submit } = returnOf(unit, year)
    const opened = await see()
    expect(opened).toMatchObject({ version: 0, stage: 'notStarted', cells: rowOf('carriedIn') })
    expect(opened.filled).toEqual(Object.fromEntries(Object.keys(rowOf('carriedIn')).map((cell) => [cell, 'lastYear'])))
    expect(opened.lastYear).toMatchObject({ form: 'ogi-2019', cells: rowOf('carriedOut') })
    const { checks } = await save(restOf(year))
    expect(checks.filter(({ ruleId }) => ruleId === 'R5' || ruleId === 'R1')).toEqual([])
    expect(must(await submit())).toMatchObject({ revision: 1 })
  })
})

describe('a carry-over that breaks', () => {
  const { see, save, submit } = returnOf('breaks', 2020)
  const opening = 'requests.carriedIn.business'
  const broken = (more: number): Cells => ({
    [opening]: (carried['business'] ?? 0) + more,
    'requests.granted.business': (carried['business'] ?? 0) + more,
  })
  const findings = async () => (await see()).checks.filter(({ ruleId }) => ruleId === 'R5')
  const refused = async () => {
    const answer = await submit()
    return answer.ok ? [] : (answer.problem.errors ?? []).map(({ check, cell }) => [check, cell])
  }
  const why = [{ check: 'R5.business', cell: opening, text: '上年漏计。' }]

  it('blocks the submission until a reason is given', async () => {
    await putHistory('breaks', 2019, lastYearOf(2019))
    await save({ ...restOf(2020), ...broken(1) })
    expect(await findings()).toMatchObject([
      { check: 'R5.business', class: 'B', cells: expect.arrayContaining([opening]) },
    ])
    expect(await refused()).toEqual([['R5.business', opening]])
    await save({}, why)
    expect((await findings()).map(({ reason }) => reason)).toEqual(['上年漏计。'])
  })

  it('blocks it again when the value changes: the reason has fallen', async () => {
    await save(broken(2))
    expect((await findings()).map(({ reason }) => reason)).toEqual([undefined])
    expect(await refused()).toEqual([['R5.business', opening]])
    expect((await see()).revisions).toBe(0)
  })

  it('passes with a reason for the value as it stands', async () => {
    await save({}, why)
    expect(must(await submit())).toMatchObject({ revision: 1 })
    expect((await see()).reasons).toMatchObject([{ check: 'R5.business', cell: opening, by: { id: 'clerk' } }])
  })
})
