/*
 * A narrative: stored exactly as typed (product E7). Beside it what helps to write it: guidance, the count, last
 * year's text, and each place that a check means.
 */
import { useEffect, useRef } from 'preact/hooks'
import { utf8Bytes } from '../../shared/form/cell-problem.ts'
import type { NarrativeSection } from '../../shared/form/form.ts'
import { language } from '../language.ts'
import type { OpenReturn, ShownFinding } from './open-return.ts'
import { excerptOf, lengthOf } from './passages.ts'
import { say } from './words.ts'

interface NarrativeProps {
  readonly open: OpenReturn
  readonly section: NarrativeSection
}

/* The server's wall, shared/form/cell-problem.ts. */
const mostBytes = 60_000

const Counter = ({ text, softLimit, id }: { text: string; softLimit: number | undefined; id: string }) => {
  const words = say()
  const { count, over } = lengthOf(text, softLimit)
  /* A character has three bytes at most: short texts need no counting of bytes. */
  const isTooLong = text.length * 3 > mostBytes && utf8Bytes(text) > mostBytes
  const sentence =
    over > 0
      ? words.over(count, over)
      : softLimit === undefined
        ? words.counter(count)
        : words.counterOf(count, softLimit)
  return (
    <div id={id}>
      <p class={`hint counter${over > 0 ? ' warn' : ''}`}>{sentence}</p>
      {isTooLong && (
        <p class="notice bad" role="alert">
          {words.tooLong}
        </p>
      )}
    </div>
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

const Places = ({ all, text, show }: { all: readonly Place[]; text: string; show: (place: Place) => void }) => {
  const words = say()
  if (all.length === 0) return null
  return (
    <section class="places" aria-labelledby="places">
      <h2 id="places">{words.found}</h2>
      <ul>
        {all.map((place) => {
          const { before, marked, after } = excerptOf(text, place.start, place.end)
          return (
            <li key={`${place.finding.key} ${place.start}`}>
              <blockquote>
                {before}
                <mark>{marked}</mark>
                {after}
              </blockquote>
              <p>
                {place.finding.message[language.value]}{' '}
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
  useEffect(() => {
    if (area.current !== null) grow(area.current)
  }, [state.text])
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
        ref={area}
        class="narrative"
        data-cell={cell}
        rows={10}
        value={state.text}
        aria-label={title}
        aria-describedby={`${section.help === undefined ? '' : `${section.id}-help `}${section.id}-count`}
        aria-invalid={mark === 'wrong' || state.problem !== undefined}
        onInput={({ currentTarget }) => open.type(cell, currentTarget.value)}
        onBlur={() => open.leave(cell)}
      />
      <Counter id={`${section.id}-count`} text={state.text} softLimit={section.softLimit} />
      {state.problem !== undefined && <p class="bad">{state.problem[language.value]}</p>}
      <Places all={placesIn(open, cell)} text={state.text} show={show} />
      <LastYear open={open} cell={cell} />
    </div>
  )
}
