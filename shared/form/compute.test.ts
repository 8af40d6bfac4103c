import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Cells } from './cells.ts'
import { compute, incomplete } from './compute.ts'
import { addDecimals, compareDecimals, distanceOf, isDecimal, percentOf } from './decimal.ts'
import { fieldsOf, inputFieldsOf, isComputed } from './fields.ts'
import type { Form, Row } from './form.ts'
import { joinForms } from './forms.ts'
import { words } from './words.ts'

const ogi2021 = joinForms(['ogi-2021'])
const police = joinForms(['police-supplement'])

const allAt = (form: Form, section: string, value: number): Cells =>
  Object.fromEntries(
    inputFieldsOf(form)
      .filter((field) => field.section === section)
      .map(({ address }) => [address, value]),
  )
const ones = allAt(ogi2021, 'requests', 1)

const row = (id: string, sumOf?: readonly string[]): Row => ({
  id,
  label: words(id, id),
  ...(sumOf ? { computed: { sumOf } } : {}),
})
const moneyForm = (rows: readonly Row[]): Form => ({
  id: 'money',
  version: 1,
  title: words('钱', 'Money'),
  sections: [
    {
      kind: 'matrix',
      id: 'm',
      title: words('钱', 'Money'),
      layout: 'rows',
      rows,
      columns: [
        { id: 'amount', label: words('金额', 'Amount'), kind: 'money', measure: '元' },
        {
          id: 'share',
          label: words('占比', 'Share'),
          kind: 'count',
          computed: { ratioOf: { numerator: 'amount', denominator: 'amount' } },
        },
      ],
      rowGroups: [],
      columnGroups: [],
    },
  ],
  checks: [],
})

describe('computed cells', () => {
  it('are all computed cells and nothing else', () => {
    const expected = [...fieldsOf(ogi2021).values()].filter(isComputed).map(({ address }) => address)
    expect(Object.keys(compute(ogi2021, {})).sort()).toEqual([...expected].sort())
  })

  it('count every detail once in the grand total', () => {
    const values = compute(ogi2021, ones)
    expect(values['requests.received.total']).toBe(6)
    expect(values['requests.resultsTotal.naturalPerson']).toBe(21)
    expect(values['requests.resultsTotal.total']).toBe(126)
    expect(incomplete(ogi2021, { ...ones, ...allAt(ogi2021, 'disputes', 0) }).size).toBe(0)
  })

  it('add what is filled, and are incomplete while a part is blank', () => {
    const cells = { ...ones, 'requests.granted.business': null }
    expect(compute(ogi2021, cells)).toMatchObject({
      'requests.granted.total': 5,
      'requests.resultsTotal.business': 20,
      'requests.resultsTotal.total': 125,
    })
    const gaps = incomplete(ogi2021, cells)
    expect([...gaps].filter((address) => address.startsWith('requests.')).sort()).toEqual([
      'requests.granted.total',
      'requests.resultsTotal.business',
      'requests.resultsTotal.total',
    ])
  })

  it('are blank when every part is, and 0 when every part is 0', () => {
    expect(compute(ogi2021, {})['requests.resultsTotal.total']).toBeNull()
    expect(compute(ogi2021, allAt(ogi2021, 'requests', 0))['requests.resultsTotal.total']).toBe(0)
  })

  it('add nothing for what does not apply, and stay complete', () => {
    const cells = { ...ones, 'requests.granted.business': { na: '无此类申请人' } }
    expect(compute(ogi2021, cells)['requests.granted.total']).toBe(5)
    expect(incomplete(ogi2021, cells).has('requests.granted.total')).toBe(false)
  })

  it('do not apply only when no part does', () => {
    const na = { na: '无行政复议职能' }
    const outcomes = ['upheld', 'corrected', 'other', 'pending'].map((id) => `disputes.reconsideration.${id}`)
    const cells: Cells = Object.fromEntries(outcomes.map((address) => [address, na]))
    expect(compute(ogi2021, cells)['disputes.reconsideration.total']).toEqual(na)
    const [first = ''] = outcomes
    expect(compute(ogi2021, { ...cells, [first]: null })['disputes.reconsideration.total']).toBeNull()
    expect(compute(ogi2021, { ...cells, [first]: 0 })['disputes.reconsideration.total']).toBe(0)
  })

  it('ignore what is stated for them', () => {
    expect(compute(ogi2021, { ...ones, 'requests.received.total': 99 })['requests.received.total']).toBe(6)
    expect(compute(ogi2021, { 'requests.received.total': 99 })['requests.received.total']).toBeNull()
    expect(compute(ogi2021, { 'requests.granted.total': 9 })['requests.resultsTotal.total']).toBeNull()
  })

  it('count a value that is no number as blank', () => {
    const cells = { ...ones, 'requests.granted.business': '1' }
    expect(compute(ogi2021, cells)['requests.granted.total']).toBe(5)
    expect(incomplete(ogi2021, cells).has('requests.granted.total')).toBe(true)
  })

  it('add money exactly', () => {
    const form = moneyForm([row('a'), row('b'), row('all', ['a', 'b'])])
    expect(compute(form, { 'm.a.amount': '0.1', 'm.b.amount': '0.20' })['m.all.amount']).toBe('0.30')
    expect(compute(form, { 'm.a.amount': '0.1' })['m.all.amount']).toBe('0.1')
    expect(compute(form, {})['m.all.amount']).toBeNull()
  })

  it('refuse a form that computes a cell from itself or from nowhere', () => {
    expect(() => compute(moneyForm([row('a', ['b']), row('b', ['a'])]), {})).toThrow('from itself')
    expect(() => compute(moneyForm([row('a', ['x'])]), {})).toThrow('does not exist')
  })

  it('do not depend on which unit filled which cell: the sum of totals is the total of sums', () => {
    const figures = fc.array(fc.nat({ max: 1000 }), { minLength: 144, maxLength: 144 })
    const inputs = inputFieldsOf(ogi2021).filter((field) => field.section === 'requests')
    const cellsOf = (values: readonly number[]): Cells =>
      Object.fromEntries(inputs.map(({ address }, at) => [address, values[at] ?? 0]))
    fc.assert(
      fc.property(figures, figures, (a, b) => {
        const both = compute(ogi2021, cellsOf(a.map((value, at) => value + (b[at] ?? 0))))
        const [ofA, ofB] = [compute(ogi2021, cellsOf(a)), compute(ogi2021, cellsOf(b))]
        expect(both['requests.resultsTotal.total']).toBe(
          Number(ofA['requests.resultsTotal.total']) + Number(ofB['requests.resultsTotal.total']),
        )
      }),
      { numRuns: 20 },
    )
  })
})

