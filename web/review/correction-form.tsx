/* Reason and due moment with which a return is sent back or reopened. What is typed outlives a refusal. */
import type { Signal } from '@preact/signals'
import { useSignal } from '@preact/signals'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { withZone } from '../page/due-words.ts'
import { useComposing } from '../return/composing.ts'
import { type DayAndTime, momentAt } from '../zoned-moment.ts'
import { DueFields } from './due-fields.tsx'
import type { Reviewed } from './reviewed.ts'
import { say } from './words.ts'

/** What was typed and not sent. */
export interface Asked {
  readonly reason: string
  readonly due: DayAndTime
}

interface FormProps {
  readonly reviewed: Reviewed
  readonly kind: 'sendBack' | 'reopen'
  readonly asked: Signal<Asked>
  readonly isBusy: boolean
  readonly send: (reason: string, dueAt: string) => void
  readonly cancel: () => void
}

export const CorrectionForm = ({ reviewed, kind, asked, isBusy, send, cancel }: FormProps) => {
  const words = say()
  const { round, reviewer } = reviewed.answer
  const wrong = useSignal('')
  const reason = useRef<HTMLTextAreaElement>(null)
  const box = useComposing(asked.value.reason, (typed) => {
    asked.value = { ...asked.value, reason: typed }
  })
  /* Before the next key: what is typed right after opening belongs in here. */
  useLayoutEffect(() => reason.current?.focus(), [])
  if (reviewer === undefined) return null
  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    const dueAt = momentAt(asked.value.due, round.zone)
    wrong.value = asked.value.reason.trim() === '' ? words.noReasonGiven : dueAt === undefined ? words.noDay : ''
    if (wrong.value !== '') reason.current?.focus()
    else if (dueAt !== undefined && !isBusy) send(asked.value.reason, dueAt)
  }
  return (
    <form class="correction-form" noValidate onSubmit={submit}>
      <h3>{words[kind]}</h3>
      <p class="hint">{kind === 'sendBack' ? words.reasonIs : words.reopenIs}</p>
      <label for="reason">{kind === 'sendBack' ? words.reasonOf : words.reopenReason}</label>
      <textarea {...box} ref={reason} id="reason" rows={3} maxLength={2000} aria-describedby="reason-wrong" />
      <p class="bad" id="reason-wrong" role="alert">
        {wrong.value}
      </p>
      <DueFields
        value={asked.value.due}
        daysOff={reviewer.daysOff}
        suggested={withZone(reviewer.suggestedDue.inWords, round.zone)}
        choose={(due) => {
          asked.value = { ...asked.value, due }
        }}
      />
      <p class="actions">
        <button type="submit" class="main" aria-disabled={isBusy}>
          {kind === 'sendBack' ? words.sendBackNow : words.reopenNow}
        </button>
        <button type="button" onClick={cancel}>
          {words.cancel}
        </button>
      </p>
    </form>
  )
}
