/*
 * The language of the pages, and how they say things: every folder has its words beside it, in both languages. A word
 * that one of them lacks does not compile.
 */
import { signal } from '@preact/signals'

export type Language = 'zh' | 'en'

export const language = signal<Language>('zh')

/** The shape of a catalogue without its literal texts: sentences stay sentences, sentences with gaps keep their gaps. */
type SameWords<T> = {
  readonly [K in keyof T]: T[K] extends (...gaps: infer Gaps) => string ? (...gaps: Gaps) => string : string
}

/**
 * Words in both languages; calling the result gives those of the language in use, and whoever reads them while
 * rendering is rendered again when it changes: `say().saved(time)`.
 */
export const catalogue =
  <const T extends Readonly<Record<string, string | ((...gaps: never[]) => string)>>>(
    zh: T & SameWords<T>,
    en: SameWords<T>,
  ) =>
  (): SameWords<T> =>
    language.value === 'zh' ? zh : en