describe('a share', () => {
  const rateOf = (cells: Cells) => compute(police, cells)['inquiries.directorMailbox.answeredRate']
  const mailbox = (received: Cells[string], answered: Cells[string]): Cells => ({
    'inquiries.directorMailbox.received': received,
    'inquiries.directorMailbox.answered': answered,
  })

  it('is percent with one decimal, half up', () => {
    expect(rateOf(mailbox(109, 104))).toBe('95.4')
    expect(rateOf(mailbox(3, 3))).toBe('100.0')
    expect(rateOf(mailbox(2000, 1))).toBe('0.1')
    expect(rateOf(mailbox(7, 0))).toBe('0.0')
  })

  it.each([
    [0, 0],
    [null, 3],
    [3, null],
    [null, null],
  ])('is blank for %s received and %s answered', (received, answered) => {
    expect(rateOf(mailbox(received, answered))).toBeNull()
  })

  it('does not apply where an operand does not', () => {
    expect(rateOf(mailbox({ na: '无局长信箱' }, { na: '无局长信箱' }))).toEqual({ na: '无局长信箱' })
  })

  it('of a total is the share of the totals, not the sum of shares', () => {
    const cells = { ...allAt(police, 'inquiries', 0), ...mailbox(3, 1), 'inquiries.complaints.received': 1 }
    expect(compute(police, cells)['inquiries.total.answeredRate']).toBe('25.0')
  })

  it('of an incomplete total is blank', () => {
    expect(compute(police, mailbox(3, 1))['inquiries.total.answeredRate']).toBeNull()
    expect(compute(police, mailbox(3, 1))['inquiries.total.received']).toBe(3)
  })

  it('of money is exact too', () => {
    expect(compute(moneyForm([row('a')]), { 'm.a.amount': '0.1' })['m.a.share']).toBe('100.0')
  })
})

describe('decimal text', () => {
  it('adds exactly and keeps the longest decimals', () => {
    expect(addDecimals(['75394432.52', '73802895.90'])).toBe('149197328.42')
    expect(addDecimals(['1', '2.50'])).toBe('3.50')
    expect(addDecimals([])).toBe('0')
    expect(addDecimals(['0.1', '-0.3'])).toBe('-0.2')
  })

  it('adds the same in any order', () => {
    const amount = fc.tuple(fc.nat(), fc.nat({ max: 999_999 })).map(([whole, part]) => `${whole}.${part}`)
    fc.assert(
      fc.property(fc.array(amount), (amounts) => {
        expect(addDecimals([...amounts].reverse())).toBe(addDecimals(amounts))
      }),
    )
  })

  it('compares by value', () => {
    expect([compareDecimals('1.0', '1'), compareDecimals('9', '10'), compareDecimals('2', '-3')]).toEqual([0, -1, 1])
    expect(distanceOf('1.5', '2')).toBe('0.5')
  })

  it('is digits with at most one point', () => {
    expect(['0', '1.5', '-3.0'].every(isDecimal)).toBe(true)
    expect(['', '1.', '.5', '1e3', ' 1', '１'].some(isDecimal)).toBe(false)
  })

  it('rounds a share once', () => {
    expect(percentOf('1', '3')).toBe('33.3')
    expect(percentOf('13345', '100000')).toBe('13.3')
    expect(percentOf('1335', '10000')).toBe('13.4')
    expect(percentOf('99999999999', '99999999999')).toBe('100.0')
    expect(percentOf('1', '0')).toBeUndefined()
  })
})
