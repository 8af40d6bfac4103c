/*
 * Keeps in this browser what waits: a moment after it was typed, and in any case before it is sent. A store that
 * refuses, or does not answer, holds nobody up: the page then works from memory, and says so.
 */
import { type ReadonlySignal, signal } from '@preact/signals'
import type { GivenReasons } from './given-reasons.ts'
import { type Kept, type KeptItem, nameOf } from './kept.ts'
import type { Waiting } from './waiting.ts'

/* After the first key that is not kept yet: a killed tab loses no more, and not every key writes to the store. */
const soonMs = 200
const patienceMs = 1000

export interface Keeping {
  readonly works: ReadonlySignal<boolean>
  /** What earlier windows left behind; nothing where it cannot be read. */
  readonly read: () => Promise<readonly KeptItem[]>
  /** A cell, or a reason under the key of its finding, is no longer as it was kept. */
  readonly changed: (what: { readonly cell: string } | { readonly key: string }) => void
  /** Keeps what has changed, now; resolves also where nothing can be kept. */
  readonly now: () => Promise<void>
  readonly stop: () => void
}

interface KeepingWorld {
  readonly kept: Kept
  readonly waiting: Waiting
  readonly reasons: GivenReasons
  readonly after: (ms: number, run: () => void) => () => void
}

export const keepingOf = ({ kept, waiting, reasons, after }: KeepingWorld): Keeping => {
  const works = signal(true)
  const cells = new Set<string>()
  const keys = new Set<string>()
  /* Names that the store holds: what never came into it need not be forgotten. */
  const stored = new Set<string>()
  let cancel: (() => void) | undefined

  const within = async <T>(work: Promise<T>): Promise<T | undefined> => {
    let stop = (): void => undefined
    const late = new Promise<undefined>((resolve) => {
      stop = after(patienceMs, () => {
        works.value = false
        resolve(undefined)
      })
    })
    try {
      const done = await Promise.race([work, late])
      if (done !== undefined) works.value = true
      return done
    } catch {
      works.value = false
      return undefined
    } finally {
      stop()
    }
  }

  const itemsNow = (): ReadonlyMap<string, KeptItem | undefined> => {
    const items = new Map<string, KeptItem | undefined>()
    for (const cell of cells) {
      waiting.willArrive(cell)
      const entry = waiting.entries().get(cell)
      if (entry !== undefined) items.set(cell, { cell, entry })
      else if (stored.has(cell)) items.set(cell, undefined)
    }
    for (const key of keys) {
      const reason = reasons.waiting().get(key)
      const name = nameOf({ key, reason: { check: '', cell: '', text: '' } })
      if (reason !== undefined) items.set(name, { key, reason })
      else if (stored.has(name)) items.set(name, undefined)
    }
    cells.clear()
    keys.clear()
    for (const [name, item] of items)
      if (item === undefined) stored.delete(name)
      else stored.add(name)
    return items
  }

  const stop = (): void => {
    cancel?.()
    cancel = undefined
  }
  const now = async (): Promise<void> => {
    stop()
    const items = itemsNow()
    if (items.size > 0) await within(kept.write(items).then(() => true))
  }

  return {
    works,
    now,
    read: async () => {
      const items = (await within(kept.read())) ?? []
      for (const item of items) stored.add(nameOf(item))
      return items
    },
    changed: (what) => {
      if ('cell' in what) cells.add(what.cell)
      else keys.add(what.key)
      cancel ??= after(soonMs, () => void now())
    },
    stop,
  }
}
