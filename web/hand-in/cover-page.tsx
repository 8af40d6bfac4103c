/* The cover sheet of the paper copy: signature and seal are still wanted on paper (product E5). One A4 page. */
import { language } from '../language.ts'
import type { OpenReturn } from '../return/open-return.ts'
import './hand-in.css'
import { ReceiptFacts } from './receipt-facts.tsx'
import { signOffKeys } from './sign-off.ts'
import { say } from './words.ts'

export const CoverPage = ({ open }: { open: OpenReturn }) => {
  const { receipt, round, unit, collector, signOff, revisions } = open.answer.value
  if (receipt === undefined) return <p class="notice">{revisions > 0 ? say().noCover : say().noReceipt}</p>
  return (
    <>
      <p class="actions no-print">
        <button type="button" class="main" onClick={() => window.print()}>
          {say().print}
        </button>
      </p>
      <article class="cover-sheet">
        <h2>{say().coverTitle}</h2>
        <p>{say().addressee(collector[language.value])}</p>
        <p class="cover-says">{say().coverSays(round.title)}</p>
        <ReceiptFacts receipt={receipt} zone={round.zone} />
        <dl class="facts-list">
          {signOffKeys.map((key) => (
            <div key={key}>
              <dt>{say()[key]}</dt>
              <dd>{signOff?.[key] ?? ''}</dd>
            </div>
          ))}
        </dl>
        <p class="signature-line">{say().signature}</p>
        <p class="seal-place">
          <span>{unit.name[language.value]}</span>
          <span>{say().seal}</span>
          <span>{say().date}</span>
        </p>
      </article>
    </>
  )
}
