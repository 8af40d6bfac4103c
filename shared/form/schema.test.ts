import { describe, expect, it } from 'vitest'
import { narrativeBytes, utf8Bytes } from './cell-problem.ts'
import type { Cells } from './cells.ts'
import { inputFieldsOf } from './fields.ts'
import { joinForms } from './forms.ts'
import { draftSchema, readDraft } from './schema.ts'

const ogi2019 = joinForms(['ogi-2019'])
const ogi2021 = joinForms(['ogi-2021'])
const withPolice = joinForms(['ogi-2021', 'police-supplement'])

const problemOf = (cell: string, value: unknown, form = withPolice) => {
  const reading = readDraft(form, { [cell]: value })
  if (reading.ok) return undefined
  expect(reading.problems.map((problem) => problem.cell)).toEqual([cell])
  return reading.problems[0]?.message
}
const received = 'requests.received.naturalPerson'
const fee = 'proactive.fees.amount'

describe('a draft with a bad cell', () => {
  it.each([
    ['an unknown cell', 'requests.received.martian', 1, '没有这一格'],
    ['a cell of another edition', 'proactive.penalties.itemsLastYear', 1, '没有这一格'],
    ['a key of every object', '__proto__', 1, '没有这一格'],
    ['a computed cell', 'requests.received.total', 1, '系统计算'],
    ['a computed cell made blank', 'requests.received.total', null, '系统计算'],
    ['a computed cell marked not applicable', 'requests.received.total', { na: '无此职能' }, '系统计算'],
    ['a computed share', 'inquiries.total.answeredRate', '95.4', '系统计算'],
    ['a count as text', received, '3.5', '以数字'],
    ['a count in full width', received, '１７', '以数字'],
    ['a count in exponents', received, '1e3', '以数字'],
    ['a negative count as text', received, '-3', '以数字'],
    ['an empty text in a count', received, '', '以数字'],
    ['a decimal count', received, 3.5, '不接受小数'],
    ['a negative count', received, -3, '负数'],
    ['10^11', received, 1e11, '上限'],
    ['NaN', received, Number.NaN, '不是有效数字'],
    ['infinity', received, Number.POSITIVE_INFINITY, '不是有效数字'],
    ['true in a count', received, true, '以数字'],
    ['a list in a count', received, [1], '无法识别'],
    ['a number in money', fee, 12.5, '文字形式'],
    ['money with 7 decimals', fee, '1.1234567', '六位小数'],
    ['money of 10^15', fee, '1000000000000000', '六位小数'],
    ['negative money', fee, '-1', '六位小数'],
    ['money with a measure', fee, '12万元', '六位小数'],
    ['money in exponents', fee, '1e3', '六位小数'],
    ['money with leading zeros', fee, '007', '六位小数'],
    ['a null byte', 'overview.text', 'a\u0000b', '空字符'],
    ['a lone surrogate', 'overview.text', 'a\ud83d', '残缺'],
    ['a lone low surrogate', 'accounts.r1.name', '\ude00', '残缺'],
    ['a narrative that does not apply', 'overview.text', { na: '无此职能' }, '应为文字'],
    ['501 characters of text', 'accounts.r1.name', '字'.repeat(501), '500'],
    ['a flag as text', 'accounts.r1.supervised', '是', '“是”或“否”'],
    ['a list marker that does not apply', 'accounts.none', { na: '无此职能' }, '“是”或“否”'],
    ['an unknown column of a list', 'accounts.r1.colour', 'x', '没有这一格'],
    ['a row id with a space', 'accounts.r 1.name', 'x', '没有这一格'],
    ['a row sent as a whole', 'accounts.r1', { name: 'x' }, '逐格'],
    ['not applicable without reason', received, { na: '' }, '理由'],
    ['not applicable with spaces for a reason', received, { na: '  ' }, '理由'],
    ['a reason of 201 characters', received, { na: '由'.repeat(201) }, '理由'],
    ['a reason with a null byte', received, { na: '\u0000' }, '空字符'],
    ['not applicable with more keys', received, { na: '无此职能', by: 'x' }, '无法识别'],
  ])('is refused: %s', (_name, cell, value, because) => {
    const body: unknown = JSON.parse(JSON.stringify({ [cell]: 0 }))
    // Written out so that __proto__ stays a key, as JSON.parse makes it.
    if (typeof body === 'object' && body !== null) Object.defineProperty(body, cell, { value, enumerable: true })
    const reading = readDraft(withPolice, body)
    expect(reading.ok ? [] : reading.problems.map((problem) => problem.cell)).toEqual([cell])
    expect(reading.ok ? '' : reading.problems[0]?.message.zh).toContain(because)
    expect(reading.ok ? '' : reading.problems[0]?.message.en).toMatch(/\.$/)
  })

  it('is refused with every problem listed, in tables and lists', () => {
    const reading = readDraft(withPolice, { [received]: -3, 'accounts.r1.colour': 'x', [fee]: '0', 'no.such.cell': 1 })
    expect(reading.ok ? [] : reading.problems.map(({ cell }) => cell)).toEqual([
      received,
      'accounts.r1.colour',
      'no.such.cell',
    ])
  })

  it.each([null, undefined, 3, 'cells', [], [1]])('is refused when the body is %j', (body) => {
    expect(readDraft(ogi2021, body)).toMatchObject({ ok: false, problems: [{ cell: '' }] })
  })

  it('is refused when a narrative is one byte over 60,000', () => {
    const text = '字'.repeat(narrativeBytes / 3)
    expect(problemOf('overview.text', text)).toBeUndefined()
    expect(problemOf('overview.text', `${text}a`)?.zh).toContain('60000 字节')
  })
})

describe('a good draft', () => {
  it('may hold every kind of value', () => {
    const cells: Cells = {
      'overview.text': '<script>alert(1)</script> =1+1 😀',
      [fee]: '24252.311082',
      [received]: 99_999_999_999,
      'requests.received.business': null,
      'requests.received.research': { na: '本机关无此类申请人' },
      'accounts.r1.name': '海东公安',
      'accounts.r1.platform': { na: '尚未开通' },
      'accounts.r1.supervised': false,
      'accounts.r2': null,
      'accounts.none': null,
    }
    expect(readDraft(withPolice, cells)).toEqual({ ok: true, cells })
  })

  it('may hold a change below zero', () => {
    expect(readDraft(ogi2019, { 'proactive.penalties.change': -17 })).toMatchObject({ ok: true })
    expect(problemOf('proactive.penalties.change', -1e11, ogi2019)?.zh).toContain('上限')
  })

  it('may be empty', () => {
    expect(readDraft(ogi2021, {})).toEqual({ ok: true, cells: {} })
  })

  it('may make every input cell blank', () => {
    const blank = Object.fromEntries(inputFieldsOf(ogi2019).map(({ address }) => [address, null]))
    expect(readDraft(ogi2019, blank)).toEqual({ ok: true, cells: blank })
  })

  it('is read by a schema that is built once', () => {
    expect(draftSchema(ogi2021)).toBe(draftSchema(ogi2021))
  })
})

describe('bytes of a text', () => {
  it.each([
    ['', 0],
    ['a', 1],
    ['é', 2],
    ['字', 3],
    ['😀', 4],
  ])('of "%s" are %i', (text, bytes) => {
    expect(utf8Bytes(text)).toBe(bytes)
  })
})
