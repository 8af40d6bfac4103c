/*
 * A letter, as text: the HTML part would need styles of its own, which pages do not allow. How it looks in a mail
 * program is what the test letter is for.
 */
import { useId, useState } from 'preact/hooks'
import type { QueryOf, Routes } from '../../shared/api.ts'
import { ask } from '../api/collecting.ts'
import { Answer, useAsked } from '../collecting/asked.tsx'
import { say } from './words.ts'

export interface LetterAsked {
  readonly round: string
  readonly step: string
  readonly query: QueryOf<Routes['previewLetter']>
  /** It is in the log, and not waiting any more. */
  readonly hasGone?: boolean | undefined
}

export const LetterText = ({ round, step, query, hasGone }: LetterAsked) => {
  const words = say()
  const asked = useAsked(
    () => ask('previewLetter', { path: { round, step }, query }),
    [round, step, ...Object.values(query).map(String)],
  )
  return (
    <Answer asked={asked}>
      {({ to, name, subject, text }) => (
        <section class="letter" aria-label={words.readOf(subject)}>
          <dl>
            <dt>{words.to}</dt>
            <dd>
              {name} {to}
            </dd>
            <dt>{words.subject}</dt>
            <dd>
              <b>{subject}</b>
            </dd>
          </dl>
          <p class="hint">{hasGone === true ? words.asWritten : words.willBe}</p>
          <div class="as-typed">{text}</div>
        </section>
      )}
    </Answer>
  )
}

interface ReadProps extends LetterAsked {
  /** What letter it is, for who hears the button without its surroundings. */
  readonly what: string
}

/** A button, and below it the letter while it is open. */
export const ReadLetter = ({ what, ...letter }: ReadProps) => {
  const [isOpen, setOpen] = useState(false)
  const id = useId()
  const words = say()
  return (
    <>
      <button
        type="button"
        class="plain"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        aria-label={isOpen ? words.closeOf(what) : words.readOf(what)}
        onClick={() => setOpen(!isOpen)}
      >
        {isOpen ? words.close : words.read}
      </button>
      {isOpen && (
        <div id={id} class="letter-place">
          <LetterText {...letter} />
        </div>
      )}
    </>
  )
}
