import { describe, expect, it } from 'vitest'
import { letterKey, placeOfLetter } from './letter.ts'

const parts = (change: Partial<Parameters<typeof letterKey>[0]> = {}) => ({
  round: 'haidong-2019',
  parentUnit: '630200',
  what: 'before3',
  which: '2020-01-31',
  personId: 'ledu_reporter',
  ...change,
})

describe('the key of a letter', () => {
  it('names round, parent unit, step, due day and person', () => {
    expect(letterKey(parts())).toBe('haidong-2019_630200_before3_2020-01-31_ledu_reporter')
  })
  it('has only characters that SES takes in a tag value', () => {
    expect(letterKey(parts())).toMatch(/^[A-Za-z0-9_-]{1,256}$/)
  })
  it('is refused with another character, an empty part or too many characters', () => {
    expect(() => letterKey(parts({ personId: 'a@b.cn' }))).toThrow(RangeError)
    expect(() => letterKey(parts({ round: 'a_b' }))).toThrow(RangeError)
    expect(() => letterKey(parts({ which: '' }))).toThrow(RangeError)
    expect(() => letterKey(parts({ personId: 'p'.repeat(200) }))).toThrow(RangeError)
  })
  it('tells its place in the table', () => {
    expect(placeOfLetter(letterKey(parts()))).toEqual({ round: 'haidong-2019', parentUnit: '630200' })
    expect(placeOfLetter('no key')).toBeUndefined()
  })
})
