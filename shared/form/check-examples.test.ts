/* Every check of every form on its own two examples, and which checks there are. */
import { describe, expect, it } from 'vitest'
import { runChecks } from './checks.ts'
import type { Check, Form } from './form.ts'
import { allForms, joinForms } from './forms.ts'
import type { CheckExample } from './rulebook/entry.ts'
import { entryOf } from './rulebook/rulebook.ts'
import { words } from './words.ts'

const ogi2019 = joinForms(['ogi-2019'])
const ogi2021 = joinForms(['ogi-2021'])

const runExample = (form: Form, check: Check, example: CheckExample) =>
  runChecks(form, {
    cells: example.cells,
    ...(example.stated ? { stated: example.stated } : {}),
    ...(example.recounted ? { recounted: example.recounted } : {}),
    ...(example.otherUnit ? { otherUnits: [{ unit: 'u2', name: words('乙局', 'B'), cells: example.otherUnit }] } : {}),
    ...(example.lastYear ? { lastYear: { cells: example.lastYear, form: check.lastYearForms?.[0] ?? form.id } } : {}),
    extraChecks: [check.ruleId],
  })

const examples = [...allForms, joinForms(['ogi-2021', 'police-supplement'])].flatMap((form) =>
  form.checks.map((check) => ({ name: `${form.id} ${check.id}`, form, check })),
)

describe.each(examples)('the check $name', ({ form, check }) => {
  // Examples give a few cells only, so every section is blank (R17) but in the examples of R17 itself.
  const others = (example: CheckExample) =>
    runExample(form, check, example).filter((finding) => finding.ruleId !== 'R17' && finding.check !== check.id)

  it('finds its breaking example, with a sentence in both languages', () => {
    const found = runExample(form, check, entryOf(form, check).breaks).filter((finding) => finding.check === check.id)
    expect(found).toHaveLength(1)
    expect(found[0]).toMatchObject({ ruleId: check.ruleId, class: check.class })
    expect(found[0]?.cells.length).toBeGreaterThan(0)
    expect(found[0]?.message.zh).toMatch(/。$/)
    expect(found[0]?.message.en).toMatch(/\.$/)
    expect(`${found[0]?.message.zh}${found[0]?.message.en}`).not.toMatch(/[!！]|undefined|NaN/)
  })

  it('is silent on its keeping example, and so is every other', () => {
    expect(runExample(form, check, entryOf(form, check).keeps).filter((finding) => finding.check === check.id)).toEqual(
      [],
    )
    expect(others(entryOf(form, check).keeps)).toEqual([])
  })

  it('is the only one to find its breaking example', () => {
    // A stated grand total that is not the sum of the details cannot fit its own row either.
    const also = check.id === 'R2.total' ? ['R3.resultsTotal'] : []
    expect(others(entryOf(form, check).breaks).map((finding) => finding.check)).toEqual(also)
  })

  it('is said in both languages and has a basis', () => {
    const { says, basis } = entryOf(form, check)
    expect(says.zh).toMatch(/。$/)
    expect(says.en).toMatch(/\.$/)
    expect(basis).not.toBe('')
  })
})

describe('the checks of a form', () => {
  const countsOf = (form: Form) => {
    const counts: Record<string, number> = {}
    for (const { ruleId } of form.checks) counts[ruleId] = (counts[ruleId] ?? 0) + 1
    return counts
  }

  it('are as many as the notice of 2019 needs', () => {
    expect(countsOf(ogi2019)).toEqual({
      R1: 7,
      R2: 7,
      R3: 23,
      R4: 3,
      R5: 6,
      R7: 5,
      R7x: 4,
      R8: 4,
      R9: 3,
      R10: 1,
      R11: 14,
      R14: 2,
      R15: 1,
      R16: 3,
      R17: 6,
      R18: 3,
      PD: 3,
    })
  })

  it('are as many as the notice of 2021 needs', () => {
    expect(countsOf(ogi2021)).toEqual({
      R1: 7,
      R2: 7,
      R3: 25,
      R4: 3,
      R5: 6,
      R6: 2,
      R9: 3,
      R10: 1,
      R11: 16,
      R12: 1,
      R13: 1,
      R14: 2,
      R15: 1,
      R16: 3,
      R17: 6,
      R18: 3,
      PD: 3,
    })
  })

  it('have the classes of the product', () => {
    const classes: Record<string, string> = {}
    for (const check of [...ogi2019.checks, ...ogi2021.checks]) classes[check.ruleId] = check.class
    expect(classes).toEqual({
      R1: 'A',
      R2: 'A',
      R3: 'A',
      R4: 'A',
      R9: 'A',
      R10: 'A',
      R17: 'A',
      R5: 'B',
      R6: 'C',
      R7: 'C',
      R8: 'C',
      R11: 'C',
      R16: 'C',
      PD: 'C',
      R7x: 'D',
      R12: 'D',
      R13: 'D',
      R14: 'D',
      R15: 'D',
      R18: 'D',
    })
  })

  it('have ids of their own', () => {
    for (const { checks } of allForms) expect(new Set(checks.map(({ id }) => id)).size).toBe(checks.length)
  })
})
