import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countMax } from './cell-problem.ts'
import type { Field } from './field.ts'
import { printValue } from './print-value.ts'
import { readValue } from './read-value.ts'
import { words } from './words.ts'

const base = { address: 's.r.c', section: 's', label: words('格', 'cell') }
const count: Field = { ...base, kind: 'count', measure: '件' }
const change: Field = { ...base, kind: 'change', measure: '项' }
const yuan: Field = { ...base, kind: 'money', measure: '元' }
const tenThousand: Field = { ...base, kind: 'money', measure: '万元' }
const flag: Field = { ...base, kind: 'flag' }
const text: Field = { ...base, kind: 'text' }
const choice: Field = {
  ...base,
  kind: 'choice',
  options: [
    { id: 'paper', label: words('纸质', 'On paper') },
    { id: 'post', label: words('邮寄', 'By post') },
  ],
}
const sum: Field = { ...base, kind: 'sum', terms: [], money: false }
const ratio: Field = { ...base, kind: 'ratio', numerator: 'a', denominator: 'b' }

const readingOf = (field: Field, typed: string) => {
  const reading = readValue(field, typed)
  return reading.ok ? reading.value : reading.message.zh
}
const refusal = (field: Field, typed: string) => {
  const reading = readValue(field, typed)
  return reading.ok ? undefined : reading.message
}

describe('reading a count', () => {
  it.each([
    ['3.5', '小数'],
    ['３．５', '小数'],
    ['1e3', '科学计数法'],
    ['-3', '负数'],
    ['－3', '负数'],
    ['减3', '负数'],
    ['100000000000', '上限'],
    ['9'.repeat(20), '上限'],
    ['55（含自然失效29件）', '只填一个整数'],
    ['12,34', '只填一个整数'],
    ['五', '只填一个整数'],
    ['NaN', '只填一个整数'],
    ['0x10', '只填一个整数'],
    ['5²', '只填一个整数'],
    ['=1+1', '只填一个整数'],
  ])('refuses %s and says what to do', (typed, because) => {
    expect(refusal(count, typed)?.zh).toContain(because)
    expect(refusal(count, typed)?.en).toMatch(/\.$/)
  })

  it.each([
    ['0', 0],
    ['17', 17],
    ['１７', 17],
    [' 1 7 ', 17],
    ['　１　７　', 17],
    ['1,234', 1234],
    ['１，２３４，５６７', 1234567],
    ['007', 7],
    ['55件', 55],
    ['99999999999', countMax],
  ])('reads "%s" as %i', (typed, value) => {
    expect(readValue(count, typed)).toEqual({ ok: true, value })
  })

  it.each(['', ' ', '　', '\t\n'])('reads nothing as blank and not as 0 (%j)', (typed) => {
    expect(readValue(count, typed)).toEqual({ ok: true, value: null })
  })

  it.each(['-', '－', '—', '——', '–', ' - '])('reads "%s" as 0 to be confirmed', (typed) => {
    expect(readValue(count, typed)).toEqual({ ok: true, value: 0, confirm: true })
  })
})

describe('reading a change', () => {
  it.each([
    ['增5', 5],
    ['增 5', 5],
    ['增加5', 5],
    ['减17', -17],
    ['减 17', -17],
    ['减少17项', -17],
    ['+5', 5],
    ['＋５', 5],
    ['-17', -17],
    ['－17', -17],
    ['−１７', -17],
    ['5', 5],
    ['0', 0],
    ['减0', 0],
    ['-1,234', -1234],
  ])('reads "%s" as %i', (typed, value) => {
    expect(readingOf(change, typed)).toBe(value)
  })

  it.each(['增-5', '减', '+', '5-', '增5减3', '-3.5', '+100000000000', '持平'])('refuses "%s"', (typed) => {
    expect(refusal(change, typed)).toBeDefined()
  })

  it('reads every printed change back', () => {
    fc.assert(
      fc.property(fc.integer({ min: -countMax, max: countMax }), fc.constantFrom('zh', 'en'), (value, language) => {
        expect(readingOf(change, printValue(change, value, language))).toBe(value)
      }),
    )
  })
})

describe('reading money', () => {
  it.each([
    ['251000元', '251000'],
    ['73802895.90', '73802895.90'],
    ['７３，８０２，８９５．９０ 元', '73802895.90'],
    ['0', '0'],
    ['007.50', '7.50'],
    ['4166.241619', '4166.241619'],
  ])('keeps "%s" exactly as %s', (typed, value) => {
    expect(readValue(yuan, typed)).toEqual({ ok: true, value })
  })

  it.each([
    [yuan, '25万元', '250000'],
    [yuan, '1.5亿元', '150000000'],
    [tenThousand, '251000元', '25.1'],
    [tenThousand, '3 亿元', '30000'],
  ])('refuses another measure and gives the converted figure', (field, typed, converted) => {
    expect(refusal(field, typed)?.zh).toContain(`填写：${converted}。`)
    expect(refusal(field, typed)?.en).toContain(`enter ${converted}.`)
  })

  it.each(['1.2345678', '1.1234567', '-3', '－3', '1e3', '约25万', '.5', '5.', '10'.repeat(8), '$5'])(
    'refuses "%s"',
    (typed) => {
      expect(refusal(yuan, typed)).toBeDefined()
    },
  )

  it('reads a dash as 0 to be confirmed', () => {
    expect(readValue(yuan, '-')).toEqual({ ok: true, value: '0', confirm: true })
  })
})

describe('reading other kinds', () => {
  it.each(['是', 'yes', 'YES', '√', ' 是 '])('reads "%s" as yes', (typed) => {
    expect(readingOf(flag, typed)).toBe(true)
  })

  it.each(['否', 'no', '×'])('reads "%s" as no', (typed) => {
    expect(readingOf(flag, typed)).toBe(false)
  })

  it('refuses a flag that is neither', () => {
    expect(refusal(flag, '也许')?.zh).toBe('请填“是”或“否”。')
  })

  it('reads a choice by id and by label', () => {
    expect(['paper', '纸质', 'on paper'].map((typed) => readingOf(choice, typed))).toEqual(['paper', 'paper', 'paper'])
    expect(refusal(choice, '传真')?.zh).toContain('纸质、邮寄')
  })

  it('keeps text exactly, markup and formulas included', () => {
    for (const typed of ['  <b>粗</b> ', '=cmd|x', '１２']) expect(readingOf(text, typed)).toBe(typed)
    expect(readingOf(text, '')).toBeNull()
  })

  it('refuses text that cannot be stored', () => {
    expect(refusal(text, 'a\u0000')).toBeDefined()
    expect(refusal(text, '\ud800')).toBeDefined()
  })

  it('refuses to read a computed cell', () => {
    expect(refusal(sum, '3')?.zh).toContain('系统计算')
    expect(refusal(ratio, '3')).toBeDefined()
  })

  it('never throws, whatever is typed', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(count, change, yuan, tenThousand, flag, text, choice, sum, ratio),
        fc.string({ unit: 'binary' }),
        (field, typed) => {
          expect(typeof readValue(field, typed).ok).toBe('boolean')
        },
      ),
    )
  })
})
