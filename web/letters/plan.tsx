/* What is still to come: when, to whom, which step moved and why; what will not go out, and why not. */
import { type Language, language } from '../language.ts'
import { dayInWords, momentInWords } from '../moment-words.ts'
import { withZone } from '../page/due-words.ts'
import { ReadLetter } from './letter-text.tsx'
import type { Ahead, Names, PlannedStep } from './reminders.ts'
import { TestLetter } from './test-letter.tsx'
import { say } from './words.ts'

interface StepProps {
  readonly step: PlannedStep
  readonly plan: readonly PlannedStep[]
  readonly round: string
  readonly unit: string | undefined
  readonly zone: string
  readonly names: Names
}

/* All of them are named where they are work for a person. */
const mostNamed = 8

/** Why it goes out on another day than it would, or not at all. */
const reasonsOf = (
  { droppedFor, movedFrom, dayOffName, unknownYear }: PlannedStep,
  plan: readonly PlannedStep[],
  lang: Language,
) => {
  const words = say()
  const winner = plan.find(({ step }) => step === droppedFor)?.words[lang]
  const dropped =
    droppedFor === 'due'
      ? words.droppedLate
      : droppedFor === 'opening'
        ? words.droppedEarly
        : words.droppedFor(winner ?? droppedFor ?? '')
  return [
    ...(droppedFor === undefined ? [] : [dropped]),
    ...(movedFrom === undefined ? [] : [words.dayOff(dayInWords(movedFrom), dayOffName ?? words.weekend)]),
    ...(movedFrom === undefined && dayOffName !== undefined ? [words.dueDayOff(dayOffName)] : []),
    ...(unknownYear === true ? [words.unknownYear] : []),
  ]
}

const Recipients = ({ step, names }: Pick<StepProps, 'step' | 'names'>) => {
  const words = say()
  const { recipients, unreachable } = step
  if (recipients.length + unreachable.length === 0) return <p class="hint">{words.recipientsNone}</p>
  return (
    <>
      <p>{words.recipients(recipients.filter(({ address }) => address === 'ok').length)}</p>
      {unreachable.length > 0 && (
        <p class="bad">
          {words.nobodyFor(names.join(unreachable.slice(0, mostNamed)), unreachable.length - mostNamed)}
        </p>
      )}
      <details>
        <summary>{words.whoGets}</summary>
        <ul class="letters-people">
          {recipients.map((one) => (
            <li key={`${one.unit} ${one.email}`}>
              {names.of(one.unit)} {one.name} <span class="hint">{words[one.role]}</span>
              {one.address !== 'ok' && <span class="chip bad">{words.notReached}</span>}
            </li>
          ))}
        </ul>
      </details>
    </>
  )
}

const Step = ({ step, plan, round, unit, zone, names }: StepProps) => {
  const words = say()
  const what = step.words[language.value]
  const [about] = step.units
  const isDropped = step.droppedFor !== undefined
  return (
    <li>
      <h4>{what}</h4>
      {isDropped ? (
        <span class="chip">{words.notSent}</span>
      ) : (
        words.goesOut(withZone(momentInWords(step.at, zone), zone))
      )}
      {reasonsOf(step, plan, language.value).map((reason) => (
        <p key={reason} class="hint">
          {reason}
        </p>
      ))}
      {!isDropped && (
        <>
          <Recipients step={step} names={names} />
          <div class="actions">
            <ReadLetter what={what} round={round} step={step.step} query={{ unit, about }} />
            <TestLetter what={what} round={round} step={step.step} unit={unit} />
          </div>
        </>
      )}
    </li>
  )
}

interface PlanProps {
  readonly ahead: Ahead
  readonly round: { readonly id: string; readonly stage: string; readonly zone: string }
  readonly unit: string | undefined
  readonly names: Names
}

const Digest = ({ round, unit }: Pick<PlanProps, 'round' | 'unit'>) => {
  const words = say()
  return (
    <ol class="letters-steps">
      <li>
        <h4>{words.digest}</h4>
        <p class="hint">{words.digestIs}</p>
        <div class="actions">
          <ReadLetter what={words.digest} round={round.id} step="digest" query={{ unit }} />
          <TestLetter what={words.digest} round={round.id} step="digest" unit={unit} />
        </div>
      </li>
    </ol>
  )
}

export const Plan = ({ ahead: { plan, now }, round, unit, names }: PlanProps) => {
  const words = say()
  const isOver = round.stage === 'closed' || round.stage === 'published'
  const isBefore = round.stage === 'planned' || round.stage === 'approved'
  const toCome = plan.filter(({ at }) => isBefore || at > now)
  const groups = new Map<string, PlannedStep[]>()
  for (const step of toCome) {
    const key = `${step.dueAt} ${step.units.join(' ')}`
    groups.set(key, [...(groups.get(key) ?? []), step])
  }
  return (
    <section class="card">
      <h2>{words.plan}</h2>
      {isOver && <p class="hint">{words.planClosed}</p>}
      {isBefore && <p class="hint">{words.planNotYet}</p>}
      {groups.size === 0 && <p>{words.planNone}</p>}
      {[...groups].map(([key, steps]) => (
        <section key={key}>
          <h3>{words.dueGroup(withZone(steps[0]?.dueInWords ?? '', round.zone), steps[0]?.units.length ?? 0)}</h3>
          {(steps[0]?.units.length ?? 0) < 4 && groups.size > 1 && (
            <p class="sub">{names.join(steps[0]?.units ?? [])}</p>
          )}
          <ol class="letters-steps">
            {steps.map((step) => (
              <Step
                key={step.step}
                step={step}
                plan={plan}
                round={round.id}
                unit={unit}
                zone={round.zone}
                names={names}
              />
            ))}
          </ol>
        </section>
      ))}
      {!isOver && <Digest round={round} unit={unit} />}
    </section>
  )
}
