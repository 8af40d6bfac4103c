/*
 * Who draws which cell of a table. One list for all of them: a signal and an effect for each of 25 × 7 cells would
 * cost more than drawing them.
 */
import { effect, signal, untracked } from '@preact/signals'
import type { Address } from '../../shared/form/form.ts'

export interface Watching {
  /**
   * `draw` is called when something about the cell is to be shown again, until the answer is called; `isHurried`: with
   * the key that is being typed, so that only a figure is to be shown, and what is said of it may wait.
   */
  readonly watch: (address: Address, draw: (isHurried?: boolean) => void) => () => void
  /** The cell is not as it was drawn. It is drawn again when the batch of changes ends. */
  readonly changed: (address: Address) => void
  /** A total is another: its figure is drawn now. */
  readonly hurried: (address: Address) => void
  readonly all: () => void
}

export const watchingOf = (): Watching => {
  const drawing = new Map<Address, (isHurried?: boolean) => void>()
  const due = new Set<Address>()
  const pulse = signal(0)
  const drawDue = (): void => {
    const addresses = [...due]
    due.clear()
    const failed: unknown[] = []
    for (const address of addresses)
      try {
        drawing.get(address)?.()
      } catch (thrown) {
        /* One cell that cannot be drawn holds up no other. */
        failed.push(thrown)
      }
    if (failed.length > 0) throw failed[0]
  }
  effect(() => {
    void pulse.value
    untracked(drawDue)
  })
  return {
    watch: (address, draw) => {
      drawing.set(address, draw)
      return () => {
        /* The table in another language may have taken the place already. */
        if (drawing.get(address) === draw) drawing.delete(address)
      }
    },
    changed: (address) => {
      if (!drawing.has(address)) return
      /* One pulse draws whatever is due in a batch. */
      const isFirst = due.size === 0
      due.add(address)
      if (isFirst) pulse.value = pulse.peek() + 1
    },
    hurried: (address) => drawing.get(address)?.(true),
    all: () => {
      for (const address of drawing.keys()) due.add(address)
      pulse.value = pulse.peek() + 1
    },
  }
}
