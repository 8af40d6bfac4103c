/* What the checks say of the report itself, with links to the figures meant. */
import { language } from '../language.ts'
import { figureId } from './figures.tsx'
import type { OpenReport } from './report-page.tsx'
import { say } from './words.ts'

export const ReportChecks = ({ open: { report } }: { readonly open: OpenReport }) => {
  const words = say()
  const wrong = report.checks.filter((finding) => finding.class === 'A')
  const others = report.checks.filter((finding) => finding.class !== 'A')
  const list = (all: typeof report.checks) => (
    <ul>
      {all.map((finding) => (
        <li key={finding.key}>
          {finding.cells[0] === undefined ? (
            finding.message[language.value]
          ) : (
            <a href={`#${figureId(finding.cells[0])}`}>{finding.message[language.value]}</a>
          )}
        </li>
      ))}
    </ul>
  )
  return (
    <>
      {wrong.length > 0 && (
        <section class="errors" aria-labelledby="wrong">
          <h2 id="wrong" class="bad">
            {words.wrong(wrong.length)}
          </h2>
          {list(wrong)}
        </section>
      )}
      {others.length > 0 && (
        <details class="errors calm">
          <summary>{words.toConsider(others.length)}</summary>
          {list(others)}
        </details>
      )}
    </>
  )
}
