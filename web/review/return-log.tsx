/* The log of the return: asked for when it is opened, page by page. */
import { useSignal } from '@preact/signals'
import type { AnswerOf, Routes } from '../../shared/api.ts'
import { call } from '../api/client.ts'
import { momentInWords } from '../moment-words.ts'
import { say as sayLog } from './log-words.ts'
import type { Reviewed } from './reviewed.ts'
import { say } from './words.ts'

type Log = AnswerOf<Routes['getReturnLog']>
type Entry = Log['entries'][number]

const whatIn = (what: string): string => {
  const words: Readonly<Record<string, string>> = sayLog()
  return words[what] ?? what
}

const Line = ({ entry, zone }: { readonly entry: Entry; readonly zone: string }) => {
  const words = say()
  const { by, at, what, facts } = entry
  const reason = facts?.['reason']
  return (
    <tr>
      <td data-label={words.whenWas}>{momentInWords(at, zone)}</td>
      <td data-label={words.who}>
        {by?.name ?? words.system}
        {by?.onBehalf === true && words.onBehalf}
      </td>
      <td data-label={words.what}>
        {whatIn(what)}
        {typeof reason === 'string' && <span class="hint"> {reason}</span>}
      </td>
    </tr>
  )
}

export const ReturnLog = ({ reviewed: { round, unit, answer } }: { readonly reviewed: Reviewed }) => {
  const words = say()
  const entries = useSignal<readonly Entry[]>([])
  const after = useSignal<string | undefined>('')
  const refused = useSignal<string | undefined>(undefined)
  const more = async (): Promise<void> => {
    const query = after.value === undefined || after.value === '' ? {} : { after: after.value }
    const found = await call('getReturnLog', { path: { round, unit }, query })
    refused.value = found.ok ? undefined : found.problem.detail
    if (!found.ok) return
    entries.value = [...entries.value, ...found.value.entries]
    after.value = found.value.after
  }
  const open = (isOpen: boolean): void => {
    if (isOpen && entries.value.length === 0) void more()
  }
  return (
    <details class="card" onToggle={({ currentTarget }) => open(currentTarget.open)}>
      <summary>{words.toLog}</summary>
      {refused.value !== undefined && <p class="notice bad">{refused.value}</p>}
      <table class="as-cards">
        <caption class="unseen">{words.toLog}</caption>
        <thead>
          <tr>
            <th scope="col">{words.whenWas}</th>
            <th scope="col">{words.who}</th>
            <th scope="col">{words.what}</th>
          </tr>
        </thead>
        <tbody>
          {entries.value.map((entry, at) => (
            <Line key={at} entry={entry} zone={answer.round.zone} />
          ))}
        </tbody>
      </table>
      {after.value !== undefined && after.value !== '' && (
        <p>
          <button type="button" onClick={more}>
            {words.more}
          </button>
        </p>
      )}
    </details>
  )
}
