/* What the coordinator says of cells, as a list that leads to them, and in place. */
import { fieldAt } from '../../shared/form/fields.ts'
import { language } from '../language.ts'
import { CellLink, sectionOf } from './cell-link.tsx'
import type { OpenReturn } from './open-return.ts'
import { say } from './words.ts'

export const cellName = (open: OpenReturn, cell: string): string => {
  const section = open.form.sections.find(({ id }) => id === sectionOf(cell))
  return (fieldAt(open.form, cell)?.label ?? section?.title)?.[language.value] ?? cell
}

interface CommentsProps {
  readonly open: OpenReturn
  /** Comments on cells of this section; absent: all. */
  readonly section?: string
}

export const Comments = ({ open, section }: CommentsProps) => {
  const all = open.answer.value.comments.filter(({ cell }) => section === undefined || sectionOf(cell) === section)
  if (all.length === 0) return null
  return (
    <ul class="comments">
      {all.map(({ cell, text }) => (
        <li key={`${cell} ${text}`}>
          <CellLink open={open} cell={cell}>
            {cellName(open, cell)}
          </CellLink>
          <span class="as-typed">
            {language.value === 'zh' ? '：' : ': '}
            {text}
          </span>
        </li>
      ))}
    </ul>
  )
}

/** The comments on a section, where the section is filled in. */
export const CommentsHere = ({ open, section }: Required<CommentsProps>) =>
  open.answer.value.comments.some(({ cell }) => sectionOf(cell) === section) ? (
    <section class="notice warn" aria-label={say().commentHere}>
      <b>{say().commentHere}</b>
      <Comments open={open} section={section} />
    </section>
  ) : null
