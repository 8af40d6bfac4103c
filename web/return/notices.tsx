/* What must be known before typing: by when, why it is here again, why it cannot be typed into. */
import { language } from '../language.ts'
import { withZone } from '../page/due-words.ts'
import { Comments } from './comments.tsx'
import type { OpenReturn } from './open-return.ts'
import { addressOf } from './parts.ts'
import { say } from './words.ts'

interface NoticeProps {
  readonly open: OpenReturn
}

export const DueNotice = ({ open }: NoticeProps) => {
  const { due, stage, round } = open.answer.value
  const words = say()
  if (stage === 'submitted' || stage === 'accepted') return null
  const sentence = due.why === 'correction' ? words.correctionDue : words.due
  return (
    <p class="notice warn due">
      {sentence(withZone(due.inWords, round.zone))} · <b>{due.left}</b>
      {due.why === 'extension' && ` · ${words.extended}`}
      {due.isDayOff && (
        <>
          <br />
          {words.dayOff}
        </>
      )}
    </p>
  )
}

export const CorrectionNotice = ({ open }: NoticeProps) => {
  const { correction, stage, comments } = open.answer.value
  const words = say()
  if (correction === undefined || stage === 'submitted' || stage === 'accepted') return null
  return (
    <section class="notice warn">
      <p>
        <b>{words[correction.kind](correction.by.name)}</b>
      </p>
      <p class="as-typed">{words.reasonGiven(correction.reason)}</p>
      {comments.length > 0 && (
        <details open={stage === 'sentBack'}>
          <summary>{words.commentsOf(comments.length)}</summary>
          <Comments open={open} />
        </details>
      )}
    </section>
  )
}

const whyNot = (open: OpenReturn): string => {
  const { stage, round } = open.answer.value
  const words = say()
  if (stage === 'submitted') return words.isSubmitted
  if (stage === 'accepted') return words.isAccepted
  return round.stage === 'open' ? words.mayNotEdit : words.notOpen
}

/** Why nothing can be typed here, and what can be done. */
export const ReadOnlyNotice = ({ open }: NoticeProps) => {
  if (open.editable.value) return null
  const { may, receipt, ask } = open.answer.value
  const words = say()
  const people = ask.map(({ name, phone }) => (phone === undefined ? name : `${name} ${phone}`))
  return (
    <div class="notice">
      <p>
        {whyNot(open)} {may.withdraw && words.mayWithdraw}
      </p>
      {(receipt !== undefined || people.length > 0) && (
        <p class="actions">
          {receipt !== undefined && <a href={addressOf(open, 'receipt')}>{words.toReceipt}</a>}
          {people.length > 0 && <span>{words.ask(people.join(language.value === 'zh' ? '、' : ', '))}</span>}
        </p>
      )}
    </div>
  )
}
