/* What must be known before typing, where it is not as usual: on whose behalf, why it is here again, why it is read only. */
import { language } from '../language.ts'
import { isCorrected, isOnBehalf } from './as-usual.ts'
import { sectionOf } from './cell-link.tsx'
import { type CellComment, Comments } from './comments.tsx'
import { say } from './notice-words.ts'
import type { OpenReturn } from './open-return.ts'
import { addressOf, isPartName } from './parts.ts'

interface NoticeProps {
  readonly open: OpenReturn
}

/** Who fills in for a unit that is not theirs reads so, all the time. */
const OnBehalfNotice = ({ open }: NoticeProps) => {
  if (!isOnBehalf(open)) return null
  return (
    <p class="notice">
      <b>{say().onBehalf}</b>
      {say().onBehalfIs(open.answer.value.unit.name[language.value])}
    </p>
  )
}

export interface PartProps extends NoticeProps {
  readonly part: string
}

/** Why the return is here again: the reason, and the comments, those on the section in view first. */
const CorrectionNotice = ({ open, part }: PartProps) => {
  const { correction, stage, comments } = open.answer.value
  const words = say()
  if (correction === undefined || !isCorrected(open)) return null
  const isHere = ({ cell }: CellComment): boolean => sectionOf(cell) === part
  const [here, elsewhere] = [comments.filter(isHere), comments.filter((comment) => !isHere(comment))]
  return (
    <section class="notice warn">
      <p>
        <b>{words[correction.kind](correction.by.name)}</b>
      </p>
      <p class="as-typed">{words.reasonGiven(correction.reason)}</p>
      <Comments open={open} all={here} />
      {elsewhere.length > 0 && (
        <details open={stage === 'sentBack' && isPartName(part)}>
          <summary>{(here.length > 0 ? words.commentsElsewhere : words.commentsOf)(elsewhere.length)}</summary>
          <Comments open={open} all={elsewhere} />
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
const ReadOnlyNotice = ({ open, part }: PartProps) => {
  if (open.editable.value) return null
  const { may, receipt, ask } = open.answer.value
  const words = say()
  const toReceipt = receipt !== undefined && part !== 'receipt'
  const people = ask.map(({ name, phone }) => (phone === undefined ? name : `${name} ${phone}`))
  return (
    <div class="notice">
      <p>
        {whyNot(open)} {may.withdraw && part !== 'receipt' && words.mayWithdraw}
      </p>
      {(toReceipt || people.length > 0) && (
        <p class="actions">
          {toReceipt && <a href={addressOf(open, 'receipt')}>{words.toReceipt}</a>}
          {people.length > 0 && <span>{words.ask(people.join(language.value === 'zh' ? '、' : ', '))}</span>}
        </p>
      )}
    </div>
  )
}

export const Notices = ({ open, part }: PartProps) => (
  <>
    <OnBehalfNotice open={open} />
    <CorrectionNotice open={open} part={part} />
    <ReadOnlyNotice open={open} part={part} />
  </>
)
