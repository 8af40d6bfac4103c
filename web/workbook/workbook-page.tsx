/*
 * Filling in off line (product E4): download, upload, look at every change and problem, then save. What the browser
 * can see by itself (size, ending) is refused here, before a slow line carries it.
 */
import { type Signal, useSignal } from '@preact/signals'
import type { AnswerOf, Routes } from '../../shared/api.ts'
import { receive, sendFile } from '../api/client.ts'
import { Download } from '../hand-in/download.tsx'
import { language } from '../language.ts'
import type { OpenReturn } from '../return/open-return.ts'
import { valueInWords } from '../revisions/change-text.ts'
import { say } from './words.ts'
import './workbook.css'

type Read = AnswerOf<Routes['putReturnWorkbook']>

/* The API takes no more, and says so too late for a slow line. */
const mostBytes = 4 * 1024 * 1024

type Upload =
  | { readonly stage: 'none' }
  | { readonly stage: 'reading' }
  | { readonly stage: 'refused'; readonly sentence: string }
  | { readonly stage: 'read'; readonly file: File; readonly read: Read }
  | { readonly stage: 'saving' }
  | { readonly stage: 'saved'; readonly count: number }

/** Why the browser does not even send a file; undefined: it may be sent. */
export const refusedHere = (file: Pick<File, 'name' | 'size'>): string | undefined => {
  if (file.size > mostBytes) return say().tooLarge((file.size / 1024 / 1024).toFixed(1))
  return /\.xlsx$/i.test(file.name) ? undefined : say().notXlsx(file.name)
}

/* What the list has shown to be read as 0 is confirmed by saving it. */
const send = async (open: OpenReturn, file: File, preview: boolean): Promise<Upload> => {
  if ((await open.flush()).state !== 'saved') return { stage: 'refused', sentence: say().unsaved }
  const base = String(open.answer.value.version)
  const query = preview ? { base, preview: 'true' as const } : { base, confirmed: 'true' as const }
  const answer = await sendFile('putReturnWorkbook', { path: { round: open.round, unit: open.unit }, query }, file)
  if (!answer.ok) {
    const sentences = [answer.problem.detail, ...answer.problem.errors.map(({ message }) => message)]
    return { stage: 'refused', sentence: sentences.join(' ') }
  }
  if (!answer.value.saved) return { stage: 'read', file, read: answer.value }
  await open.refresh()
  return { stage: 'saved', count: answer.value.changes.length }
}

const Problems = ({ read }: { read: Read }) => (
  <div class="errors" role="alert">
    <h2>{say().problems(read.problems.length)}</h2>
    <ul>
      {read.problems.map(({ sheet, at, message }, i) => (
        <li key={i}>
          {sheet === undefined ? null : <b>{placeOf({ sheet, at })} </b>}
          {message[language.value]}
        </li>
      ))}
    </ul>
    <p>{say().problemsIs}</p>
  </div>
)

const placeOf = ({ sheet, at }: { readonly sheet?: string | undefined; readonly at?: string | undefined }): string =>
  sheet === undefined ? '' : say().place(sheet, at ?? '')

const Conflicts = ({ open, read }: { open: OpenReturn; read: Read }) => {
  const words = say()
  return (
    <div class="notice warn">
      <p>{words.conflicts(read.conflicts.length)}</p>
      <ul>
        {read.conflicts.map(({ cell, label, theirs, yours, who }) => (
          <li key={cell}>
            {label[language.value]}：{words.theirs(who.name)} {valueInWords(open.form, cell, theirs, words.blank)}；
            {words.yours} {valueInWords(open.form, cell, yours, words.blank)}
          </li>
        ))}
      </ul>
    </div>
  )
}

const Changes = ({ open, read }: { open: OpenReturn; read: Read }) => {
  const words = say()
  return (
    <div class="scroll">
      <table class="changes">
        <caption>{words.changes(read.changes.length)}</caption>
        <thead>
          <tr>
            <th scope="col">{words.where}</th>
            <th scope="col">{words.cell}</th>
            <th scope="col">{words.was}</th>
            <th scope="col">{words.now}</th>
          </tr>
        </thead>
        <tbody>
          {read.changes.map((change) => (
            <tr key={change.cell}>
              <td>{placeOf(change)}</td>
              <th scope="row">{change.label[language.value]}</th>
              <td>{valueInWords(open.form, change.cell, change.was, words.blank)}</td>
              <td>
                {change.confirm === true ? words.asZero : valueInWords(open.form, change.cell, change.is, words.blank)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const Outcome = ({ open, upload }: { open: OpenReturn; upload: Signal<Upload> }) => {
  const words = say()
  const now = upload.value
  switch (now.stage) {
    case 'none':
      return null
    case 'reading':
      return <p class="notice">{words.reading}</p>
    case 'saving':
      return <p class="notice">{words.saving}</p>
    case 'saved':
      return <p class="notice good">{words.saved(now.count)}</p>
    case 'refused':
      return (
        <p class="notice bad" role="alert">
          {now.sentence}
        </p>
      )
    case 'read': {
      if (now.read.problems.length > 0) return <Problems read={now.read} />
      const { changes, conflicts, checks } = now.read
      const dashes = changes.filter(({ confirm }) => confirm === true).length
      const toSettle = checks.filter((check) => check.class !== 'D').length
      if (changes.length === 0 && conflicts.length === 0) return <p class="notice">{words.noChanges}</p>
      const save = async () => {
        upload.value = { stage: 'saving' }
        upload.value = await send(open, now.file, false)
      }
      return (
        <>
          {conflicts.length > 0 && <Conflicts open={open} read={now.read} />}
          {dashes > 0 && <p class="notice warn">{words.dashes(dashes)}</p>}
          {changes.length > 0 && <Changes open={open} read={now.read} />}
          {toSettle > 0 && <p class="notice">{words.stillToSettle(toSettle)}</p>}
          <p class="actions">
            <button type="button" class="main" onClick={save}>
              {words.save}
            </button>
            <button
              type="button"
              onClick={() => {
                upload.value = { stage: 'none' }
              }}
            >
              {words.cancel}
            </button>
          </p>
        </>
      )
    }
  }
}

export const WorkbookPage = ({ open }: { open: OpenReturn }) => {
  const upload = useSignal<Upload>({ stage: 'none' })
  const words = say()
  const choose = async (input: HTMLInputElement) => {
    const file = input.files?.[0]
    if (file === undefined) return
    const refused = refusedHere(file)
    upload.value = refused === undefined ? { stage: 'reading' } : { stage: 'refused', sentence: refused }
    if (refused === undefined) upload.value = await send(open, file, true)
    /* The same file, corrected, must be a new choice. */
    input.value = ''
  }
  return (
    <>
      <p>{words.is}</p>
      <p class="actions">
        <Download file={() => receive('getReturnWorkbook', { path: { round: open.round, unit: open.unit } })}>
          {words.download}
        </Download>
      </p>
      {open.editable.value ? (
        <section class="card" aria-labelledby="upload">
          <h2 id="upload">{words.upload}</h2>
          <label class="file">
            {words.choose}
            <input type="file" accept=".xlsx" onChange={({ currentTarget }) => choose(currentTarget)} />
          </label>
        </section>
      ) : (
        <p class="notice">{words.cannot}</p>
      )}
      <div aria-live="polite">
        <Outcome open={open} upload={upload} />
      </div>
    </>
  )
}
