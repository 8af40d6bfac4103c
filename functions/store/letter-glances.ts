/* Letters at a glance, for the board: the store reads them whole, only these few words come over. Decision 0032. */
import type { Letter } from '../../shared/reminder/letter.ts'
import type { UnitId } from '../../shared/unit/unit.ts'
import type { LetterState } from './letters.ts'
import { queryParts, recalled, type Table } from './table-client.ts'

/** A letter at a glance. */
export interface LetterGlance extends Pick<Letter, 'kind' | 'createdAt'> {
  readonly role: Letter['to']['role']
  readonly units: readonly UnitId[]
  readonly state: LetterState['state']
}

interface Glanced {
  readonly letter: Pick<Letter, 'kind' | 'createdAt' | 'units'> & { readonly to: Pick<Letter['to'], 'role'> }
  readonly outcome: Pick<LetterState, 'state'>
}
const glanceWays = [
  ['letter', 'kind'],
  ['letter', 'createdAt'],
  ['letter', 'to', 'role'],
  ['letter', 'units'],
  ['outcome', 'state'],
] as const

/** All letters of a partition. */
export const glancesOf = async (table: Table, partition: string): Promise<readonly LetterGlance[]> =>
  (await queryParts(table, partition, glanceWays)).map((item) => {
    const { letter, outcome } = recalled<Glanced>(item)
    const { kind, createdAt, to, units } = letter
    return { kind, createdAt, role: to.role, units: units.map(({ unit }) => unit), state: outcome.state }
  })
