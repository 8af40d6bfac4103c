/*
 * What can be taken back: one step is what was pasted or put at once, or what was typed into one cell until it was
 * left. A cell that has been changed since, by whomever, is not touched by taking an older step back.
 */
import { type ReadonlySignal, signal } from '@preact/signals'
import type { Address } from '../../shared/form/form.ts'
import { type Content, sameContent } from './waiting.ts'

interface Changed {
  readonly before: Content
  after: Content
}
type Step = Map<Address, Changed>

const mostSteps = 100

export interface Steps {
  /** Before a cell is changed: `typing` goes on with the step of the same cell until `end`. */
  readonly note: (
    changes: readonly { readonly cell: Address; readonly before: Content; readonly after: Content }[],
    typing?: Address,
  ) => void
  /** The cell was left: the next keystroke begins a step of its own. */
  readonly end: () => void
  readonly undo: () => void
  readonly redo: () => void
  readonly canUndo: ReadonlySignal<boolean>
  readonly canRedo: ReadonlySignal<boolean>
}

/** @param content what stands in a cell now @param put puts a content into cells, as one change */
export const steps = (
  content: (cell: Address) => Content,
  put: (contents: ReadonlyMap<Address, Content>) => void,
): Steps => {
  const done: Step[] = []
  const undone: Step[] = []
  let typing: Address | undefined
  const canUndo = signal(false)
  const canRedo = signal(false)
  const tell = (): void => {
    canUndo.value = done.length > 0
    canRedo.value = undone.length > 0
  }
  const move = (from: Step[], to: Step[], is: 'before' | 'after', becomes: 'before' | 'after'): void => {
    typing = undefined
    const step = from.pop()
    if (step === undefined) return
    const still = [...step].filter(([cell, changed]) => sameContent(content(cell), changed[is]))
    to.push(new Map(still))
    put(new Map(still.map(([cell, changed]) => [cell, changed[becomes]])))
    tell()
  }
  return {
    note: (changes, into) => {
      const last = done[done.length - 1]
      const goesOn = into !== undefined && into === typing && last !== undefined
      const step: Step = goesOn ? last : new Map()
      for (const { cell, before, after } of changes) {
        const known = step.get(cell)
        if (known === undefined) step.set(cell, { before, after })
        else known.after = after
      }
      if (!goesOn) done.push(step)
      if (done.length > mostSteps) done.shift()
      undone.length = 0
      typing = into
      tell()
    },
    end: () => {
      typing = undefined
    },
    undo: () => move(done, undone, 'after', 'before'),
    redo: () => move(undone, done, 'before', 'after'),
    canUndo,
    canRedo,
  }
}
