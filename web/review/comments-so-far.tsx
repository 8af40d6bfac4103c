/* All comments that were written, each with the way to its cell; and those that can no longer be sent, to be copied. */
import { cellName } from '../changes/change-text.ts'
import { language } from '../language.ts'
import type { Reviewed } from './reviewed.ts'
import { ToCell } from './to-cell.tsx'
import { say } from './words.ts'
import { commented, textAt, unsaved } from './written.ts'

const colon = (): string => (language.value === 'zh' ? '：' : ': ')

export const CommentsSoFar = ({ reviewed: { keeping, form } }: { readonly reviewed: Reviewed }) => {
  const written = keeping.written.value
  const cells = commented(written)
  if (cells.length === 0) return null
  return (
    <ul class="comments-so-far">
      {cells.map((cell) => (
        <li key={cell}>
          <ToCell cell={cell}>{cellName(form, cell)}</ToCell>
          {colon()}
          <span class="as-typed">{textAt(written, cell)}</span>
          {written.disputed.has(cell) && <b class="bad"> {say().disputed(written.saved.get(cell)?.by.name ?? '')}</b>}
        </li>
      ))}
    </ul>
  )
}

interface UnsentProps {
  readonly reviewed: Reviewed
  /** A reason that was typed, too. */
  readonly reason: string
}

export const Unsent = ({ reviewed, reason }: UnsentProps) => {
  const { answer, keeping, form } = reviewed
  const written = keeping.written.value
  const cells = unsaved(written)
  if (answer.stage === 'submitted' || (cells.length === 0 && reason.trim() === '')) return null
  return (
    <section class="notice warn" aria-live="polite">
      <p>{say().unsent}</p>
      <ul>
        {reason.trim() !== '' && <li class="as-typed">{reason}</li>}
        {cells.map((cell) => (
          <li key={cell} class="as-typed">
            {cellName(form, cell)}
            {colon()}
            {textAt(written, cell)}
          </li>
        ))}
      </ul>
    </section>
  )
}
