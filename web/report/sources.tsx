/* Where a figure comes from (product A3): each unit's value, its submission, who and when. */
import { useLayoutEffect, useRef } from 'preact/hooks'
import { ask } from '../api/collecting.ts'
import { Answer, useAsked } from '../collecting/asked.tsx'
import { roundAddress } from '../collecting/round-nav.tsx'
import { language } from '../language.ts'
import { momentInWords } from '../moment-words.ts'
import type { OpenReport } from './report-page.tsx'
import { say } from './words.ts'

interface SourcesProps {
  readonly open: OpenReport
  readonly cell: string
  readonly print: (cell: string, value: unknown) => string
}

export const Sources = ({ open: { round, unit }, cell, print }: SourcesProps) => {
  const words = say()
  const asked = useAsked(
    () => ask('getReportCell', { path: { round: round.id, cell }, query: unit === undefined ? {} : { unit } }),
    [round.id, unit ?? '', cell],
  )
  const place = useRef<HTMLElement>(null)
  useLayoutEffect(() => place.current?.scrollIntoView({ block: 'nearest' }), [asked.answer])
  const stateOf = (state: string): string =>
    state === 'accepted' || state === 'handedIn' ? words[state] : words.provisional
  return (
    <section class="sources" ref={place} aria-live="polite">
      <Answer asked={asked}>
        {({ label, total, units }) => (
          <table>
            <caption>{words.sourcesOf(label[language.value], print(cell, total))}</caption>
            <thead>
              <tr>
                <th scope="col">{words.unit}</th>
                <th scope="col" class="number">
                  {words.value}
                </th>
                <th scope="col">{words.submission}</th>
                <th scope="col">{words.submitted}</th>
              </tr>
            </thead>
            <tbody>
              {units.map((one) => (
                <tr key={`${one.unit} ${one.scope}`}>
                  <th scope="row">
                    <a
                      href={
                        one.scope === 'below'
                          ? roundAddress(round.id, 'report', one.unit)
                          : `/rounds/${round.id}/returns/${one.unit}`
                      }
                    >
                      {one.name[language.value]}
                    </a>{' '}
                    <small class="hint">{words.scopes(one.scope)}</small>
                  </th>
                  <td class="number">
                    {print(cell, one.value) || words.blank}
                    {one.outlier === true && <span class="warn"> {words.odd}</span>}
                  </td>
                  <td>
                    {one.revision === undefined ? '' : words.nth(one.revision)} {stateOf(one.state)}
                  </td>
                  <td>
                    {one.submittedAt === undefined ? '' : momentInWords(one.submittedAt, round.zone)}{' '}
                    {one.by === undefined ? '' : one.by.name}
                    {one.by?.onBehalf === true && words.onBehalf}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Answer>
    </section>
  )
}
