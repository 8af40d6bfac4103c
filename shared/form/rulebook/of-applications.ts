/* Rules of table 3: R1, R2, R3, R5, R15. */
import { fieldsOf } from '../fields.ts'
import { words } from '../words.ts'
import { type CheckExample, type EntryOf, firstOf, giving, instanceOf, labelOf, ruleOf } from './entry.ts'

const meaning = '国办公开办函〔2019〕60号、〔2021〕30号表三“总计”栏含义'

/** R1, first item + second item = third item + fourth item, which the form prints itself. */
export const printedRule: EntryOf = (form, check) => {
  const column = instanceOf(check)
  const at = (row: string) => `requests.${row}.${column}`
  const label = labelOf(form, 'requests', column)
  const isComputed = fieldsOf(form).get(at('received'))?.kind === 'sum'
  const withReceived = (received: number): CheckExample => {
    const sides = { [at('received')]: received, [at('carriedIn')]: 0, [at('carriedOut')]: 0 }
    return isComputed
      ? { cells: {}, stated: { ...sides, [at('resultsTotal')]: 20 } }
      : { cells: { ...giving(form, at('resultsTotal'), 20), ...sides } }
  }
  return {
    says: words(
      `“${label.zh}”列：第一项加第二项之和，等于第三项加第四项之和。`,
      `Column “${label.en}”: item 1 + item 2 = item 3 + item 4.`,
    ),
    basis: '国办公开办函〔2019〕60号、〔2021〕30号表三左上角所印勾稽关系',
    breaks: withReceived(21),
    keeps: withReceived(20),
  }
}

/** R2, the stated （七）总计 is the sum of all rows of the results. */
export const resultsRule: EntryOf = (form, check) => {
  const { cell } = ruleOf(check, 'statedEquals')
  const label = labelOf(form, 'requests', instanceOf(check))
  const cells = giving(form, cell, 26)
  return {
    says: words(
      `“${label.zh}”列：（七）总计等于（一）至（六）各行之和。`,
      `Column “${label.en}”: (7) Total is the sum of all rows (1) to (6).`,
    ),
    basis: meaning,
    breaks: { cells, stated: { [cell]: 20 } },
    keeps: { cells, stated: { [cell]: 26 } },
  }
}

/** R3, the total of a row is the sum of its six columns. */
export const rowRule: EntryOf = (form, check) => {
  const total = `requests.${instanceOf(check)}.total`
  const label = labelOf(form, 'requests', instanceOf(check))
  const field = fieldsOf(form).get(total)
  const figures = firstOf(field?.kind === 'sum' ? field.terms : [], 3)
  const withTotal = (value: number): CheckExample =>
    check.rule.kind === 'equal'
      ? { cells: {}, stated: { ...figures, [total]: value } }
      : { cells: figures, stated: { [total]: value } }
  return {
    says: words(
      `“${label.zh}”：总计等于自然人与五类法人或其他组织之和。`,
      `“${label.en}”: the total is natural persons plus the five kinds of organizations.`,
    ),
    basis: meaning,
    breaks: withTotal(4),
    keeps: withTotal(3),
  }
}

/** R5, what was carried forward last year is carried in this year. */
export const carryOver: EntryOf = (form, check) => {
  const column = instanceOf(check)
  const [into, out] = [`requests.carriedIn.${column}`, `requests.carriedOut.${column}`]
  const label = labelOf(form, 'requests', column)
  return {
    says: words(
      `“${label.zh}”列：上年结转数等于上年报告的结转下年度继续办理数。`,
      `Column “${label.en}”: carried over equals what last year’s report carried forward.`,
    ),
    basis: '由表三第二项、第四项名称推定；两版格式该两行相同',
    breaks: { cells: { [into]: 1 }, lastYear: { [out]: 2 } },
    keeps: { cells: { [into]: 2 }, lastYear: { [out]: 2 } },
  }
}

/** R15, （六）其他处理 stays rare. */
export const otherHandling: EntryOf = (form, check) => {
  const { part, whole } = ruleOf(check, 'shareAtMost')
  const withOther = (other: number): CheckExample => ({
    cells: { ...giving(form, whole, 100 - other), ...giving(form, part[0] ?? '', other) },
  })
  return {
    says: words(
      '“（六）其他处理”占办理结果总计的比例偏高。',
      'The share of "(6) Other handling" in all results is high.',
    ),
    basis: '对“其他处理”数量偏高的行政机关要了解情况，国办公开办函〔2019〕60号',
    breaks: withOther(13),
    keeps: withOther(10),
  }
}
