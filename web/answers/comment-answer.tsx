/* What the unit says to a comment of the coordinator, beneath it: shown, and written while the return can be changed. */
import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { callOf } from '../api/client.ts'
import type { CellComment } from '../return/comments.tsx'
import { useComposing } from '../return/composing.ts'
import type { OpenReturn } from '../return/open-return.ts'
import './answers.css'
import { say } from './words.ts'

const send = callOf({ answerComment: 'PUT /rounds/{round}/returns/{unit}/answers' } as const)

interface AnswerProps {
  readonly open: OpenReturn
  readonly comment: CellComment
  /** What the cell is called. */
  readonly name: string
}

interface FormProps extends AnswerProps {
  readonly close: () => void
}

const Form = ({ open, comment: { cell, answer }, name, close }: FormProps) => {
  const words = say()
  const text = useSignal(answer?.text ?? '')
  const refused = useSignal('')
  const isBusy = useSignal(false)
  const area = useRef<HTMLTextAreaElement>(null)
  const box = useComposing(text.value, (typed) => {
    text.value = typed
  })
  useEffect(() => area.current?.focus(), [])
  const save = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault()
    refused.value = text.value.trim() === '' ? words.blank : ''
    if (refused.value !== '' || isBusy.value) return
    isBusy.value = true
    const path = { round: open.round, unit: open.unit }
    const answered = await send('answerComment', { path, body: { cell, text: text.value } })
    isBusy.value = false
    if (!answered.ok) {
      refused.value = answered.problem.errors[0]?.message ?? answered.problem.detail
      return
    }
    await open.refresh()
    close()
  }
  const id = `answer-${cell}`
  return (
    <form noValidate onSubmit={save}>
      <label for={id}>{words.answerTo(name)}</label>
      <textarea {...box} ref={area} id={id} rows={2} maxLength={2000} aria-invalid={refused.value !== ''} />
      <p class="bad" role="alert">
        {refused.value}
      </p>
      <p class="actions">
        <button type="submit" aria-disabled={isBusy.value}>
          {words.save}
        </button>
        <button type="button" class="plain" onClick={close}>
          {words.cancel}
        </button>
      </p>
    </form>
  )
}

export const CommentAnswer = (props: AnswerProps) => {
  const words = say()
  const isOpen = useSignal(false)
  const { open, comment, name } = props
  const { answer } = comment
  const mayAnswer = open.editable.value
  return (
    <div class="comment-answer">
      {answer !== undefined && <p class="as-typed">{words.answered(answer.by.name, answer.text)}</p>}
      {mayAnswer && !isOpen.value && (
        <button
          type="button"
          class="plain"
          onClick={() => {
            isOpen.value = true
          }}
        >
          {answer === undefined ? words.answer : words.change}
          <span class="unseen"> {name}</span>
        </button>
      )}
      {mayAnswer && isOpen.value && (
        <Form
          {...props}
          close={() => {
            isOpen.value = false
          }}
        />
      )}
    </div>
  )
}
