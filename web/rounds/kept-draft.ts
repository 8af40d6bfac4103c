/*
 * What is typed into the plan of a round, kept in this window until it is saved: a reload or an expired sign-in loses
 * nothing. Where the browser keeps nothing, the page works from memory.
 */
import type { RoundDraft } from './draft.ts'

const nameOf = (person: string, what: string): string => `huibao.round.${person}.${what}`

export interface KeptDraft {
  readonly draft: RoundDraft
  /** The round as it was when the typing began, and its version; a new one has none, and 0. */
  readonly base?: RoundDraft
  readonly version: number
}

const texts = ['title', 'id', 'owner', 'edition', 'year', 'zone', 'calendar', 'daysOff', 'workdays'] as const
const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

/* Written by this file; another edition of it may have written otherwise. */
const isDraft = (draft: unknown): draft is RoundDraft =>
  isObject(draft) &&
  texts.every((key) => typeof draft[key] === 'string') &&
  ['supplements', 'chosen', 'levels', 'ladder'].every((key) => Array.isArray(draft[key])) &&
  ['opens', 'due'].every((key) => isObject(draft[key])) &&
  ['statutory', 'extraCheck'].every((key) => typeof draft[key] === 'boolean')

const isKept = (value: unknown): value is KeptDraft =>
  isObject(value) &&
  typeof value['version'] === 'number' &&
  isDraft(value['draft']) &&
  (value['base'] === undefined || isDraft(value['base']))

export interface DraftKeeper {
  readonly kept: (person: string, what: string) => KeptDraft | undefined
  /** Undefined forgets. */
  readonly keep: (person: string, what: string, kept: KeptDraft | undefined) => void
}

/** @param storage is asked each time: a browser that forbids it throws at once */
export const draftKeeper = (storage: () => Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>): DraftKeeper => ({
  kept: (person, what) => {
    try {
      const found: unknown = JSON.parse(storage().getItem(nameOf(person, what)) ?? 'null')
      return isKept(found) ? found : undefined
    } catch {
      return undefined
    }
  },
  keep: (person, what, kept) => {
    try {
      if (kept === undefined) storage().removeItem(nameOf(person, what))
      else storage().setItem(nameOf(person, what), JSON.stringify(kept))
    } catch {
      /* Storage is blocked or full: the page has it in memory. */
    }
  },
})

/** In this window. */
export const drafts = draftKeeper(() => sessionStorage)
