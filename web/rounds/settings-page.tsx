/*
 * A round before and after its opening: what it is, whom it will write to and when, and what can be done with it now.
 * Whoever may not run it (a leader, a unit that takes part) reads the facts.
 */
import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import type { AnswerOf, Routes } from '../../shared/api.ts'
import { ask } from '../api/collecting.ts'
import { Answer, useAsked } from '../collecting/asked.tsx'
import { holds } from '../collecting/collects.ts'
import { RoundNav, roundAddress } from '../collecting/round-nav.tsx'
import { language } from '../language.ts'
import { Heading } from '../page/heading.tsx'
import { me } from '../page/me.ts'
import { ApproveStep } from './approve-step.tsx'
import { CloseStep } from './close-step.tsx'
import type { Round } from './draft.ts'
import { Plan, Unreached } from './plan.tsx'
import { RoundFacts } from './round-facts.tsx'
import { type ListedUnit, nameOf, unitsUnder } from './round-units.ts'
import './rounds.css'
import './round-read.css'
import { dayTimeInWords } from '../zoned-moment.ts'
import { say } from './settings-words.ts'
import { StageOfRound } from './stage-chip.tsx'
import { whatChanged } from './what-changed.ts'
import type { ListedForm } from './what-fields.tsx'

interface Running {
  /** False for whoever only collects in the middle: the plan of their own is theirs to read. */
  readonly mayRun: boolean
  readonly plan: AnswerOf<Routes['getReminders']>['plan']
  readonly units: readonly ListedUnit[]
}

interface Found {
  readonly round: Round
  readonly forms: readonly ListedForm[]
  /** Absent: I may read the round, and no more. */
  readonly running?: Running
}

const find = async (id: string, collector: string | undefined, isCoordinator: boolean) => {
  const [round, forms] = await Promise.all([ask('getRound', { path: { round: id } }), ask('listForms')])
  if (!round.ok) return round
  if (!forms.ok) return forms
  const found: Found = { round: round.value, forms: forms.value.forms }
  if (!isCoordinator) return { ok: true, value: found } as const
  const unit = collector ?? round.value.owner
  const [reminders, units] = await Promise.all([
    ask('getReminders', { path: { round: id }, query: { unit } }),
    unitsUnder(round.value.owner),
  ])
  const isRefused = !reminders.ok && (reminders.problem.status === 403 || reminders.problem.status === 404)
  if (isRefused) return { ok: true, value: found } as const
  if (!reminders.ok) return reminders
  /* Whoever collects in the middle sees their own units, and not the owner's. */
  const own = units.ok ? units : await unitsUnder(unit)
  const running = { plan: reminders.value.plan, units: own.ok ? own.value : [], mayRun: units.ok }
  return { ok: true, value: { ...found, running } } as const
}

const Replanned = ({ round }: { readonly round: string }) => {
  const words = say()
  const changed = whatChanged.value
  const notice = useRef<HTMLDivElement>(null)
  useEffect(() => notice.current?.focus(), [])
  if (changed?.round !== round) return null
  return (
    <div class="notice good" role="status" tabIndex={-1} ref={notice}>
      <p>{changed.replanned.length === 0 ? words.notReplanned : words.replanned}</p>
      {changed.replanned.length > 0 && (
        <ul>
          {changed.replanned.map((one) => (
            <li key={one.en}>{one[language.value]}</li>
          ))}
        </ul>
      )}
    </div>
  )
}

const Hints = ({ round }: { readonly round: Round }) => {
  const { hints = [] } = round
  if (hints.length === 0) return null
  return (
    <section class="notice warn">
      <p>
        <b>{say().hints}</b>
      </p>
      <ul>
        {hints.map((hint) => (
          <li key={hint.en}>{hint[language.value]}</li>
        ))}
      </ul>
    </section>
  )
}

interface PlanCardProps {
  readonly round: Round
  readonly running: Running
  readonly collector: string
}

