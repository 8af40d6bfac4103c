/* Who did what when in a round, in words, a page at a time. */
import { useSignal } from '@preact/signals'
import { ask } from '../api/collecting.ts'
import { Answer, useAsked } from '../collecting/asked.tsx'
import { RoundNav } from '../collecting/round-nav.tsx'
import { Heading } from '../page/heading.tsx'
import type { Round } from './draft.ts'
import { entryInWords, type LogEntry } from './log-entry.ts'
import { say } from './log-words.ts'
import { type ListedUnit, nameOf, unitsUnder } from './round-units.ts'
import './rounds.css'
import './round-read.css'
import { dayTimeInWords } from '../zoned-moment.ts'

const find = async (id: string) => {
  const path = { round: id }
  const [round, log] = await Promise.all([ask('getRound', { path }), ask('getRoundLog', { path })])
  if (!round.ok) return round
  if (!log.ok) return log
  const units = await unitsUnder(round.value.owner)
  return {
    ok: true,
    value: { round: round.value, log: log.value, units: units.ok ? units.value : [] },
  } as const
}

interface EntryProps {
  readonly entry: LogEntry
  readonly round: Round
  readonly units: readonly ListedUnit[]
}

const Entry = ({ entry, round, units }: EntryProps) => {
  const { what, more } = entryInWords(entry, { zone: round.zone, nameOf: (unit) => nameOf(units, unit) })
  return (
    <li>
      <time dateTime={entry.at}>{dayTimeInWords(entry.at, round.zone)}</time>
      <div>
        <b>{entry.by?.name ?? say().clock}</b> {what}
        {more.length > 0 && (
          <ul>
            {more.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        )}
      </div>
    </li>
  )
}

interface EntriesProps {
  readonly round: Round
  readonly units: readonly ListedUnit[]
  readonly first: { readonly entries: readonly LogEntry[]; readonly after?: string | undefined }
}

const Entries = ({ round, units, first }: EntriesProps) => {
  const words = say()
  const later = useSignal<readonly LogEntry[]>([])
  const after = useSignal(first.after)
  const busy = useSignal(false)
  const problem = useSignal('')
  const more = async () => {
    if (busy.value || after.value === undefined) return
    busy.value = true
    const answer = await ask('getRoundLog', { path: { round: round.id }, query: { after: after.value } })
    busy.value = false
    problem.value = answer.ok ? '' : answer.problem.detail
    if (!answer.ok) return
    later.value = [...later.value, ...answer.value.entries]
    after.value = answer.value.after
  }
  const entries = [...first.entries, ...later.value]
  return (
    <section class="card">
      {entries.length === 0 && <p>{words.none}</p>}
      <ol class="round-log">
        {entries.map((entry, i) => (
          <Entry key={`${entry.at} ${i}`} entry={entry} round={round} units={units} />
        ))}
      </ol>
      {problem.value !== '' && (
        <p class="notice bad" role="alert">
          {problem.value}
        </p>
      )}
      {after.value !== undefined && (
        <button type="button" onClick={more} aria-disabled={busy.value}>
          {busy.value ? words.loading : words.more}
        </button>
      )}
    </section>
  )
}

export const LogPage = ({ round: id }: { readonly round: string }) => {
  const words = say()
  const asked = useAsked(() => find(id), [id])
  return (
    <Answer asked={asked}>
      {({ round, log, units }) => (
        <div class="round-read">
          <RoundNav round={id} />
          <div class="head">
            <div>
              <Heading title={`${words.log} · ${round.title}`} place={`rounds/${id}/log`} />
              <p class="sub">{words.logIs}</p>
            </div>
          </div>
          <Entries round={round} units={units} first={log} />
        </div>
      )}
    </Answer>
  )
}
