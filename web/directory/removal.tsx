/* Taking somebody out of the directory, or out of this unit alone: asked once more, with what it means. */
import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import type { Answered } from '../api/client.ts'
import { ask } from '../api/collecting.ts'
import { language } from '../language.ts'
import { unitNamed } from './known-units.ts'
import type { KeptPerson } from './person-form.tsx'
import { say } from './words.ts'

interface RemovalProps {
  readonly unit: string
  readonly person: KeptPerson
  /** Nobody else answers for the unit. */
  readonly isLast: boolean
  readonly removed: () => void
  readonly cancel: () => void
}

export const Removal = ({ unit, person, isLast, removed, cancel }: RemovalProps) => {
  const words = say()
  const refused = useSignal<string | undefined>(undefined)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const { id, name, email, phone, language: tongue } = person
  const elsewhere = person.posts.filter((post) => post.unit !== unit)
  const tell = (answer: Answered<unknown>) => {
    refused.value = answer.ok
      ? undefined
      : [answer.problem.detail, ...answer.problem.errors.map(({ message }) => message)].join(' ')
    if (answer.ok) removed()
  }
  const body = { name, email, language: tongue, posts: elsewhere, ...(phone === undefined ? {} : { phone }) }
  return (
    <section class="card errors calm" aria-labelledby="removal">
      <h2 id="removal" ref={heading} tabIndex={-1}>
        {words.removeSure(name)}
      </h2>
      <p>{words.removeIs}</p>
      {isLast && <p class="notice warn">{words.lastReporter(unitNamed(unit)?.name[language.value] ?? unit)}</p>}
      {refused.value !== undefined && (
        <p class="notice bad" role="alert">
          {refused.value}
        </p>
      )}
      <p class="actions">
        <button type="button" class="main" onClick={async () => tell(await ask('deletePerson', { path: { id } }))}>
          {words.removeNow}
        </button>
        {elsewhere.length > 0 && (
          <button type="button" onClick={async () => tell(await ask('putPerson', { path: { id }, body }))}>
            {words.onlyHere}
          </button>
        )}
        <button type="button" onClick={cancel}>
          {words.cancel}
        </button>
      </p>
    </section>
  )
}
