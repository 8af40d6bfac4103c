import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { runChecks } from '../checks.ts'
import { joinForms } from '../forms.ts'
import { masked, personalNumbers } from './personal-numbers.ts'

const numbers = (text: string, what: 'idCard' | 'mobile' | 'bankCard') =>
  personalNumbers(text, what).map(({ number }) => number)

describe('ID-card numbers', () => {
  it.each([
    '身份证11010519491231002X。',
    '身份证１１０１０５１９４９１２３１００２Ｘ。',
    '110105 19491231 002x',
    '110105-1949-1231-002X',
  ])('are found in %s', (text) => {
    expect(numbers(text, 'idCard')).toEqual(['11010519491231002X'])
  })

  it.each([
    ['a wrong checksum', '110105194912310021'],
    ['no day of the calendar', '110105194902300028'],
    ['no province', '000105194912310020'],
    ['a longer number', '1110105194912310029'],
    ['part of a name', 'IMG_11010519491231002X'],
  ])('are not: %s', (_name, text) => {
    expect(numbers(text, 'idCard')).toEqual([])
  })

  it('of fifteen digits count where the text says so', () => {
    expect(numbers('身份证号110105491231002', 'idCard')).toEqual(['110105491231002'])
    expect(numbers('注册号110105491231002', 'idCard')).toEqual([])
  })
})

describe('mobile numbers', () => {
  it.each([
    '13912345678',
    '139 1234 5678',
    '139-1234-5678',
    '+86 13912345678',
    '86-139-1234-5678',
    '１３９１２３４５６７８',
    '013912345678',
  ])('are found in %s', (text) => {
    expect(numbers(`电话：${text}，谢谢`, 'mobile')).toEqual(['13912345678'])
  })

  it('are told apart side by side', () => {
    expect(numbers('13912345678 13812345678、13712345678', 'mobile')).toEqual([
      '13912345678',
      '13812345678',
      '13712345678',
    ])
  })

  it.each([
    ['a landline', '0972-8612345'],
    ['a landline with its area', '0591-23165250'],
    ['a service number', '12345678901'],
    ['money', '13912345678元'],
    ['a count', '13912345678余条'],
    ['a longer number', '139123456789'],
    ['a decimal', '0.13912345678'],
    ['an address', 'http://www.gov.cn/t13912345678.htm'],
    ['two numbers over a line end', '139\n12345678'],
  ])('are not: %s', (_name, text) => {
    expect(numbers(text, 'mobile')).toEqual([])
  })
})

describe('bank cards', () => {
  it('are found with a known beginning and a valid check digit', () => {
    expect(numbers('账号6222 0200 0000 0000 000', 'bankCard')).toEqual(['6222020000000000000'])
    expect(numbers('4111111111111111', 'bankCard')).toEqual(['4111111111111111'])
  })

  it.each([
    ['a wrong check digit', '6222020000000000001'],
    ['another beginning', '1111111111111117'],
    ['an ID card', '622201198001010019'],
    ['money', '4111111111111111元'],
  ])('are not: %s', (_name, text) => {
    expect(numbers(text, 'bankCard')).toEqual([])
  })
})

describe('a finding of personal numbers', () => {
  const form = joinForms(['ogi-2021'])
  const run = (text: string) =>
    runChecks(form, { cells: { 'problems.text': text } }).filter(({ ruleId }) => ruleId === 'PD')

  it('never repeats the number, in its message or in its key', () => {
    const [finding] = run('请联系张某。电话139 1234 5678；')
    expect(finding).toMatchObject({ check: 'PD.mobile', class: 'C', cells: ['problems.text'] })
    expect(finding?.message.zh).toContain('139******78')
    expect(JSON.stringify(finding)).not.toMatch(/12345678|1234 5678/)
  })

  it('points to its sentence and keeps its key while the rest changes', () => {
    const text = '请联系张某。电话139 1234 5678；'
    const [finding] = run(text)
    const passage = finding?.passages?.[0]
    expect(text.slice(passage?.start, passage?.end)).toBe('电话139 1234 5678；')
    expect(run(`新的一句。${text}`)[0]?.key).toBe(finding?.key)
    expect(run(text.replace('5678', '5679'))[0]?.key).not.toBe(finding?.key)
  })

  it('names a number once', () => {
    expect(run('13912345678。13912345678。')).toMatchObject([{ passages: [{}, {}] }])
  })

  it('masks all but five digits', () => {
    fc.assert(
      fc.property(fc.integer({ min: 10 ** 10, max: 10 ** 15 }), (value) => {
        const shown = masked(String(value))
        return shown.replace(/\*/g, '').length === 5 && shown.length === String(value).length
      }),
    )
  })
})
