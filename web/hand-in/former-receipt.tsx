/* The receipt of a submission that no longer stands: proof that there was one, and why it is open again. */
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { call, type ReturnAnswer } from '../api/client.ts'
import type { OpenReturn } from '../return/open-return.ts'
import { addressOf } from '../return/parts.ts'
import { ReceiptFacts } from './receipt-facts.tsx'
import { say } from './words.ts'

type Receipt = NonNullable<ReturnAnswer['receipt']>

const whyNoLonger = ({ answer }: OpenReturn): string => {
  const { correction, revisions } = answer.value
  const words = say()
  if (correction === undefined) return words.wasWithdrawn(revisions)
  return correction.kind === 'sentBack' ? words.wasSentBack(revisions) : words.wasReopened(revisions)
}

export const FormerReceipt = ({ open }: { readonly open: OpenReturn }) => {
  const receipt = useSignal<Receipt | undefined>(undefined)
  const refused = useSignal<string | undefined>(undefined)
  const { revisions, round } = open.answer.value
  useEffect(() => {
    call('listRevisions', { path: { round: open.round, unit: open.unit } }).then((answer) => {
      if (answer.ok) receipt.value = answer.value.revisions.find(({ revision }) => revision === revisions)?.receipt
      else refused.value = answer.problem.detail
    })
  }, [revisions])
  return (
    <>
      <p class="notice warn">{whyNoLonger(open)}</p>
      {refused.value !== undefined && <p class="notice bad">{refused.value}</p>}
      {receipt.value !== undefined && (
        <section class="card" aria-label={say().formerReceipt}>
          <h2>{say().formerReceipt}</h2>
          <ReceiptFacts receipt={receipt.value} zone={round.zone} />
          <p class="actions">
            <a class="btn" href={addressOf(open, 'revisions')}>
              {say().revisions}
            </a>
          </p>
        </section>
      )}
    </>
  )
}
