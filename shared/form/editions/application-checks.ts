/*
 * Checks of table 3, applications. R1 is the only one that the official form prints; R2 and R3 say what 总计 means
 * (Pingtan's report for 2020 keeps R1 and breaks R2). R5 is the carry-over between years, the same rows in both
 * formats. Of R5 the total column is left out: it follows from the six others.
 */
import type { Address, Check, Row, Section } from '../form.ts'
import { applicantIds } from './applications-table.ts'
import { lastYear, plus, sectionOf } from './check-parts.ts'
import { steadyCheck } from './common-checks.ts'

const cellOf = (row: string, column: string): Address => `requests.${row}.${column}`

/** R1, first item + second item = third item + fourth item, read on stated totals where a file gives them. */
const printedRule = (column: string): Check => ({
  id: `R1.${column}`,
  ruleId: 'R1',
  class: 'A',
  needs: 'own',
  rule: {
    kind: 'equal',
    left: plus(cellOf('received', column), cellOf('carriedIn', column)),
    right: plus(cellOf('resultsTotal', column), cellOf('carriedOut', column)),
  },
})

/** R2, the stated （七）总计 is the sum of all rows of the results. */
const resultsRule = (column: string): Check => ({
  id: `R2.${column}`,
  ruleId: 'R2',
  class: 'A',
  needs: 'own',
  rule: { kind: 'statedEquals', cell: cellOf('resultsTotal', column) },
})

/**
 * R3, the total of a row is the sum of its six columns. For （七）总计 the stated figures of the row are compared with
 * each other, as printed; that they fit the details is R2.
 */
const rowRule = ({ id, computed }: Row): Check => ({
  id: `R3.${id}`,
  ruleId: 'R3',
  class: 'A',
  needs: 'own',
  rule: computed
    ? {
        kind: 'equal',
        left: plus(cellOf(id, 'total')),
        right: plus(...applicantIds.map((column) => cellOf(id, column))),
      }
    : { kind: 'statedEquals', cell: cellOf(id, 'total') },
})

/** R5, what was carried forward last year is carried in this year. */
const carryOver = (column: string, lastYearForms: readonly string[]): Check => ({
  id: `R5.${column}`,
  ruleId: 'R5',
  class: 'B',
  needs: 'lastYear',
  rule: { kind: 'equal', left: plus(cellOf('carriedIn', column)), right: lastYear(cellOf('carriedOut', column)) },
  lastYearForms,
})

/** R15, （六）其他处理 should stay rare: 10 % is our limit, the notice gives none. */
const otherHandling = (rows: readonly string[]): Check => ({
  id: 'R15',
  ruleId: 'R15',
  class: 'D',
  needs: 'own',
  rule: {
    kind: 'shareAtMost',
    part: rows.map((row) => cellOf(row, 'total')),
    whole: cellOf('resultsTotal', 'total'),
    percent: 10,
  },
})

/** All checks of table 3 of an edition; `otherRows` are its rows of （六）其他处理. */
export const applicationChecks = (
  sections: readonly Section[],
  otherRows: readonly string[],
  lastYearForms: readonly string[],
): readonly Check[] => {
  const table = sectionOf(sections, 'matrix', 'requests')
  const columns = table.columns.map(({ id }) => id)
  return [
    ...columns.map(printedRule),
    ...columns.map(resultsRule),
    ...table.rows.map(rowRule),
    ...applicantIds.map((column) => carryOver(column, lastYearForms)),
    otherHandling(otherRows),
    steadyCheck(
      table,
      table.rows.map(({ id }) => cellOf(id, 'total')),
    ),
  ]
}
