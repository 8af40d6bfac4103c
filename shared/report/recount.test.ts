import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addUp } from '../form/add-up.ts'
import type { Cells, CellValue } from '../form/cells.ts'
import { compute } from '../form/compute.ts'
import { inputFieldsOf } from '../form/fields.ts'
import { joinForms } from '../form/forms.ts'
import { recount, recountFindings } from './recount.ts'

const form = joinForms(['ogi-2019', 'police-supplement'])
const penalties = 'proactive.penalties.decisions'
const money = 'proactive.procurement.amount'

describe('the recount', () => {
  it('adds counts, changes and money over all revisions', () => {
    const counted = recount(form, [
      { [penalties]: 40, 'proactive.penalties.change': -20, [money]: '0.1' },
      { [penalties]: 3, 'proactive.penalties.change': 3, [money]: '73802895.90' },
    ])
    expect(counted).toMatchObject({ [penalties]: 43, 'proactive.penalties.change': -17, [money]: '73802896.00' })
  })

  it('makes totals from what people filled in and ignores stated ones', () => {
    const cells = {
      'disputes.directSuit.upheld': 2,
      'disputes.directSuit.corrected': 2,
      'disputes.directSuit.total': 99,
    }
    expect(recount(form, [cells])['disputes.directSuit.total']).toBe(4)
  })

  it('makes shares from the added figures', () => {
    const row = (received: number, answered: number): Cells => ({
      'inquiries.complaints.received': received,
      'inquiries.complaints.answered': answered,
    })
    expect(recount(form, [row(2, 1), row(100, 98)])['inquiries.complaints.answeredRate']).toBe('97.1')
    expect(recount(form, [row(0, 0)])['inquiries.complaints.answeredRate']).toBeNull()
    expect(recount(form, [row(200, 1)])['inquiries.complaints.answeredRate']).toBe('0.5')
  })

  it('leaves blank what nobody filled and tells it from zero', () => {
    expect(recount(form, [{}, {}])[penalties]).toBeNull()
    expect(recount(form, [{}, { [penalties]: 0 }])[penalties]).toBe(0)
    expect(recount(form, [{ [penalties]: { na: 'none' } }])[penalties]).toEqual({ na: 'none' })
  })

  const value = (kind: string): fc.Arbitrary<CellValue> => {
    if (kind === 'money')
      return fc
        .integer({ min: 0, max: 10 ** 9 })
        .map((n) => `${Math.floor(n / 100)}.${String(n % 100).padStart(2, '0')}`)
    return kind === 'change' ? fc.integer({ min: -999, max: 999 }) : fc.integer({ min: 0, max: 10 ** 11 - 1 })
  }
  const numbers = inputFieldsOf(form).filter(({ kind }) => kind === 'count' || kind === 'change' || kind === 'money')
  const revision: fc.Arbitrary<Cells> = fc.record(
    Object.fromEntries(
      numbers.map((field) => [
        field.address,
        fc.oneof(value(field.kind), fc.constant(null), fc.constant({ na: 'none' })),
      ]),
    ),
  )

  it('agrees with the roll-up on any returns', () => {
    fc.assert(
      fc.property(fc.array(revision, { minLength: 1, maxLength: 4 }), (revisions) => {
        const added = addUp(
          form,
          revisions.map((cells, index) => ({ unit: `u${index}`, cells })),
        )
        const figures = { ...added, ...compute(form, added) }
        const counted = recount(form, revisions)
        expect(recountFindings(form, figures, counted)).toEqual([])
        expect(counted).toEqual(figures)
      }),
      { numRuns: 25 },
    )
  })
})

describe('rule R10', () => {
  it('finds one cell that is not the sum of the units', () => {
    const counted = recount(form, [{ [penalties]: 42 }])
    const [finding, ...others] = recountFindings(form, { ...counted, [penalties]: 43 }, counted)
    expect(others).toEqual([])
    expect(finding).toMatchObject({
      check: 'R10',
      ruleId: 'R10',
      class: 'A',
      cells: [penalties],
      left: '43',
      right: '42',
    })
    expect(finding?.message.zh).toContain('行政处罚 · 处理决定数量')
    expect(finding?.message.zh).toContain('相差 1')
    expect(finding?.message.en).toContain('difference of 1')
  })

  it('finds a zero where nobody filled anything, and a blank where somebody did', () => {
    const blank = recount(form, [{}])
    expect(recountFindings(form, { ...blank, [penalties]: 0 }, blank)).toHaveLength(1)
    const zero = recount(form, [{ [penalties]: 0 }])
    expect(recountFindings(form, { ...zero, [penalties]: null }, zero)).toHaveLength(1)
  })

  it('compares money by value, not by how many zeros it ends in', () => {
    const counted = recount(form, [{ [money]: '1.50' }])
    expect(recountFindings(form, { ...counted, [money]: '1.5' }, counted)).toEqual([])
  })

  it('has another key for another value, so that nothing said about it outlives it', () => {
    const counted = recount(form, [{ [penalties]: 42 }])
    const keyOf = (value: number) => recountFindings(form, { ...counted, [penalties]: value }, counted)[0]?.key
    expect(keyOf(43)).not.toBe(keyOf(44))
  })
})
