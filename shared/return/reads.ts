/*
 * Who reads what: while a check runs, every cell it looks at is noted, so that it runs again when one of them changes.
 */
import type { Cells } from '../form/cells.ts'
import type { Address } from '../form/form.ts'
import type { Evidence } from '../form/rules/figures.ts'

export interface Reads {
  /** The same evidence, watched. */
  readonly watched: (evidence: Evidence) => Pick<Evidence, 'cells' | 'computed' | 'incomplete'>
  /** Runs something as reader number `reader`. */
  readonly during: <T>(reader: number, run: () => T) => T
  /** A cell has come or gone: whoever asked which cells there are is a reader of it. */
  readonly keysChanged: () => void
  /** Who has read any of these, or asked which cells there are when that has changed; in ascending order. */
  readonly readersOf: (changed: readonly Address[]) => readonly number[]
}

export const readsOf = (): Reads => {
  const readers = new Map<Address, Set<number>>()
  const ofKeys = new Set<number>()
  let reader = -1
  let haveKeysChanged = false
  const note = (address: Address): void => {
    const known = readers.get(address)
    if (known === undefined) readers.set(address, new Set([reader]))
    else known.add(reader)
  }
  const watch = (cells: Cells): Cells =>
    new Proxy(cells, {
      get: (target, name) => {
        if (typeof name !== 'string') return undefined
        note(name)
        return target[name]
      },
      has: (target, name) => {
        note(String(name))
        return name in target
      },
      ownKeys: (target) => {
        ofKeys.add(reader)
        return Reflect.ownKeys(target)
      },
    })
  const watchSet = (set: ReadonlySet<Address>): ReadonlySet<Address> => {
    const has = (address: Address): boolean => {
      note(address)
      return set.has(address)
    }
    return new Proxy(set, {
      get: (_, name) => {
        if (name !== 'has') throw new TypeError('A check asks of incomplete cells only whether one is among them.')
        return has
      },
    })
  }
  return {
    watched: ({ cells, computed, incomplete }) => ({
      cells: watch(cells),
      computed: watch(computed),
      incomplete: watchSet(incomplete),
    }),
    during: (number, run) => {
      reader = number
      return run()
    },
    keysChanged: () => {
      haveKeysChanged = true
    },
    readersOf: (changed) => {
      const all = new Set<number>(haveKeysChanged ? ofKeys : [])
      haveKeysChanged = false
      for (const address of changed) for (const one of readers.get(address) ?? []) all.add(one)
      return [...all].sort((a, b) => a - b)
    },
  }
}
