/* Planning a round: a form of one page, fresh or with everything of an earlier round moved one year on. */
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import type { MeAnswer } from '../api/client.ts'
import { ask } from '../api/collecting.ts'
import { Answer, useAsked } from '../collecting/asked.tsx'
import { roundAddress } from '../collecting/round-nav.tsx'
import { language } from '../language.ts'
import { Heading } from '../page/heading.tsx'
import { Opening } from '../page/later.tsx'
import { me } from '../page/me.ts'
import { draftOf, freeId, freshDraft, nextYear, type Round, type RoundDraft } from './draft.ts'
import { problemsOfAnswer, readDraft } from './draft-body.ts'
import { ErrorSummary } from './error-summary.tsx'
import type { Problems } from './field.tsx'
import { say } from './form-words.ts'
import { drafts } from './kept-draft.ts'
import { LadderFields } from './ladder-fields.tsx'
import './rounds.css'
import { UnitsFields } from './units-fields.tsx'
import { isForYear, type ListedForm, OtherFields, type Post, WhatFields } from './what-fields.tsx'
import { WhenFields } from './when-fields.tsx'

/** What the form begins with, and what was done to what was taken over. */
interface Beginning {
  readonly draft: RoundDraft
  readonly from?: Round
  readonly posts: readonly Post[]
  readonly forms: readonly ListedForm[]
}

/** The edition of its year, where the one that was taken over is for other years. */
const inForce = (draft: RoundDraft, forms: readonly ListedForm[]): RoundDraft => {
  const year = Number(draft.year)
  const chosen = forms.find(({ id }) => id === draft.edition)
  const fitting = forms.find((form) => isForYear(form, year))
  return chosen !== undefined && isForYear(chosen, year) ? draft : { ...draft, edition: fitting?.id ?? '' }
}

/** The year that is reported on now: the one before this, from autumn on this. Only a suggestion. */
const yearNow = (): number => {
  const today = new Date()
  return today.getMonth() >= 8 ? today.getFullYear() : today.getFullYear() - 1
}

const begin = async (person: MeAnswer['person'], from: string | undefined) => {
  const [rounds, forms, units] = await Promise.all([ask('listRounds'), ask('listForms'), ask('listUnits')])
  if (!rounds.ok) return rounds
  if (!forms.ok) return forms
  if (!units.ok) return units
  const mine = [...new Set(person.posts.filter(({ role }) => role === 'coordinator').map(({ unit }) => unit))]
  const posts = mine.map((unit) => ({
    unit,
    name: units.value.units.find(({ id }) => id === unit)?.name[language.value] ?? unit,
  }))
  const source = rounds.value.rounds.find(({ id }) => id === from)
  const last = Math.max(...rounds.value.rounds.filter(({ owner }) => mine.includes(owner)).map(({ year }) => year))
  const fresh =
    source === undefined ? freshDraft(last > 0 ? last + 1 : yearNow(), mine[0] ?? '') : nextYear(draftOf(source))
  const taken = rounds.value.rounds.map(({ id }) => id)
  const draft = inForce({ ...fresh, id: freeId(fresh.id, taken) }, forms.value.forms)
  const beginning: Beginning = {
    draft,
    posts,
    forms: forms.value.forms,
    ...(source === undefined ? {} : { from: source }),
  }
  return { ok: true, value: beginning } as const
}

const TakenOver = ({ from, draft, forms }: Beginning) => {
  const words = say()
  if (from === undefined) return null
  const edition = forms.find(({ id }) => id === draft.edition)
  return (
    <div class="notice">
      <p>{words.copied(from.title)}</p>
      {edition !== undefined && !from.forms.includes(edition.id) && (
        <p>{words.editionChanged(edition.title[language.value])}</p>
      )}
    </div>
  )
}

interface PlanFormProps {
  readonly beginning: Beginning
  readonly person: string
  /** Under this name what is typed is kept. */
  readonly what: string
}

const PlanForm = ({ beginning, person, what }: PlanFormProps) => {
  const { route } = useLocation()
  const words = say()
  const kept = useSignal(drafts.kept(person, what))
  const draft = useSignal(kept.value?.draft ?? beginning.draft)
  const problems = useSignal<Problems>([])
  const attempt = useSignal(0)
  const busy = useSignal(false)
  const change = (part: Partial<RoundDraft>) => {
    draft.value = { ...draft.value, ...part }
    drafts.keep(person, what, { draft: draft.value, version: 0 })
  }
  const refuse = (found: Problems) => {
    problems.value = found
    attempt.value += 1
  }
  const save = async (event: Event) => {
    event.preventDefault()
    if (busy.value) return
    const read = readDraft(draft.value)
    if (!read.ok) return refuse(read.problems)
    busy.value = true
    const answer = await ask('postRound', { body: read.body })
    busy.value = false
    if (!answer.ok) return refuse(problemsOfAnswer(answer.problem, draft.value))
    drafts.keep(person, what, undefined)
    route(roundAddress(answer.value.id, 'settings'))
  }
  const discard = () => {
    drafts.keep(person, what, undefined)
    kept.value = undefined
    draft.value = beginning.draft
    problems.value = []
  }
  const fields = { draft: draft.value, problems: problems.value, change }
  return (
    <form onSubmit={save} noValidate class="round-form">
      <ErrorSummary problems={problems.value} attempt={attempt.value} />
      <TakenOver {...beginning} draft={draft.value} />
      {kept.value !== undefined && (
        <div class="notice" role="status">
          <p>{words.kept}</p>
          <button type="button" onClick={discard}>
            {words.discard}
          </button>
        </div>
      )}
      <WhatFields {...fields} forms={beginning.forms} posts={beginning.posts} />
      <UnitsFields {...fields} />
      <WhenFields {...fields} isNew mayOpen />
      <LadderFields {...fields} />
      <OtherFields {...fields} />
      <p class="hint">{words.keptIs}</p>
      <button type="submit" class="main" aria-disabled={busy.value}>
        {busy.value ? words.saving : words.save}
      </button>
    </form>
  )
}

const Begun = ({ person, from }: { readonly person: MeAnswer['person']; readonly from: string | undefined }) => {
  const asked = useAsked(() => begin(person, from), [person.id, from ?? ''])
  return (
    <Answer asked={asked}>
      {(beginning) => <PlanForm beginning={beginning} person={person.id} what={`new ${from ?? ''}`} />}
    </Answer>
  )
}

export const NewPage = () => {
  const { query } = useLocation()
  const words = say()
  const person = me.value?.person
  useEffect(() => window.scrollTo(0, 0), [])
  return (
    <>
      <div class="head">
        <div>
          <Heading title={words.newRound} place="rounds/new" />
          <p class="sub">{words.newIs}</p>
        </div>
      </div>
      {person === undefined ? <Opening /> : <Begun key={query['from'] ?? ''} person={person} from={query['from']} />}
    </>
  )
}
