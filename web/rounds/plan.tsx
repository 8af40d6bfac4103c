/* The plan of reminders as it is read before opening (product R5): when, to whom, why moved, with which text. */
import { useSignal } from '@preact/signals'
import type { AnswerOf, Routes } from '../../shared/api.ts'
import { dayInWords, dayTimeInWords, dueTimeInWords } from '../zoned-moment.ts'
import type { Round } from './draft.ts'
import { LetterShown } from './letter-shown.tsx'
import { type ListedUnit, nameOf } from './round-units.ts'
import { say } from './settings-words.ts'
import { stepInWords } from './step-words.ts'

type Reminders = AnswerOf<Routes['getReminders']>
type Planned = Reminders['plan'][number]

interface PlanProps {
  readonly round: Round
  readonly collector: string
  readonly plan: readonly Planned[]
  readonly units: readonly ListedUnit[]
}

type StepProps = Omit<PlanProps, 'plan'> & { readonly planned: Planned }

const whyOf = (round: Round, planned: Planned): readonly string[] => {
  const words = say()
  const { movedFrom, dayOffName, droppedFor, unknownYear, day } = planned
  return [
    ...(movedFrom === undefined ? [] : [words.movedFrom(dayInWords(movedFrom), dayOffName ?? '')]),
    ...(movedFrom === undefined && dayOffName !== undefined && droppedFor === undefined
      ? [words.onDayOff(dayOffName)]
      : []),
    ...(droppedFor === undefined
      ? []
      : droppedFor === 'opening'
        ? [words.dropOpening]
        : droppedFor === 'due'
          ? [words.dropDue]
          : [words.dropStep(stepInWords(round, droppedFor))]),
    ...(unknownYear === true ? [words.unknownYear(day.slice(0, 4))] : []),
  ]
}

const Recipients = ({ planned, units }: StepProps) => {
  const words = say()
  const people = new Set(planned.recipients.map(({ email }) => email))
  if (people.size === 0) return <p class="bad">{words.nobody}</p>
  return (
    <details>
      <summary>{words.recipients(people.size)}</summary>
      <ul class="round-people">
        {planned.recipients.map(({ unit, role, name, email, address }) => (
          <li key={`${unit} ${email}`}>
            {nameOf(units, unit)} · {name}（{words[role]}）<span class="hint">{email}</span>
            {address !== 'ok' && <span class="chip bad">{words.badAddress}</span>}
          </li>
        ))}
        {planned.unreachable.map((unit) => (
          <li key={unit}>
            {nameOf(units, unit)} <span class="chip bad">{words.unreachable}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}

const Step = (props: StepProps) => {
  const { round, collector, planned } = props
  const words = say()
  const isRead = useSignal(false)
  const isDropped = planned.droppedFor !== undefined
  const name = stepInWords(round, planned.step)
  const read = () => {
    isRead.value = !isRead.value
  }
  return (
    <li class={isDropped ? 'round-dropped' : ''} data-step={planned.step}>
      <p class="round-step-head">
        <b>{isDropped ? name : dayTimeInWords(planned.at, round.zone)}</b>{' '}
        {isDropped ? <span class="chip">{words.notSent}</span> : <span>{name}</span>}
      </p>
      {whyOf(round, planned).map((why) => (
        <p key={why} class="round-why">
          {why}
        </p>
      ))}
      {!isDropped && (
        <>
          <Recipients {...props} />
          <button type="button" class="plain" aria-expanded={isRead.value} onClick={read}>
            {isRead.value ? words.hide : words.read}
            <span class="unseen">{words.readOf(name)}</span>
          </button>
          {isRead.value && <LetterShown round={round.id} collector={collector} step={planned.step} />}
        </>
      )}
    </li>
  )
}

/** Units and people whom letters would not reach, of all steps together. */
export const Unreached = ({ plan, units }: Pick<PlanProps, 'plan' | 'units'>) => {
  const words = say()
  const sent = plan.filter(({ droppedFor }) => droppedFor === undefined)
  const nowhere = [...new Set(sent.flatMap(({ unreachable }) => unreachable))]
  const bad = new Map(
    sent.flatMap(({ recipients }) =>
      recipients.filter(({ address }) => address !== 'ok').map((one) => [one.email, one] as const),
    ),
  )
  if (nowhere.length === 0 && bad.size === 0) return null
  return (
    <section class="notice bad">
      {nowhere.length > 0 && (
        <>
          <p>
            <b>{words.unreachableUnits(nowhere.length)}</b>
          </p>
          <ul>
            {nowhere.map((unit) => (
              <li key={unit}>{nameOf(units, unit)}</li>
            ))}
          </ul>
          <p>
            {words.unreachableIs} <a href="/directory">{words.toDirectory}</a>
          </p>
        </>
      )}
      {bad.size > 0 && (
        <>
          <p>
            <b>{words.badAddresses(bad.size)}</b>
          </p>
          <ul>
            {[...bad.values()].map(({ unit, name, email }) => (
              <li key={email}>
                {nameOf(units, unit)} · {name} {email}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

export const Plan = ({ round, collector, plan, units }: PlanProps) => {
  const words = say()
  const groups = new Map<string, Planned[]>()
  for (const planned of plan) {
    const key = `${planned.dueAt} ${planned.units.join(' ')}`
    groups.set(key, [...(groups.get(key) ?? []), planned])
  }
  return (
    <>
      {[...groups].map(([key, steps]) => (
        <section key={key}>
          <h3>{words.forDue(dueTimeInWords(steps[0]?.dueAt ?? '', round.zone), steps[0]?.units.length ?? 0)}</h3>
          <ol class="round-plan">
            {steps.map((planned) => (
              <Step key={planned.step} round={round} collector={collector} planned={planned} units={units} />
            ))}
          </ol>
        </section>
      ))}
    </>
  )
}
