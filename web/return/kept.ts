/*
 * What was typed and is not yet acknowledged by the server, in this browser: by person, round, unit, window and cell,
 * so that two windows never write over each other. Where the browser keeps nothing the page works from memory, and
 * says so.
 */
import { createStore, promisifyRequest, type UseStore } from 'idb-keyval'
import type { GivenReason } from './given-reasons.ts'
import type { Entry } from './waiting.ts'

/** A cell's content with its base; or a reason, under the key of its finding. */
export type KeptItem =
  | { readonly cell: string; readonly entry: Entry }
  | { readonly key: string; readonly reason: GivenReason }

export interface Kept {
  /** What earlier windows left behind; it belongs to this window from now on. Rejects where nothing can be kept. */
  readonly read: () => Promise<readonly KeptItem[]>
  /** Keeps items by name; undefined forgets. Rejects where nothing can be kept. */
  readonly write: (items: ReadonlyMap<string, KeptItem | undefined>) => Promise<void>
}

export interface Owner {
  readonly person: string
  readonly round: string
  readonly unit: string
}

interface Row {
  readonly item: KeptItem
  /** Only puts the leftovers of several windows in order. */
  readonly at: number
}

const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && 'item' in value && 'at' in value

/** Names of cells and of reasons never meet: addresses have no space. */
export const nameOf = (item: KeptItem): string => ('cell' in item ? item.cell : `reason ${item.key}`)

/** The newest of each name; those that it outdates stay where they are, and are met at the next opening. */
export const newestOf = <K>(rows: readonly (readonly [K, Row])[]) => {
  const newest = new Map<string, readonly [K, Row]>()
  for (const found of rows) {
    const name = nameOf(found[1].item)
    const known = newest.get(name)
    if (known === undefined || known[1].at < found[1].at) newest.set(name, found)
  }
  return newest
}

let store: UseStore | undefined

/** What this window keeps for a return. @param now only puts leftovers in order @param dice tells windows apart */
export const keptInBrowser = ({ person, round, unit }: Owner, now: () => number, dice: number): Kept => {
  const own = [person, round, unit, dice.toString(36)]
  const open = (): UseStore => {
    store ??= createStore('huibao', 'kept')
    return store
  }
  /* `async`: a browser that forbids the store throws at once, and that is a refusal like any other. */
  const write: Kept['write'] = async (items) =>
    open()('readwrite', (rows) => {
      for (const [name, item] of items) {
        if (item === undefined) rows.delete([...own, name])
        else rows.put({ item, at: now() } satisfies Row, [...own, name])
      }
      return promisifyRequest<undefined>(rows.transaction)
    })
  return {
    write,
    read: async () => {
      const all = IDBKeyRange.bound([person, round, unit], [person, round, unit, []])
      return open()('readwrite', async (rows) => {
        const [keys, values] = await Promise.all([
          promisifyRequest(rows.getAllKeys(all)),
          promisifyRequest<unknown[]>(rows.getAll(all)),
        ])
        const found = keys.flatMap((key, at) => {
          const row = values[at]
          return isRow(row) ? [[key, row] as const] : []
        })
        const newest = newestOf(found)
        for (const [name, [key, row]] of newest) {
          rows.delete(key)
          rows.put(row, [...own, name])
        }
        return [...newest.values()].map(([, { item }]) => item)
      })
    },
  }
}
