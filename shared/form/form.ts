/*
 * What a form is: data, and nothing but data. Everything else (schema, computed cells, checks, roll-up,
 * printed text, documents) is derived from a value of type Form. A new kind of field is added to FieldKind
 * and then fails to compile in every table that must know it. Decision 0005.
 */

import type { Words } from '../words.ts'

export type { Words }

/** The address of a cell: `section.row.column`, `section.text` for a narrative, `section.rowId.column` in a list. */
export type Address = string

/** Kinds of cells that people fill in. */
export type InputKind = 'count' | 'change' | 'money' | 'text' | 'narrative' | 'flag' | 'choice'
/** Kinds of cells that the server computes: they are never sent, and never added up from below. */
export type ComputedKind = 'sum' | 'ratio'
export type FieldKind = InputKind | ComputedKind

export interface Option {
  readonly id: string
  readonly label: Words
}

/** A heading over several columns or rows. `in` names the group that holds this one; absent: outermost. */
export interface Group {
  readonly id: string
  readonly label: Words
  readonly in?: string
}

/** How a row or column of a matrix is computed from its siblings. */
export type Computed =
  | { readonly sumOf: readonly string[] }
  | { readonly ratioOf: { readonly numerator: string; readonly denominator: string } }

export interface Row {
  readonly id: string
  readonly label: Words
  readonly group?: string
  readonly computed?: Computed
  /** What belongs here is told, with its article, under the row's id in editions/application-help.ts: read when asked for. */
  readonly helped?: true
}

export interface Column {
  readonly id: string
  readonly label: Words
  readonly group?: string
  readonly kind: InputKind
  /** 件, 项, 元, 万元, 条 … */
  readonly measure?: string
  readonly computed?: Computed
  readonly options?: readonly Option[]
}

interface SectionName {
  readonly id: string
  /** As the notice words it: what is printed, and the heading over the section. */
  readonly title: Words
  /** For lists of sections, where there is no room for the title; absent: the title. */
  readonly short?: Words
}

export interface NarrativeSection extends SectionName {
  readonly kind: 'narrative'
  /** Characters (字) beyond which a hint is shown; not a wall. */
  readonly softLimit?: number
  readonly help?: Words
}

/** Table 2: blocks, each under an article of the regulation, with its own columns. */
export interface BlocksSection extends SectionName {
  readonly kind: 'blocks'
  readonly rowHeader: Words
  readonly blocks: readonly {
    readonly article: Words
    readonly columns: readonly Column[]
    readonly rows: readonly Row[]
  }[]
}

/** Rows × columns, with grouped headers. `layout: 'sideBySide'` prints the rows as blocks of columns in one line (table 4). */
export interface MatrixSection extends SectionName {
  readonly kind: 'matrix'
  readonly cornerNote?: Words
  readonly layout: 'rows' | 'sideBySide'
  readonly rows: readonly Row[]
  readonly columns: readonly Column[]
  readonly rowGroups: readonly Group[]
  readonly columnGroups: readonly Group[]
}

/** Any number of rows, made by the person who fills in; an explicit 「无」 says there are none. */
export interface ListSection extends SectionName {
  readonly kind: 'list'
  readonly columns: readonly Column[]
}

export type Section = NarrativeSection | BlocksSection | MatrixSection | ListSection

export interface Form {
  readonly id: string
  /** Raised when labels or checks change; a stored return names id and version. */
  readonly version: number
  readonly title: Words
  /** Report years the edition is for; absent: any. */
  readonly years?: { readonly from: number; readonly to?: number }
  /** The notice that fixes the format. */
  readonly source?: string
  readonly sections: readonly Section[]
  readonly checks: readonly Check[]
}

/* ---- checks as data ---- */

/** A blocks; B may be submitted with a written reason; C asks for a reason of at least six characters; D is a hint. */
export type CheckClass = 'A' | 'B' | 'C' | 'D'

/** One side of a comparison: a signed sum of cells, of this year or of last year's return. */
export interface Term {
  readonly cell: Address
  readonly sign: 1 | -1
  readonly year: 'this' | 'last'
}

