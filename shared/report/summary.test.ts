import { describe, expect, it } from 'vitest'
import { compute } from '../form/compute.ts'
import { summaryOfForm } from '../form/editions/summaries.ts'
import { fieldsOf } from '../form/fields.ts'
import { allForms, joinForms } from '../form/forms.ts'
import { words } from '../form/words.ts'
import { type SummaryFacts, summaryOf } from './summary.ts'
import { yearOnYear } from './year-on-year.ts'

const form = joinForms(['ogi-2019', 'police-supplement'])
const withTotals = (cells: SummaryFacts['figures']) => ({ ...cells, ...compute(form, cells) })
const figures = withTotals({
  'proactive.penalties.decisions': 43,
  'publications.sunshinePlatform.published': 820,
  'publications.wechat.published': 497,
  'publications.website.published': 197,
  'requests.granted.naturalPerson': 2,
  'requests.stateSecret.naturalPerson': 1,
  'requests.enforcementFile.naturalPerson': 4,
})
const factsOf = (more: Partial<SummaryFacts> = {}): SummaryFacts => ({
  form,
  year: 2019,
  figures,
  yearOnYear: yearOnYear(form, figures),
  members: [
    { name: words('甲县', 'A'), cells: withTotals({ 'proactive.penalties.decisions': 31 }) },
    { name: words('乙县', 'B'), cells: withTotals({ 'proactive.penalties.decisions': 12 }) },
  ],
  earlier: [],
  counts: { unitsIn: 2, unitsMissing: 0, unitsLate: 0, unitsProvisional: 0 },
  missing: [],
  findings: [],
  ...more,
})
const chart = (id: string, facts = factsOf()) => summaryOf(facts).charts.find((one) => one.id === id)

describe('what a summary shows of a form', () => {
  it.each(allForms.map((one) => [one.id, one] as const))('exists: %s', (id, one) => {
    const { figures: shown, charts } = summaryOfForm(id)
    const fields = fieldsOf(one)
    expect(shown.length).toBeGreaterThan(0)
    expect(shown.filter(({ cell }) => !fields.has(cell))).toEqual([])
    for (const each of charts) {
      if (each.kind === 'byOutcome') {
        const section = one.sections.find((named) => named.id === each.section)
        if (section?.kind !== 'matrix') throw new Error(`${each.section} is no matrix`)
        expect(section.columns.map((column) => column.id)).toContain(each.column)
        expect(section.rowGroups.map((group) => group.id)).toContain(each.within)
      } else expect(fields.has(each.cell)).toBe(true)
    }
  })
})

describe('a summary', () => {
  it('begins with the key figures, those of the supplement first', () => {
    const [first, ...rest] = summaryOf(factsOf()).figures
    expect(first).toMatchObject({ cell: 'publications.total.published', now: 1514, measure: '条' })
    expect(rest.map(({ cell }) => cell)).toContain('proactive.penalties.decisions')
  })

  it('shows the outcomes of applications, the reasons of one kind in one bar', () => {
    const bars = chart('requests-results')?.bars.map(({ label, value }) => [label.zh, value])
    expect(bars).toContainEqual(['（一）予以公开', '2'])
    expect(bars).toContainEqual(['（三）不予公开', '5'])
    expect(bars?.map(([label]) => label)).not.toContain('（七）总计')
  })

  it('compares the units, where there are two', () => {
    const id = 'proactive.penalties.decisions-units'
    expect(chart(id)?.bars.map(({ value }) => value)).toEqual(['31', '12'])
    expect(chart(id, factsOf({ members: factsOf().members.slice(0, 1) }))).toBeUndefined()
  })

  it('compares the years in their order, where there is one before', () => {
    const id = 'requests.received.total-years'
    expect(chart(id)).toBeUndefined()
    const earlier = [2018, 2016].map((year) => ({
      year,
      cells: withTotals({ 'requests.received.naturalPerson': year }),
    }))
    expect(chart(id, factsOf({ earlier }))?.bars.map(({ label }) => label.zh)).toEqual(['2016年', '2018年', '2019年'])
  })

  it('says who is missing, what is provisional or late, and what the checks say, the gravest first', () => {
    const notes = summaryOf(
      factsOf({
        counts: { unitsIn: 2, unitsMissing: 2, unitsLate: 1, unitsProvisional: 1 },
        missing: [
          { name: words('丙县', 'C'), timeliness: 'overdue' },
          { name: words('丁县', 'D'), timeliness: 'open' },
        ],
        findings: [
          { class: 'D', message: words('提示。', 'A hint.') },
          { class: 'A', message: words('勾稽不符。', 'Does not agree.') },
        ],
      }),
    ).notes.map(({ zh }) => zh)
    expect(notes).toEqual([
      '逾期未报送：丙县。',
      '尚未报送：丁县。',
      '有 1 个单位的数据尚未审核，合计为暂定数。',
      '有 1 个单位逾期报送。',
      '勾稽不符。',
      '提示。',
    ])
  })

  it('names figures that are far from the year before', () => {
    const last = { form: 'ogi-2019', cells: { 'proactive.penalties.decisions': 9487 } }
    const [note] = summaryOf(factsOf({ yearOnYear: yearOnYear(form, figures, last) })).notes
    expect(note?.zh).toBe('与往年相比变化异常，请核实：行政处罚 · 处理决定数量。')
  })

  it('has no bar for what nobody knows', () => {
    const blank = factsOf({ figures: {}, yearOnYear: yearOnYear(form, {}), members: [] })
    expect(
      summaryOf(blank)
        .charts.flatMap(({ bars }) => bars)
        .filter(({ value }) => value !== undefined),
    ).toEqual([])
  })
})
