/* Why the return was sent back or reopened, the comments of then, and what the unit answered to each. */
import { cellName } from '../changes/change-text.ts'
import { language } from '../language.ts'
import { momentInWords } from '../moment-words.ts'
import type { Reviewed } from './reviewed.ts'
import { ToCell } from './to-cell.tsx'
import { say } from './words.ts'

export const LastReview = ({ reviewed: { answer, form } }: { readonly reviewed: Reviewed }) => {
  const words = say()
  const { correction, comments, round } = answer
  if (correction === undefined) return null
  const title = correction.kind === 'sentBack' ? words.wasSentBack : words.wasReopened
  return (
    <section class="card" aria-labelledby="last-review">
      <h2 id="last-review">{title(correction.by.name, momentInWords(correction.at, round.zone))}</h2>
      <p class="as-typed">{words.reasonThen(correction.reason)}</p>
      <ul class="comments-so-far">
        {comments.map(({ cell, text, answer: said }) => (
          <li key={cell}>
            <ToCell cell={cell}>{cellName(form, cell)}</ToCell>
            {language.value === 'zh' ? '：' : ': '}
            <span class="as-typed">{text}</span>
            <p class={said === undefined ? 'hint' : 'as-typed given-reason'}>
              {said === undefined ? words.noAnswer : words.answered(said.by.name, said.text)}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
