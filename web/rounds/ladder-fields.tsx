/* The ladder of reminders and the calendar that it is counted by. */
import { firstLadder, oneMoreStep, type RoundDraft, roles, type StepDraft } from './draft.ts'
import { Choice, describedBy, ProblemOf, type Problems } from './field.tsx'
import { say } from './form-words.ts'

interface LadderProps {
  readonly draft: RoundDraft
  readonly problems: Problems
  readonly change: (part: Partial<RoundDraft>) => void
}

const kinds = { opening: 'openingStep', before: 'beforeStep', dueDay: 'dueDayStep', after: 'afterStep' } as const
const kindsInOrder = ['opening', 'before', 'dueDay', 'after'] as const

interface StepProps extends LadderProps {
  readonly step: StepDraft
  readonly index: number
}

const Counted = ({ step, index, problems, put }: StepProps & { put: (part: Partial<StepDraft>) => void }) => {
  const words = say()
  return (
    <>
      <label>
        <span>{words.count}</span>
        <input
          id={`step-${index}-count`}
          class="number"
          inputMode="numeric"
          value={step.count}
          maxLength={3}
          {...describedBy(problems, `step-${index}-count`)}
          onInput={({ currentTarget }) => put({ count: currentTarget.value })}
        />
      </label>
      <label>
        <span>{words.countIn}</span>
        <select
          value={step.of}
          onChange={({ currentTarget }) => put({ of: currentTarget.value === 'days' ? 'days' : 'workingDays' })}
        >
          <option value="workingDays">{words.workingDays}</option>
          <option value="days">{words.days}</option>
        </select>
      </label>
    </>
  )
}

const Step = (props: StepProps) => {
  const { step, index, draft, problems, change } = props
  const words = say()
  const put = (part: Partial<StepDraft>) =>
    change({ ladder: draft.ladder.map((one, i) => (i === index ? { ...one, ...part } : one)) })
  return (
    <li>
      <fieldset>
        <legend>{words.step(index + 1)}</legend>
        {['kind', 'count', 'at', 'to'].map((part) => (
          <ProblemOf key={part} problems={problems} field={`step-${index}-${part}`} />
        ))}
        <div class="round-step">
          <label>
            <span>{words.kind}</span>
            <select
              id={`step-${index}-kind`}
              value={step.kind}
              {...describedBy(problems, `step-${index}-kind`)}
              onChange={({ currentTarget }) =>
                put({ kind: kindsInOrder.find((kind) => kind === currentTarget.value) ?? step.kind })
              }
            >
              {kindsInOrder.map((kind) => (
                <option key={kind} value={kind}>
                  {words[kinds[kind]]}
                </option>
              ))}
            </select>
          </label>
          {(step.kind === 'before' || step.kind === 'after') && <Counted {...props} put={put} />}
          {step.kind !== 'opening' && (
            <label>
              <span>{words.at}</span>
              <input
                id={`step-${index}-at`}
                class="short"
                value={step.at}
                maxLength={8}
                {...describedBy(problems, `step-${index}-at`)}
                onInput={({ currentTarget }) => put({ at: currentTarget.value })}
              />
            </label>
          )}
          <fieldset class="round-to">
            <legend>{words.to}</legend>
            {roles.map((role, i) => (
              <Choice
                key={role}
                {...(i === 0 ? { id: `step-${index}-to` } : {})}
                type="checkbox"
                checked={step.to.includes(role)}
                change={(isOn) => put({ to: roles.filter((one) => (one === role ? isOn : step.to.includes(one))) })}
              >
                {words[role]}
              </Choice>
            ))}
          </fieldset>
          <button
            type="button"
            class="plain"
            onClick={() => change({ ladder: draft.ladder.filter((_, i) => i !== index) })}
          >
            {words.removeStep(index + 1)}
          </button>
        </div>
      </fieldset>
    </li>
  )
}

export const LadderFields = (props: LadderProps) => {
  const { draft, problems, change } = props
  const words = say()
  return (
    <section class="card round-part">
      <h2>{words.reminders}</h2>
      <fieldset class="round-field" id="calendar" tabIndex={-1}>
        <legend>{words.calendar}</legend>
        <ProblemOf problems={problems} field="calendar" />
        {(['cn', 'weekends'] as const).map((id) => (
          <Choice
            key={id}
            type="radio"
            name="calendar"
            checked={draft.calendar === id}
            change={() => change({ calendar: id })}
          >
            {words[id]}
          </Choice>
        ))}
      </fieldset>
      <div class="round-extra">
        {(['daysOff', 'workdays'] as const).map((id) => (
          <div class="round-field" key={id}>
            <label for={id}>{words[id]}</label>
            <p class="hint" id={`${id}-hint`}>
              {words.extraHint}
            </p>
            <ProblemOf problems={problems} field={id} />
            <textarea
              id={id}
              rows={3}
              value={draft[id]}
              maxLength={1200}
              {...describedBy(problems, id, true)}
              onInput={({ currentTarget }) => change({ [id]: currentTarget.value })}
            />
          </div>
        ))}
      </div>
      <h3>{words.ladder}</h3>
      <p class="hint">{words.ladderHint}</p>
      <ol class="round-list">
        {draft.ladder.map((step, index) => (
          <Step key={step.id} {...props} step={step} index={index} />
        ))}
      </ol>
      <p class="actions">
        {draft.ladder.length < 20 && (
          <button type="button" onClick={() => change({ ladder: [...draft.ladder, oneMoreStep(draft.ladder)] })}>
            {words.addStep}
          </button>
        )}
        <button type="button" onClick={() => change({ ladder: firstLadder })}>
          {words.firstLadder}
        </button>
      </p>
    </section>
  )
}
