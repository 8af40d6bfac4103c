/*
 * Closing a round: who is missing is said, and whoever is asked for a correction and has not handed in again is named
 * in a question of its own. The API wants each of them named (`despite`).
 */
import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { ask } from '../api/collecting.ts'
import { useAsked } from '../collecting/asked.tsx'
import { roundAddress } from '../collecting/round-nav.tsx'
import { language } from '../language.ts'
import type { Round } from './draft.ts'
import { type ListedUnit, nameOf } from './round-units.ts'
import { say } from './settings-words.ts'

interface CloseProps {
  readonly round: Round
  readonly units: readonly ListedUnit[]
  readonly done: (sentence: string, isGood: boolean) => Promise<void>
}

const namesIn = (facts: Readonly<Record<string, unknown>>): readonly string[] => {
  const units = facts['units']
  return Array.isArray(units) ? units.map(String) : []
}

const Missing = ({ round }: { readonly round: Round }) => {
  const words = say()
  const { answer } = useAsked(() => ask('getBoard', { path: { round: round.id } }), [round.id])
  if (answer === undefined) return null
  if (!answer.ok) return <p class="warn">{words.missingUnknown}</p>
  const missing = answer.value.rows.filter(({ stage }) => stage !== 'submitted' && stage !== 'accepted')
  if (missing.length === 0) return <p class="ok">{words.allIn}</p>
  return (
    <>
      <p>
        <b>{words.missing(missing.length)}</b>{' '}
        {missing.map(({ name }) => name[language.value]).join(language.value === 'zh' ? '、' : ', ')}
      </p>
      <p>
        <a href={roundAddress(round.id, 'board')}>{words.toReport}</a>
      </p>
    </>
  )
}

interface QuestionProps extends CloseProps {
  readonly despite: readonly string[]
  readonly busy: boolean
  readonly close: () => void
  readonly leave: () => void
}

const Question = ({ units, despite, busy, close, leave }: QuestionProps) => {
  const words = say()
  const question = useRef<HTMLElement>(null)
  useEffect(() => question.current?.focus(), [despite.length])
  return (
    <section class="notice warn" tabIndex={-1} ref={question} aria-label={words.close}>
      {despite.length > 0 ? (
        <>
          <p>
            <b>{words.openCorrections(despite.length)}</b>
          </p>
          <ul>
            {despite.map((unit) => (
              <li key={unit}>{nameOf(units, unit)}</li>
            ))}
          </ul>
          <p>{words.closeDespite}</p>
        </>
      ) : (
        <p>{words.closeIs}</p>
      )}
      <p class="actions">
        <button type="button" onClick={close} aria-disabled={busy}>
          {busy ? words.closing : despite.length > 0 ? words.closeAnyway : words.closeSure}
        </button>
        <button type="button" class="plain" onClick={leave}>
          {words.notClose}
        </button>
      </p>
    </section>
  )
}

export const CloseStep = (props: CloseProps) => {
  const { round, done } = props
  const words = say()
  const isAsked = useSignal(false)
  const despite = useSignal<readonly string[]>([])
  const busy = useSignal(false)
  const problem = useSignal<string | undefined>(undefined)
  const opener = useRef<HTMLButtonElement>(null)
  const close = async () => {
    if (busy.value) return
    busy.value = true
    const body = { version: round.version, despite: [...despite.value] }
    const answer = await ask('closeRound', { path: { round: round.id }, body })
    busy.value = false
    problem.value = undefined
    if (answer.ok) return done(say().closed, true)
    const { code, detail, facts } = answer.problem
    /* More may have been sent back since the question was put: all of them are asked about. */
    if (code === 'openCorrections') despite.value = [...new Set([...despite.value, ...namesIn(facts)])]
    else if (code === 'outdated' || code === 'wrongStage') await done(say().changedMeanwhile, false)
    else problem.value = detail
  }
  const leave = () => {
    isAsked.value = false
    despite.value = []
    opener.current?.focus()
  }
  return (
    <section class="card">
      <h2>{words.close}</h2>
      <Missing round={round} />
      {problem.value !== undefined && (
        <p class="notice bad" role="alert">
          {problem.value}
        </p>
      )}
      <button
        type="button"
        ref={opener}
        aria-expanded={isAsked.value}
        onClick={() => {
          isAsked.value = true
        }}
      >
        {words.askClose}
      </button>
      {isAsked.value && <Question {...props} despite={despite.value} busy={busy.value} close={close} leave={leave} />}
    </section>
  )
}
