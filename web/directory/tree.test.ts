import { describe, expect, it } from 'vitest'
import { foundIn, keyed, type ListedUnit, rowsOf, treeOf } from './tree.ts'

const unit = (id: string, parent?: string, zh = `${id}局`): ListedUnit => ({
  id,
  name: { zh, en: `${id} Bureau` },
  shortName: { zh: id, en: id },
  path: [id],
  hasBelow: false,
  unreachable: false,
  ...(parent === undefined ? {} : { parent }),
})
const units = [unit('c2', 'city'), unit('c1', 'city'), unit('city', 'province'), unit('town', 'c1')]
const rows = (...open: readonly string[]) => rowsOf(treeOf(units), new Set(open))
const seen = (...open: readonly string[]) => rows(...open).map(({ unit, level }) => `${level} ${unit.id}`)

describe('the tree of units', () => {
  it('begins with whoever has nobody of mine above, and shows what is open', () => {
    expect(seen()).toEqual(['1 city'])
    expect(seen('city')).toEqual(['1 city', '2 c1', '2 c2'])
    expect(seen('city', 'c1')).toEqual(['1 city', '2 c1', '3 town', '2 c2'])
    expect(rows('city')[2]).toMatchObject({ place: 2, siblings: 2, isOpen: undefined })
  })

  it('is found by code and by either name, in capitals or not', () => {
    expect(foundIn(units, ' C1 ').map(({ id }) => id)).toEqual(['c1'])
    expect(foundIn(units, 'town局').map(({ id }) => id)).toEqual(['town'])
    expect(foundIn(units, 'BUREAU').length).toBe(4)
    expect(foundIn(units, '无')).toEqual([])
  })

  it.each([
    ['city', 'ArrowDown', { to: 'c1' }],
    ['c2', 'ArrowDown', { to: 'c2' }],
    ['c1', 'ArrowUp', { to: 'city' }],
    ['c1', 'ArrowRight', { open: 'c1' }],
    ['city', 'ArrowRight', { to: 'c1' }],
    ['c2', 'ArrowRight', {}],
    ['city', 'ArrowLeft', { close: 'city' }],
    ['c2', 'ArrowLeft', { to: 'city' }],
    ['c1', 'Home', { to: 'city' }],
    ['c1', 'End', { to: 'c2' }],
    ['c1', 'a', undefined],
  ])('is walked by keys: at %s, %s', (at, key, outcome) => {
    expect(keyed(rows('city'), at, key)).toEqual(outcome)
  })
})
