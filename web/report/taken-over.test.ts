import { describe, expect, it } from 'vitest'
import { paragraphsOf, takenFrom, withParagraph } from './taken-over.ts'

describe('a paragraph that is taken over', () => {
  const units = { east: { 'a.text': '一。\n\n二。' }, west: { 'a.text': '三。' }, north: { 'a.text': null } }

  it('stands at the end of the text', () => {
    expect(withParagraph('', '一。')).toBe('一。')
    expect(withParagraph('零。\n\n', '一。')).toBe('零。\n一。')
  })

  it('names its unit while it stands there word by word', () => {
    expect(takenFrom('零。\n二。', units, 'a.text')).toEqual(['east'])
    expect(takenFrom('零。\n二，改过。', units, 'a.text')).toEqual([])
  })

  it('is a line that says something', () => {
    expect(paragraphsOf('一。\r\n  \n二。')).toEqual(['一。', '二。'])
  })
})
