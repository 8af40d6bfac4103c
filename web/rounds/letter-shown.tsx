/* The letter of a step, as the clock will write it: as it looks or as plain text, and as a test to myself. */
import { useSignal } from '@preact/signals'
import { ask } from '../api/collecting.ts'
import { useAsked } from '../collecting/asked.tsx'
import { language } from '../language.ts'
import { LetterPicture } from './letter-picture.tsx'
import { say } from './settings-words.ts'

interface LetterProps {
  readonly round: string
  readonly collector: string
  readonly step: string
}

const TestLetter = ({ round, collector, step }: LetterProps) => {
  const words = say()
  const busy = useSignal(false)
  const said = useSignal<{ readonly ok: boolean; readonly text: string } | undefined>(undefined)
  const send = async () => {
    if (busy.value) return
    busy.value = true
    const answer = await ask('testLetter', { path: { round }, query: { unit: collector }, body: { step } })
    busy.value = false
    said.value = answer.ok
      ? { ok: true, text: say().tested(answer.value.to) }
      : { ok: false, text: answer.problem.detail }
  }
  return (
    <>
      <button type="button" onClick={send} aria-disabled={busy.value}>
        {busy.value ? words.testSending : words.test}
      </button>
      <span role="status" class={said.value?.ok === false ? 'bad' : 'ok'}>
        {said.value?.text}
      </span>
    </>
  )
}

export const LetterShown = ({ round, collector, step }: LetterProps) => {
  const words = say()
  const isText = useSignal(false)
  const { answer } = useAsked(
    () => ask('previewLetter', { path: { round, step }, query: { unit: collector, language: language.value } }),
    [round, collector, step],
  )
  if (answer === undefined) return <p role="status">{words.letterLoading}</p>
  if (!answer.ok) return <p class="notice bad">{answer.problem.detail}</p>
  const { to, name, subject, text, html } = answer.value
  return (
    <div class="letter-shown">
      <p class="hint">{words.letterTo(name, to)}</p>
      <p>
        <span class="sub">{words.subject}</span> <b>{subject}</b>
      </p>
      <p class="actions">
        {([false, true] as const).map((asText) => (
          <button
            key={String(asText)}
            type="button"
            class="plain"
            aria-pressed={isText.value === asText}
            onClick={() => {
              isText.value = asText
            }}
          >
            {asText ? words.asText : words.asPicture}
          </button>
        ))}
      </p>
      {isText.value ? <p class="letter-text as-typed">{text}</p> : <LetterPicture html={html} label={subject} />}
      <p class="actions">
        <TestLetter round={round} collector={collector} step={step} />
      </p>
    </div>
  )
}
