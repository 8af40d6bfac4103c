import { describe, expect, it } from 'vitest'
import { isRowId } from '../../shared/form/fields.ts'
import { rowIdAt } from './row-id.ts'

describe('the id of a row', () => {
  it('is one that the form takes', () => {
    for (const dice of [0, 0.5, 0.999999]) expect(isRowId(rowIdAt(1_579_000_000_000, dice))).toBe(true)
  })

  it('sorts by when the row was made', () => {
    const made = [1_579_000_000_000, 1_579_000_000_001, 1_900_000_000_000].map((ms) => rowIdAt(ms, 0.5))
    expect([...made].sort()).toEqual(made)
  })

  it('differs for two who make one at the same moment', () => {
    expect(rowIdAt(1_579_000_000_000, 0.1)).not.toBe(rowIdAt(1_579_000_000_000, 0.2))
  })
})
