/*
 * A cell under review: its value, last year's small in the corner, the last revision's where it was another, and what
 * there is to say of it. The whole cell is the button that opens its comment.
 */
import type { Address } from '../../shared/form/form.ts'
import { beforeAt, lastYearAt, type Reviewed, valueAt } from './reviewed.ts'
import { markAt, type ToRead } from './to-read.ts'
import { say } from './words.ts'

export interface FaceProps {
  readonly reviewed: Reviewed
  readonly reading: ToRead
  readonly cell: Address
  /** The cell's name in full, for those who hear it. */
  readonly name: string
  readonly isFirst: boolean
  readonly isComputed: boolean
}

const filledMark = { zero: '°', nil: '°', lastYear: '′' } as const

/** What is heard of a cell, and what its marks mean, in one sentence. */
const sayings = ({ reviewed, reading, cell }: FaceProps): readonly string[] => {
  const words = say()
  const { answer, keeping } = reviewed
  const [last, before, mark, how] = [
    lastYearAt(reviewed, cell),
    beforeAt(reviewed, cell),
    markAt(reading, cell),
    answer.filled[cell],
  ]
  return [
    ...(last === undefined ? [] : [words.lastYear(last)]),
    ...(before === undefined ? [] : [words.before(before === '' ? words.blank : before)]),
    ...(mark === 'wrong' ? [words.wrong] : mark === 'read' ? [words.read] : []),
    ...(how === undefined ? [] : [how === 'lastYear' ? words.carried : words.filled]),
    ...(keeping.commented.value.split(' ').includes(cell) ? [words.has] : []),
  ]
}

export const CellFace = (props: FaceProps) => {
  const { reviewed, reading, cell, name, isFirst, isComputed } = props
  const words = say()
  const { openCell, keeping, answer } = reviewed
  const value = valueAt(reviewed, cell)
  const [last, before, how] = [lastYearAt(reviewed, cell), beforeAt(reviewed, cell), answer.filled[cell]]
  const hasComment = keeping.commented.value.split(' ').includes(cell)
  const hadComment = answer.comments.some((comment) => comment.cell === cell)
  const isOpen = openCell.value === cell
  return (
    <td class={`face ${markAt(reading, cell) ?? ''} ${isComputed ? 'computed' : ''} ${value === '' ? 'empty' : ''}`}>
      <button
        type="button"
        id={`at-${cell}`}
        data-cell={cell}
        tabIndex={isFirst ? 0 : -1}
        aria-expanded={isOpen}
        aria-label={[`${name} ${value === '' ? words.blank : value}`, ...sayings(props), words.write].join('，')}
        onClick={() => {
          openCell.value = isOpen ? undefined : cell
        }}
      >
        {last !== undefined && <small class="last">{last}</small>}
        <span class="now">
          {value}
          {how !== undefined && <i>{filledMark[how]}</i>}
        </span>
        {before !== undefined && <del>{before === '' ? words.blank : before}</del>}
        {(hasComment || hadComment) && <span class={hasComment ? 'dot' : 'dot answered'} />}
      </button>
    </td>
  )
}
