/* Parts of the table that are fetched when they are first used. Where one does not come, that is said. */
import { type ReadonlySignal, signal } from '@preact/signals'
import { withWords } from '../../language.ts'
import type { Desk } from './desk.ts'
import { say } from './words.ts'

interface Part<T> {
  /** The part, once it is there. */
  readonly here: ReadonlySignal<T | undefined>
  /** Fetches it; undefined, and said at the table, where there is no line. */
  readonly fetch: (desk: Desk) => Promise<T | undefined>
}

const partOf = <T>(load: () => Promise<T>): Part<T> => {
  const here = signal<T | undefined>(undefined)
  return {
    here,
    fetch: async (desk) => {
      try {
        here.value ??= await withWords(load)
      } catch {
        desk.message.value = say().notLoaded
      }
      return here.value
    },
  }
}

/** Lays a copied block over the table. */
export const blockPart = partOf(() => import('./paste-block.tsx'))

/** Asks why a cell does not apply. */
export const reasonPart = partOf(() => import('./not-applicable.tsx'))
