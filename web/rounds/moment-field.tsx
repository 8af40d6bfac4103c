/* A day and a time in the round's zone; where the clock goes through that time twice, which one is asked. */
import type { MomentDraft } from './draft.ts'
import { doubled } from './draft-body.ts'
import { Choice, describedBy, ProblemOf, type Problems } from './field.tsx'
import { say } from './form-words.ts'

interface MomentFieldProps {
  readonly id: string
  readonly label: string
  readonly hint?: string
  readonly value: MomentDraft
  readonly zone: string
  readonly problems: Problems
  readonly change: (value: MomentDraft) => void
}

const offsetOf = (at: string): string => at.slice(-6)

export const MomentField = ({ id, label, hint, value, zone, problems, change }: MomentFieldProps) => {
  const words = say()
  const both = doubled(value, zone)
  return (
    <fieldset class="round-field">
      <legend>{label}</legend>
      {hint !== undefined && <p class="hint">{hint}</p>}
      <ProblemOf problems={problems} field={`${id}-day`} />
      <ProblemOf problems={problems} field={`${id}-time`} />
      <div class="round-moment">
        <label>
          <span>{words.day}</span>
          <input
            id={`${id}-day`}
            type="date"
            value={value.day}
            {...describedBy(problems, `${id}-day`)}
            onInput={({ currentTarget }) => change({ ...value, day: currentTarget.value })}
          />
        </label>
        <label>
          <span>{words.time}</span>
          <input
            id={`${id}-time`}
            class="short"
            value={value.time}
            maxLength={8}
            autoComplete="off"
            {...describedBy(problems, `${id}-time`)}
            onInput={({ currentTarget }) => change({ ...value, time: currentTarget.value })}
          />
        </label>
      </div>
      {both !== undefined && (
        <fieldset class="round-which notice warn">
          <legend class="unseen">{words.twiceThat(zone)}</legend>
          <p aria-hidden="true">{words.twiceThat(zone)}</p>
          {(['first', 'second'] as const).map((which, i) => (
            <Choice
              key={which}
              type="radio"
              name={`${id}-which`}
              checked={value.which === which}
              change={() => change({ ...value, which })}
            >
              {words[which](offsetOf(both[i] ?? ''))}
            </Choice>
          ))}
        </fieldset>
      )}
    </fieldset>
  )
}
