/*
 * Where a finding asks for a reason. Whatever is typed is kept in this browser; it is sent as soon as it is long
 * enough, and falls with the values it explains. One that was made shorter settles nothing, though the server still has
 * the one before: both are said.
 */
import { useState } from 'preact/hooks'
import { language } from '../language.ts'
import { useComposing } from './composing.ts'
import type { OpenReturn, ShownFinding } from './open-return.ts'
import { say } from './reason-words.ts'
import { isSettled } from './settling.ts'

interface ReasonProps {
  readonly open: OpenReturn
  readonly finding: ShownFinding
}

const Short = ({ id, finding }: { readonly id: string; readonly finding: ShownFinding }) => {
  const words = say()
  return (
    <p class="bad hint" id={id}>
      {finding.class === 'C' ? words.reasonShort : words.reasonBlank}
      {finding.stands !== undefined && <span class="as-typed"> {words.reasonStands(finding.stands)}</span>}
    </p>
  )
}

export const Reason = ({ open, finding }: ReasonProps) => {
  const [isIn, setIn] = useState(false)
  const text = finding.reason ?? ''
  const box = useComposing(text, (typed) => open.giveReason(finding, typed))
  const words = say()
  if (!open.editable.value)
    return finding.reason === undefined ? null : <p class="sub as-typed">{words.reasonGiven(finding.reason)}</p>
  const isEnough = isSettled(finding)
  const isShort = !isIn && !isEnough && (text !== '' || finding.stands !== undefined)
  const id = `reason-${finding.key.replace(/\W+/g, '-')}`
  return (
    <div class="reason">
      <label for={id}>
        {finding.class === 'C' ? words.reasonOfC : words.reason}
        <span class="unseen"> {words.reasonFor(finding.message[language.value])}</span>
        {isEnough && <span class="ok"> {words.reasonEnough}</span>}
      </label>
      <textarea
        {...box}
        id={id}
        rows={1}
        maxLength={2000}
        aria-invalid={isShort}
        aria-describedby={isShort ? `${id}-short` : undefined}
        onFocus={() => setIn(true)}
        onBlur={() => setIn(false)}
      />
      {isShort && <Short id={`${id}-short`} finding={finding} />}
    </div>
  )
}
