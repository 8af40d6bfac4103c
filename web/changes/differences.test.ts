import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { differences, isOneText, type Piece, placesChanged, shortened } from './differences.ts'

/** 「-gone-」 and 「+new+」 among the rest. */
const drawn = (was: string, is: string): string =>
  differences(was, is)
    .map(({ kind, text }) => ({ same: text, gone: `-${text}-`, new: `+${text}+` })[kind])
    .join('')
const without = (pieces: readonly Piece[], left: Piece['kind']): string =>
  pieces.flatMap(({ kind, text }) => (kind === left ? [] : [text])).join('')

describe('the differences of two texts', () => {
  it('lead from the one to the other', () => {
    const texts = fc.string({
      unit: fc.constantFrom('公', '开', '。', '1', '2', ',', '\n', 'A', '𠮷', '\ue000', '\ue001'),
    })
    fc.assert(
      fc.property(texts, texts, (was, is) => {
        const pieces = differences(was, is)
        expect(without(pieces, 'new')).toBe(was)
        expect(without(pieces, 'gone')).toBe(is)
      }),
    )
  })

  it('keep words of two characters together', () => {
    expect(drawn('围绕群众关切，加强政务公开和解读回应。', '围绕群众关切，进一步强化政务公开和解读回应。')).toBe(
      '围绕群众关切，-加强-+进一步强化+政务公开和解读回应。',
    )
  })

  it('cut no figure apart', () => {
    expect(drawn('全年主动公开信息1,203条，占98.5%。', '全年主动公开信息1,318条，占98.1%。')).toBe(
      '全年主动公开信息-1,203-+1,318+条，占-98.5%-+98.1%+。',
    )
  })

  it('cut no rare character apart', () => {
    expect(drawn('联系人𠮷某', '联系人𠮸某')).toBe('联系人-𠮷-+𠮸+某')
  })

  it('name a sentence that was put in as a whole', () => {
    expect(drawn('一是公开。三是培训。', '一是公开。二是解读。三是培训。')).toBe('一是公开。+二是解读。+三是培训。')
  })

  it('are found where a text has more figures than there are letters to lend', () => {
    const figures = Array.from({ length: 7000 }, (_, at) => `${10_000 + at}`).join('、')
    const pieces = differences(figures, `${figures}。`)
    expect(without(pieces, 'new')).toBe(figures)
    expect(pieces[pieces.length - 1]).toEqual({ kind: 'new', text: '。' })
  })
})

describe('two texts', () => {
  it('are one that was changed where a good part has stayed', () => {
    expect(isOneText(differences('本年度公开十二条。', '本年度公开十三条。'))).toBe(true)
  })

  it('are two where hardly anything has stayed', () => {
    expect(isOneText(differences('本年度按要求公开信息，未收费。', '无行政复议及诉讼案件。'))).toBe(false)
  })
})

describe('counting changes', () => {
  it('takes what was put in the place of something for one', () => {
    expect(placesChanged(differences('公开1条，收费2元。', '公开3条，收费2元。另有说明。'))).toBe(2)
    expect(placesChanged(differences('同', '同'))).toBe(0)
  })
})

describe('a shortened text', () => {
  const stretch = '公'.repeat(100)

  it('keeps what stands next to a change', () => {
    const shown = shortened([
      { kind: 'same', text: stretch },
      { kind: 'new', text: '新' },
      { kind: 'same', text: stretch },
      { kind: 'gone', text: '旧' },
    ])
    expect(shown.map((part) => (part.kind === 'left out' ? part.count : part.text.length))).toEqual([
      76, 24, 1, 24, 52, 24, 1,
    ])
  })

  it('leaves out nothing that saves no line', () => {
    const pieces: readonly Piece[] = [
      { kind: 'gone', text: '旧' },
      { kind: 'same', text: '公'.repeat(48) },
    ]
    expect(shortened(pieces)).toEqual(pieces)
  })

  it('keeps rare characters whole', () => {
    const [, kept] = shortened([
      { kind: 'same', text: '𠮷'.repeat(60) },
      { kind: 'new', text: '新' },
    ])
    expect(kept).toEqual({ kind: 'same', text: '𠮷'.repeat(24) })
  })
})
