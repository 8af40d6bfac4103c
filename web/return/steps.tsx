/* The sections as steps, each with what is left to do in it. On a phone the list folds under the step one is at. */
import { useEffect, useState } from 'preact/hooks'
import { language } from '../language.ts'
import type { OpenReturn } from './open-return.ts'
import { addressOf } from './parts.ts'
import { say } from './words.ts'

export interface Step {
  readonly part: string
  readonly title: string
}

/** The way through the return: its sections, then check and hand in. */
export const stepsOf = (open: OpenReturn): readonly Step[] => [
  ...open.form.sections.map(({ id, title, short = title }) => ({ part: id, title: short[language.value] })),
  { part: 'check', title: say().check },
]

const State = ({ open, section }: { readonly open: OpenReturn; readonly section: string }) => {
  const words = say()
  const state = open.overview.value.sections[section]
  if (state === undefined) return null
  const blank = state.total - state.filled
  if (state.toSettle === 0 && blank === 0) return <small class="ok">{words.filled}</small>
  return (
    <small>
      {state.toSettle > 0 && <span class="bad">{words.toSettle(state.toSettle)}</span>}
      {blank > 0 && <span class="warn">{state.total === 1 ? words.notFilled : words.blank(blank)}</span>}
    </small>
  )
}

const others = (open: OpenReturn): readonly Step[] => {
  const { receipt, revisions } = open.answer.value
  const words = say()
  return [
    { part: 'workbook', title: words.workbook },
    ...(receipt === undefined && revisions === 0 ? [] : [{ part: 'receipt', title: words.receipt }]),
    ...(revisions === 0 ? [] : [{ part: 'revisions', title: words.revisions }]),
  ]
}

interface StepsProps {
  readonly open: OpenReturn
  readonly part: string
}

const StepLink = ({ open, part, step }: StepsProps & { readonly step: Step }) => (
  <li>
    <a href={addressOf(open, step.part)} aria-current={step.part === part ? 'step' : undefined}>
      <span>{step.title}</span>
      <State open={open} section={step.part} />
    </a>
  </li>
)

export const Steps = ({ open, part }: StepsProps) => {
  const [isShown, show] = useState(false)
  useEffect(() => show(false), [part])
  const words = say()
  const steps = stepsOf(open)
  const at = steps.findIndex((step) => step.part === part)
  const hidden = isShown ? '' : ' folded'
  const now = steps[at]
  return (
    <nav class="card steps-card" aria-label={words.steps}>
      <button type="button" class="steps-fold plain" aria-expanded={isShown} onClick={() => show(!isShown)}>
        {now === undefined ? words.steps : words.showSteps(at + 1, steps.length, now.title)}
      </button>
      <ol class={`steps${hidden}`}>
        {steps.map((step) => (
          <StepLink key={step.part} open={open} part={part} step={step} />
        ))}
      </ol>
      <ul class={`steps others${hidden}`}>
        {others(open).map((step) => (
          <StepLink key={step.part} open={open} part={part} step={step} />
        ))}
      </ul>
    </nav>
  )
}
