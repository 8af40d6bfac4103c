/* What a check found: the same shape on the page, in the API and in a document. */
import type { Address, CheckClass, Words } from './form.ts'

/** A part of a narrative: UTF-16 offsets into the text as typed, `end` not included. */
export interface Passage {
  readonly cell: Address
  readonly start: number
  readonly end: number
}

export interface Finding {
  /** Check id, `R1.naturalPerson`. */
  readonly check: string
  readonly ruleId: string
  readonly class: CheckClass
  /** Cells to look at, the first being the one to open. */
  readonly cells: readonly Address[]
  /** Which cells, the two values and the difference, what to do. One sentence each. */
  readonly message: Words
  /** The two values compared, as text, where the rule compares. */
  readonly left?: string
  readonly right?: string
  /** The sentences meant, where a check reads a text. */
  readonly passages?: readonly Passage[]
  /**
   * Identity for reasons: the check, its cells and their values (product F5). A reason given for this key
   * falls when a value changes, because the key then differs. Of a text that a check reads only the words or the number
   * found count, so that a change elsewhere in it lets the reason stand.
   */
  readonly key: string
}
