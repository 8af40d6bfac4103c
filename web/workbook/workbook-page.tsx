/*
 * Filling in off line (product E4): download, upload, look at every change and problem, then save. What the browser
 * can see by itself (size, ending) is refused here, before a slow line carries it.
 */
import { type Signal, useSignal } from '@preact/signals'
import type { AnswerOf, Routes } from '../../shared/api.ts'
import { receive } from '../api/client.ts'
import { sendFile } from '../api/send-file.ts'
import { Download } from '../documents/download.tsx'
import { language } from '../language.ts'
import type { OpenReturn } from '../return/open-return.ts'
import { takeFromFile } from './take-from-file.ts'
import { say } from './words.ts'
import { Changes, Conflicts, placeOf } from './workbook-changes.tsx'
import './workbook.css'

type Read = AnswerOf<Routes['putReturnWorkbook']>

/* The API takes no more, and says so too late for a slow line. */
const mostBytes = 4 * 1024 * 1024

type Upload =
  | { readonly stage: 'none' }
  | { readonly stage: 'reading'; readonly gone: number }
  | { readonly stage: 'refused'; readonly sentence: string }
  /** `base`: the version that the page had shown; `isAgain`: it could not be saved as it was looked at before. */
  | {
      readonly stage: 'read'
      readonly file: File
      readonly base: number
      readonly read: Read
      readonly isAgain: boolean
      /** Cells in conflict of which the file's value is wanted. */
      readonly fromFile: ReadonlySet<string>
    }
  | { readonly stage: 'saving'; readonly gone: number }
  | { readonly stage: 'saved'; readonly count: number }

/** Why the browser does not even send a file; undefined: it may be sent. */
export const refusedHere = (file: Pick<File, 'name' | 'size'>): string | undefined => {
  if (file.size > mostBytes) return say().tooLarge((file.size / 1024 / 1024).toFixed(1))
  return /\.xlsx$/i.test(file.name) ? undefined : say().notXlsx(file.name)
}

type Looked = Extract<Upload, { readonly stage: 'read' }>
interface Sending {
  readonly open: OpenReturn
  readonly file: File
  readonly gone: (part: number) => void
}

/* `looked`: the preview that is saved as it was looked at, and with it what it has shown to be read as 0. */
const send = async ({ open, file, gone }: Sending, looked?: Looked): Promise<Upload> => {
  if ((await open.flush()).state !== 'saved') return { stage: 'refused', sentence: say().unsaved }
  const base = looked?.base ?? open.answer.peek().version
  const query =
    looked === undefined
      ? { base: String(base), preview: 'true' as const }
      : { base: String(base), previewed: String(looked.read.version), confirmed: 'true' as const }
  const path = { round: open.round, unit: open.unit }
  const answer = await sendFile('putReturnWorkbook', { path, query }, file, gone)
  if (!answer.ok) {
    const sentences = [answer.problem.detail, ...answer.problem.errors.map(({ message }) => message)]
    return { stage: 'refused', sentence: sentences.join(' ') }
  }
  const { value: read } = answer
  if (!read.saved)
    return { stage: 'read', file, base, read, isAgain: looked !== undefined, fromFile: looked?.fromFile ?? new Set() }
  await open.refresh()
  const taken = takeFromFile(
    open,
    read.conflicts.filter(({ cell }) => looked?.fromFile.has(cell)),
  )
  return { stage: 'saved', count: read.changes.length + taken }
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

/* The sentence is read out once; how far it is, is only seen. */
const OnItsWay = ({ sentence, gone }: { sentence: string; gone: number }) => (
  <div class="notice">
    <p>{sentence}</p>
    <progress value={gone} aria-label={say().gone} />
    <span aria-hidden="true"> {Math.floor(gone * 100)}%</span>
  </div>
)

const Outcome = ({ open, upload }: { open: OpenReturn; upload: Signal<Upload> }) => {
  const words = say()
  const now = upload.value
  switch (now.stage) {
    case 'none':
      return null
    case 'reading':
      return <OnItsWay sentence={words.reading} gone={now.gone} />
    case 'saving':
      return <OnItsWay sentence={words.saving} gone={now.gone} />
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
        const gone = (part: number): void => {
          upload.value = { stage: 'saving', gone: part }
        }
        gone(0)
        upload.value = await send({ open, file: now.file, gone }, now)
      }
      const choose = (cell: string, isFromFile: boolean): void => {
        const fromFile = new Set(now.fromFile)
        if (isFromFile) fromFile.add(cell)
        else fromFile.delete(cell)
        upload.value = { ...now, fromFile }
      }
      return (
        <>
          {now.isAgain && (
            <p class="notice warn" role="alert">
              {words.changedMeanwhile}
            </p>
          )}
          {conflicts.length > 0 && <Conflicts open={open} read={now.read} fromFile={now.fromFile} choose={choose} />}
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
    const gone = (part: number): void => {
      upload.value = { stage: 'reading', gone: part }
    }
    if (refused === undefined) gone(0)
    upload.value = refused === undefined ? await send({ open, file, gone }) : { stage: 'refused', sentence: refused }
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
