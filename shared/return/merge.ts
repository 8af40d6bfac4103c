/*
 * Two people in one return (product E2): what each sends is merged cell by cell. A cell remembers the version it was
 * last changed at; only a cell changed since the sender's base, to something else, is a conflict. A removed list row
 * leaves blank marks behind, so that a colleague's older copy cannot bring half of it back unseen.
 */
import { type Cells, type CellValue, sameValue } from '../form/cells.ts'
import type { Address } from '../form/form.ts'
import type { Instant } from '../time.ts'
import type { Actor } from './return.ts'

/** A cell of a draft: its value, the version that set it, who, when, and whether one click filled it. */
export interface Mark {
  readonly v: CellValue
  readonly n: number
  readonly by: Actor
  readonly at: Instant
  /** One click 「其余填 0」 or 「零报告」, or carried over from last year (上年结转). */
  readonly how?: 'zero' | 'nil' | 'lastYear'
}

export type Draft = Readonly<Record<Address, Mark>>

export interface StaleCell {
  readonly cell: Address
  readonly theirs: CellValue
  readonly yours: CellValue
  readonly who: Actor
  readonly when: Instant
}

export interface Merge {
  readonly changed: Draft
  readonly stale: readonly StaleCell[]
}

/** A cell as somebody left it after a version: what a page that stands at that version has not seen. */
export interface ChangedCell {
  readonly cell: Address
  readonly value: CellValue
  readonly who: Actor
  readonly when: Instant
  readonly filled?: Exclude<Mark['how'], undefined>
}

/**
 * The cells of a draft that were changed after a version, whoever did; those in `but` are left out: the sender knows
 * them, or is told of them as stale.
 */
export const changedSince = (
  draft: Draft,
  base: number,
  but: ReadonlySet<Address> = new Set(),
): readonly ChangedCell[] =>
  Object.entries(draft).flatMap(([cell, { v, n, by, at, how }]) =>
    n > base && !but.has(cell)
      ? [{ cell, value: v, who: by, when: at, ...(how === undefined ? {} : { filled: how }) }]
      : [],
  )

/** Values of a draft; blanks are left out. */
export const cellsOf = (draft: Draft): Cells =>
  Object.fromEntries(
    Object.entries(draft).flatMap(([cell, mark]) => (mark.v === null ? [] : [[cell, mark.v] as const])),
  )

/** `accounts.r1: null` stands for every cell of the row that the draft knows. */
const spelledOut = (draft: Draft, sent: Cells, isRow: (address: Address) => boolean): Cells =>
  Object.fromEntries(
    Object.entries(sent).flatMap(([cell, value]) =>
      isRow(cell)
        ? Object.keys(draft)
            .filter((known) => known.startsWith(`${cell}.`))
            .map((known) => [known, null] as const)
        : [[cell, value] as const],
    ),
  )

/**
 * Merges sent cells into a draft.
 * @param base the version the sender had seen; a cell changed after it, to another value, is stale and left alone
 * @param isRow tells the address of a list row (`accounts.r1`) from that of a cell
 */
export const mergeCells = (request: {
  readonly draft: Draft
  readonly base: number
  readonly sent: Cells
  readonly mark: Omit<Mark, 'v'>
  readonly isRow: (address: Address) => boolean
}): Merge => {
  const changed: Record<Address, Mark> = {}
  const stale: StaleCell[] = []
  for (const [cell, value] of Object.entries(spelledOut(request.draft, request.sent, request.isRow))) {
    const known = request.draft[cell]
    if (sameValue(known?.v, value)) continue
    if (known !== undefined && known.n > request.base) {
      stale.push({ cell, theirs: known.v, yours: value, who: known.by, when: known.at })
    } else {
      changed[cell] = { ...request.mark, v: value }
    }
  }
  return { changed, stale }
}
