/* One unit: what it is called and where it stands, and its people. One thing is done at a time. */
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { ask } from '../api/collecting.ts'
import { Answer, useAsked } from '../collecting/asked.tsx'
import { holds } from '../collecting/collects.ts'
import { language } from '../language.ts'
import { Heading } from '../page/heading.tsx'
import { me } from '../page/me.ts'
import { HandOverForm } from './hand-over-form.tsx'
import { isReached, notePeople, noteUnit, readUnits, unitNamed } from './known-units.ts'
import { type PersonAct, PersonCard } from './person-card.tsx'
import { type KeptPerson, PersonForm } from './person-form.tsx'
import { Removal } from './removal.tsx'
import type { ListedUnit } from './tree.ts'
import { UnitForm } from './unit-form.tsx'
import { unitAddress } from './unit-tree.tsx'
import { say } from './words.ts'

type Doing =
  | { readonly what: 'nothing' | 'addPerson' | 'editUnit' | 'addBelow' }
  | { readonly what: PersonAct; readonly person: KeptPerson }

/* A form that was left for another unit is there again when somebody comes back to it. */
const left = new Map<string, Doing>()
const nothing: Doing = { what: 'nothing' }

const Facts = ({ unit }: { readonly unit: ListedUnit }) => {
  const words = say()
  const above = unit.parent
  return (
    <dl class="person-facts">
      <div>
        <dt>{words.code}</dt>
        <dd>{unit.id}</dd>
      </div>
      <div>
        <dt>{words.short}</dt>
        <dd>{unit.shortName[language.value]}</dd>
      </div>
      <div>
        <dt>{words.above}</dt>
        <dd>
          {above === undefined ? (
            words.top
          ) : unitNamed(above) === undefined ? (
            above
          ) : (
            <a href={unitAddress(above)}>{unitNamed(above)?.shortName[language.value]}</a>
          )}
        </dd>
      </div>
    </dl>
  )
}

interface WorkProps {
  readonly unit: ListedUnit
  readonly doing: Doing
  readonly people: readonly KeptPerson[]
  readonly done: (sentence: string) => void
  readonly cancel: () => void
}

const Work = ({ unit, doing, people, done, cancel }: WorkProps) => {
  const words = say()
  const { route } = useLocation()
  switch (doing.what) {
    case 'nothing':
      return null
    case 'addPerson':
      return <PersonForm unit={unit.id} person={undefined} saved={(name) => done(words.done(name))} cancel={cancel} />
    case 'edit':
      return (
        <PersonForm unit={unit.id} person={doing.person} saved={(name) => done(words.done(name))} cancel={cancel} />
      )
    case 'handOver': {
      const { person } = doing
      const saved = (to: string) => done(words.handedOver(person.name, to))
      return <HandOverForm unit={unit.id} person={person} saved={saved} cancel={cancel} />
    }
    case 'remove': {
      const { person } = doing
      const others = people.filter(({ id }) => id !== person.id)
      const isLast = isReached(unit.id, [person]) && !isReached(unit.id, others)
      const removed = () => done(words.removed(person.name))
      return <Removal unit={unit.id} person={person} isLast={isLast} removed={removed} cancel={cancel} />
    }
    case 'editUnit':
    case 'addBelow': {
      const isNew = doing.what === 'addBelow'
      const saved = (next: Parameters<typeof noteUnit>[0]) => {
        const isMoved = !isNew && next.parent !== unit.parent
        noteUnit(next)
        done(words.done(next.name[language.value]))
        if (isMoved) void readUnits(true)
        if (isNew) route(unitAddress(next.id))
      }
      return <UnitForm unit={isNew ? undefined : unit} parent={unit.id} saved={saved} cancel={cancel} />
    }
  }
}

interface PeopleProps {
  readonly unit: ListedUnit
  readonly people: readonly KeptPerson[]
  readonly again: () => Promise<void>
}

const People = ({ unit, people, again }: PeopleProps) => {
  const words = say()
  const doing = useSignal<Doing>(left.get(unit.id) ?? nothing)
  const said = useSignal('')
  useEffect(() => notePeople(unit.id, people), [people])
  const begin = (next: Doing) => {
    doing.value = next
    left.set(unit.id, next)
    said.value = ''
  }
  const done = (sentence: string) => {
    begin(nothing)
    said.value = sentence
    void again()
  }
  const person = me.value?.person
  const isIdle = doing.value.what === 'nothing'
  const act = (one: KeptPerson) => (what: PersonAct) => begin({ what, person: one })
  return (
    <>
      <p class={said.value === '' ? 'unseen' : 'notice good'} role="status">
        {said.value}
      </p>
      {unit.unreachable && isIdle && <p class="notice warn">{words.unreachedIs}</p>}
      <Work unit={unit} doing={doing.value} people={people} done={done} cancel={() => begin(nothing)} />
      {isIdle && (
        <p class="actions">
          <button type="button" class="main" onClick={() => begin({ what: 'addPerson' })}>
            {words.addPerson}
          </button>
          <button type="button" onClick={() => begin({ what: 'editUnit' })}>
            {words.editUnit}
          </button>
          <button type="button" onClick={() => begin({ what: 'addBelow' })}>
            {words.addBelow}
          </button>
          {person !== undefined && holds(person, 'coordinator') && (
            <a class="btn" href={`${unitAddress(unit.id)}/history`}>
              {words.history}
            </a>
          )}
        </p>
      )}
      <h2>{words.people}</h2>
      {people.length === 0 && <p>{words.nobody}</p>}
      <ul class="people">
        {people.map((one) => (
          <PersonCard
            key={one.id}
            unit={unit.id}
            person={one}
            act={isIdle ? act(one) : undefined}
            restored={() => done(words.restored(one.name))}
          />
        ))}
      </ul>
    </>
  )
}

export const UnitPage = ({ unit }: { readonly unit: ListedUnit }) => {
  const asked = useAsked(() => ask('listPeople', { query: { unit: unit.id } }), [unit.id])
  return (
    <section aria-label={unit.name[language.value]}>
      <p class="directory-back">
        <a href="/directory">{say().back}</a>
      </p>
      <Heading title={unit.name[language.value]} place={`unit ${unit.id}`} />
      <Facts unit={unit} />
      <Answer asked={asked}>{({ people }) => <People unit={unit} people={people} again={asked.again} />}</Answer>
    </section>
  )
}
