/*
 * A narrative: stored exactly as typed (product E7). Beside it what helps to write it: guidance, the count, last
 * year's text, and each place that a check means.
 */
import { useEffect, useRef } from 'preact/hooks'
import type { NarrativeSection } from '../../shared/form/form.ts'
import { language } from '../language.ts'
import { useComposing } from './composing.ts'
import type { OpenReturn, ShownFinding } from './open-return.ts'
import { excerptOf, lengthOf } from './passages.ts'
import { say } from './words.ts'

interface NarrativeProps {
  readonly open: OpenReturn
  readonly section: NarrativeSection
}

const Counter = ({ text, softLimit, id }: { text: string; softLimit: number | undefined; id: string }) => {
  const words = say()
  const { count, over } = lengthOf(text, softLimit)
  const sentence =
    over > 0
      ? words.over(count, over)
      : softLimit === undefined
        ? words.counter(count)
        : words.counterOf(count, softLimit)
  return (
    <p id={id} class={`hint counter${over > 0 ? ' warn' : ''}`}>
      {sentence}
    </p>
  )
}

interface Place {
  readonly finding: ShownFinding
  readonly start: number
  readonly end: number
}

const placesIn = (open: OpenReturn, cell: string): readonly Place[] =>
  open.findings.value.flatMap((finding) =>
    (finding.passages ?? [])
      .filter((passage) => passage.cell === cell)
      .map(({ start, end }) => ({ finding, start, end })),
  )

/* Two findings may mean the same sentence: what they say of it stands above, with the others. */
const isFirst = (place: Place, at: number, all: readonly Place[]): boolean =>
  all.findIndex(({ start, end }) => start === place.start && end === place.end) === at

const Places = ({ all, text, show }: { all: readonly Place[]; text: string; show: (place: Place) => void }) => {
  const words = say()
  if (all.length === 0) return null
  return (
    <section class="places" aria-labelledby="places">
      <h2 id="places">{words.found}</h2>
      <ul>
        {all.filter(isFirst).map((place) => {
          const { before, marked, after } = excerptOf(text, place.start, place.end)
          return (
            <li key={`${place.finding.key} ${place.start}`}>
              <blockquote>
                {before}
                <mark>{marked}</mark>
                {after}
              </blockquote>
              <p>
                <button type="button" class="plain" onClick={() => show(place)}>
                  {words.toPassage}
                </button>
              </p>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

const LastYear = ({ open, cell }: { open: OpenReturn; cell: string }) => {
  const { text } = open.lastYear(cell)
  if (text === undefined || text === '') return null
  return (
    <details class="last-year">
      <summary>{say().lastYearText}</summary>
      <p class="as-typed">{text}</p>
    </details>
  )
}

const grow = (area: HTMLTextAreaElement): void => {
  area.style.height = 'auto'
  area.style.height = `${area.scrollHeight + 2}px`
}

export const Narrative = ({ open, section }: NarrativeProps) => {
  const cell = `${section.id}.text`
  const area = useRef<HTMLTextAreaElement>(null)
  const state = open.cell(cell).value
  const mark = open.mark(cell).value
  const title = section.title[language.value]
  const box = useComposing(state.text, (typed) => open.type(cell, typed))
  useEffect(() => {
    if (area.current !== null) grow(area.current)
  }, [box.value])
  const show = ({ start, end }: Place): void => {
    area.current?.focus()
    area.current?.setSelectionRange(start, end)
  }
  if (!open.editable.value)
    return (
      <div class="card">
        <p class="as-typed narrative">{state.text === '' ? say().nothingWritten : state.text}</p>
        <LastYear open={open} cell={cell} />
      </div>
    )
  return (
    <div class="card">
      {section.help !== undefined && (
        <p class="hint" id={`${section.id}-help`}>
          {section.help[language.value]}
        </p>
      )}
      <textarea
        {...box}
        ref={area}
        class="narrative"
        data-cell={cell}
        rows={10}
        aria-label={title}
        aria-describedby={`${section.help === undefined ? '' : `${section.id}-help `}${section.id}-count`}
        aria-invalid={mark === 'wrong' || state.problem !== undefined}
        onBlur={() => open.leave(cell)}
      />
      <Counter id={`${section.id}-count`} text={box.value} softLimit={section.softLimit} />
      {state.problem !== undefined && (
        <p class="notice bad" role="alert">
          {state.problem[language.value]}
        </p>
      )}
      <Places all={placesIn(open, cell)} text={state.text} show={show} />
      <LastYear open={open} cell={cell} />
    </div>
  )
}
