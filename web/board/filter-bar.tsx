/* What narrows the table down: a text, and a state. */
import { type State, states, type View } from './rows-shown.ts'
import { say } from './words.ts'

interface FilterBarProps {
  readonly view: View
  readonly shown: number
  readonly all: number
  readonly change: (change: Partial<View>) => void
}

export const FilterBar = ({ view, shown, all, change }: FilterBarProps) => {
  const words = say()
  const isNarrow = view.text !== '' || view.state !== undefined
  return (
    // biome-ignore lint/a11y/useSemanticElements: browsers of the office do not know <search> yet
    <div class="board-filter" role="search">
      <label>
        {words.find}
        <input
          type="text"
          name="find"
          value={view.text}
          maxLength={60}
          onInput={({ currentTarget }) => change({ text: currentTarget.value })}
        />
      </label>
      <label>
        {words.show}
        <select
          name="state"
          value={view.state ?? ''}
          onChange={({ currentTarget }) => {
            const chosen: State | undefined = states.find((state) => state === currentTarget.value)
            change({ state: chosen })
          }}
        >
          <option value="">{words.all}</option>
          {states.map((state) => (
            <option key={state} value={state}>
              {words[state]}
            </option>
          ))}
        </select>
      </label>
      <p role="status">{words.shown(shown, all)}</p>
      {isNarrow && (
        <button type="button" class="plain" onClick={() => change({ text: '', state: undefined })}>
          {words.clear}
        </button>
      )}
    </div>
  )
}
