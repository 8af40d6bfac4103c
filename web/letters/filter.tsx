/* Which letters of the log are shown. The choice stands in the address: it can be sent on, and gone back to. */
import { letterStateInWords } from '../../shared/reminder/letter-state.ts'
import { language } from '../language.ts'
import type { Ahead, LoggedLetter, Names } from './reminders.ts'
import { say } from './words.ts'

export interface Filter {
  readonly state: LoggedLetter['state'] | undefined
  readonly kind: string | undefined
  readonly about: string | undefined
}

const isState = (text: string): text is LoggedLetter['state'] => text in letterStateInWords

/** The filter of an address; what is no state is none. */
export const filterOf = ({ state = '', kind = '', about = '' }: Readonly<Record<string, string>>): Filter => ({
  state: isState(state) ? state : undefined,
  kind: kind === '' ? undefined : kind,
  about: about === '' ? undefined : about,
})

interface ChoiceProps {
  readonly label: string
  readonly value: string | undefined
  readonly options: readonly (readonly [string, string])[]
  readonly choose: (value: string | undefined) => void
}

const Choice = ({ label, value = '', options, choose }: ChoiceProps) => (
  <label>
    {label}
    <br />
    <select
      value={value}
      onChange={({ currentTarget }) => choose(currentTarget.value === '' ? undefined : currentTarget.value)}
    >
      <option value="">{say().all}</option>
      {options.map(([id, name]) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  </label>
)

interface FilterProps {
  readonly filter: Filter
  readonly log: Pick<Ahead, 'counts' | 'kinds' | 'units'>
  readonly names: Names
  readonly change: (filter: Filter) => void
}

export const LogFilter = ({ filter, log, names, change }: FilterProps) => {
  const words = say()
  const { counts } = log
  const states = Object.entries(letterStateInWords).filter(
    ([state]) => (counts[state] ?? 0) > 0 || state === filter.state,
  )
  return (
    <form class="letters-filter" aria-label={words.filter} onSubmit={(event) => event.preventDefault()}>
      <Choice
        label={words.state}
        value={filter.state}
        options={states.map(([state, name]) => [state, words.withCount(name[language.value], counts[state] ?? 0)])}
        choose={(state) => change({ ...filter, state: state !== undefined && isState(state) ? state : undefined })}
      />
      <Choice
        label={words.kind}
        value={filter.kind}
        options={log.kinds.map(({ kind, words: said }) => [kind, said[language.value]])}
        choose={(kind) => change({ ...filter, kind })}
      />
      <Choice
        label={words.unit}
        value={filter.about}
        options={log.units.map(({ unit }) => [unit, names.of(unit)])}
        choose={(about) => change({ ...filter, about })}
      />
    </form>
  )
}
