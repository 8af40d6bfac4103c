/* A field of the form with its hint and what is wrong with it, tied together for whoever does not see them. */
import type { ComponentChildren } from 'preact'
import type { FieldProblem } from './draft-body.ts'

export type Problems = readonly FieldProblem[]

export const problemAt = (problems: Problems, field: string): string | undefined =>
  problems.find((problem) => problem.field === field)?.sentence

/** For an input: what describes it, and that it is wrong. */
export const describedBy = (problems: Problems, field: string, hint = false) => {
  const isWrong = problemAt(problems, field) !== undefined
  const described = [hint ? `${field}-hint` : '', isWrong ? `${field}-problem` : ''].filter(Boolean).join(' ')
  return {
    'aria-invalid': isWrong,
    'aria-describedby': described === '' ? undefined : described,
  }
}

export const ProblemOf = ({ problems, field }: { readonly problems: Problems; readonly field: string }) => {
  const sentence = problemAt(problems, field)
  return sentence === undefined ? null : (
    <p class="round-problem" id={`${field}-problem`}>
      {sentence}
    </p>
  )
}

interface TextFieldProps {
  readonly id: string
  readonly label: string
  readonly hint?: string
  readonly value: string
  readonly problems: Problems
  readonly change: (text: string) => void
  readonly size?: 'short' | 'middle'
  readonly maxLength?: number
}

export const TextField = ({ id, label, hint, value, problems, change, size, maxLength = 120 }: TextFieldProps) => (
  <div class="round-field">
    <label for={id}>{label}</label>
    {hint !== undefined && (
      <p class="hint" id={`${id}-hint`}>
        {hint}
      </p>
    )}
    <ProblemOf problems={problems} field={id} />
    <input
      id={id}
      class={size}
      value={value}
      maxLength={maxLength}
      autoComplete="off"
      {...describedBy(problems, id, hint !== undefined)}
      onInput={({ currentTarget }) => change(currentTarget.value)}
    />
  </div>
)

interface ChoiceProps {
  readonly id?: string
  readonly type: 'radio' | 'checkbox'
  readonly name?: string
  readonly checked: boolean
  readonly change: (isChecked: boolean) => void
  readonly hint?: string
  readonly children: ComponentChildren
}

export const Choice = ({ id, type, name, checked, change, hint, children }: ChoiceProps) => (
  <div class="round-choice">
    <label>
      <input
        id={id}
        type={type}
        name={name}
        checked={checked}
        onChange={({ currentTarget }) => change(currentTarget.checked)}
      />{' '}
      <span>{children}</span>
    </label>
    {hint !== undefined && <p class="hint">{hint}</p>}
  </div>
)
