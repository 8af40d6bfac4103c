/* A file with the figures of an earlier year, as the browser sends it: the workbook as it is, JSON as cells. */
import type { AnswerOf, Routes } from '../../shared/api.ts'
import type { Answered } from '../api/client.ts'
import { ask, sendUpload } from '../api/collecting.ts'
import { say } from './words.ts'

export type HistoryRead = AnswerOf<Routes['putHistory']>

/** Which year of which unit, in which edition. */
export interface Place {
  readonly unit: string
  readonly year: string
  readonly scope: 'own' | 'report'
  readonly form: string
}

/* The API takes no more, and says so too late for a slow line. */
const mostBytes = 4 * 1024 * 1024
const mostJsonBytes = 1_000_000
const isJson = ({ name }: Pick<File, 'name'>): boolean => /\.json$/i.test(name)

/** Why the browser does not even send a file; undefined: it may be sent. */
export const refusedHere = (file: Pick<File, 'name' | 'size'>): string | undefined => {
  if (file.size > mostBytes) return say().tooLarge((file.size / 1024 / 1024).toFixed(1))
  if (isJson(file)) return file.size > mostJsonBytes ? say().tooLargeJson : undefined
  return /\.xlsx$/i.test(file.name) ? undefined : say().foreign(file.name)
}

interface JsonCells {
  readonly cells: Record<string, unknown>
  readonly form?: string
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The cells of a JSON file, or the sentence that says why there are none. */
export const cellsIn = (text: string): JsonCells | string => {
  let read: unknown
  try {
    read = JSON.parse(text.replace(/^\ufeff/, ''))
  } catch {
    return say().notJson
  }
  if (!isRecord(read)) return say().noCells
  const { cells, form } = read
  if (cells === undefined) return { cells: read }
  if (!isRecord(cells)) return say().noCells
  return typeof form === 'string' ? { cells, form } : { cells }
}

/** What a file is sent for: to be looked at, or to be saved, with its source. */
export type Purpose = { readonly source: string; readonly base: number } | 'preview'

export type Sent = Answered<HistoryRead> | { readonly ok: false; readonly sentence: string }

export const sendHistory = async (
  file: File,
  { unit, year, scope, form }: Place,
  purpose: Purpose,
  gone: (part: number) => void,
): Promise<Sent> => {
  const path = { year, unit }
  const asked = purpose === 'preview' ? ({ preview: 'true' } as const) : {}
  const kept = purpose === 'preview' ? undefined : purpose
  const source = kept === undefined ? {} : { source: kept.source }
  if (!isJson(file)) {
    const confirmed = purpose === 'preview' ? {} : ({ confirmed: 'true' } as const)
    return sendUpload(
      'putHistoryWorkbook',
      { path, query: { form, scope, ...asked, ...source, ...confirmed, ...(kept && { base: String(kept.base) }) } },
      file,
      gone,
    )
  }
  const read = cellsIn(await file.text())
  if (typeof read === 'string') return { ok: false, sentence: read }
  if (read.form !== undefined && read.form !== form) return { ok: false, sentence: say().otherForm(read.form, form) }
  return ask('putHistory', { path, query: asked, body: { form, cells: read.cells, scope, ...kept } })
}
