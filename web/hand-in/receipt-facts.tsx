/* The facts of a receipt, as the receipt page and the cover sheet show them. */
import type { ReturnAnswer } from '../api/client.ts'
import { momentInWords } from '../moment.ts'
import { say } from './words.ts'

interface Props {
  readonly receipt: NonNullable<ReturnAnswer['receipt']>
  readonly zone: string
}

export const ReceiptFacts = ({ receipt, zone }: Props) => {
  const words = say()
  const facts: readonly (readonly [string, string])[] = [
    [words.number, receipt.number],
    [words.which, words.nth(receipt.revision)],
    [words.submittedAt, momentInWords(receipt.submittedAt, zone)],
    [words.kept, words[receipt.timeliness]],
    [words.hash, receipt.hash],
  ]
  return (
    <dl class="facts-list">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
