/* Texts of 60,000 bytes made to make a reader stumble: each must come to an end well within a test's time. */
import { describe, expect, it } from 'vitest'
import { runChecks } from '../checks.ts'
import { inputFieldsOf } from '../fields.ts'
import { joinForms } from '../forms.ts'

const form = joinForms(['ogi-2021', 'police-supplement'])
const zeros = Object.fromEntries(inputFieldsOf(form).map(({ address, kind }) => [address, kind === 'money' ? '0' : 0]))

const full = (part: string): string => part.repeat(Math.floor(60_000 / new TextEncoder().encode(part).length))

describe.each([
  '收到',
  '收到政府信息公开申请',
  '政府信息公开申请收到1',
  '未收到…',
  '其中去年2018年收到依申请公开',
  '一二三四五六七八九十百千万',
  '1 ',
  '1-',
  '139 1234 ',
  '6222 ',
  '1,',
  '１',
  '行政复议、行政诉讼',
  '未发生行政复议',
  '同一句话',
  ' ',
  '\n',
  '比2018年',
  '收到申请1件',
])('a text of nothing but %j', (part) => {
  it('is read to its end', () => {
    const text = full(part)
    const cells = { ...zeros, 'overview.text': text, 'problems.text': text, 'otherMatters.text': text }
    const lastYear = { cells: { 'problems.text': full(`${part}句`) }, form: 'ogi-2021' }
    expect(runChecks(form, { cells, lastYear, year: 2018 }).length).toBeLessThan(500)
  })
})

describe('a text of nothing but personal numbers', () => {
  it('is read to its end, and the first twenty are named', () => {
    const text = Array.from({ length: 5000 }, (_, at) => 13_900_000_000 + at).join(' ')
    const findings = runChecks(form, { cells: { 'overview.text': text } }).filter(({ ruleId }) => ruleId === 'PD')
    expect(findings).toHaveLength(20)
  })
})
