/* What the coordinator says of cells, as a list that leads to them, with what the unit answers. */
import { fieldAt } from '../../shared/form/fields.ts'
import { CommentAnswer } from '../answers/comment-answer.tsx'
import { language } from '../language.ts'
import { CellLink, sectionOf } from './cell-link.tsx'
import type { OpenReturn } from './open-return.ts'

export const cellName = (open: OpenReturn, cell: string): string => {
  const section = open.form.sections.find(({ id }) => id === sectionOf(cell))
  return (fieldAt(open.form, cell)?.label ?? section?.title)?.[language.value] ?? cell
}

export type CellComment = OpenReturn['answer']['value']['comments'][number]

interface CommentsProps {
  readonly open: OpenReturn
  readonly all: readonly CellComment[]
}

export const Comments = ({ open, all }: CommentsProps) =>
  all.length === 0 ? null : (
    <ul class="comments">
      {all.map((comment) => (
        <li key={`${comment.cell} ${comment.text}`}>
          <CellLink open={open} cell={comment.cell}>
            {cellName(open, comment.cell)}
          </CellLink>
          <span class="as-typed">
            {language.value === 'zh' ? '：' : ': '}
            {comment.text}
          </span>
          <CommentAnswer open={open} comment={comment} name={cellName(open, comment.cell)} />
        </li>
      ))}
    </ul>
  )
