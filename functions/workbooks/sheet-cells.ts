/* The cells of one worksheet, its shared strings and which number formats are dates. Only what holds something is kept. */
import { type Area, type Position, positionOf } from '../../shared/workbook/position.ts'
import type { RawCell, RawKind } from '../../shared/workbook/raw.ts'
import { fault, faults, type Reading, readAs } from './faults.ts'
import { readXml } from './xml-parts.ts'

/* Excel writes what XML cannot hold as _x000D_. */
const unescaped = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text

/** Texts that cells name by number. Runs of formatting are joined; how a word is pronounced (rPh) is left out. */
export const sharedStringsIn = (bytes: Uint8Array): Reading<readonly string[]> => {
  const strings: string[] = []
  let current = ''
  let isText = false
  let isPhonetic = false
  const read = readXml(bytes, {
    open: (name) => {
      if (name === 'si') current = ''
      if (name === 'rPh') isPhonetic = true
      isText = name === 't'
    },
    text: (text) => {
      if (isText && !isPhonetic) current += text
    },
    close: (name) => {
      isText = false
      if (name === 'rPh') isPhonetic = false
      if (name === 'si') strings.push(unescaped(current))
    },
  })
  return read.ok ? readAs(strings) : read
}

/* Numbers of the formats of dates and times that are built in, the East Asian ones among them (ECMA-376, 18.8.30). */
const isBuiltInDate = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58)

const isDateFormat = (code: string): boolean => /[ymdhs]/i.test(code.replace(/"[^"]*"|\[[^\]]*\]|\\.|_.|General/gi, ''))

/** Which styles of cells show a number as a date, by their number. */
export const dateStylesIn = (bytes: Uint8Array): Reading<ReadonlySet<number>> => {
  const dateFormats = new Set<number>()
  const styles = new Set<number>()
  let count = 0
  let isCellStyle = false
  const read = readXml(bytes, {
    open: (name, attribute) => {
      if (name === 'numFmt' && isDateFormat(attribute('formatCode') ?? ''))
        dateFormats.add(Number(attribute('numFmtId')))
      if (name === 'cellXfs') isCellStyle = true
      if (name !== 'xf' || !isCellStyle) return
      const format = Number(attribute('numFmtId') ?? 0)
      if (isBuiltInDate(format) || dateFormats.has(format)) styles.add(count)
      count += 1
    },
    close: (name) => {
      if (name === 'cellXfs') isCellStyle = false
    },
  })
  return read.ok ? readAs(styles) : read
}

interface Shared {
  readonly strings: readonly string[]
  readonly dateStyles: ReadonlySet<number>
  /** How many cells may still hold something or be merged, over all sheets. */
  readonly room: { cells: number }
}

interface OpenCell {
  readonly at: Position | undefined
  readonly type: string
  readonly style: number
  value: string
  text: string
  isFormula: boolean
}

/* Excel writes 73802895.9 as 73802895.900000006: the shortest text of the same number is what was typed. */
const shortest = (value: string): string => (/^[\d.eE+-]+$/.test(value) ? String(Number(value)) : value)

const typed = (cell: OpenCell, { strings, dateStyles }: Shared): { readonly kind: RawKind; readonly text: string } => {
  const { type, value } = cell
  if (cell.isFormula) return { kind: 'formula', text: value }
  if (type === 's') return { kind: 'text', text: strings[Number(value)] ?? '' }
  if (type === 'inlineStr') return { kind: 'text', text: unescaped(cell.text) }
  if (type === 'str') return { kind: 'text', text: unescaped(value) }
  if (type === 'b') return { kind: 'truth', text: value === '1' ? 'true' : 'false' }
  if (type === 'e') return { kind: 'error', text: value }
  if (type === 'd' || (value !== '' && dateStyles.has(cell.style))) return { kind: 'date', text: value }
  return { kind: 'number', text: shortest(value.trim()) }
}

/** The cells of a worksheet that hold something, and which are merged. */
export const sheetIn = (
  bytes: Uint8Array,
  shared: Shared,
): Reading<{ readonly cells: readonly RawCell[]; readonly merged: readonly Area[] }> => {
  const cells: RawCell[] = []
  const merged: Area[] = []
  let cell: OpenCell | undefined
  let inside = ''
  /* Cells and rows may leave out where they are: then it is behind the one before. */
  const next = { row: 0, column: 0 }
  const placed = (name: string | undefined): Position | undefined => {
    next.column += 1
    if (name === undefined) return { ...next }
    const at = positionOf(name)
    if (at !== undefined) next.column = at.column
    return at
  }
  const read = readXml(bytes, {
    open: (name, attribute) => {
      inside = name
      if (shared.room.cells < 0) return
      if (name === 'row') {
        next.row = Number(attribute('r') ?? next.row + 1)
        next.column = 0
      }
      if (name === 'c') {
        const [type, style] = [attribute('t') ?? 'n', Number(attribute('s') ?? 0)]
        cell = { at: placed(attribute('r')), type, style, value: '', text: '', isFormula: false }
      }
      if (name === 'f' && cell) cell.isFormula = true
      if (name === 'mergeCell') {
        const [from, to] = (attribute('ref') ?? '').split(':').map(positionOf)
        shared.room.cells -= 1
        if (from && to) merged.push({ from, to })
      }
    },
    text: (text) => {
      if (cell && inside === 'v') cell.value += text
      if (cell && inside === 't') cell.text += text
    },
    close: (name) => {
      inside = ''
      if (name !== 'c' || !cell) return
      const { at } = cell
      const isHeld = cell.isFormula || cell.value !== '' || cell.text !== ''
      const found = typed(cell, shared)
      if (isHeld && at !== undefined && (found.text !== '' || found.kind === 'formula')) {
        shared.room.cells -= 1
        if (shared.room.cells >= 0) cells.push({ ...at, ...found })
      }
      cell = undefined
    },
  })
  if (!read.ok) return read
  return shared.room.cells < 0 ? fault(faults.tooManyCells) : readAs({ cells, merged })
}
