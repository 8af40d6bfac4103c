/* A line of a form: its name, what to know, what is wrong with it, and where it is typed. */
import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { type Refused, sentenceAt } from './refused.ts'
import { say } from './words.ts'

interface FieldProps {
  readonly id: string
  readonly label: string
  readonly value: string
  readonly hint?: string | undefined
  readonly problem?: string | undefined
  readonly mode?: 'text' | 'tel' | 'email'
  readonly list?: string
  readonly change: (text: string) => void
}

export const Field = ({ id, label, value, hint, problem, mode = 'text', list, change }: FieldProps) => {
  const described = [hint === undefined ? '' : `${id}-hint`, problem === undefined ? '' : `${id}-problem`]
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {hint !== undefined && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {problem !== undefined && (
        <p class="problem" id={`${id}-problem`}>
          {problem}
        </p>
      )}
      <input
        id={id}
        type="text"
        inputMode={mode}
        autoComplete="off"
        value={value}
        list={list}
        aria-invalid={problem !== undefined}
        aria-describedby={described.filter(Boolean).join(' ') || undefined}
        onInput={({ currentTarget }) => change(currentTarget.value)}
      />
    </div>
  )
}

interface FormProps {
  readonly title: string
  /** Begins the ids of the fields. */
  readonly id: string
  readonly refused: Refused | undefined
  readonly busy: boolean
  readonly action: string
  readonly save: () => void
  readonly cancel: () => void
  readonly children: ComponentChildren
}

/** A form in the page: what is wrong stands on top and at each field, and what was typed stays. */
export const Form = ({ title, id, refused, busy, action, save, cancel, children }: FormProps) => {
  const words = say()
  const heading = useRef<HTMLHeadingElement>(null)
  const summary = useRef<HTMLDivElement>(null)
  useEffect(() => heading.current?.focus(), [])
  useEffect(() => {
    if (refused !== undefined) summary.current?.focus()
  }, [refused])
  const submit = (event: Event) => {
    event.preventDefault()
    if (!busy) save()
  }
  return (
    <form class="card directory-form" onSubmit={submit} noValidate aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`} ref={heading} tabIndex={-1}>
        {title}
      </h2>
      {refused !== undefined && (
        <div class="errors" role="alert" tabIndex={-1} ref={summary}>
          <h3>{words.wrong(refused.at.length + refused.rest.length)}</h3>
          <ul>
            {refused.rest.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
            {refused.at.map(({ field, sentence }) => (
              <li key={field + sentence}>
                <a href={`#${id}-${field}`}>{sentence}</a>
              </li>
            ))}
          </ul>
        </div>
      )}
      {children}
      <p class="actions">
        <button type="submit" class="main" aria-disabled={busy}>
          {busy ? words.saving : action}
        </button>
        <button type="button" onClick={cancel}>
          {words.cancel}
        </button>
      </p>
    </form>
  )
}

/** Problem of a field of a form. */
export const problemAt = (refused: Refused | undefined) => (field: string) => ({ problem: sentenceAt(refused, field) })
