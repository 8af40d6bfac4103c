import { describe, expect, it } from 'vitest'
import { collectorAbove, collectorOf } from './collector.ts'
import type { Unit } from './unit.ts'

type Place = Pick<Unit, 'id' | 'parent' | 'hasBelow'>

/** A county of Haidong without units below it. */
const unitWith = ({ parent = 'haidong', ...given }: Partial<Place> = {}): Place => ({
  id: 'ledu',
  hasBelow: false,
  parent,
  ...given,
})
const root: Place = { id: 'qinghai', hasBelow: false }

describe('the collector of a return', () => {
  it('is the unit above', () => {
    expect(collectorOf(unitWith(), 'haidong')).toBe('haidong')
  })

  it('is the unit above also where the round belongs to somebody higher', () => {
    expect(collectorOf(unitWith(), 'qinghai')).toBe('haidong')
  })

  it('is the unit itself where units stand below it: its own figures are one member beside theirs', () => {
    expect(collectorOf(unitWith({ id: 'haidong', parent: 'qinghai', hasBelow: true }), 'qinghai')).toBe('haidong')
  })

  it('is the owner for itself, whatever stands around it', () => {
    expect(collectorOf(unitWith(), 'ledu')).toBe('ledu')
  })

  it('is the unit itself where nothing stands above', () => {
    expect(collectorOf(root, 'elsewhere')).toBe('qinghai')
  })
})

describe('where a report counts', () => {
  it('is one level up', () => {
    expect(collectorAbove(unitWith(), 'qinghai')).toBe('haidong')
  })

  it('ends at the owner', () => {
    expect(collectorAbove(unitWith({ id: 'haidong', parent: 'qinghai' }), 'haidong')).toBeUndefined()
  })

  it('ends where nothing stands above', () => {
    expect(collectorAbove(root, 'elsewhere')).toBeUndefined()
  })
})

describe('a tree of units under one round', () => {
  const tree: readonly Place[] = [
    { id: 'qinghai', hasBelow: true },
    unitWith({ id: 'haidong', parent: 'qinghai', hasBelow: true }),
    unitWith({ id: 'xining', parent: 'qinghai' }),
    unitWith({ id: 'ledu' }),
    unitWith({ id: 'minhe', hasBelow: true }),
    unitWith({ id: 'chuankou', parent: 'minhe' }),
  ]
  const wayOf = (unit: Place): readonly string[] => {
    const way = [collectorOf(unit, 'qinghai')]
    for (;;) {
      const here = tree.find(({ id }) => id === way.at(-1))
      const above = here && collectorAbove(here, 'qinghai')
      if (above === undefined) return way
      way.push(above)
    }
  }

  it('brings every return to the owner, through each report once', () => {
    for (const unit of tree) {
      const way = wayOf(unit)
      expect(way.at(-1)).toBe('qinghai')
      expect(new Set(way).size).toBe(way.length)
    }
  })

  it('goes one level at a time', () => {
    expect(tree.map(wayOf).at(-1)).toEqual(['minhe', 'haidong', 'qinghai'])
  })
})
