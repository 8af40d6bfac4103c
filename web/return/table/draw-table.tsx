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
import type { Line, Sheet, Slot } from './layout.ts'
import { mirrorCell, mirrorComputed } from './mirror.ts'
import { RowBelow } from './row-below.tsx'
import { say } from './words.ts'

type CellLine = Line & { readonly kind: 'cells' }

interface Drawing {
  readonly desk: Desk
  readonly width: number
  readonly cellOf: (slot: Slot) => HTMLElement
  readonly controls: Control[]
  readonly ends: (() => void)[]
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

/** Clones of one empty cell per kind; lists of choices differ by their options and are made each on their own. */
const cellsToClone = (): ((slot: Slot) => HTMLElement) => {
  const known = new Map<string, HTMLElement>()
  return (slot) => {
    const kind = slot.computed ? 'computed' : slot.column.kind
    if (kind === 'choice') return inputCell(slot)
    let cell = known.get(kind)
    if (cell === undefined) {
      cell = slot.computed ? outputCell() : inputCell(slot)
      known.set(kind, cell)
    }
    const clone = cell.cloneNode(true)
    return clone instanceof HTMLElement ? clone : cell
  }
}

const drawCell = ({ desk, cellOf, controls, ends }: Drawing, slot: Slot): HTMLElement => {
  const cell = cellOf(slot)
  const { firstElementChild: held } = cell
  const { address } = slot
  if (held instanceof HTMLElement) nameControl(held, address, slot.says[language.peek()])
  const last = desk.open.lastYear(address).text
  if (last !== undefined && last !== '') {
    const small = element('small', 'cell-last')
    /* Heard in the line under the table, where it says what it is. */
    small.setAttribute('aria-hidden', 'true')
    small.textContent = last
    cell.append(small)
  }
  if (held instanceof HTMLInputElement || held instanceof HTMLSelectElement) {
    controls.push(held)
    ends.push(mirrorCell(desk.open, address, held, cell))
  } else if (held instanceof HTMLElement) ends.push(mirrorComputed(desk.open, address, held, cell))
  return cell
}

const hasHelp = ({ rows }: CellLine): boolean => rows.some(({ help }) => help !== undefined)

/* The keyboard opens help with F1 or under the table: a stop at every row would be in the way of Tab. */
const helpButton = (line: CellLine, name: string): HTMLElement => {
  const button = element('button', 'cell-help')
  button.type = 'button'
  button.tabIndex = -1
  button.textContent = '?'
  button.setAttribute('data-line', line.key)
  button.setAttribute('aria-label', say().helpFor(name))
  button.setAttribute('aria-expanded', 'false')
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
  const row = element('tr')
  if (line.label !== undefined) {
    const head = heading(line, 'row')
    const name = line.label[language.peek()]
    head.textContent = name
    if (hasHelp(line)) head.append(helpButton(line, name))
    row.append(head)
  }
  for (const slot of line.slots) row.append(drawCell(drawing, slot))
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
  const end = effect(() => {
    for (const [line, row] of drawn) {
      const isHelped = desk.helpOf.value === line.key
      row.querySelector('.cell-help')?.setAttribute('aria-expanded', String(isHelped))
      const isDisputed = line.slots.some(
        ({ address, computed }) => !computed && desk.open.conflict(address).value !== undefined,
      )
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
  const drawing: Drawing = { desk, width: widthOf(sheet), cellOf: cellsToClone(), controls: [], ends: [] }
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
