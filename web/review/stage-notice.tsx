/* Why there is nothing to decide here now. */
import { withZone } from '../page/due-words.ts'
import type { Reviewed } from './reviewed.ts'
import { say } from './words.ts'

const sentenceOf = ({ answer, keeping }: Reviewed): string => {
  const words = say()
  const { stage, reviewer, correction, due, round } = answer
  const until = withZone(due.inWords, round.zone)
  if (reviewer === undefined) return words.mayOnlyLook
  switch (stage) {
    case 'submitted':
      return ''
    case 'accepted':
      return words.isAccepted
    case 'sentBack':
      return correction?.kind === 'reopened' ? words.isReopened(until) : words.isSentBack(until)
    case 'drafting':
    case 'notStarted':
      return answer.revisions > 0 || keeping.written.value.typed.size > 0 ? words.tookBack : words.notHandedIn
  }
}

export const StageNotice = ({ reviewed }: { readonly reviewed: Reviewed }) => {
  const sentence = sentenceOf(reviewed)
  return sentence === '' ? null : (
    <p class="notice" role="status">
      {sentence}
    </p>
  )
}
