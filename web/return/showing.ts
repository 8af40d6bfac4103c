/*
 * Brings what has changed to the page. With a key come the totals; what is said of the cells comes in the frame after
 * it, so that a key never waits for the checks. Whatever else changes cells shows all at once.
 */
import { batch as together } from '@preact/signals'
import type { Cells } from '../../shared/form/cells.ts'
import { fieldAt } from '../../shared/form/fields.ts'
import type { Address, Form } from '../../shared/form/form.ts'
import type { Waiting } from './waiting.ts'

/* Past the frame that shows a key and its totals, before anybody has looked there. */
const nextFrameMs = 32
/* A text is checked when its writer pauses: reading it through at every keystroke would be felt. */
const textPauseMs = 250

interface ShowingWorld {
  readonly form: Form
  readonly waiting: Waiting
  readonly showCells: (changed: Iterable<Address>) => void
  readonly showTotals: (values: Cells) => void
  readonly showChecks: () => void
  readonly after: (ms: number, run: () => void) => () => void
}

export interface Showing {
  /** A cell is not as it was shown. */
  readonly touched: (cell: Address) => void
  /** Shows what was touched; `typing` while a text is being typed into that cell. Answers which cells it was. */
  readonly show: (typing?: Address) => readonly Address[]
}

export const showingOf = (world: () => ShowingWorld): Showing => {
  const touched = new Set<Address>()
  /* Whose own state is not shown yet, and whose value is not read yet. */
  const unseen = new Set<Address>()
  const unread = new Set<Address>()
  let cancel: (() => void) | undefined

  const stop = (): void => {
    cancel?.()
    cancel = undefined
  }
  const showTotals = (): void => {
    const { waiting, showTotals: give } = world()
    const values: Record<Address, Cells[string]> = {}
    for (const cell of unread) {
      const content = waiting.content(cell)
      /* A text that cannot be read counts as blank. */
      values[cell] = 'value' in content ? content.value : null
    }
    unread.clear()
    give(values)
  }
  const showCells = (): void => {
    const cells = [...unseen]
    unseen.clear()
    if (cells.length > 0) world().showCells(cells)
  }
  const showAll = (): void => {
    stop()
    together(() => {
      showCells()
      showTotals()
      world().showChecks()
    })
  }
  const showText = (): void => {
    stop()
    together(showCells)
    cancel = world().after(textPauseMs, showAll)
  }
  const showFigure = (): void => {
    showTotals()
    cancel ??= world().after(nextFrameMs, showAll)
  }
  return {
    touched: (cell) => touched.add(cell),
    show: (typing) => {
      const changed = [...touched]
      touched.clear()
      for (const cell of changed) {
        unseen.add(cell)
        unread.add(cell)
      }
      if (typing === undefined) showAll()
      else if (fieldAt(world().form, typing)?.kind === 'narrative') showText()
      else showFigure()
      return changed
    },
  }
}
