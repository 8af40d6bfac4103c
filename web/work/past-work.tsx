/* What is over: rounds with their receipts. */
import { language } from '../language.ts'
import { momentInWords } from '../moment-words.ts'
import { StageChip, TimelinessChip } from '../page/state-chip.tsx'
import { addressOf } from '../return/parts.ts'
import type { Work } from './task.tsx'
import { say } from './words.ts'

const Row = ({ work }: { readonly work: Work }) => (
  <tr>
    <th scope="row">
      <a href={addressOf(work, work.receipt === undefined ? undefined : 'receipt')}>{work.title}</a>
    </th>
    <td>{work.unitName[language.value]}</td>
    <td>
      <StageChip stage={work.stage} />
    </td>
    <td>
      <TimelinessChip of={work.timeliness} />
    </td>
    <td>{work.receipt === undefined ? say().notHandedIn : momentInWords(work.receipt.submittedAt, work.zone)}</td>
    <td>{work.receipt?.number}</td>
  </tr>
)

export const PastWork = ({ all }: { readonly all: readonly Work[] }) => {
  const words = say()
  return (
    <section aria-labelledby="past">
      <h2 id="past">{words.past}</h2>
      <div class="scroll">
        <table class="past">
          <thead>
            <tr>
              {[words.round, words.unit, words.stage, words.timeliness, words.submittedAt, words.receiptNumber].map(
                (title) => (
                  <th key={title} scope="col">
                    {title}
                  </th>
                ),
              )}
            </tr>
          </thead>
          <tbody>
            {all.map((work) => (
              <Row key={`${work.round} ${work.unit}`} work={work} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
