/* The four figures above the table; each is a button that shows the units it counts. */
import { bounced, isIn, owes, type State } from './rows-shown.ts'
import type { Row } from './watch-board.ts'
import { say } from './words.ts'

interface FactProps {
  readonly figure: string
  readonly label: string
  readonly more: string
  readonly isBad?: boolean
  readonly isShown: boolean
  readonly show: () => void
}

const Fact = ({ figure, label, more, isBad = false, isShown, show }: FactProps) => (
  <button type="button" class="board-fact" aria-pressed={isShown} onClick={show}>
    <strong class={isBad ? 'bad' : ''}>{figure}</strong>
    <span>{label}</span>
    <small>{more}</small>
  </button>
)

interface FactsProps {
  readonly rows: readonly Row[]
  readonly state: State | undefined
  readonly show: (state: State | undefined) => void
}

export const Facts = ({ rows, state, show }: FactsProps) => {
  const words = say()
  const count = (of: (row: Row) => boolean): number => rows.filter(of).length
  const missing = count(owes)
  const back = rows.filter(({ stage }) => stage === 'sentBack')
  const comments = back.reduce((sum, { openComments }) => sum + openComments, 0)
  const trouble = count((row) => isIn(row, 'trouble'))
  const overdue = count(({ timeliness, ...row }) => timeliness === 'overdue' && owes({ timeliness, ...row }))
  const extended = count((row) => owes(row) && row.extension !== undefined)
  const accepted = count(({ stage }) => stage === 'accepted')
  const toggle = (to: State | undefined) => () => show(state === to ? undefined : to)
  return (
    <div class="board-facts">
      <Fact
        figure={`${rows.length - missing} / ${rows.length}`}
        label={words.in}
        more={words.inOf(rows.length, accepted)}
        isShown={state === undefined}
        show={toggle(undefined)}
      />
      <Fact
        figure={String(back.length)}
        label={words.back}
        more={words.comments(comments)}
        isShown={state === 'sentBack'}
        show={toggle('sentBack')}
      />
      <Fact
        figure={String(missing)}
        label={words.missing}
        more={words.missingMore(extended, overdue)}
        isShown={state === 'missing'}
        show={toggle('missing')}
      />
      <Fact
        figure={String(trouble)}
        label={words.trouble}
        more={count(bounced) > 0 ? `${words.bounced} ${count(bounced)}` : words.troubleMore}
        isBad={trouble > 0}
        isShown={state === 'trouble'}
        show={toggle('trouble')}
      />
    </div>
  )
}
