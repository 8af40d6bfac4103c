/*
 * The decision, in a bar that stays: accept, send back, reopen, take back; how the comments stand; the way on. A
 * refusal stands in its place and leaves everything that was typed.
 */
import { useSignal } from '@preact/signals'
import type { Answered } from '../api/client.ts'
import type { Problem } from '../api/problem.ts'
import { dueDayAndTime } from '../zoned-moment.ts'
import { CommentsSoFar, Unsent } from './comments-so-far.tsx'
import { type Asked, CorrectionForm } from './correction-form.tsx'
import { accept, type Outcome, reopen, sendBack, withdraw } from './decide.ts'
import { Refusal } from './refusal.tsx'
import type { Reviewed } from './reviewed.ts'
import { TakeBack } from './take-back.tsx'
import { say } from './words.ts'
import { commented, unsaved } from './written.ts'

interface DecisionProps {
  readonly reviewed: Reviewed
  readonly isNextThere: boolean
  readonly goNext: () => void
  readonly done: (outcome: Outcome) => void
  readonly again: () => void
}

/** How the comments stand, in words. */
const Standing = ({ reviewed: { keeping, answer } }: { readonly reviewed: Reviewed }) => {
  const words = say()
  const written = keeping.written.value
  const count = commented(written).length
  const waits = unsaved(written).length + written.disputed.size
  const state =
    waits === 0 ? (count === 0 ? '' : words.saved) : keeping.isSaving.value ? words.saving : words.unsaved(waits)
  if (answer.reviewer?.mayReview !== true) return null
  return (
    <p class="saving" data-comments={waits === 0 ? 'saved' : 'waiting'} role="status">
      {count === 0 ? words.noNotes : words.noteCount(count)}
      {state !== '' && <span class="hint"> · {state}</span>}
    </p>
  )
}

type Mode = 'none' | 'sendBack' | 'reopen' | 'withdraw'

export const Decision = ({ reviewed, isNextThere, goNext, done, again }: DecisionProps) => {
  const words = say()
  const { answer, keeping } = reviewed
  const { reviewer, may, round, handedInBy } = answer
  const mode = useSignal<Mode>('none')
  const isBusy = useSignal(false)
  const refused = useSignal<Problem | undefined>(undefined)
  const stuck = useSignal(false)
  const asked = useSignal<Asked>({
    reason: '',
    due: dueDayAndTime(reviewer?.suggestedDue.dueAt ?? answer.due.dueAt, round.zone),
  })
  const run = async (move: () => Promise<Answered<Outcome>>): Promise<void> => {
    if (isBusy.value) return
    isBusy.value = true
    stuck.value = reviewer?.mayReview === true && !(await keeping.flush()) && keeping.refused.value?.status !== 409
    const outcome = stuck.value ? undefined : await move()
    isBusy.value = false
    if (outcome === undefined) return
    refused.value = outcome.ok ? undefined : outcome.problem
    if (!outcome.ok) return
    mode.value = 'none'
    asked.value = { ...asked.value, reason: '' }
    done(outcome.value)
  }
  const readAgain = (): void => {
    refused.value = undefined
    again()
  }
  const show = (wanted: Mode) => () => {
    refused.value = undefined
    mode.value = mode.value === wanted ? 'none' : wanted
  }
  const count = commented(keeping.written.value).length
  const mayTakeBack = may.withdraw && handedInBy?.onBehalf === true
  const isForm = mode.value === 'sendBack' || mode.value === 'reopen'
  const problem = refused.value ?? keeping.refused.value
  const canSend = mode.value === 'sendBack' ? reviewer?.mayReview === true : reviewer?.mayReopen === true
  return (
    <>
      <section aria-labelledby="decide" class="decision">
        <h2 id="decide" class="unseen">
          {words.decide}
        </h2>
        <Unsent
          reviewed={reviewed}
          reason={reviewer?.mayReview === true || reviewer?.mayReopen === true ? '' : asked.value.reason}
        />
        {reviewer?.mayReview === true && count > 0 && (
          <div class="card">
            <h3>{words.toComments}</h3>
            <CommentsSoFar reviewed={reviewed} />
            {mode.value !== 'sendBack' && <p class="hint">{words.acceptDespite(count)}</p>}
          </div>
        )}
        {isForm && canSend && (
          <div class="card">
            <CorrectionForm
              key={mode.value}
              reviewed={reviewed}
              kind={mode.value === 'reopen' ? 'reopen' : 'sendBack'}
              asked={asked}
              isBusy={isBusy.value}
              send={(reason, dueAt) =>
                run(() => (mode.value === 'reopen' ? reopen : sendBack)(reviewed, reason, dueAt))
              }
              cancel={show(mode.value)}
            />
          </div>
        )}
        {mode.value === 'withdraw' && mayTakeBack && (
          <TakeBack isBusy={isBusy.value} sure={() => run(() => withdraw(reviewed))} cancel={show('withdraw')} />
        )}
      </section>
      <div class="review-bar no-print">
        {problem !== undefined && <Refusal problem={problem} again={readAgain} />}
        {stuck.value && problem === undefined && (
          <p class="notice bad" role="alert">
            {words.unsavedFirst}
          </p>
        )}
        <Standing reviewed={reviewed} />
        <div class="actions">
          {reviewer?.mayReview === true && (
            <>
              <button
                type="button"
                class={isForm ? '' : 'main'}
                aria-disabled={isBusy.value}
                onClick={() => run(() => accept(reviewed))}
              >
                {words.accept}
              </button>
              <button type="button" aria-expanded={mode.value === 'sendBack'} onClick={show('sendBack')}>
                {words.sendBack}
              </button>
            </>
          )}
          {reviewer?.mayReopen === true && (
            <button type="button" aria-expanded={mode.value === 'reopen'} onClick={show('reopen')}>
              {words.reopen}
            </button>
          )}
          {mayTakeBack && (
            <button type="button" aria-expanded={mode.value === 'withdraw'} onClick={show('withdraw')}>
              {words.withdraw}
            </button>
          )}
          {isNextThere && (
            <button type="button" aria-keyshortcuts="Alt+N" onClick={goNext}>
              {words.next} <kbd>{words.nextKey}</kbd>
            </button>
          )}
        </div>
      </div>
    </>
  )
}
