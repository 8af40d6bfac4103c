/*
 * All returns that wait for review, in the order of reviewing; those without findings can be accepted several at once.
 * Outliers are looked for when that is done: what the server refuses is named with its reason.
 */
import { useSignal } from '@preact/signals'
import { useLocation } from 'preact-iso'
import type { AnswerOf, Routes } from '../../shared/api.ts'
import type { Answered } from '../api/client.ts'
import { ask } from '../api/collecting.ts'
import type { Problem } from '../api/problem.ts'
import { Answer, useAsked } from '../collecting/asked.tsx'
import { RoundNav, roundAddress } from '../collecting/round-nav.tsx'
import { language } from '../language.ts'
import { Heading } from '../page/heading.tsx'
import { type Waiting, waitingIn } from './next.ts'
import { Refusal } from './refusal.tsx'
import './review.css'
import { WaitingTable } from './waiting-table.tsx'
import { say } from './words.ts'

type Accepted = AnswerOf<Routes['acceptSeveral']>

const mostAtOnce = 100

interface ResultProps {
  readonly result: Accepted
  /** Names and addresses of units, also of those that wait no more. */
  readonly nameOf: (unit: string) => string
  readonly addressOf: (unit: string) => string
}

const Result = ({ result: { accepted, refused }, nameOf, addressOf }: ResultProps) => {
  const words = say()
  return (
    <>
      {accepted.length > 0 && (
        <p class="notice good" role="status">
          {words.acceptedSeveral(accepted.length)}
        </p>
      )}
      {refused.length > 0 && (
        <div class="notice warn" role="alert">
          <p>{words.refusedSeveral(refused.length)}</p>
          <ul>
            {refused.map(({ unit, message }) => (
              <li key={unit}>
                <a href={addressOf(unit)}>{nameOf(unit)}</a>
                {language.value === 'zh' ? '：' : ': '}
                {message[language.value]}
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  )
}

interface ListProps {
  readonly round: string
  readonly zone: string
  readonly collector: string | undefined
  readonly rows: AnswerOf<Routes['getBoard']>['rows']
  readonly again: () => Promise<void>
}

const List = ({ round, zone, collector, rows, again }: ListProps) => {
  const words = say()
  const waiting = waitingIn(rows)
  const chosen = useSignal<ReadonlySet<string>>(new Set())
  const result = useSignal<Accepted | undefined>(undefined)
  const refused = useSignal<Problem | undefined>(undefined)
  const isBusy = useSignal(false)
  const picked: readonly Waiting[] = waiting.filter(({ unit }) => chosen.value.has(unit))
  const addressOf = (unit: string): string => roundAddress(round, `review/${unit}`, collector)
  const accept = async (): Promise<void> => {
    if (isBusy.value || picked.length === 0) return
    isBusy.value = true
    const answer = await ask('acceptSeveral', {
      path: { round },
      query: collector === undefined ? {} : { unit: collector },
      body: { returns: picked.slice(0, mostAtOnce).map(({ unit, revisions }) => ({ unit, revision: revisions })) },
    })
    isBusy.value = false
    refused.value = answer.ok ? undefined : answer.problem
    result.value = answer.ok ? answer.value : undefined
    if (!answer.ok) return
    chosen.value = new Set()
    await again()
  }
  const [first] = waiting
  return (
    <>
      {result.value !== undefined && (
        <Result
          result={result.value}
          nameOf={(unit) => rows.find((row) => row.unit === unit)?.name[language.value] ?? unit}
          addressOf={addressOf}
        />
      )}
      {refused.value !== undefined && <Refusal problem={refused.value} again={again} />}
      {first === undefined ? (
        <p class="card">{words.noneWaiting}</p>
      ) : (
        <>
          <p class="hint">{words.waitingIs}</p>
          <p class="actions">
            <a class={picked.length === 0 ? 'btn main' : 'btn'} href={addressOf(first.unit)}>
              {words.begin}
            </a>
            <button
              type="button"
              class={picked.length === 0 ? '' : 'main'}
              disabled={picked.length === 0}
              aria-disabled={isBusy.value}
              onClick={accept}
            >
              {words.acceptChosen(picked.length)}
            </button>
            {picked.length > mostAtOnce && <span class="warn">{words.tooMany}</span>}
          </p>
          <WaitingTable
            waiting={waiting}
            zone={zone}
            chosen={chosen.value}
            choose={(units) => {
              chosen.value = units
            }}
            addressOf={addressOf}
          />
        </>
      )}
    </>
  )
}

/** The board, and the round: its title, and the clocks that moments are said by. */
const askWaiting = async (
  round: string,
  collector: string | undefined,
): Promise<Answered<{ readonly rows: ListProps['rows']; readonly zone: string; readonly title: string }>> => {
  const [board, found] = await Promise.all([
    ask('getBoard', { path: { round }, query: collector === undefined ? {} : { unit: collector } }),
    ask('getRound', { path: { round } }),
  ])
  if (!board.ok) return board
  if (!found.ok) return found
  const { zone, title } = found.value
  return { ok: true, value: { rows: board.value.rows, zone, title } }
}

interface PageProps {
  readonly params?: Readonly<Record<string, string>>
}

export const WaitingPage = ({ params: { round = '' } = {} }: PageProps) => {
  const { query } = useLocation()
  const collector = query['unit']
  const asked = useAsked(() => askWaiting(round, collector), [round, collector ?? ''])
  return (
    <>
      <RoundNav round={round} />
      <div class="head">
        <div>
          <Heading title={say().waiting} place="waiting" />
          {asked.answer?.ok === true && <p class="sub">{asked.answer.value.title}</p>}
        </div>
      </div>
      <Answer asked={asked}>
        {({ rows, zone }) => <List round={round} zone={zone} collector={collector} rows={rows} again={asked.again} />}
      </Answer>
    </>
  )
}
