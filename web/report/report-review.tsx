/*
 * A middle unit's report and the unit above: that it was accepted or came back, for the unit itself; and accepting it or
 * sending it back, for who counts it.
 */
import { useState } from 'preact/hooks'
import { ask } from '../api/collecting.ts'
import type { Problem } from '../api/problem.ts'
import { momentInWords } from '../moment-words.ts'
import type { OpenReport } from './report-page.tsx'
import { say } from './words.ts'

type Above = NonNullable<OpenReport['report']['above']>

interface AboveProps {
  readonly open: OpenReport
  readonly above: Above
}

const Standing = ({ open, above: { stage, review, handedInAt } }: AboveProps) => {
  const words = say()
  const when = (at: string): string => momentInWords(at, open.round.zone)
  if (stage === 'sentBack' && review !== undefined)
    return (
      <div class="notice warn">
        <p>{words.isSentBack(when(review.at), review.by.name, review.due?.inWords)}</p>
        <p class="as-typed">{review.reason}</p>
      </div>
    )
  if (stage === 'accepted' && review !== undefined)
    return <p class="notice good">{words.isAccepted(when(review.at), review.by.name)}</p>
  return stage === 'submitted' && handedInAt !== undefined ? (
    <p class="notice">{words.isHandedIn(when(handedInAt))}</p>
  ) : null
}

const SendBack = ({ send, cancel }: { send: (reason: string) => void; cancel: () => void }) => {
  const words = say()
  const [reason, type] = useState('')
  const [isMissing, setMissing] = useState(false)
  const submit = (event: Event) => {
    event.preventDefault()
    setMissing(reason.trim() === '')
    if (reason.trim() !== '') send(reason.trim())
  }
  return (
    <form onSubmit={submit} noValidate>
      <p>
        <label for="back-reason">{words.backReason}</label>
        <textarea
          id="back-reason"
          rows={3}
          maxLength={2000}
          value={reason}
          aria-describedby={isMissing ? 'back-missing' : 'back-is'}
          aria-invalid={isMissing}
          onInput={({ currentTarget }) => type(currentTarget.value)}
        />
        <span class="hint" id="back-is">
          {words.backIs}
        </span>
        {isMissing && (
          <span class="bad" id="back-missing" role="alert">
            {words.backMissing}
          </span>
        )}
      </p>
      <p class="actions">
        <button type="submit">{words.sendBack}</button>
        <button type="button" class="plain" onClick={cancel}>
          {words.notNow}
        </button>
      </p>
    </form>
  )
}

const Review = ({ open, above }: AboveProps) => {
  const words = say()
  const [isBack, setBack] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [problem, tell] = useState<Problem | undefined>(undefined)
  const { hash } = above
  if (hash === undefined) return <p class="hint">{words.notHandedIn}</p>
  const review = async (decision: 'accept' | 'sendBack', reason?: string) => {
    if (isBusy) return
    setBusy(true)
    const answer = await ask('reviewReport', {
      path: { round: open.round.id },
      query: open.unit === undefined ? {} : { unit: open.unit },
      body: { hash, decision, ...(reason === undefined ? {} : { reason }) },
    })
    setBusy(false)
    tell(answer.ok ? undefined : answer.problem)
    if (answer.ok) setBack(false)
    await open.again()
  }
  return (
    <>
      {isBack ? (
        <SendBack send={(reason) => review('sendBack', reason)} cancel={() => setBack(false)} />
      ) : (
        <p class="actions">
          {above.stage !== 'accepted' && (
            <button type="button" class="main" onClick={() => review('accept')} aria-disabled={isBusy}>
              {words.accept}
            </button>
          )}
          <button type="button" onClick={() => setBack(true)}>
            {words.sendBack}
          </button>
        </p>
      )}
      {problem !== undefined && (
        <div class="notice bad" role="alert">
          <p>{problem.detail}</p>
          {problem.errors?.map(({ message }) => (
            <p key={message}>{message}</p>
          ))}
        </div>
      )}
    </>
  )
}

export const ReportAbove = ({ open }: { readonly open: OpenReport }) => {
  const { above } = open.report
  if (above === undefined) return null
  return (
    <>
      <div class="report-above" role="status">
        <Standing open={open} above={above} />
      </div>
      {above.mayReview && (
        <section class="card no-print" aria-label={say().reviewOf}>
          <Review open={open} above={above} />
        </section>
      )}
    </>
  )
}
