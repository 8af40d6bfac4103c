/* What one table on the page is about right now: the cell in hand, what is said of it, and the block about to be pasted. */
import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import type { Address, BlocksSection, MatrixSection } from '../../../shared/form/form.ts'
import type { OpenReturn } from '../open-return.ts'
import type { Fitted } from './fitting.ts'
import { type Grid, gridOf, type Line, type Sheet, type Slot, sheetsOf } from './layout.ts'

export interface Pasting extends Fitted {
  readonly headings: { readonly lines: number; readonly columns: number }
}

export interface Desk {
  readonly open: OpenReturn
  readonly section: MatrixSection | BlocksSection
  readonly sheets: readonly Sheet[]
  readonly grid: Grid
  readonly current: Signal<Address | undefined>
  /** The slot of the cell in hand. */
  readonly slot: ReadonlySignal<Slot | undefined>
  /** The row whose help is open, by the key of its line. */
  readonly helpOf: Signal<string | undefined>
  readonly askingReason: Signal<boolean>
  readonly pasting: Signal<Pasting | undefined>
  /** What has just happened, for the eye and for those who hear the page. */
  readonly message: Signal<string>
  /** The text of the cell in hand when it was entered, for Esc. */
  readonly entered: { text: string }
  /** The page's element of the table, for finding cells. */
  readonly root: { element: HTMLElement | null }
}

const slotIn = (grid: Grid, address: Address | undefined): Slot | undefined => {
  if (address === undefined) return undefined
  for (const slots of grid) for (const slot of slots) if (slot.address === address) return slot
  return undefined
}

export const deskOf = (open: OpenReturn, section: MatrixSection | BlocksSection): Desk => {
  const sheets = sheetsOf(section)
  const grid = gridOf(sheets)
  const current = signal<Address | undefined>(undefined)
  return {
    open,
    section,
    sheets,
    grid,
    current,
    slot: computed(() => slotIn(grid, current.value)),
    helpOf: signal(undefined),
    askingReason: signal(false),
    pasting: signal(undefined),
    message: signal(''),
    entered: { text: '' },
    root: { element: null },
  }
}

/** The element of a cell of this table. Addresses are made of ids of the form, which need no escaping. */
export const elementOf = (desk: Desk, address: Address | undefined): HTMLElement | null =>
  address === undefined ? null : (desk.root.element?.querySelector<HTMLElement>(`[data-cell="${address}"]`) ?? null)

export const focusCell = (desk: Desk, address: Address | undefined): void => elementOf(desk, address)?.focus()

export const slotOf = (desk: Desk, address: Address | undefined): Slot | undefined => slotIn(desk.grid, address)

/** The line that a cell stands in. */
export const lineOf = (desk: Desk, address: Address): (Line & { readonly kind: 'cells' }) | undefined => {
  for (const { lines } of desk.sheets) {
    for (const line of lines) {
      if (line.kind === 'cells' && line.slots.some((slot) => slot.address === address)) return line
    }
  }
  return undefined
}
