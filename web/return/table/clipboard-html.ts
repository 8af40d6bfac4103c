/* The HTML form of a copied block, which knows merged and hidden cells where the text form does not. */
import type { Block, CopiedCell } from './clipboard-block.ts'
import { blockOfCopied, blockOfText } from './clipboard-block.ts'
import type { Copied } from './paste.ts'

/** Larger than this, the text form is read: it costs a fraction, and nobody merges cells in it. */
const mostCharacters = 2_000_000

/*
 * What a spreadsheet copies is full of styles, and the page's policy reports each while it is read, though none is
 * ever drawn. So they are renamed before; what they say of hidden lines is read from there.
 */
const renamed = 'data-copied-style'
const withoutStyles = (html: string): string =>
  html.replace(/\bstyle(\s*=)/gi, `${renamed}$1`).replace(/<(\/?)style\b/gi, '<$1template')
const asCopied = (text: string): string => text.replaceAll(renamed, 'style')

const isHidden = (element: HTMLElement): boolean =>
  element.hidden !== false || /display:\s*none/i.test(element.getAttribute(renamed) ?? '')

const textOf = (cell: HTMLElement): string => {
  for (const end of cell.querySelectorAll('br')) end.replaceWith('\n')
  /* Lines of the source are folded in HTML; those of <br> and of paragraphs are meant. */
  const paragraphs = [...cell.querySelectorAll('p')]
  const texts =
    paragraphs.length > 1 ? paragraphs.map(({ textContent }) => textContent ?? '') : [cell.textContent ?? '']
  return asCopied(texts.map((text) => text.trim()).join('\n'))
}

const copied = (cell: HTMLTableCellElement): CopiedCell => ({
  text: textOf(cell),
  columns: cell.colSpan,
  lines: cell.rowSpan,
})

const hiddenColumns = (table: HTMLTableElement): ReadonlySet<number> => {
  const hidden = new Set<number>()
  let at = 0
  for (const column of table.querySelectorAll('col')) {
    const width = Math.min(column.span, 500)
    for (let over = 0; over < width; over += 1) if (isHidden(column)) hidden.add(at + over)
    at += width
  }
  return hidden
}

const blockOfTable = (table: HTMLTableElement): Block => {
  const rows = [...table.rows].filter((row) => !isHidden(row))
  const hidden = hiddenColumns(table)
  const block = blockOfCopied(rows.map((row) => [...row.cells].filter((cell) => !isHidden(cell)).map(copied)))
  return hidden.size === 0 ? block : block.map((line) => line.filter((_, column) => !hidden.has(column)))
}

/** The block on a clipboard: its table where it has exactly one, else its text. Scripts and pictures in it do not load. */
export const blockOf = ({ html, text }: Copied): Block => {
  if (html !== '' && html.length <= mostCharacters && /<table/i.test(html)) {
    const tables = new DOMParser().parseFromString(withoutStyles(html), 'text/html').querySelectorAll('table')
    const [table] = tables
    if (table !== undefined && tables.length === 1) return blockOfTable(table)
  }
  return blockOfText(text)
}
