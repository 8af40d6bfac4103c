/* Where a finding asks for a reason: it is sent as soon as it is long enough, and falls with the values it explains. */
import { useState } from 'preact/hooks'
import { language } from '../language.ts'
import type { OpenReturn, ShownFinding } from './open-return.ts'
import { isSettled } from './settling.ts'
import { say } from './words.ts'

interface ReasonProps {
  readonly open: OpenReturn
  readonly finding: ShownFinding
}

export const Reason = ({ open, finding }: ReasonProps) => {
  const [text, setText] = useState(finding.reason ?? '')
  const [isLeft, setLeft] = useState(false)
  const words = say()
  if (!open.editable.value)
    return finding.reason === undefined ? null : <p class="sub as-typed">{words.reasonGiven(finding.reason)}</p>
  const isEnough = isSettled({ ...finding, reason: text })
  const id = `reason-${finding.key.replace(/\W+/g, '-')}`
  const give = (typed: string): void => {
    setText(typed)
    if (isSettled({ ...finding, reason: typed })) open.giveReason(finding, typed)
  }
  return (
    <div class="reason">
      <label for={id}>
        {finding.class === 'C' ? words.reasonOfC : words.reason}
        <span class="unseen"> {words.reasonFor(finding.message[language.value])}</span>
      </label>
      <textarea
        id={id}
        rows={1}
        value={text}
        maxLength={2000}
        aria-invalid={isLeft && !isEnough}
        aria-describedby={isLeft && !isEnough ? `${id}-short` : undefined}
        onInput={({ currentTarget }) => give(currentTarget.value)}
        onBlur={() => setLeft(text !== '')}
      />
      {isLeft && !isEnough && (
        <p class="bad hint" id={`${id}-short`}>
          {words.reasonShort}
        </p>
      )}
    </div>
  )
}