/** What a check says. Every rule the office knows is one of these; a form never contains a function. */
export type Rule =
  | { readonly kind: 'equal'; readonly left: readonly Term[]; readonly right: readonly Term[] }
  | { readonly kind: 'atMost'; readonly left: readonly Term[]; readonly right: readonly Term[] }
  /** The stated value of a computed cell, kept beside it by an import, equals the computed one (R2–R4). */
  | { readonly kind: 'statedEquals'; readonly cell: Address }
  /** If any of `when` is above zero, `must` holds something. */
  | { readonly kind: 'requiredIf'; readonly when: readonly Address[]; readonly must: Address }
  /** Blank cells of these: finished returns have none (R17). */
  | { readonly kind: 'filled'; readonly cells: readonly Address[] }
  /** The cell reads as its kind and lies in its range (R9). */
  | { readonly kind: 'readable'; readonly cells: readonly Address[] }
  | { readonly kind: 'mentions'; readonly cell: Address; readonly anyOf: readonly string[] }
  | { readonly kind: 'lengthAtMost'; readonly cell: Address; readonly characters: number }
  /** Share of a part in a whole above a limit (R15). */
  | {
      readonly kind: 'shareAtMost'
      readonly part: readonly Address[]
      readonly whole: Address
      readonly percent: number
    }
  /** Year on year change beyond a factor and an absolute distance (R16). */
  | { readonly kind: 'steady'; readonly cells: readonly Address[]; readonly factor: number; readonly distance: number }
  /** Last year's cell above zero should reappear in this year's sum (R18). */
  | { readonly kind: 'reappears'; readonly last: Address; readonly among: readonly Address[] }
  /** The city's cell equals the recount of the units' cells (R10); runs on the server, at the report. */
  | { readonly kind: 'recount' }
  /** A number that a narrative states is the cells' (R11). What is not certain is passed over. */
  | {
      readonly kind: 'textAgrees'
      readonly texts: readonly Address[]
      /** How the number is written; see `Phrase`. */
      readonly phrases: readonly Phrase[]
      /** How a text says that there was none: read as 0. */
      readonly none?: readonly Phrase[]
      /** What the number stands for: the sum of the first cells. A number that fits any of the sums is right. */
      readonly readings: readonly (readonly Address[])[]
      /** A sum that is often written instead; the finding then says so. */
      readonly mistakenFor?: readonly Address[]
      /** Something that must be spoken of shortly before (a phrase without figure), and must not in between. */
      readonly about?: Phrase
      readonly notAbout?: Phrase
      /** Also after 其中, where parts of a whole are told. */
      readonly inParts?: true
    }
  /** A narrative is not last year's, nor another unit's: at most so much of it, in per cent, stands there (R14). */
  | {
      readonly kind: 'unlike'
      readonly cell: Address
      readonly to: 'lastYear' | 'otherUnits'
      readonly percent: number
      /** Shorter agreements than this many characters in all are no finding. */
      readonly characters: number
    }
  /** No personal numbers stand in a text that will be published (E6). */
  | { readonly kind: 'keepsOut'; readonly texts: readonly Address[]; readonly what: PersonalNumber }

/** Numbers of persons that must not be published. */
export type PersonalNumber = 'idCard' | 'mobile' | 'bankCard'

/**
 * How something is written in a Chinese text, spaces apart: a pattern with `(a|b)`, `?` and lookarounds as in regular
 * expressions, `#件` for a number with a measure of cases (件, 起, 宗 …), `#条` for one of items, and `…` for up to
 * 24 characters without figures and without an end of clause.
 */
export type Phrase = string

/** What a check needs to be run: the return's own cells, last year's as well, or the other units' (server only). */
export type CheckNeeds = 'own' | 'lastYear' | 'otherUnits'

/** One check. What it says in a sentence, its basis and its worked examples are in the rulebook. */
export interface Check {
  /** `R1.naturalPerson`: the rule id of the domain facts, then the instance. Unique in a form. */
  readonly id: string
  /** `R1`. */
  readonly ruleId: string
  readonly class: CheckClass
  readonly needs: CheckNeeds
  readonly rule: Rule
  /** Off unless a round turns it on (R7x). */
  readonly offByDefault?: true
  /** Editions last year's return may be of; others make the check wait (comparability). Absent: any. */
  readonly lastYearForms?: readonly string[]
}
