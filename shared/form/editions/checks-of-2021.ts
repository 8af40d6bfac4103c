/*
 * Checks of the format of 2021. R6 needs last year's return in the same format, so it starts with 2022. R5 also holds
 * from 2020 to 2021: rows one, two and four of table 3 did not change.
 */
import type { Check, Row, Section } from '../form.ts'
import { applicationChecks } from './application-checks.ts'
import { inputsOf, lastYear, minus, plus, sectionOf } from './check-parts.ts'
import { completenessChecks, recountCheck, steadyCheck } from './common-checks.ts'
import { disputeChecks } from './dispute-checks.ts'
import { readingChecks } from './reading-checks.ts'

const inForceRollForward = ({ id }: Row): Check => {
  const at = (column: string) => `proactive.${id}.${column}`
  const inForce = at('inForce')
  return {
    id: `R6.${id}`,
    ruleId: 'R6',
    class: 'C',
    needs: 'lastYear',
    rule: {
      kind: 'equal',
      left: plus(inForce),
      right: [...lastYear(inForce), ...plus(at('issued')), ...minus(at('repealed'))],
    },
    lastYearForms: ['ogi-2021'],
  }
}

const overviewLength: Check = {
  id: 'R12',
  ruleId: 'R12',
  class: 'D',
  needs: 'own',
  rule: { kind: 'lengthAtMost', cell: 'overview.text', characters: 1000 },
}

const feesMentioned: Check = {
  id: 'R13',
  ruleId: 'R13',
  class: 'D',
  needs: 'own',
  rule: { kind: 'mentions', cell: 'otherMatters.text', anyOf: ['信息处理费'] },
}

/** All checks of the edition. */
export const checksOf2021 = (sections: readonly Section[]): readonly Check[] => {
  const proactive = sectionOf(sections, 'blocks', 'proactive')
  const stocks = proactive.blocks.flatMap((block) =>
    block.columns.some(({ id }) => id === 'inForce') ? block.rows : [],
  )
  const decisions = 'proactive.licensing.decisions'
  return [
    ...completenessChecks(sections),
    ...stocks.map(inForceRollForward),
    steadyCheck(proactive, [decisions, ...inputsOf(proactive).filter((address) => address !== decisions)]),
    ...applicationChecks(sections, ['notCorrectedInTime', 'feeNotPaid', 'otherReason'], ['ogi-2019', 'ogi-2021']),
    ...disputeChecks(sections),
    overviewLength,
    feesMentioned,
    ...readingChecks(sections, 'ogi-2021'),
    recountCheck,
  ]
}
