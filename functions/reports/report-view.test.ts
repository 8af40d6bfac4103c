import { describe, expect, it } from 'vitest'
import type { Cells } from '../../shared/form/cells.ts'
import { joinForms } from '../../shared/form/forms.ts'
import { reportOf } from '../../shared/report/add-up.ts'
import type { Round } from '../../shared/round/round.ts'
import { instant } from '../../shared/time.ts'
import { oddAmong } from './report-units.ts'
import { checksOf, type ReportView } from './report-view.ts'

const round: Round = {
  ...{ id: 'r', title: 'R', owner: 'city', forms: ['ogi-2021'], year: 2021, zone: 'Asia/Shanghai', units: 'below' },
  ...{ opensAt: instant('2022-01-02T09:00:00+08:00'), dueAt: instant('2022-02-01T00:00:00+08:00'), dueByLevel: {} },
  ...{ ladder: [], calendar: { id: 'cn', extraDaysOff: [], extraWorkdays: [] }, statutory: false, extraChecks: [] },
  ...{ stage: 'open', version: 1, edition: 0 },
}
const form = joinForms(round.forms)
const city = {
  id: 'city',
  name: { zh: '市', en: 'city' },
  shortName: { zh: '市', en: 'city' },
  path: ['city'],
  hasBelow: true,
}

const viewWith = (narratives: Cells, doubled: readonly string[] = []): ReportView => ({
  ...{ form, round, unit: city, members: [], returns: [], missing: [], doubled, names: new Map() },
  report: reportOf({ form, round: 'r', unit: 'city', version: 1, members: [], missing: 0, hash: String }),
  narratives: { version: 1, cells: narratives },
})
const rulesOf = (view: ReportView) => checksOf(view).map(({ ruleId, class: of }) => `${ruleId} ${of}`)

describe('the checks of a report', () => {
  it('read its own narratives: the length of the overview and the fees', () => {
    const cells = { 'overview.text': '字'.repeat(1001), 'otherMatters.text': '无其他需要报告的事项。' }
    expect(rulesOf(viewWith(cells))).toEqual(['R12 D', 'R13 D'])
    expect(rulesOf(viewWith({ 'overview.text': '平稳', 'otherMatters.text': '未收取信息处理费。' }))).toEqual([])
  })

  it('name a unit that would be counted twice, in class A', () => {
    expect(rulesOf(viewWith({}, ['a']))).toEqual(['A2 A'])
  })
})

describe('odd figures among units', () => {
  const row = (scope: 'own' | 'below', value: number | string | null) => ({ scope, value })
  const crowd = [1, 2, 3, 2, 1].map((n) => row('own', n))

  it('stand out against those of their own kind, money too', () => {
    const odd = row('own', '90.5')
    expect([...oddAmong([...crowd, odd])]).toEqual([odd])
  })

  it('are none among a few, none that are blank, and none against units of another kind', () => {
    expect([...oddAmong([row('own', 1), row('own', 900)])]).toEqual([])
    expect([...oddAmong([...crowd, row('own', null), row('below', 900)])]).toEqual([])
  })
})
