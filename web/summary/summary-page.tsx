/* The report on one screen, one printed page, one column on a phone (product D4). */
import { useLocation, useRoute } from 'preact-iso'
import type { AnswerOf, Routes } from '../../shared/api.ts'
import type { Answered } from '../api/client.ts'
import { ask, fetchFile } from '../api/collecting.ts'
import { Answer, useAsked } from '../collecting/asked.tsx'
import { RoundNav, roundAddress } from '../collecting/round-nav.tsx'
import { DocumentFiles } from '../documents/document-files.tsx'
import { language } from '../language.ts'
import { momentInWords } from '../moment-words.ts'
import { withZone } from '../page/due-words.ts'
import { Heading } from '../page/heading.tsx'
import { SummaryChart } from './summary-chart.tsx'
import { SummaryFigures } from './summary-figures.tsx'
import './summary.css'
import { say } from './words.ts'

export type Summary = AnswerOf<Routes['getSummary']>
type Round = AnswerOf<Routes['getRound']>

interface Loaded {
  readonly round: Round
  readonly summary: Summary
}

const load = async (round: string, unit: string | undefined): Promise<Answered<Loaded>> => {
  const [given, summary] = await Promise.all([
    ask('getRound', { path: { round } }),
    ask('getSummary', { path: { round }, query: unit === undefined ? {} : { unit } }),
  ])
  if (!given.ok) return given
  return summary.ok ? { ok: true, value: { round: given.value, summary: summary.value } } : summary
}

const Notes = ({ summary, round, unit }: Loaded & { readonly unit: string | undefined }) => {
  const words = say()
  return (
    <section class="card" aria-labelledby="notes">
      <h2 id="notes">{words.notes}</h2>
      {summary.notes.length === 0 ? (
        <p>{words.nothingOdd}</p>
      ) : (
        <ul class="notes">
          {summary.notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      <h2>{words.sources}</h2>
      <p>
        {words.sourcesAre(summary.units.unitsIn, summary.hash.slice(0, 12))}{' '}
        <a class="no-print" href={roundAddress(round.id, 'report', unit)}>
          {words.toReport}
        </a>
      </p>
    </section>
  )
}

const Head = ({ round, summary, unit }: Loaded & { readonly unit: string | undefined }) => {
  const words = say()
  const { unitsIn, unitsMissing } = summary.units
  const all = unitsIn + unitsMissing
  const query = unit === undefined ? {} : { unit }
  return (
    <div class="head">
      <div>
        <Heading title={words.title(round.title)} place={`summary ${round.id}`} />
        <p class="sub">
          {summary.scope[language.value]} · {unitsMissing === 0 ? words.allIn(all) : words.in(unitsIn, all)} ·{' '}
          {withZone(momentInWords(summary.at, round.zone), round.zone)}
          {summary.editionOfReport > 0 && ` · ${words.edition(summary.editionOfReport)}`}
          {summary.provisional && ` · ${words.provisional}`}
          {!round.statutory && <span class="internal hint">{words.internal}</span>}
        </p>
      </div>
      <DocumentFiles
        file={(asked) => fetchFile('getReportDocument', { path: { round: round.id }, query: { ...query, ...asked } })}
      >
        <button type="button" class="main" onClick={() => print()}>
          {words.print}
        </button>
      </DocumentFiles>
    </div>
  )
}

export const SummaryPage = () => {
  const { params } = useRoute()
  const { query } = useLocation()
  const round = params['round'] ?? ''
  const unit = query['unit']
  const asked = useAsked(() => load(round, unit), [round, unit ?? ''])
  return (
    <div class="summary">
      <RoundNav round={round} />
      <Answer asked={asked}>
        {(loaded) => (
          <>
            <Head {...loaded} unit={unit} />
            <SummaryFigures figures={loaded.summary.figures} />
            <div class="summary-cards">
              {loaded.summary.charts.map((chart) => (
                <SummaryChart key={chart.id} chart={chart} />
              ))}
              <Notes {...loaded} unit={unit} />
            </div>
          </>
        )}
      </Answer>
    </div>
  )
}
