/*
 * Checks of table 3, applications. R1 is the only one that the official form prints; R2 and R3 say what 总计 means
 * (Pingtan's report for 2020 keeps R1 and breaks R2). R5 is the carry-over between years, the same rows in both
 * formats. Of R5 the total column is left out: it follows from the six others. Examples of many cells are made when
 * asked for: the tests run them, and a request, which reads every check, need not wait for them.
 */
import type { Cells } from '../cells.ts'
import type { Address, Check, CheckExample, Column, MatrixSection, Row, Section } from '../form.ts'
import { words } from '../words.ts'
import { applicantIds } from './applications-table.ts'
import { allAt, inputsOf, lastYear, plus, sectionOf } from './check-parts.ts'
import { steadyCheck } from './common-checks.ts'

const printed = '国办公开办函〔2019〕60号、〔2021〕30号表三左上角所印勾稽关系'
const meaning = '国办公开办函〔2019〕60号、〔2021〕30号表三“总计”栏含义'

const cellOf = (row: string, column: string): Address => `requests.${row}.${column}`
const total = cellOf('resultsTotal', 'total')

const detailsOf = (table: MatrixSection): readonly string[] => {
  const computed = table.rows.find((row) => row.id === 'resultsTotal')?.computed
  return computed && 'sumOf' in computed ? computed.sumOf : []
}

const isInputColumn = (column: Column): boolean => column.computed === undefined

/** R1, first item + second item = third item + fourth item, read on stated totals where a file gives them. */
const printedRule = (details: readonly string[], column: Column): Check => {
  const at = (row: string): Address => cellOf(row, column.id)
  const sides = (received: number): Cells => ({
    [at('received')]: received,
    [at('carriedIn')]: 0,
    [at('carriedOut')]: 0,
  })
  const withReceived = (received: number): CheckExample =>
    isInputColumn(column)
      ? { cells: { ...allAt(details.map(at), 0), [at('granted')]: 20, ...sides(received) } }
      : { cells: {}, stated: { ...sides(received), [at('resultsTotal')]: 20 } }
  return {
    id: `R1.${column.id}`,
    ruleId: 'R1',
    class: 'A',
    needs: 'own',
    rule: {
      kind: 'equal',
      left: plus(at('received'), at('carriedIn')),
      right: plus(at('resultsTotal'), at('carriedOut')),
    },
    says: words(
      `“${column.label.zh}”列：第一项加第二项之和，等于第三项加第四项之和。`,
      `Column “${column.label.en}”: item 1 + item 2 = item 3 + item 4.`,
    ),
    basis: printed,
    get example() {
      return { breaks: withReceived(21), keeps: withReceived(20) }
    },
  }
}

/** R2, the stated （七）总计 is the sum of all rows of the results. */
const resultsRule = (details: readonly string[], column: Column): Check => {
  const cell = cellOf('resultsTotal', column.id)
  const columns: readonly string[] = isInputColumn(column) ? [column.id] : applicantIds
  const withStated = (value: number): CheckExample => {
    const zeros = allAt(
      details.flatMap((row) => columns.map((id) => cellOf(row, id))),
      0,
    )
    return { cells: { ...zeros, [cellOf('granted', columns[0] ?? '')]: 26 }, stated: { [cell]: value } }
  }
  return {
    id: `R2.${column.id}`,
    ruleId: 'R2',
    class: 'A',
    needs: 'own',
    rule: { kind: 'statedEquals', cell },
    says: words(
      `“${column.label.zh}”列：（七）总计等于（一）至（六）各行之和。`,
      `Column “${column.label.en}”: (7) Total is the sum of all rows (1) to (6).`,
    ),
    basis: meaning,
    get example() {
      return { breaks: withStated(20), keeps: withStated(26) }
    },
  }
}

/**
 * R3, the total of a row is the sum of its six columns. For （七）总计 the stated figures of the row are compared with
 * each other, as printed; that they fit the details is R2.
 */
