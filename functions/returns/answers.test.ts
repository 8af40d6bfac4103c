import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Cells } from '../../shared/form/cells.ts'
import { runChecks } from '../../shared/form/checks.ts'
import { inputFieldsOf } from '../../shared/form/fields.ts'
import type { Form } from '../../shared/form/form.ts'
import { joinForms } from '../../shared/form/forms.ts'
import { lastYearBeside } from './answers.ts'

const cellsOf = (form: Form): fc.Arbitrary<Cells> => {
  const fields = inputFieldsOf(form).filter(({ kind }) => kind === 'count' || kind === 'change')
  return fc.array(fc.tuple(fc.constantFrom(...fields), fc.constantFrom(0, 3, 500)), { maxLength: 30 }).chain((few) =>
    fc.constantFrom(0, 4).map((base) => ({
      ...Object.fromEntries(fields.map(({ address }) => [address, base])),
      ...Object.fromEntries(few.map(([{ address }, value]) => [address, value])),
    })),
  )
}

describe('last year beside a return', () => {
  const now = joinForms(['ogi-2021', 'police-supplement'])

  it.each([['ogi-2019'], ['ogi-2021'], ['ogi-2021', 'police-supplement']])(
    'holds with its rest all that the checks of the page compare with: %s',
    (...forms) => {
      const last = joinForms(forms)
      fc.assert(
        fc.property(cellsOf(last), cellsOf(now), (before, cells) => {
          const beside = lastYearBeside(now, { year: 2020, form: last.id, cells: before }, 'zh')
          const together = { ...beside?.cells, ...beside?.rest }
          const found = (lastCells: Cells) =>
            runChecks(now, { cells, lastYear: { form: last.id, cells: lastCells }, only: ['lastYear'] })
          expect(found(together)).toEqual(found(before))
        }),
        { numRuns: 40 },
      )
    },
  )

  it('says again only what does not stand beside a cell as it is', () => {
    const before = { 'requests.received.naturalPerson': 3, 'proactive.fees.itemsLastYear': 6 }
    const beside = lastYearBeside(now, { year: 2020, form: 'ogi-2019', cells: before }, 'zh')
    expect(beside?.rest).toEqual({ 'proactive.fees.itemsLastYear': 6 })
  })
})
