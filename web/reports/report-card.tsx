/* One report of the archive: whose, of which year, where it came from, and the words in their sentence. */
import { fetchFile } from '../api/collecting.ts'
import { roundAddress } from '../collecting/round-nav.tsx'
import { DocumentFiles } from '../documents/document-files.tsx'
import { language } from '../language.ts'
import { dayInWords } from '../moment-words.ts'
import type { Archived } from './reports-page.tsx'
import { say } from './words.ts'

const Hits = ({ hits }: Pick<Archived, 'hits'>) =>
  hits.length === 0 ? null : (
    <ul class="report-hits">
      {hits.map(({ cell, label, before, hit, after }) => (
        <li key={`${cell} ${before} ${hit}`}>
          <span class="sub">{say().hitIn(label[language.value])}</span>
          {before}
          <mark>{hit}</mark>
          {after}
        </li>
      ))}
    </ul>
  )

export const ReportCard = ({ report }: { readonly report: Archived }) => {
  const { unit, name, year, published, source, at, hits } = report
  const words = say()
  const title = `${words.yearOf(year)} · ${name[language.value]}`
  const which = <span class="unseen">{words.of(title)}</span>
  return (
    <li class="card">
      <h2>{title}</h2>
      <p class="sub">
        {published === undefined
          ? words.imported(source ?? '')
          : `${published.title} · ${words.edition(published.edition, dayInWords(at.slice(0, 10)))}`}
      </p>
      <Hits hits={hits} />
      <div class="actions">
        {published !== undefined && (
          <a href={roundAddress(published.round, 'report')}>
            {words.report}
            {which}
          </a>
        )}
        <a href={`/reports/units/${unit}`}>
          {words.years}
          {which}
        </a>
      </div>
      {published !== undefined && (
        <DocumentFiles
          of={which}
          file={(asked) =>
            fetchFile('getReportDocument', {
              path: { round: published.round },
              query: { ...asked, edition: String(published.edition) },
            })
          }
        />
      )}
    </li>
  )
}
