/* A chart as the server has drawn it, and its table. */
import { language } from '../language.ts'
import type { Summary } from './summary-page.tsx'
import { say } from './words.ts'

interface ChartProps {
  readonly chart: Summary['charts'][number]
}

export const SummaryChart = ({ chart: { id, title, measure, svg, bars } }: ChartProps) => {
  const words = say()
  const named =
    measure === undefined || language.value !== 'zh' ? title[language.value] : `${title[language.value]}（${measure}）`
  return (
    <section class="card" aria-labelledby={`chart-${id}`}>
      <h2 id={`chart-${id}`}>{named}</h2>
      {/* Drawn by the server, every text in it escaped there (shared/report/chart-svg.ts). */}
      <div class="chart" dangerouslySetInnerHTML={{ __html: svg }} />
      <details class="no-print">
        <summary>{words.asTable}</summary>
        <table>
          <caption class="unseen">{named}</caption>
          <tbody>
            {bars.map(({ label, value }) => (
              <tr key={label.zh}>
                <th scope="row">{label[language.value]}</th>
                <td class="number">{value ?? words.unknown}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  )
}
