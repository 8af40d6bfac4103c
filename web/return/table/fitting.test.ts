import { describe, expect, it } from 'vitest'
import type { CellValue } from '../../../shared/form/cells.ts'
import { fieldAt } from '../../../shared/form/fields.ts'
import { formById } from '../../../shared/form/forms.ts'
import { readValue } from '../../../shared/form/read-value.ts'
import { fitted } from './fitting.ts'
import { gridOf, type Slot, sheetsOf } from './layout.ts'

const form = formById('ogi-2021')
if (form === undefined) throw new Error('no form')
const [requests] = form.sections.filter(({ id }) => id === 'requests')
if (requests?.kind !== 'matrix') throw new Error('no table 3')
const grid = gridOf(sheetsOf(requests))

const read = ({ address }: Slot, text: string) => {
  const field = fieldAt(form, address)
  if (field === undefined) throw new Error(`no field ${address}`)
  return readValue(field, text)
}
const laid = (
  at: string,
  block: readonly (readonly (string | undefined)[])[],
  before: Record<string, CellValue> = {},
) => fitted(grid, at, block, { read, now: (address) => before[address] })

describe('a block laid over a table', () => {
  it('fills from the cell in hand to the right and down', () => {
    const { cells, filled } = laid('requests.received.business', [
      ['1', '2,000'],
      ['３', '4'],
    ])
    expect(cells).toEqual({
      'requests.received.business': 1,
      'requests.received.research': 2000,
      'requests.carriedIn.business': 3,
      'requests.carriedIn.research': 4,
    })
    expect(filled).toBe(4)
  })

  it('leaves computed cells and what lies outside, and counts them', () => {
    const one = laid('requests.carriedOut.otherOrganization', [
      ['1', '2', '3'],
      ['4', '', ''],
    ])
    expect(one.cells).toEqual({ 'requests.carriedOut.otherOrganization': 1 })
    expect([one.computed, one.outside]).toEqual([1, 2])
  })

  it('names what cannot be read by line, column and reason', () => {
    const { unread, cells } = laid('requests.received.naturalPerson', [['1', '约5']])
    expect(cells).toEqual({ 'requests.received.naturalPerson': 1 })
    expect(unread.map(({ line, column, text }) => [line, column, text])).toEqual([[1, 2, '约5']])
    expect(unread[0]?.why.zh).toMatch(/无法读作一个数字/)
  })

  it('does not read two lines in one cell as one figure', () => {
    const { unread } = laid('requests.received.naturalPerson', [['12\n13', '1']])
    expect(unread[0]?.why.zh).toMatch(/多行/)
  })

  it('says how many figures are replaced, cleared, and read from a dash', () => {
    const before = {
      'requests.received.naturalPerson': 5,
      'requests.received.business': 6,
      'requests.received.research': 7,
    }
    const { replaced, cleared, dashes, cells } = laid('requests.received.naturalPerson', [['5', '', '—', '']], before)
    expect({ replaced, cleared, dashes }).toEqual({ replaced: 1, cleared: 1, dashes: 1 })
    expect(cells['requests.received.business']).toBeNull()
    expect(cells['requests.received.publicInterest']).toBeUndefined()
  })

  it('leaves cells alone that a merged cell covers', () => {
    const before = { 'requests.received.business': 6 }
    expect(laid('requests.received.naturalPerson', [['5', undefined]], before).cells).toEqual({
      'requests.received.naturalPerson': 5,
    })
  })

  it('clips ten thousand cells to the table', () => {
    const block = Array.from({ length: 100 }, () => Array.from({ length: 100 }, () => '1'))
    const { filled, computed, outside } = laid('requests.received.naturalPerson', block)
    expect(filled).toBe(24 * 6)
    expect(computed).toBe(24 + 7)
    expect(filled + computed + outside).toBe(10_000)
  })
})
