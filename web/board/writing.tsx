/* Writing now to chosen units: the letters are read first; who is not written to, and why, is said unit by unit. */
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { AnswerOf, Routes } from '../../shared/api.ts'
import type { Answered } from '../api/client.ts'
import { ask } from '../api/collecting.ts'
import { language } from '../language.ts'
import { Opening } from '../page/later.tsx'
import { say } from './words.ts'

type Letters = AnswerOf<Routes['writeNow']>

interface WritingProps {
  readonly round: string
  readonly unit: string | undefined
  readonly units: readonly string[]
  readonly nameOf: (unit: string) => string
  readonly close: () => void
  readonly done: (news: string) => void
}

const Skipped = ({ skipped, nameOf }: { readonly skipped: Letters['skipped'] } & Pick<WritingProps, 'nameOf'>) => {
  const words = say()
  if (skipped.length === 0) return null
  return (
    <section>
      <h3>{words.skipped(skipped.length)}</h3>
      <ul>
        {skipped.map(({ unit, because }) => (
          <li key={unit}>
            {nameOf(unit)}
            {words.colon}
            {because[language.value]}
          </li>
        ))}
      </ul>
    </section>
  )
}

const LetterList = ({ letters }: Pick<Letters, 'letters'>) => {
  const words = say()
  return (
    <>
      {letters.map(({ to, name, subject, text }, i) => (
        <details key={to} class="board-letter" open={i === 0}>
          <summary>
            {words.to(name, to)} · {subject}
          </summary>
          <p class="as-typed">{text}</p>
        </details>
      ))}
    </>
  )
}

export const Writing = ({ round, unit, units, nameOf, close, done }: WritingProps) => {
  const words = say()
  const note = useSignal('')
  const answer = useSignal<Answered<Letters> | undefined>(undefined)
  const busy = useSignal(false)
  const write = async (isPreview: boolean) => {
    if (busy.value) return
    busy.value = true
    const said = note.value.trim()
    const came = await ask('writeNow', {
      path: { round },
      query: { ...(unit === undefined ? {} : { unit }), ...(isPreview ? { preview: 'true' } : {}) },
      body: { units: [...units], ...(said === '' ? {} : { note: said }) },
    })
    busy.value = false
    answer.value = came
    if (came.ok && came.value.posted) done(words.posted(came.value.letters.length))
  }
  const about = units.join(' ')
  useEffect(() => {
    void write(true)
  }, [about, language.value])
  const shown = answer.value
  const letters = shown?.ok === true ? shown.value.letters : []
  const isPosted = shown?.ok === true && shown.value.posted
  return (
    <section class="card board-writing" aria-labelledby="board-writing">
      <h2 id="board-writing" tabIndex={-1} ref={(heading) => heading?.focus()}>
        {words.writing}
      </h2>
      {isPosted ? <p class="good">{words.posted(letters.length)}</p> : <p>{words.toWhom(units.length)}</p>}
      {!isPosted && (
        <label>
          {words.note}
          <textarea
            rows={2}
            maxLength={1000}
            value={note.value}
            onInput={({ currentTarget }) => {
              note.value = currentTarget.value
            }}
          />
        </label>
      )}
      {shown === undefined && <Opening />}
      {shown?.ok === false && (
        <p class="problem" role="alert">
          {shown.problem.detail}
        </p>
      )}
      {shown?.ok === true && !isPosted && (
        <>
          <h3>{letters.length === 0 ? words.noLetters : words.letters(letters.length)}</h3>
          <LetterList letters={letters} />
        </>
      )}
      {shown?.ok === true && <Skipped skipped={shown.value.skipped} nameOf={nameOf} />}
      <p class="actions">
        {!isPosted && letters.length > 0 && (
          <button type="button" class="main" aria-disabled={busy.value} onClick={() => write(false)}>
            {words.post(letters.length)}
          </button>
        )}
        {!isPosted && (
          <button type="button" onClick={() => write(true)}>
            {words.preview}
          </button>
        )}
        <button type="button" onClick={close}>
          {isPosted ? words.close : words.cancel}
        </button>
      </p>
    </section>
  )
}
