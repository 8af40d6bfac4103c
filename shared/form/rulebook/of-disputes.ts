/* Rules of table 4: R4, R18. */
import { words } from '../words.ts'
import { type EntryOf, firstOf, giving, instanceOf, labelOf, ruleOf } from './entry.ts'

/** R4, the total of a row is the sum of its outcomes. */
export const totalRule: EntryOf = (form, check) => {
  const { cell } = ruleOf(check, 'statedEquals')
  const label = labelOf(form, 'disputes', instanceOf(check))
  const cells = giving(form, cell, 5)
  return {
    says: words(
      `“${label.zh}”：总计等于结果维持、结果纠正、其他结果、尚未审结之和。`,
      `“${label.en}”: the total is upheld + corrected + other outcome + pending.`,
    ),
    basis: '国办公开办函〔2019〕60号、〔2021〕30号表四“总计”栏含义',
    breaks: { cells, stated: { [cell]: 0 } },
    keeps: { cells, stated: { [cell]: 5 } },
  }
}

/** R18, pending cases come back. */
export const pendingRule: EntryOf = (form, check) => {
  const { last, among } = ruleOf(check, 'reappears')
  const label = labelOf(form, 'disputes', instanceOf(check))
  return {
    says: words(
      `“${label.zh}”：上年尚未审结的案件，本年应当有结果或仍未审结。`,
      `“${label.en}”: cases pending last year have an outcome this year or are still pending.`,
    ),
    basis: '推定，无官方条文',
    breaks: { cells: firstOf(among, 1), lastYear: { [last]: 2 } },
    keeps: { cells: firstOf(among, 2), lastYear: { [last]: 2 } },
  }
}
