/* Checks of table 4: totals (R4), pending cases come back (R18, derived, no official text), leaps (R16). */
import type { Cells } from '../cells.ts'
import type { Address, Check, Row, Section } from '../form.ts'
import { words } from '../words.ts'
import { allAt, sectionOf } from './check-parts.ts'
import { steadyCheck } from './common-checks.ts'
import { outcomeIds } from './disputes-table.ts'

const cellOf = (row: string, column: string): Address => `disputes.${row}.${column}`

const outcomes = (row: string, upheld: number): Cells => ({
  ...allAt(
    outcomeIds.map((id) => cellOf(row, id)),
    0,
  ),
  [cellOf(row, 'upheld')]: upheld,
})

const totalRule = ({ id, label }: Row): Check => {
  const cell = cellOf(id, 'total')
  const cells = outcomes(id, 5)
  return {
    id: `R4.${id}`,
    ruleId: 'R4',
    class: 'A',
    needs: 'own',
    rule: { kind: 'statedEquals', cell },
    says: words(
      `“${label.zh}”：总计等于结果维持、结果纠正、其他结果、尚未审结之和。`,
      `“${label.en}”: the total is upheld + corrected + other outcome + pending.`,
    ),
    basis: '国办公开办函〔2019〕60号、〔2021〕30号表四“总计”栏含义',
    example: { breaks: { cells, stated: { [cell]: 0 } }, keeps: { cells, stated: { [cell]: 5 } } },
  }
}

const pendingRule = ({ id, label }: Row): Check => {
  const pending = cellOf(id, 'pending')
  return {
    id: `R18.${id}`,
    ruleId: 'R18',
    class: 'D',
    needs: 'lastYear',
    rule: { kind: 'reappears', last: pending, among: outcomeIds.map((outcome) => cellOf(id, outcome)) },
    says: words(
      `“${label.zh}”：上年尚未审结的案件，本年应当有结果或仍未审结。`,
      `“${label.en}”: cases pending last year have an outcome this year or are still pending.`,
    ),
    basis: '推定，无官方条文',
    example: {
      breaks: { cells: outcomes(id, 1), lastYear: { [pending]: 2 } },
      keeps: { cells: outcomes(id, 2), lastYear: { [pending]: 2 } },
    },
  }
}

/** All checks of table 4. */
export const disputeChecks = (sections: readonly Section[]): readonly Check[] => {
  const table = sectionOf(sections, 'matrix', 'disputes')
  const [first = ''] = table.rows.map((row) => row.id)
  return [
    ...table.rows.map(totalRule),
    ...table.rows.map(pendingRule),
    steadyCheck({
      section: table,
      cells: table.rows.map((row) => cellOf(row.id, 'total')),
      hundred: outcomes(first, 100),
      threeHundred: outcomes(first, 300),
    }),
  ]
}
