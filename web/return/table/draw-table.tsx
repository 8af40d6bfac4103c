/*
 * A table, drawn once per language: the empty one is filled by hand, and its cells are kept as the open return has
 * them. What comes and goes beneath a line is a component again.
 */
import { effect } from '@preact/signals'
import { render } from 'preact'
import { language } from '../../language.ts'
import { type Control, lock } from './control.ts'
import type { Desk } from './desk.ts'
import { widthOf } from './draw-head.ts'
import { element } from './element.ts'
import { type EmptyCell, type EmptyTable, emptyTable } from './empty-table.ts'
import type { CellLine, Sheet } from './layout.ts'
import { mirrorCell, mirrorComputed } from './mirror.ts'
import { RowBelow } from './row-below.tsx'

const isControl = (held: HTMLElement): held is Control =>
  held instanceof HTMLInputElement || held instanceof HTMLSelectElement

const fillCell = ({ open }: Desk, { slot: { address }, box, held, lastYear }: EmptyCell): (() => void) => {
  if (lastYear !== undefined) {
    const { text = '' } = open.lastYear(address)
    if (text === '') lastYear.remove()
    else if (lastYear.firstChild !== null) lastYear.firstChild.nodeValue = text
  }
  return isControl(held) ? mirrorCell(open, address, held, box) : mirrorComputed(open, address, held, box)
}

/** The row beneath a line is there while its help is open or a cell of it is in conflict. */
const keepBelow = (desk: Desk, rows: EmptyTable['rows'], width: number): (() => void) => {
  const below = new Map<CellLine, HTMLElement>()
  const remove = (line: CellLine, row: HTMLElement): void => {
    render(null, row)
    row.remove()
    below.delete(line)
  }
  let helped: string | undefined
  const end = effect(() => {
    const [help, disputed] = [desk.helpOf.value, desk.open.disputed.value]
    for (const [line, row] of rows) {
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

/** Draws the table of a sheet into `frame` and keeps it as the open return has it, until the answer is called. */
export const drawTable = (desk: Desk, sheet: Sheet, frame: HTMLElement): (() => void) => {
  const { open, section } = desk
  const hasLastYear = open.answer.peek().lastYear !== undefined
  const { table, cells, rows } = emptyTable(sheet, section.title[language.peek()], hasLastYear)
  const controls = cells.map(({ held }) => held).filter(isControl)
  const ends = cells.map((cell) => fillCell(desk, cell))
  ends.push(
    keepBelow(desk, rows, widthOf(sheet)),
    effect(() => lock(controls, !open.editable.value)),
  )
  frame.append(table)
  return () => {
    for (const end of ends) end()
    table.remove()
  }
}
