/*
 * How each kind of value goes up the tree (product A1). Figures are added (`add-up.ts`), lists joined, narratives
 * stand side by side; totals and shares are computed again from the sums (`compute.ts`), never added.
 */
import type { Cells } from './cells.ts'
import { isBlank } from './cells.ts'
import { inputFieldsOf } from './fields.ts'
import type { Address, FieldKind, Form, ListSection } from './form.ts'
import { listRowsOf } from './lists.ts'

/** What a unit (or the parent below) hands up. */
export interface Contribution {
  readonly unit: string
  readonly cells: Cells
}

/** How the values of a kind become one. */
export type WayUp = 'added' | 'addedExactly' | 'computedAgain' | 'sideBySide' | 'notAdded'

/** Text, flags and choices are added nowhere; in lists they stay in their rows, which are joined. */
export const wayUpOfKind = {
  count: 'added',
  change: 'added',
  money: 'addedExactly',
  text: 'notAdded',
  narrative: 'sideBySide',
  flag: 'notAdded',
  choice: 'notAdded',
  sum: 'computedAgain',
  ratio: 'computedAgain',
} as const satisfies Record<FieldKind, WayUp>

/** Input cells of the form whose values go up in one way, in print order. */
export const addressesOf = (form: Form, way: WayUp): readonly Address[] =>
  inputFieldsOf(form)
    .filter((field) => wayUpOfKind[field.kind] === way)
    .map((field) => field.address)

export interface JoinedRow {
  readonly unit: string
  readonly rowId: string
  /** Column id to value. */
  readonly values: Cells
}

/** The rows of one list of all units, each naming its unit, in the order of the contributions. */
export const joinList = (list: ListSection, contributions: readonly Contribution[]): readonly JoinedRow[] =>
  contributions.flatMap(({ unit, cells }) => listRowsOf(list, cells).map((row) => ({ unit, ...row })))

export interface UnitNarrative {
  readonly unit: string
  readonly text: string
}

/** For each narrative of the form what the units wrote, side by side for the editor; who wrote nothing is left out. */
export const narrativesSideBySide = (
  form: Form,
  contributions: readonly Contribution[],
): Readonly<Record<Address, readonly UnitNarrative[]>> =>
  Object.fromEntries(
    addressesOf(form, 'sideBySide').map((address) => [
      address,
      contributions.flatMap(({ unit, cells }) => {
        const text = cells[address]
        return typeof text === 'string' && !isBlank(text) ? [{ unit, text }] : []
      }),
    ]),
  )
