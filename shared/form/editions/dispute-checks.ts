/* Checks of table 4: totals (R4), pending cases come back (R18, derived, no official text), leaps (R16). */
import type { Address, Check, Row, Section } from '../form.ts'
import { sectionOf } from './check-parts.ts'
import { steadyCheck } from './common-checks.ts'
import { outcomeIds } from './disputes-table.ts'

const cellOf = (row: string, column: string): Address => `disputes.${row}.${column}`

const totalRule = ({ id }: Row): Check => ({
  id: `R4.${id}`,
  ruleId: 'R4',
  class: 'A',
  needs: 'own',
  rule: { kind: 'statedEquals', cell: cellOf(id, 'total') },
})

const pendingRule = ({ id }: Row): Check => ({
  id: `R18.${id}`,
  ruleId: 'R18',
  class: 'D',
  needs: 'lastYear',
  rule: {
    kind: 'reappears',
    last: cellOf(id, 'pending'),
    among: outcomeIds.map((outcome) => cellOf(id, outcome)),
  },
})

/** All checks of table 4. */
export const disputeChecks = (sections: readonly Section[]): readonly Check[] => {
  const table = sectionOf(sections, 'matrix', 'disputes')
  return [
    ...table.rows.map(totalRule),
    ...table.rows.map(pendingRule),
    steadyCheck(
      table,
      table.rows.map(({ id }) => cellOf(id, 'total')),
    ),
  ]
}
