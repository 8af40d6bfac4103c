/* By when, always in view. */
import { withZone } from '../page/due-words.ts'
import type { OpenReturn } from './open-return.ts'
import { say } from './words.ts'

export const DueNotice = ({ open }: { readonly open: OpenReturn }) => {
  const { due, stage, round } = open.answer.value
  const words = say()
  if (stage === 'submitted' || stage === 'accepted') return null
  const sentence = due.why === 'correction' ? words.correctionDue : words.due
  return (
    <p class="notice warn due">
      {sentence(withZone(due.inWords, round.zone))} · <b>{due.left}</b>
      {due.why === 'extension' && ` · ${words.extended}`}
      {due.isDayOff && <span class="day-off">{words.dayOff}</span>}
    </p>
  )
}
