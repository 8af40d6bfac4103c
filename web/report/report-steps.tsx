/* What a coordinator does with the report: hand it up (a middle unit), or publish it (the round's owner). */
import { useState } from 'preact/hooks'
import { ask } from '../api/collecting.ts'
import type { Problem } from '../api/problem.ts'
import { cellName, valueInWords } from '../changes/change-text.ts'
import { language } from '../language.ts'
import { me } from '../page/me.ts'
import type { OpenReport } from './report-page.tsx'
import { say } from './words.ts'

type Outcome = { readonly said: string } | { readonly problem: Problem } | undefined

const Told = ({ outcome }: { readonly outcome: Outcome }) => {
  if (outcome === undefined) return null
  if ('said' in outcome)
    return (
      <p class="notice good" role="status">
        {outcome.said}
      </p>
    )
  const { detail, errors = [] } = outcome.problem
  return (
    <div class="notice bad" role="alert">
      <p>{detail}</p>
      {errors.length > 0 && (
        <ul>
          {errors.map(({ message }) => (
            <li key={message}>{message}</li>
          ))}
        </ul>
      )}
    </div>
  )
}

/* Missing units are named one by one before the report is published without them. */
const MissingNamed = ({ open, agree }: { open: OpenReport; agree: (yes: boolean) => void }) => (
  <label>
    <input type="checkbox" onChange={(event) => agree(event.currentTarget.checked)} />{' '}
    {say().despite(open.report.missing.map(({ name }) => name[language.value]))}
  </label>
)

const Publish = ({ open }: { readonly open: OpenReport }) => {
  const words = say()
  const [outcome, tell] = useState<Outcome>(undefined)
  const [isAgreed, agree] = useState(false)
  const { round, report } = open
  const { missing } = report
  if (round.stage !== 'closed' && round.stage !== 'published') return <p class="hint">{words.closeFirst}</p>
  const publish = async () => {
    const answer = await ask('publishReport', {
      path: { round: round.id },
      body: { missing: missing.map(({ unit }) => unit) },
    })
    if (!answer.ok) return tell({ problem: answer.problem })
    const { edition, hash, changes } = answer.value
    const changed = changes.map(
      ({ cell, was, is }) =>
        `${cellName(open.form, cell)} ${valueInWords(open.form, cell, was, words.blank)} → ${valueInWords(open.form, cell, is, words.blank)}`,
    )
    tell({ said: words.publishedAs(edition, hash.slice(0, 12), changed) })
    await open.again()
  }
  return (
    <>
      <p>{round.edition === 0 ? words.publishIs : words.nextEditionIs(round.edition + 1)}</p>
      {missing.length > 0 && <MissingNamed open={open} agree={agree} />}
      <p class="actions">
        <button type="button" class="main" disabled={missing.length > 0 && !isAgreed} onClick={publish}>
          {round.edition === 0 ? words.publish : words.nextEdition(round.edition + 1)}
        </button>
      </p>
      <Told outcome={outcome} />
    </>
  )
}

const HandIn = ({ open }: { readonly open: OpenReport }) => {
  const words = say()
  const [outcome, tell] = useState<Outcome>(undefined)
  const handIn = async () => {
    const query = open.unit === undefined ? {} : { unit: open.unit }
    const answer = await ask('handInReport', { path: { round: open.round.id }, query })
    tell(answer.ok ? { said: words.handedInAs(answer.value.hash.slice(0, 12)) } : { problem: answer.problem })
    await open.again()
  }
  return (
    <>
      <p>{words.handInIs}</p>
      <p class="actions">
        <button type="button" class="main" onClick={handIn}>
          {words.handIn}
        </button>
      </p>
      <Told outcome={outcome} />
    </>
  )
}

export const ReportSteps = ({ open }: { readonly open: OpenReport }) => {
  const owns = (unit: string): boolean =>
    me.value?.person.posts.some((post) => post.role === 'coordinator' && post.unit === unit) === true
  const unit = open.unit ?? open.round.owner
  if (!owns(unit)) return null
  return (
    <section class="card no-print">
      {unit === open.round.owner ? <Publish open={open} /> : <HandIn open={open} />}
    </section>
  )
}
