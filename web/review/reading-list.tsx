/* What needs reading, in one list: figures far from others', then what the checks found, with the reasons given. */
import type { ComponentChildren } from 'preact'
import { cellName } from '../changes/change-text.ts'
import { language } from '../language.ts'
import { excerptOf } from '../return/passages.ts'
import { type Reviewed, valueAt } from './reviewed.ts'
import { ToCell } from './to-cell.tsx'
import type { Found, Outlier, ToRead } from './to-read.ts'
import { say } from './words.ts'

interface ReadingProps {
  readonly reviewed: Reviewed
  readonly reading: ToRead
}

const Odd = ({ reviewed, outlier }: { readonly reviewed: Reviewed; readonly outlier: Outlier }) => {
  const words = say()
  const { cell, units, years } = outlier
  const beside = [
    ...(units === undefined ? [] : [words.amongUnits(units.count, units.median)]),
    ...(years === undefined ? [] : [words.amongYears(years.count, years.median)]),
  ]
  return (
    <li>
      <ToCell cell={cell}>{words.outlier(cellName(reviewed.form, cell), valueAt(reviewed, cell))}</ToCell>
      <p class="hint">{beside.join(language.value === 'zh' ? '；' : '; ')}</p>
    </li>
  )
}

const colours = { A: 'bad', B: 'warn', C: 'warn', D: '' } as const

const Finding = ({ reviewed, finding }: { readonly reviewed: Reviewed; readonly finding: Found }) => {
  const words = say()
  const { class: of, cells, message, passages = [], reason } = finding
  return (
    <li>
      <span class={`chip ${colours[of]}`} title={words.check(finding.check)}>
        {of}
      </span>{' '}
      <ToCell cell={cells[0] ?? ''}>{message[language.value]}</ToCell>
      {passages.map(({ cell, start, end }) => {
        const { before, marked, after } = excerptOf(valueAt(reviewed, cell), start, end)
        return (
          <blockquote key={`${cell} ${start}`}>
            {before}
            <mark>{marked}</mark>
            {after}
          </blockquote>
        )
      })}
      {of !== 'D' && of !== 'A' && (
        <p class={reason === undefined ? 'hint' : 'as-typed given-reason'}>
          {reason === undefined ? words.noReason : words.reason(reason)}
        </p>
      )}
    </li>
  )
}

const Hints = ({ reviewed, hints }: { readonly reviewed: Reviewed; readonly hints: readonly Found[] }) =>
  hints.length === 0 ? null : (
    <details>
      <summary>{say().hints(hints.length)}</summary>
      <ul>
        {hints.map((finding) => (
          <Finding key={finding.key} reviewed={reviewed} finding={finding} />
        ))}
      </ul>
    </details>
  )

const Panel = ({ children }: { readonly children: ComponentChildren }) => (
  <section class="card reading-list" aria-labelledby="to-read">
    <h2 id="to-read">{say().toRead}</h2>
    {children}
  </section>
)

export const ReadingList = ({ reviewed, reading: { outliers, findings, hints } }: ReadingProps) => {
  const words = say()
  const isNothing = outliers.length + findings.length === 0
  return (
    <Panel>
      {isNothing && (
        <p class="ok">{reviewed.answer.outliers === undefined ? words.nothingFound : words.nothingToRead}</p>
      )}
      {!isNothing && (
        <ul>
          {outliers.map((outlier) => (
            <Odd key={outlier.cell} reviewed={reviewed} outlier={outlier} />
          ))}
          {findings.map((finding) => (
            <Finding key={finding.key} reviewed={reviewed} finding={finding} />
          ))}
        </ul>
      )}
      <Hints reviewed={reviewed} hints={hints} />
    </Panel>
  )
}
