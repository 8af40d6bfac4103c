/*
 * The keys of a spreadsheet in a table of inputs. An arrow to the side moves on only where the caret could go no
 * further or everything is selected, so that a figure can still be corrected in its middle.
 */
import type { Address } from '../../../shared/form/form.ts'
import type { Grid } from './layout.ts'

export type Move = 'up' | 'down' | 'left' | 'right' | 'lineStart' | 'lineEnd' | 'first' | 'last'

export type Command = Move | 'undo' | 'redo' | 'restore' | 'edit' | 'toActions' | 'help'

export interface KeyPress {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly shiftKey: boolean
  readonly altKey: boolean
}

/** The selection in an input; absent for a list of choices, which keeps its own arrows. */
export interface Caret {
  readonly start: number
  readonly end: number
  readonly length: number
}

const withControl = ({ key, shiftKey }: KeyPress): Command | undefined => {
  switch (key.toLowerCase()) {
    case 'z':
      return shiftKey ? 'redo' : 'undo'
    case 'y':
      return 'redo'
    case 'home':
      return 'first'
    case 'end':
      return 'last'
    case 'enter':
      return 'toActions'
    default:
      return undefined
  }
}

const inText = (key: string, { start, end, length }: Caret): Command | undefined => {
  const all = start === 0 && end === length
  const atStart = all || (start === 0 && end === 0)
  const atEnd = all || (start === length && end === length)
  switch (key) {
    case 'ArrowUp':
      return 'up'
    case 'ArrowDown':
      return 'down'
    case 'ArrowLeft':
      return atStart ? 'left' : undefined
    case 'ArrowRight':
      return atEnd ? 'right' : undefined
    case 'Home':
      return atStart ? 'lineStart' : undefined
    case 'End':
      return atEnd ? 'lineEnd' : undefined
    case 'F2':
      return 'edit'
    default:
      return undefined
  }
}

/** What a key asks of the table; undefined: it is the input's own. */
export const commandOf = (press: KeyPress, caret: Caret | undefined): Command | undefined => {
  if (press.altKey) return undefined
  if (press.ctrlKey || press.metaKey) return withControl(press)
  if (press.key === 'Enter') return press.shiftKey ? 'up' : 'down'
  if (press.shiftKey) return undefined
  if (press.key === 'Escape') return 'restore'
  if (press.key === 'F1') return 'help'
  return caret === undefined ? undefined : inText(press.key, caret)
}

export interface Place {
  readonly line: number
  readonly column: number
}

/** Where a cell stands in the grid; undefined where it is no cell of it. */
export const placeOf = (grid: Grid, address: Address): Place | undefined => {
  for (const [line, slots] of grid.entries()) {
    const column = slots.findIndex((slot) => slot.address === address)
    if (column >= 0) return { line, column }
  }
  return undefined
}

const firstInput = (grid: Grid, places: Iterable<Place>): Address | undefined => {
  for (const { line, column } of places) {
    const slots = grid[line] ?? []
    /* A block with fewer columns is entered at its last one. */
    const slot = slots[Math.min(column, slots.length - 1)]
    if (slot !== undefined && !slot.computed) return slot.address
  }
  return undefined
}

function* along(grid: Grid, from: Place, lines: number, columns: number): Generator<Place> {
  let { line, column } = from
  for (;;) {
    line += lines
    column += columns
    if (line < 0 || line >= grid.length || column < 0) return
    if (columns !== 0 && column >= (grid[line]?.length ?? 0)) return
    yield { line, column }
  }
}

/** The cell that a move leads to, over computed cells; undefined where the table ends: it then stays. */
export const movedFrom = (grid: Grid, address: Address, move: Move): Address | undefined => {
  const from = placeOf(grid, address)
  if (from === undefined) return undefined
  const lastColumn = grid[from.line]?.length ?? 0
  switch (move) {
    case 'up':
      return firstInput(grid, along(grid, from, -1, 0))
    case 'down':
      return firstInput(grid, along(grid, from, 1, 0))
    case 'left':
      return firstInput(grid, along(grid, from, 0, -1))
    case 'right':
      return firstInput(grid, along(grid, from, 0, 1))
    case 'lineStart':
      return firstInput(grid, along(grid, { line: from.line, column: -1 }, 0, 1))
    case 'lineEnd':
      return firstInput(grid, along(grid, { line: from.line, column: lastColumn }, 0, -1))
    case 'first':
      return grid.flat().find(({ computed }) => !computed)?.address
    case 'last':
      return grid
        .flat()
        .filter(({ computed }) => !computed)
        .slice(-1)[0]?.address
  }
}
