/*
 * What of a copied block is a heading: texts that are labels of this table, as the form words them in either language.
 * Anything else is an entry, readable or not; to take any word for a heading would move the figures behind it.
 */
import type { BlocksSection, MatrixSection, Words } from '../../../shared/form/form.ts'
import type { HeadingsOf } from './clipboard-block.ts'
import type { Sheet } from './layout.ts'

/** Widths, spaces, punctuation, numbers in front and a measure at the end are written one way here and another there. */
const plain = (text: string): string =>
  text
    .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/^\s*(\([一二三四五六七八九十]+\)|[一二三四五六七八九十]+、|\d+[.、])/, '')
    .replace(/\((单位)?:?[件项条元万亿]+\)$/, '')
    .replace(/[\s.,:;()、，。：；（）〔〕"“”'*-]/g, '')
    .toLowerCase()

const figure = /^[\s\d.,%+\-−–—０-９，．－增减]*[件项条元万亿]*$/

const wordsOf = ({ caption, corner, head, lines }: Sheet): readonly (Words | undefined)[] => [
  caption,
  corner,
  ...head.flat().map(({ label }) => label),
  ...lines.flatMap((line) => [line.label, ...(line.kind === 'cells' ? line.rows.map(({ label }) => label) : [])]),
]

interface Table {
  readonly section: MatrixSection | BlocksSection
  readonly sheets: readonly Sheet[]
}

/** Tells the headings of this table. Costs what the table has labels. */
export const headingsOf = ({ section, sheets }: Table): HeadingsOf => {
  const labels = new Set<string>()
  for (const words of [section.title, ...sheets.flatMap(wordsOf)])
    if (words !== undefined) for (const text of [words.zh, words.en]) labels.add(plain(text))
  labels.delete('')
  return { isLabel: (text) => labels.has(plain(text)), isEntry: (text) => figure.test(text) }
}
