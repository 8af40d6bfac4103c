/*
 * Narratives are stored exactly as typed and set in paragraphs here: each line one, blank lines dropped, spaces at
 * the ends trimmed (the renderer indents). A short line that begins with （一） is a heading of the second level,
 * as GB/T 9704-2012 orders them: 一、 then （一） then 1.; a long one is a paragraph that begins with its number.
 */
import type { CellValue } from '../form/cells.ts'
import { isNotApplicable } from '../form/cells.ts'
import type { Language } from '../form/words.ts'
import type { Block } from './document.ts'

const numbered = /^[（(]\s*[一二三四五六七八九十]{1,3}\s*[）)]/
/* Two printed lines: what is longer is a sentence, not a heading. */
const longestHeading = 56

const isHeading = (line: string): boolean =>
  numbered.test(line) && line.length <= longestHeading && !/[。；;]/.test(line.slice(0, -1))

/** Paragraphs and headings of a narrative; none when it is blank. */
export const narrativeBlocks = (value: CellValue | undefined, language: Language): readonly Block[] => {
  if (isNotApplicable(value)) return [{ kind: 'paragraph', text: language === 'zh' ? '不适用。' : 'Not applicable.' }]
  if (typeof value !== 'string') return []
  return value
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map(
      (line): Block =>
        isHeading(line) ? { kind: 'heading', level: 2, text: line } : { kind: 'paragraph', text: line },
    )
}
