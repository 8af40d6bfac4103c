/*
 * A table as printed, with its cells still empty: all of it that depends on nothing but the form and the language. 25 × 7
 * cells stand there at once, so they are cloned, which costs a fraction of drawing them as components; and it is made
 * ahead, while nothing else is going on, so that whoever opens the table waits for its figures alone.
 */
import { language } from '../../language.ts'
import { controlOf, nameControl } from './control.ts'
import { drawHead, widthOf } from './draw-head.ts'
import { element } from './element.ts'
import type { CellLine, Line, Sheet, Slot } from './layout.ts'
import { say } from './words.ts'

/** A cell: its box, what is typed into or shows the total, and where last year's value goes. */
export interface EmptyCell {
  readonly slot: Slot
  readonly box: HTMLElement
  readonly held: HTMLElement
  readonly lastYear: Element | undefined
}

export interface EmptyTable {
  readonly table: HTMLElement
  readonly cells: readonly EmptyCell[]
  readonly rows: readonly (readonly [CellLine, HTMLElement])[]
}

/* Heard in the line under the table, where it says what it is. */
const lastYearToClone = (): HTMLElement => {
  const small = element('small', 'cell-last')
  small.setAttribute('aria-hidden', 'true')
  small.append(new Text())
  return small
}

const outputCell = (): HTMLElement => {
  const cell = element('td', 'cell sum')
  const output = element('output')
  output.tabIndex = -1
  /* A total that speaks with every keystroke would drown the cell that is typed into. */
  output.setAttribute('aria-live', 'off')
  cell.append(output)
  return cell
}

const inputCell = ({ column }: Slot): HTMLElement => {
  const cell = element('td', 'cell')
  cell.append(controlOf(column))
  return cell
}

/**
 * Clones of rows of empty cells: most lines have the same kinds of cells. Lists of choices are those of their column.
 * @param hasLastYear with a place in each cell for what stood there last year
 */
const rowsToClone = (hasLastYear: boolean): ((line: CellLine) => HTMLElement) => {
  const known = new Map<string, HTMLElement>()
  return ({ slots }) => {
    const kinds = slots.map(({ computed, column }) => {
      if (computed) return 'computed'
      return column.kind === 'choice' ? `choice ${column.id}` : column.kind
    })
    const kind = kinds.join()
    let row = known.get(kind)
    if (row === undefined) {
      row = element('tr')
      row.append(...slots.map((slot) => (slot.computed ? outputCell() : inputCell(slot))))
      if (hasLastYear) for (const cell of row.children) cell.append(lastYearToClone())
      known.set(kind, row)
    }
    const clone = row.cloneNode(true)
    return clone instanceof HTMLElement ? clone : row
  }
}

const cellOf = (slot: Slot, box: Element | undefined): readonly EmptyCell[] => {
  if (!(box instanceof HTMLElement)) return []
  const { firstElementChild: held, lastElementChild: place } = box
  if (!(held instanceof HTMLElement)) return []
  nameControl(held, slot.address, slot.says[language.peek()])
  return [{ slot, box, held, lastYear: place === null || place === held ? undefined : place }]
}

const hasHelp = ({ rows }: CellLine): boolean => rows.some(({ helped }) => helped)

/* The keyboard opens help with F1 or under the table: a stop at every row would be in the way of Tab. */
const helpToClone = (): HTMLElement => {
  const button = element('button', 'cell-help')
  button.type = 'button'
  button.tabIndex = -1
  button.textContent = '?'
  button.setAttribute('aria-expanded', 'false')
  return button
}

let help: HTMLElement | undefined

const helpButton = (line: CellLine, name: string): Node => {
  help ??= helpToClone()
  const button = help.cloneNode(true)
  if (!(button instanceof HTMLElement)) return button
  button.setAttribute('data-line', line.key)
  button.setAttribute('aria-label', say().helpFor(name))
  return button
}

const heading = (line: Line, scope: string): HTMLTableCellElement => {
  const head = element('th', `depth-${line.depth}`)
  head.scope = scope
  return head
}

const groupRow = (line: Line, width: number): HTMLElement => {
  const [row, head, text] = [element('tr', 'group'), heading(line, 'rowgroup'), element('span')]
  text.textContent = line.label?.[language.peek()] ?? ''
  head.colSpan = width
  head.append(text)
  row.append(head)
  return row
}

const nameRow = (row: HTMLElement, line: CellLine): void => {
  if (line.label === undefined) return
  const head = heading(line, 'row')
  const name = line.label[language.peek()]
  head.textContent = name
  if (hasHelp(line)) head.append(helpButton(line, name))
  row.prepend(head)
}

const make = (sheet: Sheet, title: string, hasLastYear: boolean): EmptyTable => {
  const rowOf = rowsToClone(hasLastYear)
  const cells: EmptyCell[] = []
  const rows: (readonly [CellLine, HTMLElement])[] = []
  const body = element('tbody')
  for (const line of sheet.lines) {
    if (line.kind === 'group') {
      body.append(groupRow(line, widthOf(sheet)))
      continue
    }
    const row = rowOf(line)
    /* Before anything else comes into the row. */
    const boxes = [...row.children]
    for (const [at, slot] of line.slots.entries()) cells.push(...cellOf(slot, boxes[at]))
    nameRow(row, line)
    rows.push([line, row])
    body.append(row)
  }
  const table = element('table', sheet.corner === undefined ? 'sheet side-by-side' : 'sheet')
  table.append(...drawHead(sheet, title), body)
  return { table, cells, rows }
}

interface MadeAhead {
  readonly made: EmptyTable
  /** It is of use in the same language, with the same places, under the same title. */
  readonly kind: string
}
const ahead = new WeakMap<Sheet, MadeAhead>()
const kindOf = (title: string, hasLastYear: boolean): string => `${language.peek()} ${hasLastYear} ${title}`

/** Makes the table of a sheet before anybody asks for it. */
export const makeAhead = (sheet: Sheet, title: string, hasLastYear: boolean): void => {
  ahead.set(sheet, { made: make(sheet, title, hasLastYear), kind: kindOf(title, hasLastYear) })
}

/**
 * The empty table of a sheet, for one who fills it: made ahead, or now.
 * @param title names the table where the sheet has no caption of its own
 * @param hasLastYear with a place in each cell for what stood there last year
 */
export const emptyTable = (sheet: Sheet, title: string, hasLastYear: boolean): EmptyTable => {
  const there = ahead.get(sheet)
  ahead.delete(sheet)
  return there?.kind === kindOf(title, hasLastYear) ? there.made : make(sheet, title, hasLastYear)
}
