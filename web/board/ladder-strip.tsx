/* The steps of the round's ladder on one line: over, next, to come. Dropped steps are told of with the letters. */
import type { AnswerOf, Routes } from '../../shared/api.ts'
import { ask } from '../api/collecting.ts'
import { useAsked } from '../collecting/asked.tsx'
import { say } from './words.ts'

type Timing = AnswerOf<Routes['getRound']>['ladder'][number]['timing']

const stepWords = (timing: Timing | undefined, id: string): string => {
  const words = say()
  if (timing === undefined) return id
  switch (timing.kind) {
    case 'opening':
      return words.opening
    case 'dueDay':
      return words.dueDay
    case 'before':
      return words.beforeDays(timing.count, timing.of === 'workingDays')
    case 'after':
      return words.afterDays(timing.count, timing.of === 'workingDays')
  }
}

interface LadderStripProps {
  readonly round: string
  readonly unit: string | undefined
  readonly dueAt: string
  /** The server's day. */
  readonly today: string
}

export const LadderStrip = ({ round, unit, dueAt, today }: LadderStripProps) => {
  const words = say()
  const path = { round }
  const about = [round, unit ?? '', dueAt, today]
  const planned = useAsked(
    () => ask('getReminders', { path, ...(unit === undefined ? {} : { query: { unit } }) }),
    about,
  )
  const plannedRound = useAsked(() => ask('getRound', { path }), about)
  if (planned.answer?.ok !== true || plannedRound.answer?.ok !== true) return null
  const { ladder } = plannedRound.answer.value
  const steps = planned.answer.value.plan
    .filter((step) => step.dueAt === dueAt && step.droppedFor === undefined)
    .sort((one, other) => (one.at < other.at ? -1 : 1))
  if (steps.length === 0) return null
  const next = steps.find(({ day }) => day >= today)
  return (
    <ol class="board-ladder" aria-label={words.ladder}>
      {steps.map((step) => {
        const state = step === next ? 'next' : step.day < today ? 'done' : 'toCome'
        const [, month = '', date = ''] = step.day.split('-')
        return (
          <li key={step.step} class={state} aria-current={state === 'next' ? 'step' : undefined}>
            <b>{`${Number(month)}-${date}`}</b>{' '}
            {stepWords(ladder.find(({ id }) => id === step.step)?.timing, step.step)}
            <span class="unseen">{words[state]}</span>
          </li>
        )
      })}
    </ol>
  )
}
