import { describe, expect, it } from 'vitest'
import type { CellValue } from './cells.ts'
import type { Field } from './field.ts'
import { printValue } from './print-value.ts'
import { words } from './words.ts'

const base = { address: 's.r.c', section: 's', label: words('格', 'cell') }
const count: Field = { ...base, kind: 'count' }
const change: Field = { ...base, kind: 'change' }
const flag: Field = { ...base, kind: 'flag' }
const ratio: Field = { ...base, kind: 'ratio', numerator: 'a', denominator: 'b' }
const choice: Field = { ...base, kind: 'choice', options: [{ id: 'post', label: words('邮寄', 'By post') }] }

describe('printing a value', () => {
  it.each([
    ['a count, ungrouped', count, 1282, '1282', '1282'],
    ['zero', count, 0, '0', '0'],
    ['an increase', change, 5, '增5', '+5'],
    ['a decrease', change, -17, '减17', '−17'],
    ['no change', change, 0, '0', '0'],
    ['money as stored', { ...base, kind: 'money' }, '73802895.90', '73802895.90', '73802895.90'],
    ['text exactly', { ...base, kind: 'text' }, ' <b> ', ' <b> ', ' <b> '],
    ['a narrative', { ...base, kind: 'narrative' }, '总体情况', '总体情况', '总体情况'],
    ['yes', flag, true, '是', 'yes'],
    ['no', flag, false, '否', 'no'],
    ['a choice by its label', choice, 'post', '邮寄', 'By post'],
    ['a choice no longer offered', choice, 'fax', 'fax', 'fax'],
    ['a total', { ...base, kind: 'sum', terms: [], money: false }, 109, '109', '109'],
    ['a share', ratio, '95.4', '95.4%', '95.4%'],
  ] satisfies readonly (readonly [string, Field, CellValue, string, string])[])(
    'prints %s',
    (_name, field, value, zh, en) => {
      expect(printValue(field, value, 'zh')).toBe(zh)
      expect(printValue(field, value, 'en')).toBe(en)
    },
  )

  it('tells blank, zero and not applicable apart', () => {
    const printed = [null, undefined, '', 0, { na: '无此职能' }].map((value) => printValue(count, value, 'zh'))
    expect(printed).toEqual(['', '', '', '0', '不适用'])
    expect(printValue(count, { na: 'none' }, 'en')).toBe('n/a')
  })
})
