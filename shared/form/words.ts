/* Small ways to write and join texts in both languages. */
import type { Words } from './form.ts'

/** A language of the interface. */
export type Language = keyof Words

/** Both languages of a text, Chinese first. */
export const words = (zh: string, en: string): Words => ({ zh, en })

/** Texts joined in each language; the separator may differ. */
export const joinWords = (parts: readonly Words[], separator: Words): Words => ({
  zh: parts.map((part) => part.zh).join(separator.zh),
  en: parts.map((part) => part.en).join(separator.en),
})
