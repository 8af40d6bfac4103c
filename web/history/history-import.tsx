/* The workbook out, the figures in: looked at first, saved when somebody says so and names the source. */
import { useSignal } from '@preact/signals'
import type { Form } from '../../shared/form/form.ts'
import { fetchFile } from '../api/collecting.ts'
import { Field } from '../directory/field.tsx'
import { Download } from '../documents/download.tsx'
import { language } from '../language.ts'
import { type HistoryRead, type Place, type Purpose, refusedHere, sendHistory } from './history-file.ts'
import { Changes, Findings, Problems } from './history-outcome.tsx'
import { say } from './words.ts'

interface Wrong {
  readonly cell?: string
  readonly message: string
}

type Upload =
  | { readonly stage: 'none' }
  | { readonly stage: 'sending'; readonly sentence: string; readonly gone: number }
  | { readonly stage: 'refused'; readonly sentence: string; readonly wrong: readonly Wrong[] }
  | { readonly stage: 'read'; readonly file: File; readonly read: HistoryRead }
  | { readonly stage: 'saved'; readonly figures: number }

interface OutcomeProps {
  readonly now: Upload
  readonly form: Form
  readonly save: (file: File, base: number) => void
  readonly cancel: () => void
}

const Read = ({
  read,
  form,
  save,
  cancel,
}: { readonly read: HistoryRead; readonly save: () => void } & Pick<OutcomeProps, 'form' | 'cancel'>) => {
  const words = say()
  const dashes = read.changes.filter(({ confirm }) => confirm === true).length
  if (read.problems.length > 0)
    return (
      <Problems lines={read.problems.map((one) => ({ ...one, message: one.message[language.value] }))} form={form} />
    )
  if (read.changes.length === 0) return <p class="notice">{words.noChanges}</p>
  return (
    <>
      <Findings findings={read.findings} />
      {dashes > 0 && <p class="notice warn">{words.dashes(dashes)}</p>}
      <Changes read={read} form={form} />
      <p class="actions">
        <button type="button" class="main" onClick={save}>
          {words.save}
        </button>
        <button type="button" onClick={cancel}>
          {words.cancel}
        </button>
      </p>
    </>
  )
}

const Outcome = ({ now, form, save, cancel }: OutcomeProps) => {
  switch (now.stage) {
    case 'none':
      return null
    case 'sending':
      return (
        <div class="notice">
          <p>{now.sentence}</p>
          <progress value={now.gone} aria-label={say().gone} />
        </div>
      )
    case 'refused':
      return now.wrong.length > 0 ? (
        <Problems lines={now.wrong} form={form} />
      ) : (
        <p class="notice bad" role="alert">
          {now.sentence}
        </p>
      )
    case 'read':
      return <Read read={now.read} form={form} save={() => save(now.file, now.read.version)} cancel={cancel} />
    case 'saved':
      return <p class="notice good">{say().saved(now.figures)}</p>
  }
}

interface HistoryImportProps {
  readonly place: Place
  readonly form: Form
  readonly saved: () => void
}

export const HistoryImport = ({ place, form, saved }: HistoryImportProps) => {
  const words = say()
  const upload = useSignal<Upload>({ stage: 'none' })
  const source = useSignal('')
  const missing = useSignal(false)
  const send = async (file: File, purpose: Purpose): Promise<void> => {
    const sentence = purpose === 'preview' ? words.reading : words.saving
    const gone = (part: number): void => {
      upload.value = { stage: 'sending', sentence, gone: part }
    }
    gone(0)
    const answer = await sendHistory(file, place, purpose, gone)
    if (answer.ok) {
      const { value: read } = answer
      upload.value = read.saved ? { stage: 'saved', figures: read.figures } : { stage: 'read', file, read }
      if (read.saved) saved()
      return
    }
    const problem = 'sentence' in answer ? { detail: answer.sentence, errors: [] } : answer.problem
    upload.value = { stage: 'refused', sentence: problem.detail, wrong: problem.errors }
  }
  const choose = (input: HTMLInputElement): void => {
    const file = input.files?.[0]
    /* The same file, corrected, must be a new choice. */
    if (file !== undefined) {
      const refused = refusedHere(file)
      if (refused === undefined) void send(file, 'preview')
      else upload.value = { stage: 'refused', sentence: refused, wrong: [] }
    }
    input.value = ''
  }
  const save = (file: File, base: number): void => {
    const said = source.peek().trim()
    missing.value = said === ''
    if (said === '') document.getElementById('history-source')?.focus()
    else void send(file, { source: said, base })
  }
  const { unit, year, form: edition, scope } = place
  return (
    <section class="card history-form" aria-labelledby="bring-in">
      <h2 id="bring-in">{words.steps}</h2>
      <p>{words.downloadIs}</p>
      <p class="actions">
        <Download
          file={() => fetchFile('getHistoryWorkbook', { path: { unit, year }, query: { form: edition, scope } })}
        >
          {words.download}
        </Download>
      </p>
      <Field
        id="history-source"
        label={words.source}
        hint={words.sourceHint}
        problem={missing.value && source.value.trim() === '' ? words.sourceMissing : undefined}
        value={source.value}
        change={(text) => {
          source.value = text
        }}
      />
      <label class="upload">
        {words.file}
        <input type="file" accept=".xlsx,.json" onChange={({ currentTarget }) => choose(currentTarget)} />
      </label>
      <div aria-live="polite">
        <Outcome
          now={upload.value}
          form={form}
          save={save}
          cancel={() => {
            upload.value = { stage: 'none' }
          }}
        />
      </div>
    </section>
  )
}
