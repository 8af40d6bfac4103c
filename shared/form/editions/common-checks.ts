/*
 * Checks that every form has: values are readable (R9), nothing is blank (R17), no figure leaps (R16), and the city's
 * figures are the sum of the units' (R10).
 */
import type { Field } from '../field.ts'
import { fieldsIn } from '../fields.ts'
import type { Address, Check, Section } from '../form.ts'
import { inputsOf } from './check-parts.ts'

const isNumber = (field: Field): boolean => ['count', 'change', 'money'].includes(field.kind)

/** Numbers are, and a list, named by its marker, does not say 「无」 above rows. */
const readableIn = (section: Section): readonly Check[] => {
  const numbers = fieldsIn(section)
    .filter(isNumber)
    .map(({ address }) => address)
  const cells = section.kind === 'list' ? [`${section.id}.none`] : numbers
  return cells.length === 0
    ? []
    : [{ id: `R9.${section.id}`, ruleId: 'R9', class: 'A', needs: 'own', rule: { kind: 'readable', cells } }]
}

/** A list is named by its marker: it is filled when it says 「无」 or has rows without a blank. */
const filledIn = (section: Section): Check => ({
  id: `R17.${section.id}`,
  ruleId: 'R17',
  class: 'A',
  needs: 'own',
  rule: { kind: 'filled', cells: section.kind === 'list' ? [`${section.id}.none`] : inputsOf(section) },
})

/** R9 and R17 of every section. */
export const completenessChecks = (sections: readonly Section[]): readonly Check[] =>
  sections.flatMap((section) => [...readableIn(section), filledIn(section)])

/** A leap is a change by this factor and by this many at once; smaller figures jump from year to year by nature. */
const leap = { factor: 3, distance: 50 } as const

/** R16 of one section; `cells` are the ones that carry the meaning, not every column of a row. */
export const steadyCheck = ({ id }: Section, cells: readonly Address[]): Check => ({
  id: `R16.${id}`,
  ruleId: 'R16',
  class: 'C',
  needs: 'lastYear',
  rule: { kind: 'steady', cells, ...leap },
})

/** R10: one check of the whole report. */
export const recountCheck: Check = {
  id: 'R10',
  ruleId: 'R10',
  class: 'A',
  needs: 'otherUnits',
  rule: { kind: 'recount' },
}
