/* Somebody new, or changes of somebody: name, address, telephone, language, posts. */
import { useSignal } from '@preact/signals'
import type { AnswerOf, Routes } from '../../shared/api.ts'
import { ask } from '../api/collecting.ts'
import type { Language } from '../language.ts'
import { Field, Form, problemAt } from './field.tsx'
import { LanguageField } from './language-field.tsx'
import { PostsField, type TypedPost } from './posts-field.tsx'
import { type Refused, refusedBy } from './refused.ts'
import { useTyped } from './typed.ts'
import { say } from './words.ts'

export type KeptPerson = AnswerOf<Routes['listPeople']>['people'][number]

interface TypedPerson {
  readonly name: string
  readonly email: string
  readonly phone: string
  readonly language: Language
  readonly posts: readonly TypedPost[]
}

const kept = new Map<string, TypedPerson>()
const fields = ['name', 'email', 'phone', 'language', 'posts'] as const
const codes = { emailTaken: 'email', lastAdministrator: 'posts', notFound: 'posts' } as const

const bodyOf = ({ name, email, phone, language, posts }: TypedPerson) => ({
  name: name.trim(),
  email: email.trim(),
  language,
  posts: posts.map(({ unit, role }) => ({ unit: unit.trim(), role })),
  ...(phone.trim() === '' ? {} : { phone: phone.trim() }),
})

interface PersonFormProps {
  readonly unit: string
  /** Undefined: somebody new. */
  readonly person: KeptPerson | undefined
  readonly saved: (name: string) => void
  readonly cancel: () => void
}

export const PersonForm = ({ unit, person, saved, cancel }: PersonFormProps) => {
  const words = say()
  const id = 'person'
  const { name = '', email = '', phone = '', language = 'zh' } = person ?? {}
  const posts = person?.posts ?? [{ unit, role: 'reporter' as const }]
  const begin: TypedPerson = { name, email, phone, language, posts }
  const { typed, type, forget } = useTyped(kept, `person ${unit} ${person?.id ?? ''}`, begin)
  const refused = useSignal<Refused | undefined>(undefined)
  const busy = useSignal(false)
  const save = async () => {
    busy.value = true
    const body = bodyOf(typed.peek())
    const answer =
      person === undefined
        ? await ask('postPerson', { body })
        : await ask('putPerson', { path: { id: person.id }, body })
    busy.value = false
    refused.value = answer.ok ? undefined : refusedBy(answer.problem, fields, codes)
    if (!answer.ok) return
    forget()
    saved(answer.value.name)
  }
  const { value } = typed
  const at = problemAt(refused.value)
  const isMoved = person !== undefined && value.email.trim() !== person.email
  return (
    <Form
      title={person === undefined ? words.addPerson : words.editOf(person.name)}
      id={id}
      refused={refused.value}
      busy={busy.value}
      action={words.save}
      save={save}
      cancel={() => {
        forget()
        cancel()
      }}
    >
      <Field
        id="person-name"
        label={words.name}
        value={value.name}
        {...at('name')}
        change={(text) => type({ name: text })}
      />
      <Field
        id="person-email"
        label={words.email}
        hint={isMoved ? words.newAddress : words.emailHint}
        mode="email"
        value={value.email}
        {...at('email')}
        change={(text) => type({ email: text })}
      />
      <Field
        id="person-phone"
        label={words.phone}
        hint={words.phoneHint}
        mode="tel"
        value={value.phone}
        {...at('phone')}
        change={(text) => type({ phone: text })}
      />
      <LanguageField id={id} value={value.language} change={(next) => type({ language: next })} />
      <PostsField id={id} posts={value.posts} problem={at('posts').problem} change={(next) => type({ posts: next })} />
    </Form>
  )
}
