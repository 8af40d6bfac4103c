/*
 * Who is signed in and what concerns them, asked once and again when the language changes. The chosen language is kept
 * in the browser as well, so that the first answer comes in it; where storage is blocked it comes in Chinese first.
 */
import { signal } from '@preact/signals'
import { call, type MeAnswer } from '../api/client.ts'
import type { Problem } from '../api/problem.ts'
import { type Language, language } from '../language.ts'

const storedAs = 'huibao.language'

export const me = signal<MeAnswer | undefined>(undefined)
export const meProblem = signal<Problem | undefined>(undefined)

const keep = (chosen: Language): void => {
  language.value = chosen
  try {
    localStorage.setItem(storedAs, chosen)
  } catch {
    /* Storage is blocked: the server knows the choice. */
  }
}

/** The language that was chosen in this browser, before anybody has signed in. */
export const recallLanguage = (): void => {
  try {
    if (localStorage.getItem(storedAs) === 'en') language.value = 'en'
  } catch {
    /* Storage is blocked. */
  }
}

/** Asks who I am; in my own language, should it be another than the page's. */
export const loadMe = async (): Promise<void> => {
  const answer = await call('getMe')
  if (!answer.ok) {
    meProblem.value = answer.problem
    return
  }
  const own = answer.value.person.language
  const isFirst = me.peek() === undefined
  meProblem.value = undefined
  if (isFirst && own !== language.value) {
    keep(own)
    const again = await call('getMe')
    me.value = again.ok ? again.value : answer.value
  } else me.value = answer.value
}

/** Changes the language of the pages at once, and of the letters with it. */
export const switchLanguage = async (to: Language): Promise<void> => {
  if (to === language.value) return
  keep(to)
  await call('patchMe', { body: { language: to } })
  await loadMe()
}
