/* Silences the ladder for one unit, with a reason, or lets it speak again. */
import { useSignal } from '@preact/signals'
import { ask } from '../api/collecting.ts'
import { language } from '../language.ts'
import { momentInWords } from '../moment-words.ts'
import type { Desk } from './row-desk.tsx'
import { say } from './words.ts'

export const Mute = ({ row, round, zone, done }: Desk) => {
  const words = say()
  const reason = useSignal('')
  const refused = useSignal<string | undefined>(undefined)
  const path = { round, unit: row.unit }
  const name = row.name[language.value]
  const mute = async (event: Event) => {
    event.preventDefault()
    if (reason.value.trim() === '') {
      refused.value = words.needsReason
      return
    }
    const answer = await ask('putMute', { path, body: { reason: reason.value } })
    refused.value = answer.ok ? undefined : answer.problem.detail
    if (answer.ok) done(words.mutedNow(name))
  }
  const unmute = async () => {
    const answer = await ask('deleteMute', { path })
    refused.value = answer.ok ? undefined : answer.problem.detail
    if (answer.ok) done(words.unmutedNow(name))
  }
  const problem = refused.value !== undefined && (
    <p class="problem" role="alert">
      {refused.value}
    </p>
  )
  if (row.muted !== undefined)
    return (
      <section class="board-form">
        <h3>{words.mute}</h3>
        <p>
          {words.mutedBy(row.muted.by.name, momentInWords(row.muted.at, zone))}
          {words.colon}
          <span class="as-typed">{row.muted.reason}</span>
        </p>
        {problem}
        <button type="button" onClick={unmute}>
          {words.unmute}
        </button>
      </section>
    )
  return (
    <form class="board-form" noValidate onSubmit={mute}>
      <h3>{words.mute}</h3>
      <p class="hint">{words.muteHint}</p>
      <label>
        {words.reason}
        <input
          type="text"
          name="mute-reason"
          maxLength={2000}
          value={reason.value}
          onInput={({ currentTarget }) => {
            reason.value = currentTarget.value
          }}
        />
      </label>
      {problem}
      <p class="actions">
        <button type="submit">{words.muteNow}</button>
      </p>
    </form>
  )
}
