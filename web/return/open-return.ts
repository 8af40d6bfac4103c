/*
 * One return, open in this window: what its parts ask and tell. Cells are signals of their own, so that one keystroke
 * touches one cell, its totals and its checks and draws nothing else again. Who saves, when, and what happens when two
 * people meet stands in saving.ts; the pages know only this.
 */
import type { ReadonlySignal } from '@preact/signals'
import type { CellValue } from '../../shared/form/cells.ts'
import type { Finding } from '../../shared/form/finding.ts'
import type { Address, Form, Words } from '../../shared/form/form.ts'
import type { ReturnAnswer } from '../api/client.ts'

/** What stands in one input cell. */
export interface CellState {
  /** The text of the input: as typed while it is being typed or cannot be read, as printed otherwise. */
  readonly text: string
  /** The value that is saved or on its way; absent: blank, or not readable. */
  readonly value?: CellValue
  /** Why the text cannot be read, and what to do. It is kept in the browser and not sent. */
  readonly problem?: Words
  /** The text is likely this value and wants a yes ("-" for 0, rule R17): until it is put, nothing is sent. */
  readonly confirm?: { readonly value: CellValue }
  /** Not applicable, with its reason. */
  readonly notApplicable?: string
  /** Filled by one click, or carried over from last year. */
  readonly filled?: 'zero' | 'nil' | 'lastYear'
}

/** Two people changed the same cell (product E2): both values, and who and when. */
export interface Conflict {
  readonly theirs: CellValue
  readonly yours: CellValue
  readonly who: string
  readonly when: string
  /** The other is the same person, in another window. */
  readonly isMine?: true
}

/** What waits in this browser and cannot be saved, because the return takes no changes (any more). */
export interface Untaken {
  readonly cell: Address
  /** A reason for a finding on the cell. */
  readonly isReason?: true
  /** A text, whatever the cell takes otherwise: it could not be read. */
  readonly asTyped?: true
  /** As it was typed, and as the server has it. */
  readonly yours: unknown
  readonly theirs: unknown
}

/** What the bar says of saving. `kept` changes wait in this browser. */
export type Saving =
  | { readonly state: 'saved'; readonly at?: string }
  | { readonly state: 'saving' }
  | { readonly state: 'offline'; readonly kept: number }
  | { readonly state: 'signedOut'; readonly kept: number }
  | { readonly state: 'refused'; readonly kept: number; readonly detail: string; readonly cell?: Address }

/** Why something was not done, and the cell to look at, if there is one. */
export interface Hitch {
  readonly detail: string
  readonly cell?: Address
}

/** A finding with the reason that was given for it; `stands`: the one that the server keeps while another waits. */
export type ShownFinding = Finding & { readonly reason?: string; readonly stands?: string }

/** How a cell is marked by findings: blocked, to be explained, explained, or a hint. */
export type Mark = 'wrong' | 'toExplain' | 'explained' | 'hint'

export interface SectionState {
  readonly filled: number
  readonly total: number
  /** Findings of class A, and of B and C without their reason. */
  readonly toSettle: number
}

export interface CellLook {
  readonly state: CellState
  readonly mark: Mark | undefined
  readonly conflict: boolean
}

export interface Total {
  readonly text: string
  readonly incomplete: boolean
}

/** What is drawn of the return as a whole: lists of findings, counts of the steps. */
export interface Overview {
  readonly findings: readonly ShownFinding[]
  readonly sections: Readonly<Record<string, SectionState>>
}

export interface OpenReturn {
  readonly round: string
  readonly unit: string
  readonly form: Form
  /** Everything the server says of the return besides the cells: stage, due, correction, receipt, last year. */
  readonly answer: ReadonlySignal<ReturnAnswer>
  /** May this person type here now? */
  readonly editable: ReadonlySignal<boolean>
  readonly cell: (address: Address) => ReadonlySignal<CellState>
  /** A computed cell as printed; `incomplete` while an operand is blank. */
  readonly computed: (address: Address) => ReadonlySignal<Total>
  readonly mark: (address: Address) => ReadonlySignal<Mark | undefined>
  readonly conflict: (address: Address) => ReadonlySignal<Conflict | undefined>
  /** Cells that two people changed. */
  readonly disputed: ReadonlySignal<ReadonlySet<Address>>
  /** What is shown of an input cell now, and of a computed one; `watch` says when to ask again. */
  readonly look: (address: Address) => CellLook
  readonly total: (address: Address) => Total & Pick<CellLook, 'mark'>
  /** Tells when to draw a cell again; answers with the end of it. A cell is drawn at one place only. */
  readonly watch: (address: Address, draw: () => void) => () => void
  /** Last year's value as printed, or why there is none to compare with. */
  readonly lastYear: (address: Address) => { readonly text?: string; readonly notComparable?: string }
  /** Comments of the coordinator on a cell. */
  readonly comments: (address: Address) => readonly string[]
  /** The text of an input has changed; it is read leniently and saved when it can be read. */
  readonly type: (address: Address, text: string) => void
  /** The input was left: its text becomes the printed value where it could be read. */
  readonly leave: (address: Address) => void
  /** Values as they are, in one step that one undo takes back: pasting, ticks, lists, not applicable; null blanks. */
  readonly put: (cells: Readonly<Record<Address, CellValue>>) => void
  readonly undo: () => void
  readonly redo: () => void
  readonly canUndo: ReadonlySignal<boolean>
  readonly canRedo: ReadonlySignal<boolean>
  readonly resolve: (address: Address, keep: 'theirs' | 'yours') => void
  readonly findings: ReadonlySignal<readonly ShownFinding[]>
  readonly giveReason: (finding: Finding, text: string) => void
  readonly sections: ReadonlySignal<Readonly<Record<string, SectionState>>>
  /**
   * Findings and sections a moment after the last key, for whatever is large to draw: a figure is typed digit by
   * digit, and what is between is nobody's business.
   */
  readonly overview: ReadonlySignal<Overview>
  /** Ids of the rows of a list, in the order in which they were made; and whether 「无」 was said. */
  readonly listRows: (section: string) => ReadonlySignal<{ readonly rows: readonly string[]; readonly none: boolean }>
  readonly saving: ReadonlySignal<Saving>
  /** Does this browser keep what is not yet saved? False where storage is blocked: a closed tab loses it then. */
  readonly keepsInBrowser: ReadonlySignal<boolean>
  /** What waits while nothing can be saved; empty while the return can be edited. */
  readonly untaken: ReadonlySignal<readonly Untaken[]>
  /** Gives up what waits. */
  readonly forget: () => void
  /** 「其余填 0」 and 「零报告」 of a section; resolves with what stands in the way, if anything does. */
  readonly fill: (section: string, how: 'zero' | 'nil') => Promise<Hitch | undefined>
  /**
   * Sends what waits, now; resolves when nothing waits, or with the state that stands in the way: `refused` also where
   * cells cannot be read or are in conflict.
   */
  readonly flush: () => Promise<Saving>
  /** Reads the return from the server again and merges it in: a window that comes back, a colleague's work. */
  readonly refresh: () => Promise<void>
  readonly close: () => void
}
