/* Text as HTML: nothing that somebody typed is ever markup. */
import { xmlText } from './word-text.ts'

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** For elements and for attributes in quotation marks; control characters, which HTML has no room for, are left out. */
export const htmlText = (text: string): string =>
  xmlText(text).replace(/[&<>"']/g, (character) => entities[character] ?? character)
