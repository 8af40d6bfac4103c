/* The archive: published and imported reports of my units, by year, unit and words in their text. */

import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import type { AnswerOf, Routes } from '../../shared/api.ts'
import { ask } from '../api/collecting.ts'
import type { Problem } from '../api/problem.ts'
import { Answer, useAsked } from '../collecting/asked.tsx'
import { Heading } from '../page/heading.tsx'
import { ReportCard } from './report-card.tsx'
import './reports.css'
import { SearchForm, type Wanted } from './search-form.tsx'
import { say } from './words.ts'

type Found = AnswerOf<Routes['listReports']>
export type Archived = Found['reports'][number]

const queryOf = ({ text, year, unit }: Wanted, after?: string) => ({
  ...(text === '' ? {} : { text }),
  ...(year === '' ? {} : { year }),
  ...(unit === '' ? {} : { unit }),
  ...(after === undefined ? {} : { after }),
})

const summed = (all: readonly Found[]) => ({
  reports: all.flatMap(({ reports }) => reports),
  read: all.reduce((sum, { read }) => sum + read, 0),
  after: all[all.length - 1]?.after,
})

interface ListProps {
  readonly first: Found
  readonly wanted: Wanted
}

const Empty = ({ wanted, read, isMore }: { wanted: Wanted; read: number; isMore: boolean }) => {
  const words = say()
  const isAll = wanted.text === '' && wanted.year === '' && wanted.unit === ''
  return (
    <section class="card">
      <p>{isMore ? words.noneYet(read) : isAll ? words.none : words.noneSo}</p>
      {isAll && <p class="sub">{words.noneIs}</p>}
    </section>
  )
}

const List = ({ first, wanted }: ListProps) => {
  const words = say()
  const [later, add] = useState<readonly Found[]>([])
  const [problem, tell] = useState<Problem | undefined>(undefined)
  const [isBusy, setBusy] = useState(false)
  const { reports, read, after } = summed([first, ...later])
  const isSearch = wanted.text !== ''
  const more = async () => {
    if (isBusy) return
    setBusy(true)
    const answer = await ask('listReports', { query: queryOf(wanted, after) })
    setBusy(false)
    tell(answer.ok ? undefined : answer.problem)
    if (answer.ok) add([...later, answer.value])
  }
  return (
    <>
      <p class="sub" role="status">
        {reports.length === 0 ? '' : isSearch ? words.read(reports.length, read) : words.shown(reports.length)}
      </p>
      {reports.length === 0 ? (
        <Empty wanted={wanted} read={read} isMore={after !== undefined} />
      ) : (
        <ol class="report-cards">
          {reports.map((report) => (
            <ReportCard key={`${report.year} ${report.unit} ${report.published?.round ?? ''}`} report={report} />
          ))}
        </ol>
      )}
      {problem !== undefined && (
        <p class="notice bad" role="alert">
          {problem.detail}
        </p>
      )}
      {after !== undefined && (
        <p class="actions">
          <button type="button" onClick={more} aria-disabled={isBusy}>
            {isBusy ? words.searching : isSearch ? words.goOn : words.more}
          </button>
        </p>
      )}
    </>
  )
}

export const ReportsPage = () => {
  const { query, route } = useLocation()
  const words = say()
  const wanted = { text: query['text'] ?? '', year: query['year'] ?? '', unit: query['unit'] ?? '' }
  const key = JSON.stringify(wanted)
  const asked = useAsked(() => ask('listReports', { query: queryOf(wanted) }), [key])
  const found = asked.answer?.ok === true ? asked.answer.value.reports : []
  const look = (next: Wanted) => {
    const text = new URLSearchParams(queryOf(next)).toString()
    route(text === '' ? '/reports' : `/reports?${text}`)
  }
  return (
    <>
      <div class="head">
        <div>
          <Heading title={words.title} place="reports" />
          <p class="sub">{words.about}</p>
        </div>
      </div>
      <SearchForm key={key} wanted={wanted} found={found} look={look} />
      <Answer asked={asked}>
        {(first) => <List key={`${key} ${first.reports.length}`} first={first} wanted={wanted} />}
      </Answer>
    </>
  )
}
