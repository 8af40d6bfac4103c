/*
 * Checks of the trial format of 2019. R7 and R8 hold between two years of this format only. R7x is no national rule:
 * items on the list and cases decided are different things, so it is off unless a round turns it on.
 */
import type { Check, Section, Words } from '../form.ts'
import { words } from '../words.ts'
import { applicationChecks } from './application-checks.ts'
import { inputsOf, lastYear, plus, sectionOf } from './check-parts.ts'
import { completenessChecks, recountCheck, steadyCheck } from './common-checks.ts'
import { disputeChecks } from './dispute-checks.ts'
import { readingChecks } from './reading-checks.ts'

interface Named {
  readonly id: string
  readonly label: Words
}

const itemsRollForward = ({ id, label }: Named): Check => {
  const [items, change] = [`proactive.${id}.itemsLastYear`, `proactive.${id}.change`]
  return {
    id: `R7.${id}`,
    ruleId: 'R7',
    class: 'C',
    needs: 'lastYear',
    rule: { kind: 'equal', left: plus(items), right: lastYear(items, change) },
    says: words(
      `“${label.zh}”：上一年项目数量等于上年报告的上一年项目数量加本年增/减。`,
      `“${label.en}”: items in previous year equals last year’s items plus last year’s increase or decrease.`,
    ),
    basis: '由国办公开办函〔2019〕60号表二栏目名称推定',
    lastYearForms: ['ogi-2019'],
    example: {
      breaks: { cells: { [items]: 60 }, lastYear: { [items]: 60, [change]: -17 } },
      keeps: { cells: { [items]: 43 }, lastYear: { [items]: 60, [change]: -17 } },
    },
  }
}

const itemsAreDecisions = ({ id, label }: Named): Check => {
  const [items, change, decisions] = [
    `proactive.${id}.itemsLastYear`,
    `proactive.${id}.change`,
    `proactive.${id}.decisions`,
  ]
  return {
    id: `R7x.${id}`,
    ruleId: 'R7x',
    class: 'D',
    needs: 'own',
    rule: { kind: 'equal', left: plus(items, change), right: plus(decisions) },
    says: words(
      `“${label.zh}”：上一年项目数量加本年增/减等于处理决定数量（非全国性规则）。`,
      `“${label.en}”: items in previous year plus increase or decrease equals decisions (no national rule).`,
    ),
    basis: '非国家规则，由组织填报的单位自行启用',
    offByDefault: true,
    example: {
      breaks: { cells: { [items]: 60, [change]: -17, [decisions]: 44 } },
      keeps: { cells: { [items]: 60, [change]: -17, [decisions]: 43 } },
    },
  }
}

const stock = ({ id, label }: Named): readonly Check[] => {
  const [all, disclosed] = [`proactive.${id}.totalDisclosed`, `proactive.${id}.disclosed`]
  const basis = '由国办公开办函〔2019〕60号表二栏目名称推定'
  return [
    {
      id: `R8.${id}`,
      ruleId: 'R8',
      class: 'C',
      needs: 'lastYear',
      rule: { kind: 'equal', left: plus(all), right: [...lastYear(all), ...plus(disclosed)] },
      says: words(
        `“${label.zh}”：对外公开总数量等于上年对外公开总数量加本年新公开数量。`,
        `“${label.en}”: total disclosed equals last year’s total plus newly disclosed this year.`,
      ),
      basis,
      lastYearForms: ['ogi-2019'],
      example: {
        breaks: { cells: { [disclosed]: 0, [all]: 7 }, lastYear: { [all]: 0 } },
        keeps: { cells: { [disclosed]: 77, [all]: 166 }, lastYear: { [all]: 89 } },
      },
    },
    {
      id: `R8.${id}.atMostTotal`,
      ruleId: 'R8',
      class: 'C',
      needs: 'own',
      rule: { kind: 'atMost', left: plus(disclosed), right: plus(all) },
      says: words(
        `“${label.zh}”：本年新公开数量不大于对外公开总数量。`,
        `“${label.en}”: newly disclosed this year is not above total disclosed.`,
      ),
      basis,
      example: {
        breaks: { cells: { [disclosed]: 8, [all]: 7 } },
        keeps: { cells: { [disclosed]: 7, [all]: 7 } },
      },
    },
  ]
}

/** All checks of the edition. */
export const checksOf2019 = (sections: readonly Section[]): readonly Check[] => {
  const proactive = sectionOf(sections, 'blocks', 'proactive')
  const rowsWith = (columnId: string): readonly Named[] =>
    proactive.blocks.flatMap((block) => (block.columns.some(({ id }) => id === columnId) ? block.rows : []))
  const decisions = inputsOf(proactive).filter((address) => address.endsWith('.decisions'))
  const [first = ''] = decisions
  return [
    ...completenessChecks(sections),
    ...rowsWith('itemsLastYear').map(itemsRollForward),
    ...rowsWith('itemsLastYear')
      .filter(({ id }) => decisions.includes(`proactive.${id}.decisions`))
      .map(itemsAreDecisions),
    ...rowsWith('totalDisclosed').flatMap(stock),
    steadyCheck({
      section: proactive,
      cells: [first, ...inputsOf(proactive).filter((address) => address !== first && !address.endsWith('.change'))],
      hundred: { [first]: 100 },
      threeHundred: { [first]: 300 },
    }),
    ...applicationChecks(sections, ['otherHandling'], ['ogi-2019']),
    ...disputeChecks(sections),
    ...readingChecks(sections, 'ogi-2019'),
    recountCheck('requests.received.naturalPerson'),
  ]
}
