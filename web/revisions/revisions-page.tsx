/* All submissions of a return, and what changed between two of them. */
import { useSignal } from '@preact/signals'
import { useEffect, useMemo } from 'preact/hooks'
import type { AnswerOf, Routes } from '../../shared/api.ts'
import { call, receive } from '../api/client.ts'
import { cellName } from '../changes/change-text.ts'
import { ChangesTable } from '../changes/changes-table.tsx'
import { say as sayChanges } from '../changes/words.ts'
import { Download } from '../documents/download.tsx'
import { language } from '../language.ts'
import { momentInWords } from '../moment-words.ts'
import type { OpenReturn } from '../return/open-return.ts'
import './revisions.css'
import { say } from './words.ts'

type Revision = AnswerOf<Routes['listRevisions']>['revisions'][number]
type Change = AnswerOf<Routes['getChanges']>['changes'][number]

const Row = ({ open, revision }: { open: OpenReturn; revision: Revision }) => {
  const words = say()
  const path = { round: open.round, unit: open.unit }
  return (
    <tr>
      <th scope="row">{words.nth(revision.revision)}</th>
      <td data-label={words.at}>{momentInWords(revision.at, open.answer.value.round.zone)}</td>
      <td data-label={words.by}>
        {revision.by.name}
        {revision.by.onBehalf === true ? words.onBehalf : ''}
      </td>
      <td data-label={words.kept}>{words[revision.receipt.timeliness]}</td>
      <td class="hash" data-label={words.hash}>
        {revision.hash.slice(0, 12)}
      </td>
      <td data-label={words.file}>
        <Download
          file={() =>
            receive('getReturnDocument', { path, query: { format: 'docx', revision: String(revision.revision) } })
          }
        >
          {words.word}
          <span class="unseen"> {words.nth(revision.revision)}</span>
        </Download>
      </td>
    </tr>
  )
}

interface ChangesProps {
  readonly open: OpenReturn
  readonly was: number
  readonly is: number
}

const Compared = ({ open, was, is, changes }: ChangesProps & { readonly changes: readonly Change[] }) => {
  const words = sayChanges()
  const named = useMemo(
    () => changes.map((change) => ({ ...change, name: cellName(open.form, change.cell) })),
    [changes, language.value],
  )
  const heads = { was: words.was, is: words.now }
  return <ChangesTable form={open.form} caption={say().changesOf(was, is)} heads={heads} changes={named} />
}

const Changes = ({ open, was, is }: ChangesProps) => {
  const changes = useSignal<readonly Change[] | undefined>(undefined)
  const refused = useSignal<string | undefined>(undefined)
  useEffect(() => {
    changes.value = undefined
    const path = { round: open.round, unit: open.unit, n: String(is) }
    call('getChanges', { path, query: { since: String(was) } }).then((answer) => {
      if (answer.ok) changes.value = answer.value.changes
      else refused.value = answer.problem.detail
    })
  }, [was, is])
  const words = say()
  if (refused.value !== undefined) return <p class="notice bad">{refused.value}</p>
  if (changes.value === undefined) return <p class="notice">{words.loading}</p>
  if (changes.value.length === 0) return <p class="notice">{words.noChanges}</p>
  return <Compared open={open} was={was} is={is} changes={changes.value} />
}

interface PickProps {
  readonly label: string
  readonly revisions: readonly Revision[]
  readonly value: number
  readonly pick: (n: number) => void
}

const Pick = ({ label, revisions, value, pick }: PickProps) => (
  <label>
    {label}
    <select value={String(value)} onChange={({ currentTarget }) => pick(Number(currentTarget.value))}>
      {revisions.map(({ revision }) => (
        <option key={revision} value={String(revision)}>
          {say().nth(revision)}
        </option>
      ))}
    </select>
  </label>
)

const Compare = ({ open, revisions }: { open: OpenReturn; revisions: readonly Revision[] }) => {
  const newest = revisions.length
  const was = useSignal(newest - 1)
  const is = useSignal(newest)
  return (
    <section class="card" aria-labelledby="compare">
      <h2 id="compare">{say().compare}</h2>
      <p class="pick">
        <Pick
          label={say().compareFrom}
          revisions={revisions}
          value={was.value}
          pick={(n) => {
            was.value = n
          }}
        />
        <Pick
          label={say().compareTo}
          revisions={revisions}
          value={is.value}
          pick={(n) => {
            is.value = n
          }}
        />
      </p>
      <Changes open={open} was={was.value} is={is.value} />
    </section>
  )
}

export const RevisionsPage = ({ open }: { open: OpenReturn }) => {
  const revisions = useSignal<readonly Revision[] | undefined>(undefined)
  const refused = useSignal<string | undefined>(undefined)
  useEffect(() => {
    call('listRevisions', { path: { round: open.round, unit: open.unit } }).then((answer) => {
      if (answer.ok) revisions.value = answer.value.revisions
      else refused.value = answer.problem.detail
    })
  }, [open.answer.value.revisions])
  const words = say()
  if (refused.value !== undefined) return <p class="notice bad">{refused.value}</p>
  if (revisions.value === undefined) return <p class="notice">{words.loading}</p>
  if (revisions.value.length === 0) return <p class="notice">{words.none}</p>
  return (
    <>
      <p class="hint">{words.is}</p>
      <div class="scroll">
        <table class="as-cards">
          <caption class="unseen">{words.title}</caption>
          <thead>
            <tr>
              <th scope="col">{words.title}</th>
              <th scope="col">{words.at}</th>
              <th scope="col">{words.by}</th>
              <th scope="col">{words.kept}</th>
              <th scope="col">{words.hash}</th>
              <th scope="col">{words.file}</th>
            </tr>
          </thead>
          <tbody>
            {[...revisions.value].reverse().map((revision) => (
              <Row key={revision.revision} open={open} revision={revision} />
            ))}
          </tbody>
        </table>
      </div>
      {revisions.value.length > 1 && <Compare open={open} revisions={revisions.value} />}
    </>
  )
}
