/* What a return did not take, in words. */
import type { Form } from '../../shared/form/form.ts'
import { cellName, valueInWords } from '../changes/change-text.ts'
import type { Untaken } from '../return/open-return.ts'
import { say } from './words.ts'

export interface Line {
  readonly key: string
  readonly name: string
  readonly yours: string
  readonly theirs: string
}

/** One change: what the cell is called, and both values as printed, or as typed where they could not be read. */
export const lineOf = (form: Form, { cell, isReason, asTyped, yours, theirs }: Untaken): Line => {
  const words = say()
  const name = cellName(form, cell)
  const inWords = (value: unknown, isText: boolean): string =>
    isText && typeof value === 'string' ? value : valueInWords(form, cell, value, words.blank)
  return {
    key: `${cell} ${isReason === true}`,
    name: isReason ? `${name} · ${words.reason}` : name,
    yours: inWords(yours, asTyped === true) || words.blank,
    theirs: theirs === undefined ? words.blank : inWords(theirs, isReason === true),
  }
}

/** All of it as a text to take away. */
export const untakenText = (lines: readonly Line[]): string =>
  lines.map(({ name, yours }) => `${name}\n${yours}\n`).join('\n')
