/* The one act that opens a round: now, or by the clock. What it does is said in words before it is done. */
import { useSignal } from '@preact/signals'
import { ask } from '../api/collecting.ts'
import { dayTimeInWords } from '../zoned-moment.ts'
import type { Round } from './draft.ts'
import { say } from './settings-words.ts'

interface ApproveProps {
  readonly round: Round
  /** Asks for the round again and says what has happened. */
  readonly done: (sentence: string, isGood: boolean) => Promise<void>
}

export const ApproveStep = ({ round, done }: ApproveProps) => {
  const words = say()
  const busy = useSignal(false)
  const problem = useSignal<string | undefined>(undefined)
  const opens = dayTimeInWords(round.opensAt, round.zone)
  const approve = async () => {
    if (busy.value) return
    busy.value = true
    const answer = await ask('openRound', { path: { round: round.id }, body: { version: round.version } })
    busy.value = false
    problem.value = undefined
    if (answer.ok) return done(answer.value.stage === 'open' ? say().opened : say().approved(opens), true)
    const { code, detail } = answer.problem
    if (code === 'outdated' || code === 'wrongStage') return done(say().changedMeanwhile, false)
    problem.value = code === 'dueMomentPast' ? say().duePast : detail
  }
  return (
    <section class="card">
      <h2>{words.approve}</h2>
      <p>{words.approveIs(opens)}</p>
      {problem.value !== undefined && (
        <p class="notice bad" role="alert">
          {problem.value}
        </p>
      )}
      <button type="button" class="main" onClick={approve} aria-disabled={busy.value}>
        {busy.value ? words.approving : words.approveNow}
      </button>
    </section>
  )
}
