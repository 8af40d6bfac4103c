/* Rules of table 2: R6 (since 2021), R7, R7x and R8 (until 2020). */
import { words } from '../words.ts'
import { type Entry, type EntryOf, instanceOf, labelOf } from './entry.ts'

const fromColumns2019 = '由国办公开办函〔2019〕60号表二栏目名称推定'

/** R6, documents in force. */
export const inForceRollForward: EntryOf = (form, check) => {
  const row = instanceOf(check)
  const at = (column: string) => `proactive.${row}.${column}`
  const label = labelOf(form, 'proactive', row)
  const cells = (inForce: number) => ({ [at('issued')]: 88, [at('repealed')]: 55, [at('inForce')]: inForce })
  const lastYear = { [at('inForce')]: 665 }
  return {
    says: words(
      `“${label.zh}”：现行有效件数等于上年现行有效件数加本年制发件数减本年废止件数。`,
      `“${label.en}”: in force equals last year’s in force plus issued minus repealed.`,
    ),
    basis: '由国办公开办函〔2021〕30号表二栏目名称推定',
    breaks: { cells: cells(643), lastYear },
    keeps: { cells: cells(698), lastYear },
  }
}

/** R7, items of the year before. */
export const itemsRollForward: EntryOf = (form, check) => {
  const row = instanceOf(check)
  const [items, change] = [`proactive.${row}.itemsLastYear`, `proactive.${row}.change`]
  const label = labelOf(form, 'proactive', row)
  const lastYear = { [items]: 60, [change]: -17 }
  return {
    says: words(
      `“${label.zh}”：上一年项目数量等于上年报告的上一年项目数量加本年增/减。`,
      `“${label.en}”: items in previous year equals last year’s items plus last year’s increase or decrease.`,
    ),
    basis: fromColumns2019,
    breaks: { cells: { [items]: 60 }, lastYear },
    keeps: { cells: { [items]: 43 }, lastYear },
  }
}

/** R7x, no national rule. */
export const itemsAreDecisions: EntryOf = (form, check) => {
  const row = instanceOf(check)
  const label = labelOf(form, 'proactive', row)
  const cells = (decisions: number) => ({
    [`proactive.${row}.itemsLastYear`]: 60,
    [`proactive.${row}.change`]: -17,
    [`proactive.${row}.decisions`]: decisions,
  })
  return {
    says: words(
      `“${label.zh}”：上一年项目数量加本年增/减等于处理决定数量（非全国性规则）。`,
      `“${label.en}”: items in previous year plus increase or decrease equals decisions (no national rule).`,
    ),
    basis: '非国家规则，由组织填报的单位自行启用',
    breaks: { cells: cells(44) },
    keeps: { cells: cells(43) },
  }
}

/** R8, what is disclosed: all of it against last year’s (`equal`), and this year's within it (`atMost`). */
export const disclosedStock: EntryOf = (form, check): Entry => {
  const [row = ''] = instanceOf(check).split('.')
  const [all, disclosed] = [`proactive.${row}.totalDisclosed`, `proactive.${row}.disclosed`]
  const label = labelOf(form, 'proactive', row)
  if (check.rule.kind === 'atMost')
    return {
      says: words(
        `“${label.zh}”：本年新公开数量不大于对外公开总数量。`,
        `“${label.en}”: newly disclosed this year is not above total disclosed.`,
      ),
      basis: fromColumns2019,
      breaks: { cells: { [disclosed]: 8, [all]: 7 } },
      keeps: { cells: { [disclosed]: 7, [all]: 7 } },
    }
  return {
    says: words(
      `“${label.zh}”：对外公开总数量等于上年对外公开总数量加本年新公开数量。`,
      `“${label.en}”: total disclosed equals last year’s total plus newly disclosed this year.`,
    ),
    basis: fromColumns2019,
    breaks: { cells: { [disclosed]: 0, [all]: 7 }, lastYear: { [all]: 0 } },
    keeps: { cells: { [disclosed]: 77, [all]: 166 }, lastYear: { [all]: 89 } },
  }
}
