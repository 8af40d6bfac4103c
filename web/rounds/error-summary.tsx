/* Everything that is wrong on top of the form, each a way to its field (GOV.UK pattern); takes the focus when it comes. */
import { useEffect, useRef } from 'preact/hooks'
import type { Problems } from './field.tsx'
import { say } from './form-words.ts'

interface SummaryProps {
  readonly problems: Problems
  /** Raised with every attempt. */
  readonly attempt: number
}

export const ErrorSummary = ({ problems, attempt }: SummaryProps) => {
  const summary = useRef<HTMLDivElement>(null)
  const words = say()
  useEffect(() => {
    if (problems.length > 0) summary.current?.focus()
  }, [attempt])
  if (problems.length === 0) return null
  const isPlain = problems.every(({ field }) => field === '')
  /* A link alone would change the address, and the pages' own would follow it. */
  const goTo = (event: Event, field: string) => {
    event.preventDefault()
    const found = document.getElementById(field)
    found?.focus()
    found?.scrollIntoView({ block: 'center' })
  }
  return (
    <div class="errors" role="alert" tabIndex={-1} ref={summary}>
      <h2>{isPlain ? words.notSaved : words.wrong(problems.length)}</h2>
      <ul>
        {problems.map(({ field, sentence }) => (
          <li key={`${field} ${sentence}`}>
            {field === '' ? (
              sentence
            ) : (
              <a href={`#${field}`} onClick={(event) => goTo(event, field)}>
                {sentence}
              </a>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
