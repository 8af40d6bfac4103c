import { describe, expect, it } from 'vitest'
import type { Cells } from './cells.ts'
import { fieldAt } from './fields.ts'
import { joinForms } from './forms.ts'
import { lastYearValue } from './last-year.ts'

/* （六）其他处理 is one row in 2019 and three in 2021: between the two only their sum can stand beside the other. */
const before = joinForms(['ogi-2021'])
const form = joinForms(['ogi-2019'])
const rows = ['notCorrectedInTime', 'feeNotPaid', 'otherReason']
const whole: Cells = Object.fromEntries(rows.map((row) => [`requests.${row}.naturalPerson`, 2]))

const lastYearIn = (cells: Cells) => {
  const field = fieldAt(form, 'requests.otherHandling.naturalPerson')
  return field && lastYearValue(form, field, { form: before, cells }).value
}

describe('last year beside a cell that several cells make up', () => {
  it('is their sum', () => {
    expect(lastYearIn(whole)).toBe(6)
  })

  it.each(rows)('is nothing while %s is blank, not the sum of the others', (row) => {
    expect(lastYearIn({ ...whole, [`requests.${row}.naturalPerson`]: null })).toBeNull()
  })
})
