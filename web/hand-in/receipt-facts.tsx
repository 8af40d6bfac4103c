/* The facts of a receipt, as the receipt page and the cover sheet show them. */
import type { ReturnAnswer } from '../api/client.ts'
import { momentInWords } from '../moment-words.ts'
import { say } from './words.ts'

interface Props {
  readonly receipt: NonNullable<ReturnAnswer['receipt']>
  readonly zone: string
}

/* Sixteen digits are enough to compare by eye; the Word file has them all. */
const Hash = ({ of }: { readonly of: string }) => (
  <>
    <span class="hash">{of.slice(0, 16).replace(/(.{4})(?=.)/g, '$1 ')} …</span>
    <details class="no-print">
      <summary>{say().hashWhole}</summary>
      <span class="hash">{of}</span>
    </details>
  </>
)

export const ReceiptFacts = ({ receipt, zone }: Props) => {
  const words = say()
  const facts: readonly (readonly [string, string])[] = [
    [words.number, receipt.number],
    [words.which, words.nth(receipt.revision)],
    [words.submittedAt, momentInWords(receipt.submittedAt, zone)],
    [words.kept, words[receipt.timeliness]],
  ]
  return (
    <dl class="facts-list">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
      <div>
        <dt>{words.hash}</dt>
        <dd>
          <Hash of={receipt.hash} />
        </dd>
      </div>
    </dl>
  )
}
