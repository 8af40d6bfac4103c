/* What a check found: the same shape on the page, in the API and in a document. */
import type { Address, CheckClass, Words } from './form.ts'

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
  /**
   * Identity for reasons: the check, its cells and their values (product F5). A reason given for this key
   * falls when a value changes, because the key then differs.
   */
  readonly key: string
}
