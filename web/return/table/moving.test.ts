import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Grid } from './layout.ts'
import { commandOf, type KeyPress, type Move, movedFrom } from './moving.ts'

const words = { zh: '', en: '' }

/** Lines of cells by name; a name in capitals is computed. */
const gridIn = (...lines: readonly string[]): Grid =>
  lines.map((line) =>
    line.split(' ').map((address) => ({
      address,
      row: { id: address, label: words },
      column: { id: address, label: words, kind: 'count' },
      computed: address === address.toUpperCase(),
      says: words,
    })),
  )

const grid = gridIn('a b T', 'c d U', 'V W X', 'e f Y', 'g')

const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...held,
})

describe('moving in a table', () => {
  it.each<[string, Move, string | undefined]>([
    ['a', 'right', 'b'],
    ['b', 'left', 'a'],
    ['a', 'down', 'c'],
    ['c', 'up', 'a'],
    ['b', 'right', undefined],
    ['a', 'left', undefined],
    ['a', 'up', undefined],
    ['g', 'down', undefined],
    ['b', 'lineStart', 'a'],
    ['a', 'lineEnd', 'b'],
    ['f', 'first', 'a'],
    ['a', 'last', 'g'],
  ])('from %s %s leads to %s', (from, move, to) => {
    expect(movedFrom(grid, from, move)).toBe(to)
  })

  it('steps over computed lines', () => {
    expect(movedFrom(grid, 'd', 'down')).toBe('f')
  })

  it('enters a narrower block at its last column and goes on from there', () => {
    expect(movedFrom(grid, 'f', 'down')).toBe('g')
    expect(movedFrom(grid, 'g', 'up')).toBe('e')
  })

  it('leads out of a computed cell that a link has focused', () => {
    expect(movedFrom(grid, 'V', 'down')).toBe('e')
  })

  it('never ends in a computed cell', () => {
    const moves: readonly Move[] = ['up', 'down', 'left', 'right', 'lineStart', 'lineEnd', 'first', 'last']
    const addresses = grid.flat().map(({ address }) => address)
    fc.assert(
      fc.property(fc.constantFrom(...addresses), fc.constantFrom(...moves), (from, move) => {
        const to = movedFrom(grid, from, move)
        return to === undefined || to !== to.toUpperCase()
      }),
    )
  })
})

describe('a key', () => {
  const all = { start: 0, end: 3, length: 3 }
  const middle = { start: 1, end: 1, length: 3 }
  const end = { start: 3, end: 3, length: 3 }

  it('to the side moves on when everything is selected', () => {
    expect(commandOf(press('ArrowLeft'), all)).toBe('left')
    expect(commandOf(press('ArrowRight'), all)).toBe('right')
  })

  it('to the side belongs to the caret within a figure', () => {
    expect(commandOf(press('ArrowLeft'), middle)).toBeUndefined()
    expect(commandOf(press('ArrowRight'), middle)).toBeUndefined()
    expect(commandOf(press('ArrowLeft'), end)).toBeUndefined()
  })

  it('to the side moves on where the caret can go no further', () => {
    expect(commandOf(press('ArrowRight'), end)).toBe('right')
  })

  it('selects with Shift as everywhere', () => {
    expect(commandOf(press('ArrowRight', { shiftKey: true }), all)).toBeUndefined()
  })

  it.each([
    [press('Enter'), 'down'],
    [press('Enter', { shiftKey: true }), 'up'],
    [press('Enter', { ctrlKey: true }), 'toActions'],
    [press('z', { ctrlKey: true }), 'undo'],
    [press('Z', { ctrlKey: true, shiftKey: true }), 'redo'],
    [press('y', { metaKey: true }), 'redo'],
    [press('Home', { ctrlKey: true }), 'first'],
    [press('Home'), 'lineStart'],
    [press('Escape'), 'restore'],
    [press('F2'), 'edit'],
    [press('5'), undefined],
    [press('Tab'), undefined],
    [press('Delete'), undefined],
    [press('c', { ctrlKey: true }), undefined],
  ])('%o asks for %s', (given, command) => {
    expect(commandOf(given, all)).toBe(command)
  })

  it('leaves its arrows to a list of choices', () => {
    expect(commandOf(press('ArrowDown'), undefined)).toBeUndefined()
    expect(commandOf(press('Enter'), undefined)).toBe('down')
  })
})
