/* Decimal texts against big.js, which reckons them another way. */
import Big from 'big.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDecimals, compareDecimals, distanceOf, shifted } from './decimal.ts'

const decimal = fc
  .tuple(fc.boolean(), fc.bigInt({ min: 0n, max: 10n ** 18n }), fc.stringMatching(/^\d{0,6}$/))
  .map(([negative, whole, fraction]) => `${negative ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`)

describe('decimal texts', () => {
  it('are added exactly', () => {
    fc.assert(
      fc.property(fc.array(decimal, { maxLength: 6 }), (texts) => {
        const sum = texts.reduce((so, text) => so.plus(text), Big(0))
        expect(Big(addDecimals(texts)).eq(sum)).toBe(true)
      }),
      { numRuns: 200 },
    )
  })

  it('keep the decimals of the longest term', () => {
    expect(addDecimals(['0.10', '0.2'])).toBe('0.30')
    expect(addDecimals(['-0.05', '0.05'])).toBe('0.00')
    expect(addDecimals(['-1.5', '0.25'])).toBe('-1.25')
    expect(addDecimals([])).toBe('0')
  })

  it('are compared, and their distance is taken', () => {
    fc.assert(
      fc.property(decimal, decimal, (a, b) => {
        expect(compareDecimals(a, b)).toBe(Big(a).cmp(b))
        expect(distanceOf(a, b)).toBe(Big(a).minus(b).abs().toFixed())
      }),
      { numRuns: 200 },
    )
  })

  it('are shifted by places', () => {
    fc.assert(
      fc.property(decimal, fc.integer({ min: -8, max: 8 }), (text, places) => {
        const expected = Big(text).times(Big(10).pow(places))
        expect(Big(shifted(text, places)).eq(expected)).toBe(true)
      }),
      { numRuns: 200 },
    )
    expect(shifted('251000', -4)).toBe('25.1')
    expect(shifted('25.10', 4)).toBe('251000')
    expect(shifted('0.5', -4)).toBe('0.00005')
  })
})
