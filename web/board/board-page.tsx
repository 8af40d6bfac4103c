/* The board of a round (product B1): who has handed in, who is missing, what needs a hand; leaders read it only. */
import { useLocation } from 'preact-iso'
import { fetchFile } from '../api/collecting.ts'
import { Answer } from '../collecting/asked.tsx'
import { holds } from '../collecting/collects.ts'
import { RoundNav } from '../collecting/round-nav.tsx'
import { Download } from '../documents/download.tsx'
import { withZone } from '../page/due-words.ts'
import { Heading } from '../page/heading.tsx'
import { me } from '../page/me.ts'
import { Board } from './board.tsx'
import './board.css'
import { type BoardAnswer, useBoard } from './watch-board.ts'
import { say } from './words.ts'

interface BoardPageProps {
  readonly round: string
}

const Head = ({ board }: { readonly board: BoardAnswer }) => {
  const words = say()
  const { title, zone, due } = board.round
  return (
    <>
      <Heading title={words.title(title)} place={board.collector.id} />
      <p class="sub">
        {words.due(withZone(due.inWords, zone))} · <b>{due.left}</b>
        {board.dayOff !== undefined && <span class="warn"> {words.dayOff(board.dayOff)}</span>}
      </p>
    </>
  )
}

export const BoardPage = ({ round }: BoardPageProps) => {
  const { query } = useLocation()
  const words = say()
  const unit = query['unit']
  const watched = useBoard(round, unit)
  const person = me.value?.person
  const mayAct = person !== undefined && holds(person, 'coordinator')
  const file = () => fetchFile('getBoardFile', { path: { round }, ...(unit === undefined ? {} : { query: { unit } }) })
  return (
    <>
      <RoundNav round={round} />
      {watched.isStale && watched.answer?.ok === true && (
        <p class="notice warn" role="status">
          {words.stale}
        </p>
      )}
      <Answer asked={watched}>
        {(board) => (
          <Board
            key={`${round} ${unit ?? ''}`}
            board={board}
            round={round}
            unit={unit}
            mayAct={mayAct}
            again={watched.again}
            head={<Head board={board} />}
            download={<Download file={file}>{words.download}</Download>}
          />
        )}
      </Answer>
    </>
  )
}
