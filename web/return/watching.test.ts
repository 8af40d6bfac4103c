import { batch } from '@preact/signals'
import { describe, expect, it } from 'vitest'
import { watchingOf } from './watching.ts'

const drawn = () => {
  const watching = watchingOf()
  const log: string[] = []
  const watch = (address: string, as = address) => watching.watch(address, () => log.push(as))
  return { watching, log, watch }
}

describe('watching cells', () => {
  it('draws the cell that has changed and no other', () => {
    const { watching, log, watch } = drawn()
    watch('a')
    watch('b')
    watching.changed('a')
    watching.changed('nowhere')
    expect(log).toEqual(['a'])
  })

  it('draws once when the batch of changes ends, however often a cell has changed in it', () => {
    const { watching, log, watch } = drawn()
    watch('a')
    watch('b')
    batch(() => {
      watching.changed('b')
      watching.changed('a')
      watching.changed('b')
      expect(log).toEqual([])
    })
    expect(log).toEqual(['b', 'a'])
  })

  it('draws all of them when it is told so', () => {
    const { watching, log, watch } = drawn()
    watch('a')
    watch('b')
    watching.all()
    expect(log).toEqual(['a', 'b'])
  })

  it('draws no more what is no longer watched, even where it was due already', () => {
    const { watching, log, watch } = drawn()
    const end = watch('a')
    batch(() => {
      watching.changed('a')
      end()
    })
    watching.changed('a')
    expect(log).toEqual([])
  })

  it('lets the table that took the place draw on when the one before it ends', () => {
    const { watching, log, watch } = drawn()
    const end = watch('a', 'in Chinese')
    watch('a', 'in English')
    end()
    watching.changed('a')
    expect(log).toEqual(['in English'])
  })

  it('draws the others where one cannot be drawn, says what went wrong, and goes on', () => {
    const { watching, log, watch } = drawn()
    watching.watch('a', () => {
      throw new Error('cannot be drawn')
    })
    watch('b')
    expect(() => watching.all()).toThrow('cannot be drawn')
    expect(log).toEqual(['b'])
    watching.changed('b')
    expect(log).toEqual(['b', 'b'])
  })

  it('draws a cell that another has changed while it was drawn', () => {
    const { watching, log, watch } = drawn()
    watching.watch('a', () => {
      log.push('a')
      watching.changed('b')
    })
    watch('b')
    watching.changed('a')
    expect(log).toEqual(['a', 'b'])
  })
})
