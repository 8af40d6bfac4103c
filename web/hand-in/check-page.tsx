/* Check answers, sign off, hand in. Nothing is handed in that the server has not got: what waits is sent first. */
import { useSignal } from '@preact/signals'
import { useLocation } from 'preact-iso'
import { call } from '../api/client.ts'
import { Findings } from '../return/findings.tsx'
import type { OpenReturn } from '../return/open-return.ts'
import { addressOf } from '../return/parts.ts'
import { isBlankFinding, sorted } from '../return/settling.ts'
import './hand-in.css'
import { Printed } from './printed.tsx'
import { printedReturn } from './printed-return.ts'
import type { SignOff } from './sign-off.ts'
import { SignOffForm } from './sign-off-form.tsx'
import { say } from './words.ts'

const nobody: SignOff = { preparedBy: '', reviewedBy: '', confidentialityReviewedBy: '', phone: '' }

/** Resolves with the sentence of what stands in the way, or undefined once the return is handed in. */
const handedIn = async (open: OpenReturn, signOff: SignOff): Promise<string | undefined> => {
  const waiting = await open.flush()
  if (waiting.state !== 'saved') return waiting.state === 'refused' ? waiting.detail : say().notAllSaved
  const path = { round: open.round, unit: open.unit }
  const answer = await call('submitReturn', { path, body: { version: open.answer.value.version, signOff } })
  await open.refresh()
  if (answer.ok) return undefined
  const { detail, errors } = answer.problem
  return [detail, ...errors.map(({ message }) => message)].join(' ')
}

const HandIn = ({ open }: { open: OpenReturn }) => {
  const { route } = useLocation()
  const busy = useSignal(false)
  const refused = useSignal<string | undefined>(undefined)
  const handIn = async (signOff: SignOff) => {
    if (busy.value) return
    busy.value = true
    refused.value = await handedIn(open, signOff)
    busy.value = false
    if (refused.value === undefined) route(addressOf(open, 'receipt'))
  }
  return (
    <section class="card sign-off" aria-labelledby="sign-off">
      <h2 id="sign-off" tabIndex={-1}>
        {say().signOff}
      </h2>
      {refused.value !== undefined && (
        <p class="notice bad" role="alert">
          {refused.value}
        </p>
      )}
      <SignOffForm before={open.answer.value.signOff ?? nobody} busy={busy.value} handIn={handIn} />
    </section>
  )
}

export const CheckPage = ({ open }: { open: OpenReturn }) => {
  const { wrong, toExplain } = sorted(open.findings.value)
  const blank = Object.values(open.overview.value.sections).reduce((sum, { filled, total }) => sum + total - filled, 0)
  const toSettle = wrong.length + toExplain.length
  /* Blank cells are counted by the cell, as everywhere else: one finding stands for all of a section. */
  const mistakes = toSettle - wrong.filter(isBlankFinding).length
  const mayHandIn = toSettle === 0 && open.answer.value.may.submit
  return (
    <>
      {toSettle === 0 ? (
        <p class="notice good">
          {say().nothingToSettle} {mayHandIn && <a href="#sign-off">{say().toSignOff}</a>}
        </p>
      ) : (
        <p class="notice warn">{say().toSettle(mistakes, blank)}</p>
      )}
      <Findings open={open} />
      <section class="card preview" aria-labelledby="preview">
        <h2 id="preview">{say().preview}</h2>
        <p class="hint">{say().previewIs}</p>
        <Printed blocks={printedReturn(open)} />
      </section>
      {mayHandIn && <HandIn open={open} />}
      {toSettle === 0 && !mayHandIn && <p class="notice">{say().cannot}</p>}
    </>
  )
}