const rowRule = (row: Row): Check => {
  const at = (column: string): Address => cellOf(row.id, column)
  const six = applicantIds.map(at)
  const isTotal = row.computed !== undefined
  const withTotal = (value: number): CheckExample => {
    const figures = { ...allAt(six, 0), [at('naturalPerson')]: 3 }
    return isTotal
      ? { cells: {}, stated: { ...figures, [at('total')]: value } }
      : { cells: figures, stated: { [at('total')]: value } }
  }
  return {
    id: `R3.${row.id}`,
    ruleId: 'R3',
    class: 'A',
    needs: 'own',
    rule: isTotal
      ? { kind: 'equal', left: plus(at('total')), right: plus(...six) }
      : { kind: 'statedEquals', cell: at('total') },
    says: words(
      `“${row.label.zh}”：总计等于自然人与五类法人或其他组织之和。`,
      `“${row.label.en}”: the total is natural persons plus the five kinds of organizations.`,
    ),
    basis: meaning,
    get example() {
      return { breaks: withTotal(4), keeps: withTotal(3) }
    },
  }
}

/** R5, what was carried forward last year is carried in this year. */
const carryOver = (column: Column, lastYearForms: readonly string[]): Check => {
  const [into, out] = [cellOf('carriedIn', column.id), cellOf('carriedOut', column.id)]
  return {
    id: `R5.${column.id}`,
    ruleId: 'R5',
    class: 'B',
    needs: 'lastYear',
    rule: { kind: 'equal', left: plus(into), right: lastYear(out) },
    says: words(
      `“${column.label.zh}”列：上年结转数等于上年报告的结转下年度继续办理数。`,
      `Column “${column.label.en}”: carried over equals what last year’s report carried forward.`,
    ),
    basis: '由表三第二项、第四项名称推定；两版格式该两行相同',
    lastYearForms,
    example: {
      breaks: { cells: { [into]: 1 }, lastYear: { [out]: 2 } },
      keeps: { cells: { [into]: 2 }, lastYear: { [out]: 2 } },
    },
  }
}

/** R15, （六）其他处理 should stay rare: 10 % is our limit, the notice gives none. */
const otherHandling = (inputs: readonly Address[], otherRows: readonly string[]): Check => {
  const part = otherRows.map((row) => cellOf(row, 'total'))
  const [first = ''] = otherRows
  const results = (other: number): Cells => ({
    ...allAt(
      inputs.filter((address) => !/\.(received|carriedIn|carriedOut)\./.test(address)),
      0,
    ),
    [cellOf('granted', 'naturalPerson')]: 100 - other,
    [cellOf(first, 'naturalPerson')]: other,
  })
  return {
    id: 'R15',
    ruleId: 'R15',
    class: 'D',
    needs: 'own',
    rule: { kind: 'shareAtMost', part, whole: total, percent: 10 },
    says: words(
      '“（六）其他处理”占办理结果总计的比例偏高。',
      'The share of "(6) Other handling" in all results is high.',
    ),
    basis: '对“其他处理”数量偏高的行政机关要了解情况，国办公开办函〔2019〕60号',
    get example() {
      return { breaks: { cells: results(13) }, keeps: { cells: results(10) } }
    },
  }
}

/** All checks of table 3 of an edition; `otherRows` are its rows of （六）其他处理. */
export const applicationChecks = (
  sections: readonly Section[],
  otherRows: readonly string[],
  lastYearForms: readonly string[],
): readonly Check[] => {
  const table = sectionOf(sections, 'matrix', 'requests')
  const details = detailsOf(table)
  const inputs = inputsOf(table)
  const received = (figure: number): Cells => ({
    ...allAt(
      applicantIds.map((id) => cellOf('received', id)),
      0,
    ),
    [cellOf('received', 'naturalPerson')]: figure,
  })
  return [
    ...table.columns.map((column) => printedRule(details, column)),
    ...table.columns.map((column) => resultsRule(details, column)),
    ...table.rows.map(rowRule),
    ...table.columns.filter(isInputColumn).map((column) => carryOver(column, lastYearForms)),
    otherHandling(inputs, otherRows),
    steadyCheck({
      section: table,
      cells: table.rows.map((row) => cellOf(row.id, 'total')),
      hundred: received(100),
      threeHundred: received(300),
    }),
  ]
}
