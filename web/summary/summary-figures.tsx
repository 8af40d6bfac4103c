/* Key figures, large, each with its measure and last year. */
import { language } from '../language.ts'
import type { Summary } from './summary-page.tsx'
import { say } from './words.ts'

type Figure = Summary['figures'][number]

const text = (value: unknown): string => (value === null || value === undefined ? '' : String(value))

const isShare = (value: unknown): boolean => typeof value === 'string' && value !== ''

const before = ({ last, growth, notComparable }: Figure): string => {
  const words = say()
  if (notComparable !== undefined) return words.notComparable
  if (text(last) === '') return words.noLast
  return growth === undefined ? words.last(text(last)) : words.lastAnd(text(last), growth)
}

const KeyFigure = ({ figure }: { readonly figure: Figure }) => {
  const { label, measure, now } = figure
  const unit = measure === undefined || language.value !== 'zh' ? '' : `（${measure}）`
  const shown = text(now)
  return (
    <div class="fact" title={figure.notComparable}>
      <dt>
        {label[language.value]}
        {unit}
        <span class="hint"> · {before(figure)}</span>
      </dt>
      <dd>{shown === '' ? '–' : isShare(now) && measure === undefined ? `${shown}%` : shown}</dd>
    </div>
  )
}

export const SummaryFigures = ({ figures }: { readonly figures: readonly Figure[] }) => (
  <dl class="facts">
    {figures.map((figure) => (
      <KeyFigure key={figure.cell} figure={figure} />
    ))}
  </dl>
)
