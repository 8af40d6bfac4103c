/*
 * How each kind of value goes up the tree (product A1). Figures are added (`add-up.ts`), lists joined, narratives
 * stand side by side; totals and shares are computed again from the sums (`compute.ts`), never added.
 */
import type { Cells } from './cells.ts'
import { inputFieldsOf } from './fields.ts'
import type { Address, FieldKind, Form } from './form.ts'

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
