import fc from 'fast-check'
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

  it('sorts keys by UTF-16 unit, as RFC 8785 does', () => {
    expect(canonicalJson({ '\u{1F600}': 1, '\uFB33': 2, z: 3, Z: 4, '10': 5, '9': 6 })).toBe(
      '{"10":5,"9":6,"Z":4,"z":3,"\u{1F600}":1,"\uFB33":2}',
    )
  })

  it.each([() => 1, Symbol('s'), { a: Number.NEGATIVE_INFINITY }])(
    'refuses what is no JSON value, at any depth',
    (value) => {
      expect(() => canonicalJson({ deep: [value] })).toThrow(RangeError)
    },
  )

  it('is one text for two equal values and two texts for two different ones', () => {
    const json = fc.jsonValue({ maxDepth: 3 })
    fc.assert(
      fc.property(json, json, (a, b) => {
        const same = (x: unknown) => JSON.parse(JSON.stringify(x))
        expect(same(JSON.parse(canonicalJson(a)))).toEqual(same(a))
        if (canonicalJson(a) === canonicalJson(b)) expect(same(a)).toEqual(same(b))
      }),
    )
  })
})
