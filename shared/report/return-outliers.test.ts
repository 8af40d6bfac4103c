import { describe, expect, it } from 'vitest'
import type { Cells } from '../form/cells.ts'
import { joinForms } from '../form/forms.ts'
import { outliersOf } from './return-outliers.ts'

const form = joinForms(['ogi-2019', 'police-supplement'])
const cell = 'proactive.penalties.decisions'
const total = 'requests.received.total'
const part = 'requests.received.naturalPerson'
const others = (...values: readonly number[]) => values.map((value, i) => ({ unit: `u${i}`, cells: { [cell]: value } }))
const years = (...values: readonly number[]) => values.map((value) => ({ form: 'ogi-2019', cells: { [cell]: value } }))
const odd = (now: number, units: ReturnType<typeof others>, own: ReturnType<typeof years> = []) =>
  outliersOf(form, { [cell]: now }, units, own)

describe('an outlier of a return', () => {
  it('is a figure far from those of the other units', () => {
    const among = others(90, 100, 110, 95, 105)
    expect(odd(400, among)).toEqual([{ cell, value: 400, units: { median: 100, count: 5 } }])
    expect(odd(104, among)).toEqual([])
  })

  it('is one that leaps against last year, though other units have as many', () => {
    const among = others(90, 400, 410, 395, 105)
    expect(odd(400, among, years(100))).toEqual([{ cell, value: 400, years: { median: 100, count: 1 } }])
  })

  it('is one far from five years of its own', () => {
    expect(odd(180, [], years(100, 102, 98, 101, 99))).toEqual([{ cell, value: 180, years: { median: 100, count: 5 } }])
    expect(odd(180, [], years(100))).toEqual([])
  })

  it('is not one case among zeros', () => {
    expect(odd(3, others(0, 0, 0, 0, 1, 0))).toEqual([])
    expect(odd(40, others(0, 0, 0, 0, 1, 0))).toHaveLength(1)
  })

  it('needs a crowd of five units: fewer say nothing about a figure', () => {
    expect(odd(4000, others(90, 100, 110, 95))).toEqual([])
  })

  it('is named where it was typed, and not again at the total above', () => {
    const cells: Cells = { [part]: 900 }
    const among = [9, 10, 11, 10, 9].map((value, i) => ({ unit: `u${i}`, cells: { [part]: value, [total]: value } }))
    expect(outliersOf(form, cells, among, []).map((one) => one.cell)).toEqual([part])
  })

  it('is none where the years count differently or the cell is blank', () => {
    expect(outliersOf(form, {}, others(1, 1, 1, 1, 1), years(900))).toEqual([])
    expect(odd(400, [], [{ form: 'gone', cells: { [cell]: 1 } }])).toEqual([])
  })
})
