/* Posts go from one person to another, both or neither: to somebody registered, or to somebody new. */
import { useSignal } from '@preact/signals'
import { ask } from '../api/collecting.ts'
import { useAsked } from '../collecting/asked.tsx'
import { type Language, language } from '../language.ts'
import { Field, Form, problemAt } from './field.tsx'
import { unitNamed } from './known-units.ts'
import { LanguageField } from './language-field.tsx'
import type { KeptPerson } from './person-form.tsx'
import { UnitSaid } from './posts-field.tsx'
import { type Refused, refusedBy, sentenceAt } from './refused.ts'
import { useTyped } from './typed.ts'
import { say } from './words.ts'

interface TypedHandOver {
  /** Numbers of the posts that are kept. */
  readonly keeps: readonly number[]
  readonly isNew: boolean
  readonly unit: string
  readonly person: string
  readonly name: string
  readonly email: string
  readonly phone: string
  readonly language: Language
}

const kept = new Map<string, TypedHandOver>()
const fields = ['posts', 'to.person', 'to.name', 'to.email', 'to.phone', 'to'] as const

const successorOf = ({ isNew, person, name, email, phone, language: tongue }: TypedHandOver) =>
  isNew
    ? {
        name: name.trim(),
        email: email.trim(),
        language: tongue,
        ...(phone.trim() === '' ? {} : { phone: phone.trim() }),
      }
    : { person }

interface Given {
  readonly value: TypedHandOver
  readonly type: (part: Partial<TypedHandOver>) => void
  readonly refused: Refused | undefined
}

/* Whoever holds a post in a unit of mine. */
const Registered = ({
  value,
  type,
  refused,
  from,
  here,
}: Given & { readonly from: KeptPerson; readonly here: string }) => {
  const words = say()
  const unit = value.unit.trim()
  const isKnown = unitNamed(unit) !== undefined
  /* A code that is still being typed is nobody's. */
  const asked = useAsked(() => ask('listPeople', { query: { unit: isKnown ? unit : here } }), [isKnown ? unit : here])
  const people =
    isKnown && asked.answer?.ok === true ? asked.answer.value.people.filter(({ id }) => id !== from.id) : []
  const problem = sentenceAt(refused, 'to.person') ?? sentenceAt(refused, 'to')
  return (
    <>
      <Field
        id="handover-unit"
        label={words.ofUnit}
        list="unit-codes"
        value={value.unit}
        change={(text) => type({ unit: text, person: '' })}
      />
      <p>
        <UnitSaid code={value.unit} />
      </p>
      <div class="field">
        <label for="handover-to.person">{words.successor}</label>
        {problem !== undefined && (
          <p class="problem" id="handover-to.person-problem">
            {problem}
          </p>
        )}
        <select
          id="handover-to.person"
          value={value.person}
          aria-invalid={problem !== undefined}
          aria-describedby={problem === undefined ? undefined : 'handover-to.person-problem'}
          onChange={({ currentTarget }) => type({ person: currentTarget.value })}
        >
          <option value="">{people.length === 0 ? words.nobodyElse : words.pick}</option>
          {people.map(({ id, name, email }) => (
            <option key={id} value={id}>
              {name} {email}
            </option>
          ))}
        </select>
      </div>
    </>
  )
}

const Newcomer = ({ value, type, refused }: Given) => {
  const words = say()
  const at = problemAt(refused)
  const name = sentenceAt(refused, 'to.name') ?? sentenceAt(refused, 'to')
  return (
    <>
      <Field
        id="handover-to.name"
        label={words.name}
        value={value.name}
        problem={name}
        change={(text) => type({ name: text })}
      />
      <Field
        id="handover-to.email"
        label={words.email}
        hint={words.emailHint}
        mode="email"
        value={value.email}
        {...at('to.email')}
        change={(text) => type({ email: text })}
      />
      <Field
        id="handover-to.phone"
        label={words.phone}
        hint={words.phoneHint}
        mode="tel"
        value={value.phone}
        {...at('to.phone')}
        change={(text) => type({ phone: text })}
      />
      <LanguageField id="handover" value={value.language} change={(next) => type({ language: next })} />
    </>
  )
}

interface HandOverFormProps {
  readonly unit: string
  readonly person: KeptPerson
  readonly saved: (to: string) => void
  readonly cancel: () => void
}

export const HandOverForm = ({ unit, person, saved, cancel }: HandOverFormProps) => {
  const words = say()
  const begin: TypedHandOver = {
    keeps: [],
    isNew: true,
    unit,
    person: '',
    name: '',
    email: '',
    phone: '',
    language: 'zh',
  }
  const { typed, type, forget } = useTyped(kept, `handover ${person.id}`, begin)
  const refused = useSignal<Refused | undefined>(undefined)
  const busy = useSignal(false)
  const { value } = typed
  const save = async () => {
    const posts = person.posts.filter((_, i) => !typed.peek().keeps.includes(i))
    if (!typed.peek().isNew && typed.peek().person === '') {
      refused.value = { at: [{ field: 'to.person', sentence: words.pick }], rest: [] }
      return
    }
    busy.value = true
    const answer = await ask('handOver', { path: { id: person.id }, body: { to: successorOf(typed.peek()), posts } })
    busy.value = false
    const about = { emailTaken: 'to.email', notFound: 'to.person' } as const
    refused.value = answer.ok ? undefined : refusedBy(answer.problem, fields, about)
    if (!answer.ok) return
    forget()
    saved(answer.value.to.name)
  }
  const given = { value, type, refused: refused.value }
  const posts = sentenceAt(refused.value, 'posts')
  const turned = (i: number) => (value.keeps.includes(i) ? value.keeps.filter((one) => one !== i) : [...value.keeps, i])
  return (
    <Form
      title={words.handOverOf(person.name)}
      id="handover"
      refused={refused.value}
      busy={busy.value}
      action={words.handOverNow}
      save={save}
      cancel={() => {
        forget()
        cancel()
      }}
    >
      <fieldset class="field" id="handover-posts" tabIndex={-1}>
        <legend>{words.which}</legend>
        {posts !== undefined && <p class="problem">{posts}</p>}
        {person.posts.map((post, i) => (
          <label class="choice" key={i}>
            <input type="checkbox" checked={!value.keeps.includes(i)} onChange={() => type({ keeps: turned(i) })} />
            {words[post.role]}
            {words.atOther(unitNamed(post.unit)?.name[language.value] ?? post.unit)}
          </label>
        ))}
      </fieldset>
      {value.keeps.length === 0 && <p class="notice warn">{words.goes(person.name)}</p>}
      <fieldset class="field">
        <legend>{words.takes}</legend>
        {[true, false].map((isNew) => (
          <label class="choice" key={String(isNew)}>
            <input type="radio" name="handover-who" checked={value.isNew === isNew} onChange={() => type({ isNew })} />
            {isNew ? words.somebodyNew : words.registered}
          </label>
        ))}
      </fieldset>
      {value.isNew ? <Newcomer {...given} /> : <Registered {...given} from={person} here={unit} />}
    </Form>
  )
}
