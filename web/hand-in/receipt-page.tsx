/* The receipt: proof of what was handed in and when, and what can be done next. */
import { useSignal } from '@preact/signals'
import { useLocation } from 'preact-iso'
import { call, receive } from '../api/client.ts'
import { DocumentFiles } from '../documents/document-files.tsx'
import { language } from '../language.ts'
import type { OpenReturn } from '../return/open-return.ts'
import { addressOf } from '../return/parts.ts'
import { FormerReceipt } from './former-receipt.tsx'
import './hand-in.css'
import { ReceiptFacts } from './receipt-facts.tsx'
import { say } from './words.ts'

const Withdraw = ({ open }: { open: OpenReturn }) => {
  const { route } = useLocation()
  const asked = useSignal(false)
  const refused = useSignal<string | undefined>(undefined)
  const withdraw = async () => {
    const answer = await call('withdrawReturn', { path: { round: open.round, unit: open.unit } })
    await open.refresh()
    if (answer.ok) route(addressOf(open))
    else refused.value = answer.problem.detail
  }
  return (
    <section class="card" aria-labelledby="withdraw">
      <h2 id="withdraw">{say().withdraw}</h2>
      <p>{say().withdrawIs}</p>
      {refused.value !== undefined && (
        <p class="notice bad" role="alert">
          {refused.value}
        </p>
      )}
      {asked.value ? (
        <p class="actions">
          <button type="button" onClick={withdraw}>
            {say().withdrawSure}
          </button>
          <button
            type="button"
            onClick={() => {
              asked.value = false
            }}
          >
            {say().withdrawNo}
          </button>
        </p>
      ) : (
        <button
          type="button"
          onClick={() => {
            asked.value = true
          }}
        >
          {say().withdraw}
        </button>
      )}
    </section>
  )
}

export const ReceiptPage = ({ open }: { open: OpenReturn }) => {
  const { receipt, round, unit, may, revisions } = open.answer.value
  const path = { round: open.round, unit: open.unit }
  if (receipt === undefined)
    return revisions > 0 ? <FormerReceipt open={open} /> : <p class="notice">{say().noReceipt}</p>
  return (
    <>
      <section class="card receipt" aria-label={say().receipt}>
        <p class="receipt-head">{say().received(unit.name[language.value])}</p>
        <ReceiptFacts receipt={receipt} zone={round.zone} />
        <p class="hint">{say().hashIs}</p>
      </section>
      <section class="card" aria-labelledby="next">
        <h2 id="next">{say().next}</h2>
        <p>{say().mailed}</p>
        <DocumentFiles
          file={(asked) =>
            receive('getReturnDocument', { path, query: { ...asked, revision: String(receipt.revision) } })
          }
        >
          <a class="btn" href={addressOf(open, 'cover')}>
            {say().cover}
          </a>
          <a class="btn" href={addressOf(open, 'revisions')}>
            {say().revisions}
          </a>
        </DocumentFiles>
      </section>
      {may.withdraw && <Withdraw open={open} />}
    </>
  )
}
