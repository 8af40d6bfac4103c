/* Brings what has changed to the page: cells at once, and what is computed and checked from them. */
import { batch as together } from '@preact/signals'
import type { Cells } from '../../shared/form/cells.ts'
import { fieldAt } from '../../shared/form/fields.ts'
import type { Address, Form } from '../../shared/form/form.ts'
import type { Waiting } from './waiting.ts'

/* A text is checked when its writer pauses: reading it through at every keystroke would be felt. */
const textPauseMs = 250

interface ShowingWorld {
  readonly form: Form
  readonly waiting: Waiting
  readonly showCells: (changed: readonly Address[]) => void
  readonly showValues: (values: Cells) => void
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
  const unread = new Set<Address>()
  let cancel = (): void => undefined

  const showValues = (): void => {
    cancel()
    const { waiting, showValues: give } = world()
    /* A text that cannot be read counts as blank. */
    const values = [...unread].map((cell) => {
      const content = waiting.content(cell)
      return [cell, 'value' in content ? content.value : null] as const
    })
    unread.clear()
    give(Object.fromEntries(values))
  }
  return {
    touched: (cell) => touched.add(cell),
    show: (typing) => {
      const { form, showCells, after } = world()
      const changed = [...touched]
      touched.clear()
      for (const cell of changed) unread.add(cell)
      together(() => {
        showCells(changed)
        if (typing === undefined || fieldAt(form, typing)?.kind !== 'narrative') showValues()
        else {
          cancel()
          cancel = after(textPauseMs, showValues)
        }
      })
      return changed
    },
  }
}
