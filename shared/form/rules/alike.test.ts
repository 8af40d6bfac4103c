import { describe, expect, it } from 'vitest'
import { alikeTo } from './alike.ts'

const shareOf = (text: string, other: string): number => {
  const { places, length } = alikeTo(text, other)
  return places.length / length
}

describe('how much of a text stands in another one', () => {
  it('does not count the words that every office uses', () => {
    expect(shareOf('进一步加强政府信息公开', '政府信息公开进一步加强')).toBe(0)
  })

  it('counts numbers as the same, whatever they are and however wide', () => {
    expect(shareOf('2022年收到申请７５件均已办结', '2023年收到申请1,204件均已办结')).toBe(1)
  })

  it('does not see spaces and punctuation', () => {
    expect(shareOf('一是政策解读，形式单一。', '一是 政策解读\n形式单一')).toBe(1)
  })

  it('tells places in the text as typed', () => {
    const text = '新的话。一是政策解读，形式单一'
    expect(
      alikeTo(text, '一是政策解读形式单一')
        .places.map((at) => text.charAt(at))
        .join(''),
    ).toBe('一是政策解读形式单一')
  })

  it('finds nothing in an empty text', () => {
    expect(alikeTo('', '一是政策解读形式单一')).toEqual({ places: [], length: 0 })
  })
})
