import { describe, expect, it } from 'vitest'
import type { Cells } from '../form/cells.ts'
import { fieldsOf } from '../form/fields.ts'
import { joinForms } from '../form/forms.ts'
import { words } from '../form/words.ts'
import { comparisonDocument } from './comparison-document.ts'
import type { TableBlock } from './document.ts'
import { yearOnYear } from './year-on-year.ts'

const compared = (
  of: { readonly form: string; readonly now: Cells; readonly last: { readonly form: string; readonly cells: Cells } },
  language: 'zh' | 'en' = 'zh',
) => {
  const form = joinForms([of.form])
  return comparisonDocument({
    form,
    year: 2021,
    unit: { name: words('海东市公安局', 'Haidong Public Security Bureau') },
    of: 'report',
    rows: yearOnYear(form, of.now, of.last),
    completeness: { unitsIn: 6, missing: [words('平安', 'Ping’an')], provisional: [], late: [] },
    scope: words('全市（含县区）', 'Whole city with counties'),
    statutory: false,
    demo: true,
    language,
  })
}
const tablesIn = ({ blocks }: ReturnType<typeof compared>) =>
  blocks.filter((block): block is TableBlock => block.kind === 'table')
const linesOf = (model: ReturnType<typeof compared>) =>
  tablesIn(model).flatMap(({ rows, headerRows }) => rows.slice(headerRows).map((row) => row.map(({ text }) => text)))
const noteIn = (model: ReturnType<typeof compared>) =>
  model.blocks.flatMap((block) => (block.kind === 'note' ? [block.text] : [])).join('\n')

const sameYears = {
  form: 'ogi-2021',
  now: {
    'requests.received.naturalPerson': 12,
    'requests.received.business': 3,
    'requests.carriedIn.naturalPerson': 0,
    'disputes.reconsideration.upheld': 0,
  },
  last: {
    form: 'ogi-2021',
    cells: {
      'requests.received.naturalPerson': 8,
      'requests.received.business': 0,
      'disputes.reconsideration.upheld': 2,
    },
  },
} as const

describe('two years compared', () => {
  it('stand side by side with difference and growth, totals computed anew', () => {
    const lines = linesOf(compared(sameYears))
    const at = (name: RegExp) => lines.find(([item = '']) => name.test(item))?.slice(1)
    expect(at(/新收.*自然人/)).toEqual(['8', '12', '+4', '50.0%', ''])
    expect(at(/新收.*总计/)).toEqual(['8', '15', '+7', '87.5%', ''])
    expect(at(/复议.*维持/)).toEqual(['2', '0', '-2', '-100.0%', ''])
  })

  it('have no growth from nothing, and what is nothing in both is counted and not listed', () => {
    const model = compared(sameYears)
    const business = linesOf(model).find(([item = '']) => /新收.*商业企业/.test(item))
    expect(business?.slice(1, 5)).toEqual(['0', '3', '+3', ''])
    expect(linesOf(model).filter(([item = '']) => item.includes('结转'))).toEqual([])
    const rows = yearOnYear(joinForms(['ogi-2021']), sameYears.now, sameYears.last)
    expect(noteIn(model)).toContain(`两年均为零或未填的${rows.length - linesOf(model).length}项未列出`)
  })

  it('say why where the two editions count differently, and compute nothing there', () => {
    const cell = 'proactive.penalties.decisions'
    const model = compared({
      form: 'ogi-2021',
      now: { [cell]: 60 },
      last: { form: 'ogi-2019', cells: { [cell]: 43 } },
    })
    expect(linesOf(model)).toEqual([
      [expect.stringContaining('行政处罚'), '43', '60', '', '', expect.stringContaining('不可比')],
    ])
  })

  it('give a share in points, and a signed change no difference of its own', () => {
    const model = compared({
      form: 'ogi-2019',
      now: { 'proactive.penalties.change': -17 },
      last: { form: 'ogi-2019', cells: { 'proactive.penalties.change': 5 } },
    })
    expect(linesOf(model)).toEqual([[expect.stringContaining('行政处罚'), '增5', '减17', '', '', '']])
    const form = joinForms(['police-supplement'])
    const ratio = [...fieldsOf(form).values()].find((field) => field.kind === 'ratio')
    if (ratio?.kind !== 'ratio') throw new Error('no share in the supplement')
    const of = (part: number): Cells => ({ [ratio.numerator]: part, [ratio.denominator]: 200 })
    const shares = compared({
      form: 'police-supplement',
      now: of(190),
      last: { form: 'police-supplement', cells: of(181) },
    })
    const line = linesOf(shares).find(([item = '']) => item.startsWith(ratio.label.zh))
    expect(line?.slice(1)).toEqual(['90.5%', '95.0%', '+4.5个百分点', '', ''])
  })

  it('say whose figures they are, in both languages', () => {
    expect(noteIn(compared(sameYears))).toMatch(/全市（含县区）[\s\S]*不代替[\s\S]*缺 1 个（平安）/)
    const english = compared(sameYears, 'en')
    expect(JSON.stringify(english.blocks.filter(({ kind }) => kind !== 'table'))).not.toMatch(/[\u4e00-\u9fff]/)
    expect(english.name).toBe('Haidong Public Security Bureau - Figures of 2021 compared with 2020')
  })
})
