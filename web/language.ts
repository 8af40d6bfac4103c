/*
 * The language of the pages, and how they say things: every folder has its words beside it in Chinese, and in English
 * in a file that is fetched when English is chosen. A word that one of them lacks does not compile. Nothing is shown
 * in a language before the words of everything shown are there.
 */
import { signal } from '@preact/signals'

export type Language = 'zh' | 'en'

export const language = signal<Language>('zh')

type Catalogue = Readonly<Record<string, string | ((...gaps: never[]) => string)>>

/** The shape of a catalogue without its literal texts: sentences stay sentences, sentences with gaps keep their gaps. */
export type Translated<T> = {
  readonly [K in keyof T]: T[K] extends (...gaps: infer Gaps) => string ? (...gaps: Gaps) => string : string
}

/** Fetches of English words that are still to be made. */
const unfetched = new Set<() => Promise<void>>()

/** The language that is in use, or about to be. */
let chosen: Language = language.peek()

/**
 * The Chinese words of a part, and how its English ones are fetched. Calling the result gives those of the language in
 * use, and whoever reads them while rendering is rendered again when it changes: `say().saved(time)`.
 */
export const catalogue = <T extends Catalogue>(
  zh: T,
  english: () => Promise<{ readonly en: Translated<T> }>,
): (() => T | Translated<T>) => {
  let en: Translated<T> | undefined
  const fetchEnglish = async (): Promise<void> => {
    en = (await english()).en
    unfetched.delete(fetchEnglish)
  }
  unfetched.add(fetchEnglish)
  return () => (language.value === 'en' && en !== undefined ? en : zh)
}

/** Fetches the words that the chosen language still lacks; rejects without a line. */
const fetchWords = async (): Promise<void> => {
  if (chosen === 'en') await Promise.all([...unfetched].map((fetchEnglish) => fetchEnglish()))
}

/** A part of the pages that is loaded later, together with its words. */
export const withWords = async <T>(load: () => Promise<T>): Promise<T> => {
  const loaded = await load()
  await fetchWords()
  return loaded
}

/** Changes the language when all words are there. False, and nothing changed, where they cannot be fetched. */
export const changeLanguage = async (to: Language): Promise<boolean> => {
  const before = chosen
  chosen = to
  try {
    await fetchWords()
  } catch {
    chosen = before
    return false
  }
  /* Somebody may have chosen again meanwhile. */
  if (chosen === to) language.value = to
  return true
}
