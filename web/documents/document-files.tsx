/* A return or a report as files: Word and PDF at hand, the other formats and the comparison with last year on demand. */
import type { ComponentChildren } from 'preact'
import type { Answered, ReceivedFile } from '../api/client.ts'
import { Download } from './download.tsx'
import './document-files.css'
import { say } from './words.ts'

const atHand = ['docx', 'pdf'] as const
const others = ['xlsx', 'html', 'csv', 'json'] as const
const formats = [...atHand, ...others] as const

export interface FileAsked {
  readonly format: (typeof formats)[number]
  readonly content?: 'comparison'
}

interface DocumentFilesProps {
  readonly file: (asked: FileAsked) => Promise<Answered<ReceivedFile>>
  /** What the buttons speak of, for those who hear them one by one. */
  readonly of?: ComponentChildren
  /** What else can be done here. */
  readonly children?: ComponentChildren
}

export const DocumentFiles = ({ file, of, children }: DocumentFilesProps) => {
  const words = say()
  return (
    <div class="files no-print">
      <div class="actions">
        {atHand.map((format) => (
          <Download key={format} file={() => file({ format })}>
            {words.download(words[format])}
            {of}
          </Download>
        ))}
        {children}
      </div>
      <details>
        <summary>
          {words.others}
          {of}
        </summary>
        <fieldset class="actions">
          <legend>{words.whole}</legend>
          {others.map((format) => (
            <Download key={format} file={() => file({ format })}>
              {words.download(words[format])}
            </Download>
          ))}
        </fieldset>
        <fieldset class="actions">
          <legend>{words.comparison}</legend>
          {formats.map((format) => (
            <Download key={format} file={() => file({ format, content: 'comparison' })}>
              {words.compared(words[format])}
            </Download>
          ))}
        </fieldset>
      </details>
    </div>
  )
}
