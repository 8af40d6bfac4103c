/*
 * The fields of a form, flat: one per cell, found by address. All consumers (schema, computed cells, print,
 * roll-up, documents) read these; only this folder reads sections' inner structure besides the documents.
 */
import type { Address, InputKind, Option, Words } from './form.ts'

interface FieldBase {
  readonly address: Address
  readonly section: string
  /** Row and column, or the section's title for a narrative: 「行政处罚 · 处理决定数量」. */
  readonly label: Words
  readonly measure?: string
}
export type Field =
  | (FieldBase & { readonly kind: Exclude<InputKind, 'choice'> })
  | (FieldBase & { readonly kind: 'choice'; readonly options: readonly Option[] })
  /** Terms are addresses of input or computed cells of the same form; `money` when they are money. */
  | (FieldBase & { readonly kind: 'sum'; readonly terms: readonly Address[]; readonly money: boolean })
  | (FieldBase & { readonly kind: 'ratio'; readonly numerator: Address; readonly denominator: Address })

/** The field of one kind; the intersection narrows the member that stands for several kinds. */
