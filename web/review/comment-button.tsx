/* Opens the comment on what is no cell of a table: a text, a list as a whole. */
import type { Address } from '../../shared/form/form.ts'
import { cellName } from '../changes/change-text.ts'
import { CommentBox } from './comment-box.tsx'
import type { Reviewed } from './reviewed.ts'
import { say } from './words.ts'

interface ButtonProps {
  readonly reviewed: Reviewed
  readonly cell: Address
}

export const CommentButton = ({ reviewed, cell }: ButtonProps) => {
  const { openCell, keeping, answer, form } = reviewed
  const words = say()
  const isOpen = openCell.value === cell
  const has = keeping.commented.value.split(' ').includes(cell)
  const had = answer.comments.some((comment) => comment.cell === cell)
  if (answer.reviewer?.mayReview !== true && !has && !had) return null
  return (
    <div class="text-comment">
      <button
        type="button"
        id={`at-${cell}`}
        data-cell={cell}
        aria-expanded={isOpen}
        onClick={() => {
          openCell.value = isOpen ? undefined : cell
        }}
      >
        {has || had ? words.comment : words.write}
        <span class="unseen"> {cellName(form, cell)}</span>
        {(has || had) && <span class={has ? 'dot' : 'dot answered'} />}
      </button>
      {isOpen && <CommentBox reviewed={reviewed} cell={cell} />}
    </div>
  )
}
