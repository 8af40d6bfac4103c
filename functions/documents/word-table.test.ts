import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { TableBlock, TableCell } from '../../shared/report/document.ts'
import { needsOwnPage } from './own-page.ts'
import { textWidth } from './word-measures.ts'
import { columnWidths } from './word-table.ts'

describe('column widths', () => {
  it('add up to the type area exactly, whatever their relation', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0.1, max: 90, noNaN: true }), { minLength: 1, maxLength: 20 }),
        (relative) => {
          expect(columnWidths(relative).reduce((sum, width) => sum + width, 0)).toBe(textWidth)
        },
      ),
    )
  })

  it('keep the relation', () => {
    expect(columnWidths([1, 1])).toEqual([4423, 4422])
  })
})

describe('a page of its own', () => {
  const cell: TableCell = { text: '', role: 'label' }
  const tableOf = (length: number, rowSpan?: number): TableBlock => ({
    kind: 'table',
    caption: '',
    widths: [1],
    headerRows: 1,
    rows: Array.from({ length }, (_, index) => [index === 1 && rowSpan ? { ...cell, rowSpan } : cell]),
  })

  it('is given to a long table whose labels span rows, and to no other', () => {
    expect(needsOwnPage(tableOf(20, 5))).toBe(true)
    expect(needsOwnPage(tableOf(20))).toBe(false)
    expect(needsOwnPage(tableOf(6, 5))).toBe(false)
  })
})
