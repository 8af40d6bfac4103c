import { describe, expect, it } from 'vitest'
import { xmlLines, xmlText } from './word-text.ts'

describe('text for XML', () => {
  it('loses only what XML has no room for', () => {
    expect(xmlText('a\u0000b\u000Bc\uFFFEd\uD83Ee\t\n<&>')).toBe('abcde\t\n<&>')
  })

  it('keeps characters beyond the basic plane, such as rare names', () => {
    expect(xmlText('𠮷𬀩')).toBe('𠮷𬀩')
  })

  it('is cut at every kind of line end', () => {
    expect(xmlLines('a\r\nb\nc\rd')).toEqual(['a', 'b', 'c', 'd'])
  })
})