const PlanCard = ({ round, running: { plan, units }, collector }: PlanCardProps) => {
  const words = say()
  const named = round.units === 'below' ? undefined : units.filter(({ id }) => round.units.includes(id))
  const isIn = ({ id }: ListedUnit) => named === undefined || named.some(({ path }) => path.includes(id))
  const collectors = units.filter((unit) => unit.hasBelow && unit.id !== collector && isIn(unit))
  return (
    <section class="card">
      <h2>{collector === round.owner ? words.plan : words.planOf(nameOf(units, collector))}</h2>
      <p class="sub">{words.planIs}</p>
      <Unreached plan={plan} units={units} />
      <Plan round={round} collector={collector} plan={plan} units={units} />
      {collectors.length > 0 && (
        <nav aria-label={words.plan}>
          <p>{words.collectors}</p>
          <ul>
            {collectors.map(({ id, name }) => (
              <li key={id}>
                <a href={roundAddress(round.id, 'settings', id === round.owner ? undefined : id)}>
                  {name[language.value]}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </section>
  )
}

const isLiveStage = (stage: Round['stage']): boolean => stage !== 'closed' && stage !== 'published'

const FactsCard = ({ round, forms, running }: Found) => {
  const words = say()
  return (
    <section class="card">
      <h2>{words.facts}</h2>
      <RoundFacts round={round} units={running?.units ?? []} forms={forms} />
      {running?.mayRun === true && (
        <p class="actions">
          {isLiveStage(round.stage) && (
            <a class="btn" href={`${roundAddress(round.id, 'settings')}/change`}>
              {words.change}
            </a>
          )}
          <a class="btn" href={`/rounds/new?from=${round.id}`}>
            {words.nextYear}
          </a>
          <a href={`/rounds/${round.id}/log`}>{words.log}</a>
        </p>
      )}
    </section>
  )
}

interface SettingsProps {
  readonly round: string
}

export const SettingsPage = ({ round: id }: SettingsProps) => {
  const { query } = useLocation()
  const words = say()
  const collector = query['unit']
  const person = me.value?.person
  const isCoordinator = person !== undefined && holds(person, 'coordinator')
  const asked = useAsked(() => find(id, collector, isCoordinator), [id, collector ?? '', String(isCoordinator)])
  const said = useSignal<{ readonly sentence: string; readonly isGood: boolean } | undefined>(undefined)
  const notice = useRef<HTMLParagraphElement>(null)
  const done = async (sentence: string, isGood: boolean) => {
    whatChanged.value = undefined
    await asked.again()
    said.value = { sentence, isGood }
  }
  useEffect(() => notice.current?.focus(), [said.value])
  return (
    <Answer asked={asked}>
      {({ round, forms, running }) => (
        <div class="round-read">
          <RoundNav round={id} />
          <div class="head">
            <Heading title={`${words.settings} · ${round.title}`} place={`rounds/${id}/settings`}>
              {round.title} <StageOfRound stage={round.stage} />
            </Heading>
          </div>
          {said.value !== undefined && (
            <p class={`notice ${said.value.isGood ? 'good' : 'warn'}`} role="status" tabIndex={-1} ref={notice}>
              {said.value.sentence}
            </p>
          )}
          <Replanned round={id} />
          {running?.mayRun === true && round.stage === 'planned' && <p class="notice">{words.plannedIs}</p>}
          {round.stage === 'approved' && said.value === undefined && (
            <p class="notice">{words.approved(dayTimeInWords(round.opensAt, round.zone))}</p>
          )}
          {isLiveStage(round.stage) && <Hints round={round} />}
          <FactsCard round={round} forms={forms} {...(running === undefined ? {} : { running })} />
          {running !== undefined && isLiveStage(round.stage) && (
            <PlanCard round={round} running={running} collector={collector ?? round.owner} />
          )}
          {running?.mayRun === true && round.stage === 'planned' && <ApproveStep round={round} done={done} />}
          {running?.mayRun === true && round.stage === 'open' && (
            <CloseStep round={round} units={running.units} done={done} />
          )}
        </div>
      )}
    </Answer>
  )
}
