/*
 * Who is signed in and what concerns them, asked once and again when the language changes. The chosen language is kept
 * in the browser as well, so that the first answer comes in it; where storage is blocked it comes in Chinese first.
 */
import { signal } from '@preact/signals'
import { call, type MeAnswer } from '../api/client.ts'
import type { Problem } from '../api/problem.ts'
import { changeLanguage, type Language, language } from '../language.ts'

const storedAs = 'huibao.language'

export const me = signal<MeAnswer | undefined>(undefined)
export const meProblem = signal<Problem | undefined>(undefined)

/** Whether the language could not be changed, for want of its words. */
export const notSwitched = signal(false)

/** False where the words could not be fetched. */
const keep = async (chosen: Language): Promise<boolean> => {
  const changed = await changeLanguage(chosen)
  notSwitched.value = !changed
  if (!changed) return false
  try {
    localStorage.setItem(storedAs, chosen)
  } catch {
    /* Storage is blocked: the server knows the choice. */
  }
  return true
}

const isKeptEnglish = (): boolean => {
  try {
    return localStorage.getItem(storedAs) === 'en'
  } catch {
    /* Storage is blocked. */
    return false
  }
}

/** The language that was chosen in this browser, before anybody has signed in; Chinese where its words do not come. */
export const recallLanguage = async (): Promise<void> => {
  if (isKeptEnglish()) await changeLanguage('en')
}

/* Whoever has chosen a language on this page means it, whatever an answer says that was asked for before. */
let isChosenHere = false

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
  if (isFirst && !isChosenHere && own !== language.value) {
    await keep(own)
    const again = await call('getMe')
    me.value = again.ok ? again.value : answer.value
  } else me.value = answer.value
}

/** Changes the language of the pages, and of the letters with it; says so where that does not go, off line. */
export const switchLanguage = async (to: Language): Promise<void> => {
  isChosenHere = true
  /* Before the answer is there, a click on the language shown is a choice all the same: one's own may be the other. */
  if (to === language.value && me.peek()?.person.language === to) return
  if (!(await keep(to))) return
  await call('patchMe', { body: { language: to } })
  await loadMe()
}
