/* What stands in the row beneath a line of the table: its help, and cells that two people changed (product E2), each fetched when it is needed. */
import { Boundary } from '../../page/boundary.tsx'
import { later } from '../../page/later.tsx'
import type { Desk } from './desk.ts'
import type { CellLine } from './layout.ts'

const RowConflict = later(
  () => import('./row-conflict.tsx'),
  (part) => part.RowConflict,
)

const RowHelp = later(
  () => import('./row-help.tsx'),
  (part) => part.RowHelp,
)

interface RowBelowProps {
  readonly desk: Desk
  readonly line: CellLine
  readonly width: number
}

export const RowBelow = ({ desk, line, width }: RowBelowProps) => {
  const disputed = line.slots.filter(({ address }) => desk.open.disputed.value.has(address))
  return (
    <td colSpan={width}>
      {desk.helpOf.value === line.key && (
        <Boundary part>
          <RowHelp line={line} />
        </Boundary>
      )}
      {disputed.map((slot) => (
        <Boundary part key={slot.address}>
          <RowConflict desk={desk} slot={slot} />
        </Boundary>
      ))}
    </td>
  )
}
