import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Cells, type CellValue, sameValue } from '../form/cells.ts'
import { inputFieldsOf, listsOf } from '../form/fields.ts'
import type { Address, Form } from '../form/form.ts'
import { joinForms } from '../form/forms.ts'
import { assess } from './assess.ts'
import { liveAssessment } from './live.ts'

const form2019 = joinForms(['ogi-2019', 'police-supplement'])
const form2021 = joinForms(['ogi-2021', 'police-supplement'])

const texts = ['', '本年收到申请3件，结转1件。', '收费情况：未收取信息处理费。', '字'.repeat(1001), ' ']
const valueFor = (kind: string): fc.Arbitrary<CellValue> => {
  if (kind === 'narrative' || kind === 'text') return fc.constantFrom(null, ...texts)
  if (kind === 'flag') return fc.constantFrom(null, true, false)
  if (kind === 'money') return fc.constantFrom(null, '0', '12.50', '73802895.9', { na: '无采购' })
  return fc.constantFrom(null, 0, 1, 3, 40, 400, -5, { na: '无此项' })
}

/** Few cells, so that they meet: a corner of table 3 and others, whole sections at times. */
const editsOf = (form: Form): fc.Arbitrary<Cells> => {
  const fields = inputFieldsOf(form)
  const listed = listsOf(form).flatMap((list) => [
    { address: `${list.id}.none`, kind: 'flag' },
    ...['r1', 'r2'].flatMap((row) =>
      list.columns.map(({ id, kind }) => ({ address: `${list.id}.${row}.${id}`, kind })),
    ),
  ])
  const one = fc
    .constantFrom(...fields, ...listed)
    .chain(({ address, kind }) => valueFor(kind).map((value): Cells => ({ [address]: value })))
  const numbers = fields.filter(({ kind }) => kind === 'count' || kind === 'change')
  const inOne = fc
    .constantFrom(...form.sections.map(({ id }) => id))
    .chain((section) =>
      fc
        .constantFrom(null, 0, 2)
        .map(
          (value): Cells =>
            Object.fromEntries(numbers.flatMap((f) => (f.section === section ? [[f.address, value]] : []))),
        ),
    )
  return fc.oneof({ weight: 4, arbitrary: one }, { weight: 1, arbitrary: inOne })
}

const filledWith = (form: Form, number: number): Cells =>
  Object.fromEntries(
    inputFieldsOf(form).map(({ address, kind }) => [
      address,
      kind === 'money' ? String(number) : kind === 'narrative' ? '本年收到申请 5 件。' : number,
    ]),
  )

describe.each([
  ['ogi-2019 against its own form', form2019, form2019],
  ['ogi-2021 against its own form', form2021, form2021],
  ['ogi-2021 against the form before it', form2021, joinForms(['ogi-2019'])],
  ['ogi-2021 without a last year', form2021, undefined],
] as const)('a live assessment: %s', (_, form, lastForm) => {
  const lastYear = lastForm && { form: lastForm, cells: filledWith(lastForm, 5) }
  const stored = lastYear && { form: lastYear.form.id, cells: lastYear.cells }

  it('says after any edits what an assessment from scratch says', () => {
    fc.assert(
      fc.property(
        fc.constantFrom<Cells>({}, filledWith(form, 0), filledWith(form, 7)),
        fc.array(editsOf(form), { minLength: 1, maxLength: 12 }),
        (start, edits) => {
          const live = liveAssessment(form, start, { lastYear, extraChecks: ['R7x'], year: 2021 })
          let cells: Cells = start
          for (const edit of edits) {
            const before = live.assessment()
            const [findings, computed] = [before.findings, { ...before.computed }]
            const changes = live.change(edit)
            cells = { ...cells, ...edit }
            const whole = assess(form, cells, { lastYear: stored, extraChecks: ['R7x'], year: 2021 })
            const now = live.assessment()
            expect(now).toEqual(whole)
            if (!changes.findings) expect(now.findings).toEqual(findings)
            /* Not applicable is an object, and the same whenever it says the same. */
            const moved = Object.keys(whole.computed).filter((at) => !sameValue(computed[at], whole.computed[at]))
            expect(changes.computed).toEqual(expect.arrayContaining(moved))
          }
        },
      ),
      { numRuns: 60 },
    )
  })
})

describe('a live assessment of table 3', () => {
  const cell: Address = 'requests.received.naturalPerson'
  const start = filledWith(form2019, 0)

  it('computes only the totals above a cell', () => {
    const live = liveAssessment(form2019, start, { extraChecks: [] })
    expect(live.change({ [cell]: 4 })).toEqual({ computed: ['requests.received.total'], findings: true })
    expect(live.change({ [cell]: 4 })).toEqual({ computed: [], findings: false })
  })

  it('takes a total that does not apply for the same when another operand is the reason', () => {
    const na = { na: '无此项' }
    const live = liveAssessment(form2021, {}, { extraChecks: [] })
    const [received, answered] = ['inquiries.directorMailbox.received', 'inquiries.directorMailbox.answered'] as const
    live.change({ [received]: 3, [answered]: na })
    const rate = 'inquiries.directorMailbox.answeredRate'
    expect(live.computed(rate)).toEqual(na)
    expect(live.change({ [received]: { ...na } }).computed).not.toContain(rate)
  })

  it('says how much of a section is filled in', () => {
    const live = liveAssessment(form2019, start, { extraChecks: [] })
    const { total } = live.progress('requests')
    live.change({ [cell]: null })
    expect(live.progress('requests')).toEqual({ filled: total - 1, total })
    live.change({ 'accounts.r1.name': '海东公安' })
    expect(live.progress('accounts')).toEqual({ filled: 1, total: 1 })
  })
})
