/* Every letter of the round: when, what, to whom, and what became of it. A hundred at a time, the newest first. */
import { useEffect, useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { ask } from '../api/collecting.ts'
import { Answer, useAsked } from '../collecting/asked.tsx'
import { LetterChip } from '../collecting/letter-chip.tsx'
import { roundAddress } from '../collecting/round-nav.tsx'
import { language } from '../language.ts'
import { momentInWords } from '../moment-words.ts'
import { type Filter, filterOf, LogFilter } from './filter.tsx'
import { ReadLetter } from './letter-text.tsx'
import { type Ahead, type LoggedLetter, type Names, namesIn } from './reminders.ts'
import { say } from './words.ts'

interface LogProps {
  readonly round: { readonly id: string; readonly zone: string }
  readonly unit: string | undefined
  readonly names: Names
}

const Row = ({ letter, round, unit, names }: LogProps & { readonly letter: LoggedLetter }) => {
  const what = letter.subjectWords[language.value]
  const isWaiting = letter.state === 'queued'
  return (
    <tr>
      <td>{momentInWords(letter.at, round.zone)}</td>
      <td>{what}</td>
      <td>
        {letter.name} <span class="sub">{letter.to}</span>
      </td>
      <td>{names.join(letter.units)}</td>
      <td>
        <LetterChip state={letter.state} />
        {letter.because !== undefined && <div class="hint">{letter.because}</div>}
      </td>
      <td>
        <ReadLetter
          what={`${what} ${letter.name}`}
          round={round.id}
          step={letter.kind}
          query={{ unit, letter: letter.key }}
          hasGone={!isWaiting}
        />
      </td>
    </tr>
  )
}

interface ShownProps extends LogProps {
  readonly log: Ahead
  readonly filter: Filter
}

const Shown = ({ log, filter, round, unit, names }: ShownProps) => {
  const words = say()
  const [older, setOlder] = useState<readonly Ahead[]>([])
  const [failed, setFailed] = useState<string | undefined>(undefined)
  useEffect(() => setOlder([]), [log])
  const pages = [log, ...older]
  const letters = pages.flatMap((page) => page.letters)
  const after = pages[pages.length - 1]?.after
  const all = Object.entries(log.counts).reduce(
    (sum, [state, count]) => (filter.state === undefined || filter.state === state ? sum + count : sum),
    0,
  )
  const more = async () => {
    const query = { unit, part: 'log' as const, ...filter, after }
    const answer = await ask('getReminders', { path: { round: round.id }, query })
    setFailed(answer.ok ? undefined : answer.problem.detail)
    if (answer.ok) setOlder([...older, answer.value])
  }
  if (letters.length === 0) return <p role="status">{log.kinds.length === 0 ? words.logEmpty : words.logNone}</p>
  return (
    <>
      <div class="scroll">
        <table class="letters-log">
          <caption class="unseen">{words.log}</caption>
          <thead>
            <tr>
              <th scope="col">{words.when}</th>
              <th scope="col">{words.kind}</th>
              <th scope="col">{words.recipient}</th>
              <th scope="col">{words.unit}</th>
              <th scope="col">{words.state}</th>
              <th scope="col">{words.text}</th>
            </tr>
          </thead>
          <tbody>
            {letters.map((letter) => (
              <Row key={letter.key} letter={letter} round={round} unit={unit} names={names} />
            ))}
          </tbody>
        </table>
      </div>
      <p class="actions">
        <span class="hint" role="status">
          {words.shown(letters.length, all)}
        </span>
        {after !== undefined && (
          <button type="button" onClick={more}>
            {words.older}
          </button>
        )}
        {failed !== undefined && <span class="bad">{failed}</span>}
      </p>
    </>
  )
}

const addressOf = (round: string, unit: string | undefined, filter: Filter): string => {
  const chosen = Object.entries({ unit, ...filter }).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value]],
  )
  const query = new URLSearchParams(chosen).toString()
  return `${roundAddress(round, 'letters')}${query === '' ? '' : `?${query}`}`
}

export const Log = ({ round, unit, names: under }: LogProps) => {
  const { query, route } = useLocation()
  const words = say()
  const filter = filterOf(query)
  const asked = useAsked(
    () => ask('getReminders', { path: { round: round.id }, query: { unit, part: 'log', ...filter } }),
    [round.id, unit ?? '', filter.state ?? '', filter.kind ?? '', filter.about ?? ''],
  )
  const log = asked.answer?.ok === true ? asked.answer.value : undefined
  const names = log === undefined ? under : namesIn(log.units)
  return (
    <section class="card">
      <h2>{words.log}</h2>
      {log !== undefined && log.kinds.length > 0 && (
        <LogFilter filter={filter} log={log} names={names} change={(to) => route(addressOf(round.id, unit, to))} />
      )}
      <Answer asked={asked}>
        {(value) => <Shown log={value} filter={filter} round={round} unit={unit} names={names} />}
      </Answer>
    </section>
  )
}
