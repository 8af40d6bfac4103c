/*
 * Characters without a glyph. Each is printed as 〓, the mark that typesetters put where they have no type, and a note
 * at the end says by code point which they were; the Word file and the page have them all.
 */
import type { Language } from '../../shared/unit/unit.ts'
import { xmlText } from './word-text.ts'

export const geta = '〓'

/* Variation selectors, joiners: nothing is printed for them anyway. */
const invisible = /\p{Default_Ignorable_Code_Point}/u
const mostNamed = 30

export interface Replacing {
  /** The text with a 〓 for each character that is missing, and without those that XML and PDF have no room for. */
  readonly printable: (text: string) => string
  /** What was replaced so far; undefined when nothing was. */
  readonly note: (language: Language) => string | undefined
}

export const replacing = (has: (codePoint: number) => boolean): Replacing => {
  const found = new Map<string, number>()
  const replaced = (character: string): string => {
    const codePoint = character.codePointAt(0) ?? 0
    if (character === '\n' || has(codePoint)) return character
    if (character === '\t') return ' '
    if (invisible.test(character)) return ''
    const name = `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`
    found.set(name, (found.get(name) ?? 0) + 1)
    return geta
  }
  return {
    printable: (text) => [...xmlText(text).replace(/\r\n?/g, '\n')].map(replaced).join(''),
    note: (language) => {
      if (found.size === 0) return undefined
      const named = [...found].slice(0, mostNamed)
      const isAll = named.length === found.size
      if (language === 'zh') {
        const list = named.map(([name, times]) => (times === 1 ? name : `${name}（${times}处）`)).join('、')
        return `本文件的字库缺少以下字符，均印作“${geta}”：${list}${isAll ? '' : `等${found.size}个`}。原字见 Word 文件或网页。`
      }
      const list = named.map(([name, times]) => (times === 1 ? name : `${name} (${times} times)`)).join(', ')
      const more = isAll ? '' : ` and others, ${found.size} in all`
      return `The fonts of this file lack these characters, printed as ${geta}: ${list}${more}. The Word file and the web page show them.`
    },
  }
}
