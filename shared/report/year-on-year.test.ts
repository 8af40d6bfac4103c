import { describe, expect, it } from 'vitest'
import type { Cells } from '../form/cells.ts'
import { joinForms } from '../form/forms.ts'
import { yearOnYear } from './year-on-year.ts'

const received = 'requests.received.naturalPerson'
const row = (
  cell: string,
  now: Cells,
  last?: { form: string; cells: Cells },
  history: Cells[] = [],
  form = 'ogi-2021',
) => yearOnYear(joinForms([form]), now, last, history).find((candidate) => candidate.cell === cell)
const growth = (now: number, last: number) =>
  row(received, { [received]: now }, { form: 'ogi-2021', cells: { [received]: last } })?.growth

describe('growth on last year', () => {
  it('is percent with one decimal, half up', () => {
    expect(growth(9, 8)).toBe('12.5%')
    expect(growth(2001, 2000)).toBe('0.1%')
    expect(growth(20009, 20000)).toBe('0.0%')
  })

  it('rounds a fall away from zero and has no minus zero', () => {
    expect(growth(1999, 2000)).toBe('-0.1%')
    expect(growth(19995, 20000)).toBe('0.0%')
    expect(growth(97, 100)).toBe('-3.0%')
    expect(growth(0, 100)).toBe('-100.0%')
  })

  it('is absent from zero and where either year is blank or not applicable', () => {
    expect(growth(5, 0)).toBeUndefined()
    expect(row(received, { [received]: 5 })?.growth).toBeUndefined()
    expect(row(received, {}, { form: 'ogi-2021', cells: { [received]: 5 } })?.growth).toBeUndefined()
    const last = { form: 'ogi-2021', cells: { [received]: { na: 'moved' } } }
    expect(row(received, { [received]: 5 }, last)?.growth).toBeUndefined()
  })

  it('is exact for money that a number cannot hold', () => {
    const cell = 'proactive.fees.amount'
    const last = { form: 'ogi-2021', cells: { [cell]: '4166.241619' } }
    expect(row(cell, { [cell]: '8332.483238' }, last)?.growth).toBe('100.0%')
  })

  it('is given for totals, computed here from both years', () => {
    const last = { form: 'ogi-2021', cells: { [received]: 4, 'requests.received.business': 4 } }
    const now = { [received]: 6, 'requests.received.business': 6 }
    expect(row('requests.received.total', now, last)).toMatchObject({ now: 12, last: 8, growth: '50.0%' })
  })

  it('is absent for shares and signed changes', () => {
    const change = 'proactive.penalties.change'
    const last = { form: 'ogi-2019', cells: { [change]: 5 } }
    expect(row(change, { [change]: 10 }, last, [], 'ogi-2019')).toEqual({ cell: change, now: 10, last: 5 })
  })
})

describe('years of two editions', () => {
  it('say why a figure is not comparable and give neither growth nor outlier', () => {
    const cell = 'proactive.licensing.decisions'
    const found = row(cell, { [cell]: 9487 }, { form: 'ogi-2019', cells: { [cell]: 550 } })
    expect(found?.notComparable?.zh).toContain('口径变化')
    expect(found).toMatchObject({ now: 9487, last: 550 })
    expect(found).not.toHaveProperty('growth')
    expect(found).not.toHaveProperty('outlier')
  })

  it('compare what counts the same in both', () => {
    expect(row(received, { [received]: 3 }, { form: 'ogi-2019', cells: { [received]: 2 } })?.growth).toBe('50.0%')
  })
})

describe('outliers year on year', () => {
  it('are marked against last year alone', () => {
    const last = { form: 'ogi-2021', cells: { [received]: 10 } }
    expect(row(received, { [received]: 45 }, last)?.outlier).toBe(true)
    expect(row(received, { [received]: 39 }, last)).not.toHaveProperty('outlier')
  })

  it('are marked against the other units', () => {
    const history = [10, 11, 12, 13, 14].map((value) => ({ [received]: value }))
    expect(row(received, { [received]: 20 }, undefined, history)?.outlier).toBe(true)
  })
})

describe('year on year', () => {
  it('refuses an unknown form of last year', () => {
    expect(() => yearOnYear(joinForms(['ogi-2021']), {}, { form: 'ogi-1999', cells: {} })).toThrow(RangeError)
  })
})
