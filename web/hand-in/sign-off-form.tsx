/* Sign-off and the one button that hands in. Errors stand in a summary on top and at each field (GOV.UK pattern). */
import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { problemsOf, type SignOff, type SignOffKey, signOffKeys, tidied } from './sign-off.ts'
import { say } from './words.ts'

interface FieldProps {
  readonly name: SignOffKey
  readonly value: string
  readonly problem: string | undefined
  readonly change: (text: string) => void
}

const Field = ({ name, value, problem, change }: FieldProps) => {
  const described = [name === 'phone' ? 'phone-hint' : '', problem === undefined ? '' : `${name}-problem`]
  return (
    <div class="field">
      <label for={name}>{say()[name]}</label>
      {name === 'phone' && (
        <p class="hint" id="phone-hint">
          {say().phoneHint}
        </p>
      )}
      {problem !== undefined && (
        <p class="problem" id={`${name}-problem`}>
          {problem}
        </p>
      )}
      <input
        id={name}
        name={name}
        value={value}
        maxLength={80}
        autoComplete={name === 'phone' ? 'tel' : 'off'}
        inputMode={name === 'phone' ? 'tel' : 'text'}
        aria-invalid={problem !== undefined}
        aria-describedby={described.filter(Boolean).join(' ') || undefined}
        onInput={({ currentTarget }) => change(currentTarget.value)}
      />
    </div>
  )
}

interface FormProps {
  readonly before: SignOff
  readonly busy: boolean
  readonly handIn: (signOff: SignOff) => void
}

export const SignOffForm = ({ before, busy, handIn }: FormProps) => {
  const typed = useSignal(before)
  const asked = useSignal(false)
  const summary = useRef<HTMLDivElement>(null)
  const problems = asked.value ? problemsOf(tidied(typed.value)) : []
  const attempts = useSignal(0)
  useEffect(() => {
    if (attempts.value > 0) summary.current?.focus()
  }, [attempts.value])
  const submit = (event: Event) => {
    event.preventDefault()
    asked.value = true
    const signOff = tidied(typed.value)
    if (problemsOf(signOff).length > 0) attempts.value += 1
    else handIn(signOff)
  }
  return (
    <form onSubmit={submit} noValidate>
      {problems.length > 0 && (
        <div class="errors" role="alert" tabIndex={-1} ref={summary}>
          <h3>{say().wrongSignOff(problems.length)}</h3>
          <ul>
            {problems.map(({ key, sentence }) => (
              <li key={key}>
                <a href={`#${key}`}>{sentence}</a>
              </li>
            ))}
          </ul>
        </div>
      )}
      <p class="hint">{say().signOffIs}</p>
      {signOffKeys.map((key) => (
        <Field
          key={key}
          name={key}
          value={typed.value[key]}
          problem={problems.find((problem) => problem.key === key)?.sentence}
          change={(text) => {
            typed.value = { ...typed.value, [key]: text }
          }}
        />
      ))}
      <p class="hint">{say().after}</p>
      <button type="submit" class="main" aria-disabled={busy}>
        {busy ? say().handingIn : say().handIn}
      </button>
    </form>
  )
}
