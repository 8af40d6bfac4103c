/* A file that only the API gives, and only to whoever is signed in: fetched, then handed to the browser to keep. */
import { useSignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import type { Answered, ReceivedFile } from '../api/client.ts'
import { say } from './words.ts'

const keep = ({ name, content }: ReceivedFile): void => {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(content)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}

interface DownloadProps {
  readonly file: () => Promise<Answered<ReceivedFile>>
  readonly children: ComponentChildren
}

/** A button that downloads; while it works it says so, and a refusal stands beside it. */
export const Download = ({ file, children }: DownloadProps) => {
  const busy = useSignal(false)
  const refused = useSignal<string | undefined>(undefined)
  const get = async () => {
    if (busy.value) return
    busy.value = true
    const answer = await file()
    busy.value = false
    refused.value = answer.ok ? undefined : answer.problem.detail
    if (answer.ok) keep(answer.value)
  }
  return (
    <>
      <button type="button" onClick={get} aria-disabled={busy.value}>
        {busy.value ? say().gettingFile : children}
      </button>
      {refused.value !== undefined && (
        <span class="problem" role="alert">
          {refused.value}
        </span>
      )}
    </>
  )
}
