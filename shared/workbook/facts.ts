/*
 * What a workbook says of itself on its hidden sheet: which form, round, unit and version it was made from, and every
 * value as it was then. With these an upload is a merge of three: only what was edited in the file is sent, whatever
 * others have changed since (product E2). Narratives stand there as a digest, for a cell of a sheet holds 32,767
 * characters.
 */

import { asBig } from '../form/as-big.ts'
import { type Cells, type CellValue, isBlank, sameValue } from '../form/cells.ts'
import { fieldAt } from '../form/fields.ts'
import type { Address, Form } from '../form/form.ts'
import type { Language } from '../form/words.ts'

/** First cell of the hidden sheet. */
export const workbookMark = 'huibao-workbook'
export const hiddenSheetName = '_huibao'
const layoutVersion = '1'

/** What a cell of a sheet can hold, with room to spare; a longer narrative is left to the page. */
const longestCell = 32_000

export interface WorkbookFacts {
  readonly form: string
  readonly formVersion: number
  readonly round: string
  readonly unit: string
  /** The return's version when the workbook was made. */
  readonly version: number
  readonly language: Language
  /** Begins the ids of rows that the workbook adds to lists: nobody else's begin so. */
  readonly rowPrefix: string
}

/** SHA-256 or the like of a text, as text. */
export type Digest = (text: string) => string

/** Text as it comes back from a sheet: line ends are one character, and what XML cannot hold is gone. */
export const sheetText = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that XML 1.0 has no way to write
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')

const isNarrative = (form: Form, address: Address): boolean => fieldAt(form, address)?.kind === 'narrative'

/** Is the narrative too long for a cell? It is left to the page, and its cell says so. */
export const isTooLong = (value: CellValue | undefined): boolean =>
  typeof value === 'string' && value.length > longestCell

/** Stands for a value that the workbook does not hold and that is not read from it. */
const leftOut = '!'

/** Was the cell left out of the workbook? */
export const isLeftOut = (kept: string | undefined): boolean => kept === leftOut

/* JSON escapes control characters, but not these two, which make a file of XML a damaged one. */
const writable = (json: string): string =>
  json.replace(/[\ufffe\uffff]/g, (character) => `\\u${character.charCodeAt(0).toString(16)}`)

const keptAs = (form: Form, address: Address, value: CellValue, digest: Digest): string => {
  if (isTooLong(value)) return leftOut
  return typeof value === 'string' && isNarrative(form, address)
    ? `#${digest(sheetText(value))}`
    : writable(JSON.stringify(value))
}

/* A text as a sheet shows it: one of characters that XML cannot hold is a blank cell there, and read as one. */
const textIn = (value: CellValue): string | undefined =>
  isBlank(value) ? '' : typeof value === 'string' ? sheetText(value) : undefined

/** Does a cell still hold what the workbook was made with? Money is compared as a number: 3.50 is 3.5. */
export const isAsKept = (
  form: Form,
  address: Address,
  kept: string | undefined,
  value: CellValue,
  digest: Digest,
): boolean => {
  if (kept === undefined) return isBlank(value)
  const text = textIn(value)
  if (kept.startsWith('#')) return text !== undefined && kept === `#${digest(text)}`
  const was = keptValue(kept)
  if (sameValue(was, value)) return true
  if (typeof was !== 'string' || text === undefined) return false
  const [a, b] = [asBig(was), asBig(text)]
  const isMoney = fieldAt(form, address)?.kind === 'money'
  return isMoney && a !== undefined && b !== undefined ? a.eq(b) : sheetText(was) === text
}

const keptValue = (kept: string): CellValue => {
  try {
    const value: unknown = JSON.parse(kept)
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
    if (typeof value === 'object' && value !== null && 'na' in value && typeof value.na === 'string')
      return { na: value.na }
  } catch {
    return null
  }
  return null
}

/** Rows of the hidden sheet: name and value, both text. */
export const hiddenRows = (
  facts: WorkbookFacts,
  form: Form,
  cells: Cells,
  digest: Digest,
): readonly (readonly [string, string])[] => [
  [workbookMark, layoutVersion],
  ['form', facts.form],
  ['formVersion', String(facts.formVersion)],
  ['round', facts.round],
  ['unit', facts.unit],
  ['version', String(facts.version)],
  ['language', facts.language],
  ['rowPrefix', facts.rowPrefix],
  ...Object.entries(cells).flatMap(([address, value]): readonly (readonly [string, string])[] =>
    isBlank(value) ? [] : [[`cell:${address}`, keptAs(form, address, value, digest)]],
  ),
]

const wholeNumber = (text: string | undefined): number | undefined =>
  text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : undefined

/** The facts that rows of a hidden sheet state, and the kept values by address; undefined where they do not hold together. */
export const factsIn = (
  rows: ReadonlyMap<string, string>,
): { readonly facts: WorkbookFacts; readonly kept: ReadonlyMap<Address, string> } | undefined => {
  const said = (name: string): string => rows.get(name) ?? ''
  const [formVersion, version] = [wholeNumber(rows.get('formVersion')), wholeNumber(rows.get('version'))]
  const rowPrefix = said('rowPrefix')
  if (rows.get(workbookMark) !== layoutVersion || formVersion === undefined || version === undefined) return undefined
  if (!/^[A-Za-z0-9-]{1,30}$/.test(rowPrefix)) return undefined
  const kept = new Map(
    [...rows].flatMap(([name, value]) => (name.startsWith('cell:') ? [[name.slice(5), value] as const] : [])),
  )
  const language: Language = said('language') === 'en' ? 'en' : 'zh'
  const facts = {
    form: said('form'),
    formVersion,
    round: said('round'),
    unit: said('unit'),
    version,
    language,
    rowPrefix,
  }
  return { facts, kept }
}
