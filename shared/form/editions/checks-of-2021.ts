/*
 * Checks of the format of 2021. R6 needs last year's return in the same format, so it starts with 2022. R5 also holds
 * from 2020 to 2021: rows one, two and four of table 3 did not change.
 */
import type { Check, Row, Section } from '../form.ts'
import { words } from '../words.ts'
import { applicationChecks } from './application-checks.ts'
import { inputsOf, lastYear, minus, plus, sectionOf } from './check-parts.ts'
import { completenessChecks, recountCheck, steadyCheck } from './common-checks.ts'
import { disputeChecks } from './dispute-checks.ts'
import { readingChecks } from './reading-checks.ts'

const inForceRollForward = ({ id, label }: Row): Check => {
  const at = (column: string) => `proactive.${id}.${column}`
  const [issued, repealed, inForce] = [at('issued'), at('repealed'), at('inForce')]
  return {
    id: `R6.${id}`,
    ruleId: 'R6',
    class: 'C',
    needs: 'lastYear',
    rule: { kind: 'equal', left: plus(inForce), right: [...lastYear(inForce), ...plus(issued), ...minus(repealed)] },
    says: words(
      `“${label.zh}”：现行有效件数等于上年现行有效件数加本年制发件数减本年废止件数。`,
      `“${label.en}”: in force equals last year’s in force plus issued minus repealed.`,
    ),
    basis: '由国办公开办函〔2021〕30号表二栏目名称推定',
    lastYearForms: ['ogi-2021'],
    example: {
      breaks: { cells: { [issued]: 88, [repealed]: 55, [inForce]: 643 }, lastYear: { [inForce]: 665 } },
      keeps: { cells: { [issued]: 88, [repealed]: 55, [inForce]: 698 }, lastYear: { [inForce]: 665 } },
    },
  }
}

const overviewLength: Check = {
  id: 'R12',
  ruleId: 'R12',
  class: 'D',
  needs: 'own',
  rule: { kind: 'lengthAtMost', cell: 'overview.text', characters: 1000 },
  says: words('“总体情况”原则上不超过一千字。', 'The overview has in principle no more than 1,000 characters.'),
  basis: '“篇幅原则上不超过一千字”，国办公开办函〔2021〕30号',
  example: {
    breaks: { cells: { 'overview.text': '字'.repeat(1001) } },
    keeps: { cells: { 'overview.text': '字'.repeat(1000) } },
  },
}

const feesMentioned: Check = {
  id: 'R13',
  ruleId: 'R13',
  class: 'D',
  needs: 'own',
  rule: { kind: 'mentions', cell: 'otherMatters.text', anyOf: ['信息处理费'] },
  says: words(
    '“其他需要报告的事项”应报告收取信息处理费的情况，未收取的也写明。',
    'Other matters report on information processing fees, also when none were charged.',
  ),
  basis: '“收取信息处理费的情况，在此处专门报告”，国办公开办函〔2021〕30号',
  example: {
    breaks: { cells: { 'otherMatters.text': '无其他需要报告的事项。' } },
    keeps: { cells: { 'otherMatters.text': '本年未收取信息处理费。' } },
  },
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
    steadyCheck({
      section: proactive,
      cells: [decisions, ...inputsOf(proactive).filter((address) => address !== decisions)],
      hundred: { [decisions]: 100 },
      threeHundred: { [decisions]: 300 },
    }),
    ...applicationChecks(sections, ['notCorrectedInTime', 'feeNotPaid', 'otherReason'], ['ogi-2019', 'ogi-2021']),
    ...disputeChecks(sections),
    overviewLength,
    feesMentioned,
    ...readingChecks(sections, 'ogi-2021'),
    recountCheck('requests.received.naturalPerson'),
  ]
}
