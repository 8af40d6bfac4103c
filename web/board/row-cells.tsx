/* What the board says of one unit. */
import { LetterChip } from '../collecting/letter-chip.tsx'
import { roundAddress } from '../collecting/round-nav.tsx'
import { language } from '../language.ts'
import { momentInWords } from '../moment-words.ts'
import { StageChip, TimelinessChip } from '../page/state-chip.tsx'
import { addressOf } from '../return/parts.ts'
import { bounced, owes } from './rows-shown.ts'
import type { Row } from './watch-board.ts'
import { say } from './words.ts'

interface RowCellsProps {
  readonly row: Row
  readonly round: string
  readonly zone: string
  /** The collector's own figures. */
  readonly isOwn: boolean
  /** The collector, where it is not the round's owner. */
  readonly unit: string | undefined
}

const Unit = ({ row, round, isOwn }: RowCellsProps) => {
  const words = say()
  const name = row.name[language.value]
  const address = row.collects ? roundAddress(round, 'board', row.unit) : addressOf({ round, unit: row.unit })
  return (
    <th scope="row">
      <a href={address}>{name}</a>
      {isOwn && <small class="hint"> {words.own}</small>}
      {row.collects && <small class="hint"> {words.below}</small>}
    </th>
  )
}

const Checks = ({ row }: Pick<RowCellsProps, 'row'>) => {
  const words = say()
  if (row.failedChecks === undefined) return <>–</>
  const { failedChecks, explainedChecks = 0 } = row
  const open = failedChecks - explainedChecks
  return (
    <>
      {open > 0 && <span class="bad">{words.failed(open)}</span>}
      {explainedChecks > 0 && <span> {words.explained(explainedChecks)}</span>}
      {failedChecks === 0 && words.passed}
    </>
  )
}

const percent = ({ progress }: Row): number =>
  progress === undefined ? 0 : Math.floor((100 * progress.filled) / Math.max(progress.total, 1))

export const RowCells = (props: RowCellsProps) => {
  const { row, round, zone, unit } = props
  const words = say()
  const { due, extension, reminded, newestLetter, people } = row
  const reporters = people.filter(({ role }) => role === 'reporter')
  return (
    <>
      <Unit {...props} />
      <td>
        <StageChip stage={row.stage} />{' '}
        {row.toReview !== undefined && !row.collects && (
          <a class="board-review" href={roundAddress(round, `review/${row.unit}`, unit)}>
            {words.review}
          </a>
        )}
        {row.stage === 'submitted' && row.collects && (
          <a class="board-review" href={roundAddress(round, 'report', row.unit)}>
            {words.reviewReport}
          </a>
        )}
        {row.timesSentBack > 0 && row.stage !== 'sentBack' && (
          <small class="hint">{words.back_(row.timesSentBack)}</small>
        )}
        {row.openComments > 0 && <small class="warn">{words.openComments(row.openComments)}</small>}
      </td>
      <td class="board-progress">
        {row.progress === undefined ? (
          '–'
        ) : (
          <>
            <progress value={row.progress.filled} max={Math.max(row.progress.total, 1)} aria-label={words.progress} />{' '}
            {`${percent(row)}%`}
          </>
        )}
      </td>
      <td>
        <TimelinessChip of={row.timeliness} />
        <small class="hint">{owes(row) ? due.left : ''}</small>
        {(due.why !== 'round' || extension !== undefined) && owes(row) && <small>{due.inWords}</small>}
        {extension !== undefined && <small class="hint as-typed">{words.extendedTo(extension.reason)}</small>}
      </td>
      <td class="board-checks">
        <Checks row={row} />
      </td>
      <td class="board-activity">{row.lastActivityAt === undefined ? '–' : momentInWords(row.lastActivityAt, zone)}</td>
      <td>
        {reminded.times === 0 ? words.never : words.times(reminded.times)}
        {reminded.lastAt !== undefined && <small class="hint">{momentInWords(reminded.lastAt, zone)}</small>}
        {newestLetter !== undefined && (
          <small class="hint">
            {words.newestLetter} <LetterChip state={newestLetter.state} />
          </small>
        )}
        {row.muted !== undefined && <span class="chip warn">{words.muted}</span>}
        {bounced(row) && <span class="chip bad">{words.bounced}</span>}
        {row.unreachable && <span class="chip bad">{words.unreachable}</span>}
      </td>
      <td class="board-people">
        {reporters.length === 0
          ? '–'
          : reporters.map((one) => (
              <span key={one.email}>
                {one.name}{' '}
                {one.phone === undefined ? (
                  <span class="hint">{words.noPhone}</span>
                ) : (
                  <a href={`tel:${one.phone.replace(/[^0-9+]/g, '')}`}>{one.phone}</a>
                )}
              </span>
            ))}
      </td>
    </>
  )
}
