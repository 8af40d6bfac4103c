/* What to look for. The address of the page holds it, so that going back shows what was found. */
import { useRef, useState } from 'preact/hooks'
import { language } from '../language.ts'
import type { Archived } from './reports-page.tsx'
import { say } from './words.ts'

export interface Wanted {
  readonly text: string
  readonly year: string
  readonly unit: string
}

interface SearchFormProps {
  readonly wanted: Wanted
  readonly found: readonly Archived[]
  readonly look: (wanted: Wanted) => void
}

/* Units of all answers so far: a narrowed list must still offer the others. */
const known = new Map<string, Archived['name']>()

/* Figures may come from a Chinese keyboard at full width. */
const narrow = (text: string): string => text.normalize('NFKC').trim()

export const SearchForm = ({ wanted, found, look }: SearchFormProps) => {
  const words = say()
  const [typed, type] = useState(wanted)
  const [isWrong, setWrong] = useState(false)
  const year = useRef<HTMLInputElement>(null)
  for (const { unit, name } of found) known.set(unit, name)
  const search = (event: Event) => {
    event.preventDefault()
    const next = { text: typed.text.trim(), year: narrow(typed.year), unit: typed.unit }
    const isYear = next.year === '' || /^2[0-9]{3}$/.test(next.year)
    setWrong(!isYear)
    if (isYear) look(next)
    else year.current?.focus()
  }
  const isAsked = wanted.text !== '' || wanted.year !== '' || wanted.unit !== ''
  return (
    <form class="card report-search" aria-label={words.search} onSubmit={search} noValidate>
      <div class="report-search-text">
        <label for="search-text">{words.text}</label>
        <input
          id="search-text"
          type="text"
          enterKeyHint="search"
          maxLength={100}
          value={typed.text}
          aria-describedby="search-text-is"
          onInput={({ currentTarget }) => type({ ...typed, text: currentTarget.value })}
        />
        <p class="hint" id="search-text-is">
          {words.textIs}
        </p>
      </div>
      <div>
        <label for="search-year">{words.year}</label>
        <input
          ref={year}
          id="search-year"
          class="report-year"
          inputMode="numeric"
          maxLength={8}
          value={typed.year}
          aria-invalid={isWrong}
          {...(isWrong ? { 'aria-describedby': 'search-year-wrong' } : {})}
          onInput={({ currentTarget }) => type({ ...typed, year: currentTarget.value })}
        />
        {isWrong && (
          <p class="hint bad" id="search-year-wrong" role="alert">
            {words.yearWrong}
          </p>
        )}
      </div>
      <div>
        <label for="search-unit">{words.unit}</label>
        <select
          id="search-unit"
          value={typed.unit}
          onChange={({ currentTarget }) => type({ ...typed, unit: currentTarget.value })}
        >
          <option value="">{words.anyUnit}</option>
          {[...known].map(([unit, name]) => (
            <option key={unit} value={unit}>
              {name[language.value]}
            </option>
          ))}
          {typed.unit !== '' && !known.has(typed.unit) && <option value={typed.unit}>{typed.unit}</option>}
        </select>
      </div>
      <p class="actions">
        <button type="submit" class="main">
          {words.search}
        </button>
        {isAsked && (
          <button type="button" class="plain" onClick={() => look({ text: '', year: '', unit: '' })}>
            {words.clear}
          </button>
        )}
      </p>
    </form>
  )
}
