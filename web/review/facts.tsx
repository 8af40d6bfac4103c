/* Who handed the return in, when, with which sign-off; and the ways to what else is kept of it. */
import type { ComponentChildren } from 'preact'
import { receive } from '../api/client.ts'
import { Download } from '../documents/download.tsx'
import { momentInWords } from '../moment-words.ts'
import { withZone } from '../page/due-words.ts'
import type { Reviewed } from './reviewed.ts'
import { say } from './words.ts'

const Fact = ({ name, children }: { readonly name: string; readonly children: ComponentChildren }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
)

const SignOff = ({ reviewed: { answer } }: { readonly reviewed: Reviewed }) => {
  const words = say()
  const { signOff } = answer
  if (signOff === undefined) return null
  return (
    <>
      <Fact name={words.preparedBy}>{signOff.preparedBy}</Fact>
      <Fact name={words.reviewedBy}>{signOff.reviewedBy}</Fact>
      <Fact name={words.confidentiality}>{signOff.confidentialityReviewedBy}</Fact>
      <Fact name={words.phone}>{signOff.phone}</Fact>
    </>
  )
}

const HandedIn = ({ reviewed: { answer } }: { readonly reviewed: Reviewed }) => {
  const words = say()
  const { receipt, handedInBy, round, revisions, comparedTexts } = answer
  if (receipt === undefined) return null
  const who = `${handedInBy?.name ?? ''}${handedInBy?.onBehalf === true ? words.onBehalf : ''}`
  const when = withZone(momentInWords(receipt.submittedAt, round.zone), round.zone)
  return (
    <>
      <Fact name={words.revision(revisions)}>{words.handedInBy(who, when)}</Fact>
      <Fact name={words.kept}>{words[receipt.timeliness]}</Fact>
      {comparedTexts !== undefined && (
        <Fact name={words.texts}>{words.compared(comparedTexts.units, comparedTexts.skipped)}</Fact>
      )}
      <Fact name={words.hash}>
        <code>{receipt.hash.slice(0, 12)}</code>
      </Fact>
    </>
  )
}

export const Facts = ({ reviewed }: { readonly reviewed: Reviewed }) => {
  const words = say()
  const { round, unit, answer } = reviewed
  const path = { round, unit }
  const { may, revisions } = answer
  return (
    <section class="card facts" aria-labelledby="handed-in">
      <h2 id="handed-in">{words.handedIn}</h2>
      <dl>
        <HandedIn reviewed={reviewed} />
        <SignOff reviewed={reviewed} />
      </dl>
      <p class="actions">
        {revisions > 0 && <a href={`/rounds/${round}/returns/${unit}/revisions`}>{words.toRevisions}</a>}
        <Download file={() => receive('getReturnDocument', { path, query: { format: 'docx' } })}>{words.word}</Download>
        {may.edit && (
          <a class="btn" href={`/rounds/${round}/returns/${unit}`}>
            {words.fillIn}
          </a>
        )}
      </p>
    </section>
  )
}
