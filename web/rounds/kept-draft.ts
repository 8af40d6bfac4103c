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

export const keptDraft = (person: string, what: string): KeptDraft | undefined => {
  try {
    const found: unknown = JSON.parse(sessionStorage.getItem(nameOf(person, what)) ?? 'null')
    return isKept(found) ? found : undefined
  } catch {
    return undefined
  }
}

export const keepDraft = (person: string, what: string, kept: KeptDraft | undefined): void => {
  try {
    if (kept === undefined) sessionStorage.removeItem(nameOf(person, what))
    else sessionStorage.setItem(nameOf(person, what), JSON.stringify(kept))
  } catch {
    /* Storage is blocked or full: the page has it in memory. */
  }
}
