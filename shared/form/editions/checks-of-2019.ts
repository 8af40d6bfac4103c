/*
 * Checks of the trial format of 2019. R7 and R8 hold between two years of this format only. R7x is no national rule:
 * items on the list and cases decided are different things, so it is off unless a round turns it on.
 */
import type { Check, Section } from '../form.ts'
import { applicationChecks } from './application-checks.ts'
import { inputsOf, lastYear, plus, sectionOf } from './check-parts.ts'
import { completenessChecks, recountCheck, steadyCheck } from './common-checks.ts'
import { disputeChecks } from './dispute-checks.ts'
import { readingChecks } from './reading-checks.ts'

const itemsRollForward = (row: string): Check => {
  const [items, change] = [`proactive.${row}.itemsLastYear`, `proactive.${row}.change`]
  return {
    id: `R7.${row}`,
    ruleId: 'R7',
    class: 'C',
    needs: 'lastYear',
    rule: { kind: 'equal', left: plus(items), right: lastYear(items, change) },
    lastYearForms: ['ogi-2019'],
  }
}

const itemsAreDecisions = (row: string): Check => ({
  id: `R7x.${row}`,
  ruleId: 'R7x',
  class: 'D',
  needs: 'own',
  rule: {
    kind: 'equal',
    left: plus(`proactive.${row}.itemsLastYear`, `proactive.${row}.change`),
    right: plus(`proactive.${row}.decisions`),
  },
  offByDefault: true,
})

const stock = (row: string): readonly Check[] => {
  const [all, disclosed] = [`proactive.${row}.totalDisclosed`, `proactive.${row}.disclosed`]
  return [
    {
      id: `R8.${row}`,
      ruleId: 'R8',
      class: 'C',
      needs: 'lastYear',
      rule: { kind: 'equal', left: plus(all), right: [...lastYear(all), ...plus(disclosed)] },
      lastYearForms: ['ogi-2019'],
    },
    {
      id: `R8.${row}.atMostTotal`,
      ruleId: 'R8',
      class: 'C',
      needs: 'own',
      rule: { kind: 'atMost', left: plus(disclosed), right: plus(all) },
    },
  ]
}

/** All checks of the edition. */
export const checksOf2019 = (sections: readonly Section[]): readonly Check[] => {
  const proactive = sectionOf(sections, 'blocks', 'proactive')
  const rowsWith = (columnId: string): readonly string[] =>
    proactive.blocks.flatMap(({ columns, rows }) =>
      columns.some(({ id }) => id === columnId) ? rows.map(({ id }) => id) : [],
    )
  const decisions = inputsOf(proactive).filter((address) => address.endsWith('.decisions'))
  const [first = ''] = decisions
  return [
    ...completenessChecks(sections),
    ...rowsWith('itemsLastYear').map(itemsRollForward),
    ...rowsWith('itemsLastYear')
      .filter((row) => decisions.includes(`proactive.${row}.decisions`))
      .map(itemsAreDecisions),
    ...rowsWith('totalDisclosed').flatMap(stock),
    steadyCheck(proactive, [
      first,
      ...inputsOf(proactive).filter((address) => address !== first && !address.endsWith('.change')),
    ]),
    ...applicationChecks(sections, ['otherHandling'], ['ogi-2019']),
    ...disputeChecks(sections),
    ...readingChecks(sections, 'ogi-2019'),
    recountCheck,
  ]
}
