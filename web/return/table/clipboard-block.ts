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

type Text = string | undefined

const isSaid = (text: Text): text is string => text !== undefined && text !== ''

/**
 * A line is a heading where it holds words and half of them or more are labels: one may be worded otherwise. What a
 * merged heading covers from end to end belongs to it.
 */
const isHeadingOf = (line: readonly Text[], { isLabel, isEntry }: HeadingsOf): boolean => {
  if (line.every((text) => text === undefined)) return line.length > 0
  const said = line.filter(isSaid)
  return said.length > 0 && !said.some(isEntry) && said.filter(isLabel).length * 2 >= said.length
}

const leading = (lines: Block, of: HeadingsOf): number =>
  Math.max(
    lines.findIndex((line) => !isHeadingOf(line, of)),
    0,
  )

const turned = (block: Block): Block => {
  const width = Math.max(0, ...block.map((line) => line.length))
  return Array.from({ length: width }, (_, column) => block.map((line) => line[column]))
}

/** How a heading is told from what belongs into cells: 「/」, 「无」 and 「不适用」 are words, but entries in their place. */
export interface HeadingsOf {
  readonly isLabel: (text: string) => boolean
  readonly isEntry: (text: string) => boolean
}

/**
 * A block that was copied with its headings: lines at its top and columns at its left that hold labels of this table
 * are left out, nothing else is. Says how many, so that the preview can say it.
 */
export const withoutHeadings = (
  block: Block,
  of: HeadingsOf,
): { readonly block: Block; readonly lines: number; readonly columns: number } => {
  const lines = leading(block, of)
  const below = block.slice(lines)
  const columns = leading(turned(below), of)
  return { block: below.map((line) => line.slice(columns)), lines, columns }
}
