/* What a coordinator can do for one unit: go to its return or review, extend, mute. It opens below the row. */
import { roundAddress } from '../collecting/round-nav.tsx'
import { addressOf } from '../return/parts.ts'
import { Extension } from './extension.tsx'
import { Mute } from './mute.tsx'
import { owes } from './rows-shown.ts'
import type { BoardAnswer, Row } from './watch-board.ts'
import { say } from './words.ts'

export interface Desk {
  readonly row: Row
  readonly round: string
  readonly zone: string
  readonly stage: BoardAnswer['round']['stage']
  readonly unit: string | undefined
  /** Something was done: said, and the board asked for again. */
  readonly done: (news: string) => void
}

export const RowDesk = (desk: Desk) => {
  const { row, round, unit, stage } = desk
  const words = say()
  if (row.collects)
    return (
      <p class="actions">
        <a class="btn" href={roundAddress(round, 'board', row.unit)}>
          {words.boardBelow}
        </a>
        <a class="btn" href={roundAddress(round, 'report', row.unit)}>
          {row.stage === 'submitted' ? words.reviewReport : words.report}
        </a>
      </p>
    )
  return (
    <>
      <p class="actions">
        {row.revisions > 0 && (
          <a class="btn" href={roundAddress(round, `review/${row.unit}`, unit)}>
            {words.review}
          </a>
        )}
        <a class="btn" href={addressOf({ round, unit: row.unit })}>
          {owes(row) && stage === 'open' ? words.fillIn : words.open}
        </a>
      </p>
      <div class="board-two">
        <Extension {...desk} />
        <Mute {...desk} />
      </div>
    </>
  )
}
