import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addUp } from './add-up.ts'
import type { Cells, CellValue } from './cells.ts'
import { fieldsOf } from './fields.ts'
import { joinForms } from './forms.ts'

const form = joinForms(['ogi-2019', 'police-supplement'])
const change = 'proactive.penalties.change'
const amount = 'proactive.procurement.amount'
const received = 'requests.received.business'

const unitsWith = (address: string, values: readonly CellValue[]) =>
  values.map((value, at) => ({ unit: `unit${at}`, cells: { [address]: value } }))
const sumAt = (address: string, values: readonly CellValue[]) => addUp(form, unitsWith(address, values))[address]

describe('adding up', () => {
  it('adds counts, changes and money exactly', () => {
    expect(sumAt(received, [3, 0, 4])).toBe(7)
    expect(sumAt(change, [5, -17, -5])).toBe(-17)
    expect(sumAt(amount, ['0.1', '0.2', '73802895.90'])).toBe('73802896.20')
  })

  it('keeps blank, zero and not applicable apart', () => {
    const na = { na: '无此职能' }
    expect(sumAt(received, [null, null])).toBeNull()
    expect(sumAt(received, [null, 0])).toBe(0)
    expect(sumAt(received, [na, 3, null])).toBe(3)
    expect(sumAt(received, [na, { na: '另一理由' }])).toEqual(na)
    expect(sumAt(received, [na, null])).toBeNull()
    expect(sumAt(amount, [na, null])).toBeNull()
    expect(sumAt(amount, [na, '1.0'])).toBe('1.0')
    expect(sumAt(amount, [na, na])).toEqual(na)
    expect(sumAt(received, [])).toBeNull()
  })

  it('gives number cells only: no totals, shares, texts, flags or rows of lists', () => {
    const sums = addUp(form, [{ unit: 'a', cells: { 'requests.received.total': 9, 'accounts.r1.name': 'x' } }])
    const kinds = new Set(Object.keys(sums).map((address) => fieldsOf(form).get(address)?.kind))
    expect([...kinds].sort()).toEqual(['change', 'count', 'money'])
  })

  it('passes over a value of another kind as blank', () => {
    expect(sumAt(received, ['3', 4, 0.5])).toBe(4)
    expect(sumAt(received, ['3'])).toBeNull()
    expect(sumAt(amount, [3, '25万', '1'])).toBe('1')
  })

  it('stays exact for a nation of the largest counts', () => {
    expect(
      sumAt(
        received,
        Array.from({ length: 41_000 }, () => 99_999_999_999),
      ),
    ).toBe(41_000 * 99_999_999_999)
  })

  it('refuses a sum that would no longer be exact', () => {
    expect(() => sumAt(received, [Number.MAX_SAFE_INTEGER, 1])).toThrow(RangeError)
    expect(() => sumAt(change, [-Number.MAX_SAFE_INTEGER, -1])).toThrow(RangeError)
  })

  it('gives the same in any order and grouping', () => {
    const value = fc.oneof(fc.integer({ min: -1e9, max: 1e9 }), fc.constant(null), fc.constant({ na: '无' }))
    const numbers = (cells: Cells) => Object.values(cells).filter((cell) => typeof cell !== 'object')
    fc.assert(
      fc.property(fc.array(value, { minLength: 2, maxLength: 12 }), fc.nat({ max: 12 }), (values, cut) => {
        const all = unitsWith(change, values)
        const whole = addUp(form, all)
        expect(numbers(addUp(form, [...all].reverse()))).toEqual(numbers(whole))
        const halves = [all.slice(0, cut), all.slice(cut)].filter((half) => half.length > 0)
        const steps = halves.map((half, at) => ({ unit: `half${at}`, cells: addUp(form, half) }))
        expect(addUp(form, steps)[change]).toEqual(whole[change])
      }),
    )
  })
})
