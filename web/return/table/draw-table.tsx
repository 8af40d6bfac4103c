/*
 * A table, drawn once per language: 25 × 7 cells stand there at once, so they are cloned and filled by hand, which
 * costs a fraction of drawing them as components. What comes and goes beneath a line is a component again.
 */
import { effect } from '@preact/signals'
import { render } from 'preact'
import { language } from '../../language.ts'
import { type Control, controlOf, lock, nameControl } from './control.ts'
import type { Desk } from './desk.ts'
import { drawHead, widthOf } from './draw-head.ts'
import { element } from './element.ts'
import type { CellLine, Line, Sheet, Slot } from './layout.ts'
import { mirrorCell, mirrorComputed } from './mirror.ts'
import { RowBelow } from './row-below.tsx'
import { say } from './words.ts'

interface Drawing {
  readonly desk: Desk
  readonly width: number
  readonly rowOf: (line: CellLine) => HTMLElement
  readonly controls: Control[]
  readonly ends: (() => void)[]
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

const drawCell = ({ desk, controls, ends }: Drawing, slot: Slot, cell: Element): void => {
  if (!(cell instanceof HTMLElement)) return
  const { firstElementChild: held, lastElementChild: place } = cell
  const { address } = slot
  if (held instanceof HTMLElement) nameControl(held, address, slot.says[language.peek()])
  if (place !== null && place !== held) {
    const { text = '' } = desk.open.lastYear(address)
    if (text === '') place.remove()
    else if (place.firstChild !== null) place.firstChild.nodeValue = text
  }
  if (held instanceof HTMLInputElement || held instanceof HTMLSelectElement) {
    controls.push(held)
    ends.push(mirrorCell(desk.open, address, held, cell))
  } else if (held instanceof HTMLElement) ends.push(mirrorComputed(desk.open, address, held, cell))
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

const drawGroup = (line: Line, width: number): HTMLElement => {
  const [row, head, text] = [element('tr', 'group'), heading(line, 'rowgroup'), element('span')]
  text.textContent = line.label?.[language.peek()] ?? ''
  head.colSpan = width
  head.append(text)
  row.append(head)
  return row
}

const drawLine = (drawing: Drawing, line: CellLine): HTMLElement => {
  const row = drawing.rowOf(line)
  /* Before anything else comes into the row. */
  const cells = [...row.children]
  for (const [at, slot] of line.slots.entries()) {
    const cell = cells[at]
    if (cell !== undefined) drawCell(drawing, slot, cell)
  }
  if (line.label !== undefined) {
    const head = heading(line, 'row')
    const name = line.label[language.peek()]
    head.textContent = name
    if (hasHelp(line)) head.append(helpButton(line, name))
    row.prepend(head)
  }
  return row
}

/** The row beneath a line is there while its help is open or a cell of it is in conflict. */
const keepBelow = ({ desk, width }: Drawing, drawn: readonly (readonly [CellLine, HTMLElement])[]): (() => void) => {
  const below = new Map<CellLine, HTMLElement>()
  const remove = (line: CellLine, row: HTMLElement): void => {
    render(null, row)
    row.remove()
    below.delete(line)
  }
  let helped: string | undefined
  const end = effect(() => {
    const [help, disputed] = [desk.helpOf.value, desk.open.disputed.value]
    for (const [line, row] of drawn) {
      const isHelped = help === line.key
      if (isHelped !== (helped === line.key))
        row.querySelector('.cell-help')?.setAttribute('aria-expanded', String(isHelped))
      const isDisputed = disputed.size > 0 && line.slots.some(({ address }) => disputed.has(address))
      const there = below.get(line)
      if (!isHelped && !isDisputed) {
        if (there !== undefined) remove(line, there)
      } else if (there === undefined) {
        const made = element('tr', 'below')
        below.set(line, made)
        row.after(made)
        render(<RowBelow desk={desk} line={line} width={width} />, made)
      }
    }
    helped = help
  })
  return () => {
    end()
    for (const [line, row] of below) remove(line, row)
  }
}

const drawLines = (drawing: Drawing, lines: readonly Line[]): HTMLElement => {
  const drawn: (readonly [CellLine, HTMLElement])[] = []
  const body = element('tbody')
  for (const line of lines) {
    const row = line.kind === 'group' ? drawGroup(line, drawing.width) : drawLine(drawing, line)
    if (line.kind === 'cells') drawn.push([line, row])
    body.append(row)
  }
  drawing.ends.push(keepBelow(drawing, drawn))
  return body
}

/** Draws the table of a sheet into `frame` and keeps it as the open return has it, until the answer is called. */
export const drawTable = (desk: Desk, sheet: Sheet, frame: HTMLElement): (() => void) => {
  const hasLastYear = desk.open.answer.peek().lastYear !== undefined
  const drawing: Drawing = { desk, width: widthOf(sheet), rowOf: rowsToClone(hasLastYear), controls: [], ends: [] }
  const table = element('table', sheet.corner === undefined ? 'sheet side-by-side' : 'sheet')
  table.append(...drawHead(sheet, desk.section.title[language.peek()]), drawLines(drawing, sheet.lines))
  const { controls, ends } = drawing
  ends.push(effect(() => lock(controls, !desk.open.editable.value)))
  frame.append(table)
  return () => {
    for (const end of ends) end()
    table.remove()
  }
}
