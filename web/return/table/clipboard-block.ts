/*
 * What Excel and WPS put on the clipboard, as a block of texts. Of a merged cell the first carries the text and the
 * others are `undefined`: nothing is said of them, so pasting leaves them as they are; '' is a cell that is empty.
 */

export type Block = readonly (readonly (string | undefined)[])[]

/** A cell of an HTML table, as far as it matters here. */
export interface CopiedCell {
  readonly text: string
  readonly columns: number
  readonly lines: number
}

/** Spaces of all kinds go from the ends, and become plain within. */
const tidy = (text: string): string => text.replace(/[\u00a0\u2007\u202f\u3000]/g, ' ').trim()

/** A quoted field: where it ends, and what it holds; undefined where the quote is never closed and so is a plain one. */
const quoted = (text: string, from: number): { readonly value: string; readonly end: number } | undefined => {
  let value = ''
  for (let at = from + 1; at < text.length; at += 1) {
    if (text[at] !== '"') value += text[at]
    else if (text[at + 1] === '"') {
      value += '"'
      at += 1
    } else return /^([\t\r\n]|$)/.test(text.slice(at + 1, at + 2)) ? { value, end: at + 1 } : undefined
  }
  return undefined
}

/** The text form of a copied block: cells between tabs, lines between line ends, quotes around what holds either. */
export const blockOfText = (text: string): Block => {
  const lines: string[][] = []
  let line: string[] = []
  let at = 0
  while (at <= text.length) {
    const whole = text[at] === '"' ? quoted(text, at) : undefined
    let end = whole?.end ?? at
    while (end < text.length && !/[\t\r\n]/.test(text[end] ?? '')) end += 1
    line.push(tidy(whole?.value ?? text.slice(at, end)))
    if (text[end] !== '\t') {
      lines.push(line)
      line = []
      if (text[end] === '\r' && text[end + 1] === '\n') end += 1
    }
    at = end + 1
    /* The line end after the last line begins no line. */
    if (at === text.length && text[end] !== '\t') break
  }
  return lines
}

/** Spans are believed up to this: a table says `colspan="1000000000"` as easily as 2. */
const mostSpan = 500

/** The lines of an HTML table with merged cells laid out. Hidden lines and cells are left out by whoever reads them. */
export const blockOfCopied = (lines: readonly (readonly CopiedCell[])[]): Block => {
  const block: (string | undefined)[][] = lines.map(() => [])
  const taken = lines.map(() => new Set<number>())
  for (const [line, cells] of lines.entries()) {
    let column = 0
    for (const cell of cells) {
      while (taken[line]?.has(column)) column += 1
      const width = Math.min(Math.max(1, cell.columns), mostSpan)
      const height = Math.min(Math.max(1, cell.lines), lines.length - line, mostSpan)
      for (let down = 0; down < height; down += 1) {
        for (let over = 0; over < width; over += 1) {
          taken[line + down]?.add(column + over)
          const row = block[line + down]
          if (row !== undefined) row[column + over] = down === 0 && over === 0 ? tidy(cell.text) : undefined
        }
      }
      column += width
    }
  }
  return block.map((row) => Array.from(row))
}

const figure = /^[\s\d.,%+\-−–—０-９，．－增减]*[件项条元万亿]*$/

const isLabel = (text: string | undefined): boolean => text !== undefined && text !== '' && !figure.test(text)
const isFigure = (text: string | undefined): boolean => text !== undefined && text !== '' && figure.test(text)

const leading = (lines: Block): number => {
  const first = lines.findIndex((line) => !(line.some(isLabel) && !line.some(isFigure)))
  return Math.max(first, 0)
}

const turned = (block: Block): Block => {
  const width = Math.max(0, ...block.map((line) => line.length))
  return Array.from({ length: width }, (_, column) => block.map((line) => line[column]))
}

/**
 * A block that was copied with its headings: lines at its top and columns at its left that hold words and no figure
 * are left out. Says how many, so that the preview can say it.
 */
export const withoutHeadings = (
  block: Block,
): { readonly block: Block; readonly lines: number; readonly columns: number } => {
  const lines = leading(block)
  const below = block.slice(lines)
  const columns = leading(turned(below))
  return { block: below.map((line) => line.slice(columns)), lines, columns }
}
