import { describe, expect, it } from 'vitest'
import type { Cells } from './cells.ts'
import { runChecks } from './checks.ts'
import { compute } from './compute.ts'
import { inputFieldsOf } from './fields.ts'
import type { Check, Form } from './form.ts'
import { joinForms } from './forms.ts'

const ogi2019 = joinForms(['ogi-2019'])
const ogi2021 = joinForms(['ogi-2021'])

const zeros = (form: Form): Cells =>
  Object.fromEntries(
    inputFieldsOf(form).map(({ address, kind }) => [
      address,
      kind === 'narrative' ? '本年未收取信息处理费。' : kind === 'money' ? '0' : 0,
    ]),
  )
const idsOf = (findings: ReturnType<typeof runChecks>) => findings.map(({ check }) => check)

describe('running checks', () => {
  it('finds nothing in a return of zeros', () => {
    expect(runChecks(ogi2019, { cells: zeros(ogi2019) })).toEqual([])
    expect(runChecks(ogi2021, { cells: zeros(ogi2021) })).toEqual([])
  })

  it('finds only blanks in an empty return, section by section', () => {
    const findings = runChecks(ogi2021, { cells: {} })
    expect(idsOf(findings)).toEqual(ogi2021.sections.map(({ id }) => `R17.${id}`))
    expect(findings.map(({ cells }) => cells.length)).toEqual([1, 10, 144, 12, 1, 1])
    expect(findings[1]?.message.zh).toContain('「规章 · 本年制发件数」等 10 处未填写')
  })

  it('waits while an operand is blank', () => {
    const cells = { ...zeros(ogi2021), 'requests.received.business': 5, 'requests.stateSecret.business': null }
    expect(idsOf(runChecks(ogi2021, { cells }))).toEqual(['R17.requests'])
  })

  it('adds nothing for what does not apply', () => {
    const na = { na: '无此类申请人' }
    const cells = { ...zeros(ogi2021), 'requests.carriedIn.business': na, 'requests.stateSecret.business': na }
    expect(runChecks(ogi2021, { cells })).toEqual([])
    expect(idsOf(runChecks(ogi2021, { cells: { ...cells, 'requests.received.business': 1 } }))).toEqual([
      'R1.business',
      'R1.total',
    ])
  })

  it('runs only what a caller may see', () => {
    const cells = { ...zeros(ogi2021), 'requests.carriedIn.business': 1, 'requests.granted.business': 1 }
    const lastYear = { cells: zeros(ogi2021), form: 'ogi-2021' }
    const recounted = { ...cells, ...compute(ogi2021, cells), 'requests.granted.business': 7 }
    const run = (only?: readonly Check['needs'][]) =>
      idsOf(runChecks(ogi2021, { cells, lastYear, recounted, ...(only ? { only } : {}) }))
    expect(run()).toEqual(['R5.business', 'R10'])
    expect(run(['lastYear'])).toEqual(['R5.business'])
    expect(run(['own'])).toEqual([])
    expect(run(['otherUnits'])).toEqual(['R10'])
  })

  it('waits for last year when its form is unknown', () => {
    const cells = { ...zeros(ogi2021), 'requests.carriedIn.business': 1, 'requests.granted.business': 1 }
    expect(runChecks(ogi2021, { cells, lastYear: { cells: zeros(ogi2021), form: 'ogi-1999' } })).toEqual([])
  })

  it('finds last year’s edition in a joined form too', () => {
    const form = joinForms(['ogi-2021', 'police-supplement'])
    const cells: Cells = { 'proactive.rules.issued': 0, 'proactive.rules.repealed': 0, 'proactive.rules.inForce': 3 }
    const lastYear = { cells: { 'proactive.rules.inForce': 2 }, form: form.id }
    expect(idsOf(runChecks(form, { cells, lastYear, only: ['lastYear'] }))).toEqual(['R6.rules'])
    expect(idsOf(runChecks(form, { cells, lastYear: { ...lastYear, form: 'ogi-2019' }, only: ['lastYear'] }))).toEqual(
      [],
    )
  })

  it('reads R9 on values no API would take', () => {
    const cells = {
      ...zeros(ogi2019),
      'proactive.penalties.decisions': '四十三',
      'proactive.procurement.amount': '25万',
    }
    const findings = runChecks(ogi2019, { cells })
    expect(findings.map(({ check, cells: at }) => [check, ...at])).toEqual([
      ['R9.proactive', 'proactive.penalties.decisions'],
      ['R9.proactive', 'proactive.procurement.amount'],
    ])
  })

  it('says that a computed total cannot be an excuse: details over the stated total are named', () => {
    const stated = { 'disputes.directSuit.total': 0 }
    const cells = { ...zeros(ogi2021), 'disputes.directSuit.upheld': 10, 'disputes.directSuit.other': 1 }
    expect(runChecks(ogi2021, { cells, stated })).toMatchObject([{ check: 'R4.directSuit', left: '0', right: '11' }])
  })
})

describe('the key of a finding', () => {
  const keyOf = (carriedIn: number, carriedOut: number, text = '') => {
    const cells = { 'requests.carriedIn.business': carriedIn, 'overview.text': text }
    const lastYear = { cells: { 'requests.carriedOut.business': carriedOut }, form: 'ogi-2021' }
    return runChecks(ogi2021, { cells, lastYear, only: ['lastYear'] })[0]?.key
  }

  it('stays while check, cells and values stay', () => {
    expect(keyOf(1, 2, 'one')).toBe(keyOf(1, 2, 'another'))
  })

  it('falls when a value changes', () => {
    expect(new Set([keyOf(1, 2), keyOf(3, 2), keyOf(1, 4)]).size).toBe(3)
  })

  it('stays short for a long text and still changes with it', () => {
    const over = (text: string) =>
      runChecks(ogi2021, { cells: { 'overview.text': text } }).find(({ check }) => check === 'R12')?.key
    const [a, b] = [over('字'.repeat(1500)), over(`${'字'.repeat(1499)}句`)]
    expect(a).not.toBe(b)
    expect(a?.length).toBeLessThan(60)
  })
})

describe('the recount R10', () => {
  it('compares computed cells too, and money by value', () => {
    const cells = { ...zeros(ogi2019), 'proactive.procurement.amount': '10.50' }
    const same = { ...cells, ...compute(ogi2019, cells), 'proactive.procurement.amount': '10.5' }
    expect(runChecks(ogi2019, { cells, recounted: same })).toEqual([])
    const other = { ...same, 'requests.received.total': 1, 'proactive.procurement.amount': '10.51' }
    expect(runChecks(ogi2019, { cells, recounted: other }).map(({ cells: at }) => at)).toEqual([
      ['proactive.procurement.amount'],
      ['requests.received.total'],
    ])
  })

  it('does not take blank for zero', () => {
    const cells = zeros(ogi2019)
    const blank = { ...cells, ...compute(ogi2019, cells), 'requests.carriedOut.business': null }
    expect(runChecks(ogi2019, { cells, recounted: blank }).map(({ right }) => right)).toEqual([''])
  })
})
