import { describe, expect, it } from 'vitest'
import { canonicalJson } from './canonical.ts'

describe('canonical text', () => {
  it('is the same whatever order the keys came in, at every depth', () => {
    expect(canonicalJson({ b: 1, a: { d: null, c: [1, { y: 2, x: 1 }] } })).toBe(
      canonicalJson({ a: { c: [1, { x: 1, y: 2 }], d: null }, b: 1 }),
    )
  })

  it('writes sorted keys without white space', () => {
    expect(canonicalJson({ 年: '2019', a: [true, null, 1.5, '"'] })).toBe('{"a":[true,null,1.5,"\\""],"年":"2019"}')
  })

  it('keeps the order of a list, which is part of what it says', () => {
    expect(canonicalJson([2, 1])).not.toBe(canonicalJson([1, 2]))
  })

  it('leaves out keys without a value, as an absent key', () => {
    expect(canonicalJson({ a: undefined, b: 1 })).toBe(canonicalJson({ b: 1 }))
  })

  it('reads back as the value it was made from', () => {
    const value = { a: [{ b: 'text & <tag>' }], c: { na: '不适用' } }
    expect(JSON.parse(canonicalJson(value))).toEqual(value)
  })

  it.each([Number.NaN, Number.POSITIVE_INFINITY, 1n, undefined, [undefined]])(
    'refuses %s, which JSON cannot say',
    (value) => {
      expect(() => canonicalJson(value)).toThrow(RangeError)
    },
  )
})
