/* Changing a round that is planned, approved or open: what may still change, and what a colleague did meanwhile. */
import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { ask } from '../api/collecting.ts'
import { Answer, useAsked } from '../collecting/asked.tsx'
import { RoundNav, roundAddress } from '../collecting/round-nav.tsx'
import { Heading } from '../page/heading.tsx'
import { Opening } from '../page/later.tsx'
import { me } from '../page/me.ts'
import { changeBody, changedBetween, type Rebased, rebased } from './change-draft.ts'
import { Colleague } from './colleague.tsx'
import { draftOf, type Round, type RoundDraft } from './draft.ts'
import { problemsOfAnswer, readDraft } from './draft-body.ts'
import { ErrorSummary } from './error-summary.tsx'
import { type Problems, TextField } from './field.tsx'
import { say } from './form-words.ts'
import { drafts } from './kept-draft.ts'
import { LadderFields } from './ladder-fields.tsx'
import './rounds.css'
import { whatChanged } from './what-changed.ts'
import { OtherFields } from './what-fields.tsx'
import { WhenFields } from './when-fields.tsx'

interface Typing {
  readonly draft: RoundDraft
  readonly base: RoundDraft
  readonly version: number
}

interface Overtaken {
  readonly rebased: Rebased
  readonly current: RoundDraft
}

interface ChangeFormProps {
  readonly round: Round
  readonly person: string
}

const typingOf = (round: Round, person: string): { readonly typing: Typing; readonly isKept: boolean } => {
  const kept = drafts.kept(person, round.id)
  const base = draftOf(round)
  return kept?.base === undefined
    ? { typing: { draft: base, base, version: round.version }, isKept: false }
    : { typing: { draft: kept.draft, base: kept.base, version: kept.version }, isKept: true }
}

const ChangeForm = ({ round, person }: ChangeFormProps) => {
  const { route } = useLocation()
  const words = say()
  const begun = useRef(typingOf(round, person))
  const typing = useSignal(begun.current.typing)
  const isKept = useSignal(begun.current.isKept)
  const stage = useSignal(round.stage)
  const problems = useSignal<Problems>([])
  const attempt = useSignal(0)
  const busy = useSignal(false)
  const overtaken = useSignal<Overtaken | undefined>(undefined)
  const seen = useRef<HTMLDivElement>(null)
  const put = (next: Typing) => {
    typing.value = next
    drafts.keep(person, round.id, next)
  }
  const change = (part: Partial<RoundDraft>) => put({ ...typing.value, draft: { ...typing.value.draft, ...part } })
  const refuse = (found: Problems) => {
    problems.value = found
    attempt.value += 1
  }
  /* Their round becomes what mine is compared with; mine stays where I typed. */
  const meet = (now: Round) => {
    const current = draftOf(now)
    const met = rebased(typing.value.base, typing.value.draft, current)
    stage.value = now.stage
    problems.value = []
    put({ draft: met.draft, base: current, version: now.version })
    if (met.theirs.length + met.both.length > 0) overtaken.value = { rebased: met, current }
  }
  const overtake = async () => {
    const answer = await ask('getRound', { path: { round: round.id } })
    if (answer.ok) meet(answer.value)
    else refuse([{ field: '', sentence: answer.problem.detail }])
  }
  /* What was kept may be older than the round is by now. */
  useEffect(() => {
    if (begun.current.typing.version !== round.version) meet(round)
  }, [])
  useEffect(() => seen.current?.focus(), [overtaken.value])
  const save = async (event: Event) => {
    event.preventDefault()
    if (busy.value) return
    const { draft, base, version } = typing.value
    const read = readDraft(draft)
    if (!read.ok) return refuse(read.problems)
    const changed = changedBetween(base, draft)
    if (changed.length === 0) return refuse([{ field: '', sentence: words.nothingChanged }])
    busy.value = true
    const answer = await ask('patchRound', { path: { round: round.id }, body: changeBody(version, changed, read.body) })
    if (!answer.ok && answer.problem.code === 'outdated') await overtake()
    busy.value = false
    if (answer.ok) {
      drafts.keep(person, round.id, undefined)
      whatChanged.value = { round: round.id, replanned: answer.value.replanned }
      route(roundAddress(round.id, 'settings'))
    } else if (answer.problem.code !== 'outdated') refuse(problemsOfAnswer(answer.problem, draft))
  }
  const discard = () => {
    drafts.keep(person, round.id, undefined)
    typing.value = { ...typing.value, draft: typing.value.base }
    isKept.value = false
    problems.value = []
    overtaken.value = undefined
  }
  const fields = { draft: typing.value.draft, problems: problems.value, change }
  return (
    <form onSubmit={save} noValidate class="round-form">
      <ErrorSummary problems={problems.value} attempt={attempt.value} />
      {overtaken.value !== undefined && (
        <div tabIndex={-1} ref={seen}>
          <Colleague {...overtaken.value} />
        </div>
      )}
      {isKept.value && (
        <div class="notice" role="status">
          <p>{words.kept}</p>
          <button type="button" onClick={discard}>
            {words.discard}
          </button>
        </div>
      )}
      <p class="sub">{words.fixed}</p>
      <section class="card round-part">
        <h2>{words.what}</h2>
        <TextField
          id="title"
          label={words.title}
          hint={words.titleHint}
          value={typing.value.draft.title}
          problems={problems.value}
          change={(title) => change({ title })}
        />
      </section>
      <WhenFields {...fields} isNew={false} mayOpen={stage.value !== 'open'} />
      <LadderFields {...fields} />
      <OtherFields {...fields} />
      <p class="hint">{words.keptIs}</p>
      <p class="actions">
        <button type="submit" class="main" aria-disabled={busy.value}>
          {busy.value ? words.saving : words.saveChange}
        </button>
        <a href={roundAddress(round.id, 'settings')}>{words.back}</a>
      </p>
    </form>
  )
}

export const ChangePage = ({ round: id }: { readonly round: string }) => {
  const words = say()
  const asked = useAsked(() => ask('getRound', { path: { round: id } }), [id])
  const person = me.value?.person.id
  return (
    <Answer asked={asked}>
      {(round) => (
        <>
          <RoundNav round={id} />
          <div class="head">
            <Heading title={`${words.changeTitle} · ${round.title}`} place={`rounds/${id}/settings/change`} />
          </div>
          {person === undefined ? <Opening /> : <ChangeForm round={round} person={person} />}
        </>
      )}
    </Answer>
  )
}
