/* One person of a unit: what they are here and elsewhere, how they are reached, and what can be done. */
import { useSignal } from '@preact/signals'
import { ask } from '../api/collecting.ts'
import { language } from '../language.ts'
import { unitNamed } from './known-units.ts'
import type { KeptPerson } from './person-form.tsx'
import { say } from './words.ts'

export type PersonAct = 'edit' | 'handOver' | 'remove'

interface PersonCardProps {
  readonly unit: string
  readonly person: KeptPerson
  /** Undefined: something else is being done. */
  readonly act: ((what: PersonAct) => void) | undefined
  readonly restored: () => void
}

const Address = ({ person, restored }: Pick<PersonCardProps, 'person' | 'restored'>) => {
  const words = say()
  const refused = useSignal<string | undefined>(undefined)
  if (person.address === 'ok') return null
  const clear = async () => {
    const answer = await ask('clearAddress', { path: { id: person.id } })
    refused.value = answer.ok ? undefined : answer.problem.detail
    if (answer.ok) restored()
  }
  return (
    <p class="notice warn">
      <b>{words[person.address]}</b> {words.addressIs}{' '}
      <button type="button" onClick={clear} aria-label={words.worksAgainOf(person.name)}>
        {words.worksAgain}
      </button>
      {refused.value !== undefined && <span role="alert"> {refused.value}</span>}
    </p>
  )
}

export const PersonCard = ({ unit, person, act, restored }: PersonCardProps) => {
  const words = say()
  const { name, email, phone, posts } = person
  const named = { edit: words.editOf, handOver: words.handOverOf, remove: words.removeOf }
  return (
    <li class="card person">
      <h3>
        {name}{' '}
        {posts.map((post) => (
          <span class="chip" key={`${post.unit} ${post.role}`}>
            {words[post.role]}
            {post.unit === unit ? '' : words.atOther(unitNamed(post.unit)?.shortName[language.value] ?? post.unit)}
          </span>
        ))}
      </h3>
      <dl class="person-facts">
        <div>
          <dt>{words.email}</dt>
          <dd>{email}</dd>
        </div>
        <div>
          <dt>{words.phone}</dt>
          <dd>{phone === undefined ? '—' : <a href={`tel:${phone}`}>{phone}</a>}</dd>
        </div>
        <div>
          <dt>{words.language}</dt>
          <dd>{words[person.language]}</dd>
        </div>
      </dl>
      <Address person={person} restored={restored} />
      {act !== undefined && (
        <p class="actions">
          {(['edit', 'handOver', 'remove'] as const).map((what) => (
            <button key={what} type="button" aria-label={named[what](name)} onClick={() => act(what)}>
              {words[what]}
            </button>
          ))}
        </p>
      )}
    </li>
  )
}
