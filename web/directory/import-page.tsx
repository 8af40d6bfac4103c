/*
 * Units and people from a file (decision 0028): choose it, look at every change and problem, then import, all or
 * nothing. What the browser can see by itself is refused before a slow line carries it.
 */
import { type Signal, useSignal } from '@preact/signals'
import { sendUpload } from '../api/collecting.ts'
import { Heading } from '../page/heading.tsx'
import './directory.css'
import { ExportChoice } from './directory-page.tsx'
import { Changes, type Imported, Problems } from './import-outcome.tsx'
import { readUnits } from './known-units.ts'
import { say } from './words.ts'

/* The API takes no more, and says so too late for a slow line. */
const mostBytes = 4 * 1024 * 1024

type Import =
  | { readonly stage: 'none' }
  | { readonly stage: 'reading' | 'writing'; readonly gone: number }
  | { readonly stage: 'refused'; readonly sentence: string }
  | { readonly stage: 'read'; readonly file: File; readonly read: Imported }
  /** Part of it is written: the same file finishes it. */
  | { readonly stage: 'brokenOff'; readonly file: File; readonly sentence: string }
  | { readonly stage: 'done'; readonly read: Imported }

/** Why the browser does not even send a file; undefined: it may be sent. */
export const refusedHere = ({ name, size }: Pick<File, 'name' | 'size'>): string | undefined => {
  if (size > mostBytes) return say().tooLarge((size / 1024 / 1024).toFixed(1))
  if (size === 0) return say().empty
  return /\.(xlsx|csv|txt)$/i.test(name) ? undefined : say().foreign(name)
}

const preview = async (file: File, gone: (part: number) => void): Promise<Import> => {
  const answer = await sendUpload('importDirectory', { query: { preview: 'true' } }, file, gone)
  return answer.ok ? { stage: 'read', file, read: answer.value } : { stage: 'refused', sentence: answer.problem.detail }
}

const write = async (file: File, gone: (part: number) => void): Promise<Import> => {
  const answer = await sendUpload('importDirectory', { query: {} }, file, gone)
  void readUnits(true)
  if (answer.ok) {
    const { value: read } = answer
    return read.saved ? { stage: 'done', read } : { stage: 'read', file, read }
  }
  const { code, detail } = answer.problem
  /* Without an answer nobody knows how far it came: the same file finds only what is left. */
  return code === 'importBrokenOff' || code === 'offline'
    ? { stage: 'brokenOff', file, sentence: detail }
    : { stage: 'refused', sentence: detail }
}

const OnItsWay = ({ sentence, gone }: { readonly sentence: string; readonly gone: number }) => (
  <div class="notice">
    <p>{sentence}</p>
    <progress value={gone} aria-label={say().gone} />
    <span aria-hidden="true"> {Math.floor(gone * 100)}%</span>
  </div>
)

const Outcome = ({ now, run }: { readonly now: Import; readonly run: (file: File) => void }) => {
  const words = say()
  switch (now.stage) {
    case 'none':
      return null
    case 'reading':
      return <OnItsWay sentence={words.reading} gone={now.gone} />
    case 'writing':
      return <OnItsWay sentence={words.writing} gone={now.gone} />
    case 'refused':
      return (
        <p class="notice bad" role="alert">
          {now.sentence}
        </p>
      )
    case 'read': {
      const { file, read } = now
      if (read.problems.length > 0) return <Problems read={read} />
      return (
        <section class="card">
          <Changes read={read} />
          {read.changes.length === 0 ? (
            <p>{words.noChanges}</p>
          ) : (
            <p class="actions">
              <button type="button" class="main" onClick={() => run(file)}>
                {words.importNow}
              </button>
            </p>
          )}
        </section>
      )
    }
    case 'brokenOff': {
      const { file, sentence } = now
      return (
        <section class="errors calm" role="alert">
          <h2>{words.brokenOff}</h2>
          <p>{sentence}</p>
          <p>{words.finishIs}</p>
          <p class="actions">
            <button type="button" class="main" onClick={() => run(file)}>
              {words.finish}
            </button>
          </p>
        </section>
      )
    }
    case 'done':
      return (
        <p class="notice good" role="status">
          {words.imported(now.read.changes.length)} <a href="/directory">{words.toDirectory}</a>
        </p>
      )
  }
}

const useImport = (): {
  readonly now: Signal<Import>
  readonly look: (file: File) => void
  readonly run: (file: File) => void
} => {
  const now = useSignal<Import>({ stage: 'none' })
  const gone = (stage: 'reading' | 'writing') => (part: number) => {
    now.value = { stage, gone: part }
  }
  return {
    now,
    look: async (file) => {
      const refused = refusedHere(file)
      if (refused === undefined) gone('reading')(0)
      now.value = refused === undefined ? await preview(file, gone('reading')) : { stage: 'refused', sentence: refused }
    },
    run: async (file) => {
      gone('writing')(0)
      now.value = await write(file, gone('writing'))
    },
  }
}

export const ImportPage = () => {
  const words = say()
  const { now, look, run } = useImport()
  return (
    <>
      <p>
        <a href="/directory">{words.title}</a>
      </p>
      <div class="head">
        <Heading title={words.importTitle} place="import" />
      </div>
      <p>{words.importIs}</p>
      <p class="actions">
        <ExportChoice label={words.template} />
      </p>
      <section class="card upload">
        <label>
          {words.file}
          <input
            type="file"
            accept=".xlsx,.csv"
            onChange={({ currentTarget }) => {
              const file = currentTarget.files?.[0]
              if (file !== undefined) look(file)
              /* The same file, corrected, must be a new choice. */
              currentTarget.value = ''
            }}
          />
        </label>
      </section>
      <div aria-live="polite">
        <Outcome now={now.value} run={run} />
      </div>
    </>
  )
}
