import { describe, expect, it } from 'vitest'
import { applicantIds } from './editions/applications-table.ts'
import { fieldAt, fieldsOf, inputFieldsOf, isComputed, isRowId, listMarkerAt, listsOf } from './fields.ts'
import type { Form } from './form.ts'
import { joinForms } from './forms.ts'
import { words } from './words.ts'

const ogi2019 = joinForms(['ogi-2019'])
const ogi2021 = joinForms(['ogi-2021'])
const withPolice = joinForms(['ogi-2021', 'police-supplement'])

const sizes = (form: Form, section: string) => {
  const fields = [...fieldsOf(form).values()].filter((field) => field.section === section)
  return [fields.length, fields.filter(isComputed).length]
}
const termsAt = (form: Form, address: string) => {
  const field = fieldsOf(form).get(address)
  return field?.kind === 'sum' ? field.terms : undefined
}

describe('the fields of the national formats', () => {
  it.each([
    ['ogi-2019', 'proactive', 22, 0],
    ['ogi-2019', 'requests', 161, 29],
    ['ogi-2019', 'disputes', 15, 3],
    ['ogi-2021', 'proactive', 10, 0],
    ['ogi-2021', 'requests', 175, 31],
    ['ogi-2021', 'disputes', 15, 3],
  ])('count in %s %s %i cells, %i of them computed', (id, section, all, computed) => {
    expect(sizes(joinForms([id]), section)).toEqual([all, computed])
  })

  it('are the 200 table cells of a return of 2021 and its three narratives', () => {
    expect(fieldsOf(ogi2021).size).toBe(203)
    expect(inputFieldsOf(ogi2021)).toHaveLength(169)
  })

  it('come in print order', () => {
    const addresses = [...fieldsOf(ogi2019).keys()]
    expect(addresses[0]).toBe('overview.text')
    expect(addresses.slice(1, 4)).toEqual(['made', 'disclosed', 'totalDisclosed'].map((id) => `proactive.rules.${id}`))
    expect(addresses.at(-1)).toBe('otherMatters.text')
  })

  it('are laid out once per form', () => {
    expect(fieldsOf(ogi2021)).toBe(fieldsOf(ogi2021))
    expect(inputFieldsOf(ogi2021)).toBe(inputFieldsOf(ogi2021))
  })

  it('are labelled by row and column, and by measure', () => {
    expect(fieldAt(ogi2019, 'proactive.procurement.amount')).toEqual({
      kind: 'money',
      address: 'proactive.procurement.amount',
      section: 'proactive',
      label: words('政府集中采购 · 采购总金额', 'Centralized government procurement · Total procurement amount'),
      measure: '元',
    })
  })
})

describe('computed fields', () => {
  it('add the six columns in the total of a row', () => {
    expect(termsAt(ogi2019, 'requests.received.total')).toEqual(applicantIds.map((id) => `requests.received.${id}`))
  })

  it.each([
    ['ogi-2019', 19],
    ['ogi-2021', 21],
  ])('add in %s the %i detail rows in （七）总计 of a column', (id, rows) => {
    const terms = termsAt(joinForms([id]), 'requests.resultsTotal.business')
    expect(terms).toHaveLength(rows)
    expect(terms?.every((term) => term.endsWith('.business'))).toBe(true)
    expect(terms).not.toContain('requests.carriedOut.business')
  })

  it('count nothing twice where total row and total column meet', () => {
    expect(termsAt(ogi2021, 'requests.resultsTotal.total')).toEqual(
      applicantIds.map((id) => `requests.resultsTotal.${id}`),
    )
  })

  it('divide the totals in the share of a total row', () => {
    expect(fieldsOf(withPolice).get('inquiries.total.answeredRate')).toMatchObject({
      kind: 'ratio',
      numerator: 'inquiries.total.answered',
      denominator: 'inquiries.total.received',
    })
  })
})

describe('cells of lists', () => {
  it('are found by the id of their row', () => {
    expect(fieldAt(withPolice, 'accounts.r-1_A.supervised')).toMatchObject({ kind: 'flag', section: 'accounts' })
    expect(fieldAt(withPolice, 'accounts.none')).toMatchObject({ kind: 'flag' })
  })

  it.each([
    'accounts.r1',
    'accounts.r1.colour',
    'accounts.none.name',
    'accounts.有.name',
    `accounts.${'r'.repeat(41)}.name`,
    'accounts..name',
    'accounts.r1.name.more',
    'accounts',
    'nothing.r1.name',
    '',
    '__proto__',
    'constructor',
  ])('are not at "%s"', (address) => {
    expect(fieldAt(withPolice, address)).toBeUndefined()
  })

  it('have markers for "none" and for a row as a whole', () => {
    expect(listMarkerAt(withPolice, 'accounts.none')).toMatchObject({ kind: 'none' })
    expect(listMarkerAt(withPolice, 'accounts.r1')).toMatchObject({ kind: 'row', rowId: 'r1' })
    expect(listMarkerAt(withPolice, 'accounts.r1.name')).toBeUndefined()
    expect(listMarkerAt(withPolice, 'requests.r1')).toBeUndefined()
    expect(listMarkerAt(ogi2021, 'accounts.none')).toBeUndefined()
    expect(listMarkerAt(withPolice, 'accounts')).toBeUndefined()
  })

  it('take any row id but the marker', () => {
    expect(['a', 'A-1_b', '1'.repeat(40)].every(isRowId)).toBe(true)
    expect(['none', '', 'a.b', 'ä', '1'.repeat(41)].some(isRowId)).toBe(false)
  })

  it('belong to the lists of the form', () => {
    expect(listsOf(withPolice).map(({ id }) => id)).toEqual(['accounts'])
    expect(listsOf(ogi2021)).toEqual([])
  })
})
