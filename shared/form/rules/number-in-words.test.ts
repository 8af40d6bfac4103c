import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { numberOf } from './number-in-words.ts'

const digits = '零一二三四五六七八九'

/** Below 10,000, as written out: 1090 is 一千零九十. */
const written = (number: number): string => {
  const parts = [...String(number)].map(Number)
  const steps = ['', '十', '百', '千']
  const text = parts
    .map((digit, at) => (digit === 0 ? '零' : `${digits[digit]}${steps[parts.length - 1 - at]}`))
    .join('')
    .replace(/零+/g, '零')
  return number === 0 ? '零' : text.replace(/零$/, '')
}

describe('a number in a text', () => {
  it.each([
    ['75', 75],
    ['1,514', 1514],
    ['12,345,678', 12_345_678],
    ['四十三', 43],
    ['十', 10],
    ['十二', 12],
    ['一百零九', 109],
    ['两', 2],
    ['两百', 200],
    ['二〇', 20],
    ['一〇九', 109],
    ['三万二千零一十', 32_010],
    ['〇', 0],
  ])('reads %s', (text, number) => {
    expect(numberOf(text)).toBe(number)
  })

  it.each(['12,74', '1,2345', '百一', '一二十', '三十百', '万', '三万万', '', '9'.repeat(16)])(
    'does not guess at %s',
    (text) => {
      expect(numberOf(text)).toBeUndefined()
    },
  )

  it('reads every number below ten thousand as it is written out', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 9999 }), (number) => numberOf(written(number)) === number))
  })
})
