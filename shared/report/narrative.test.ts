import { describe, expect, it } from 'vitest'
import { narrativeBlocks } from './narrative.ts'

describe('a narrative', () => {
  it('is set line by line, without blank lines and the spaces around a line', () => {
    expect(narrativeBlocks('　　一年来。\r\n\r\n  同时。', 'zh')).toEqual([
      { kind: 'paragraph', text: '一年来。' },
      { kind: 'paragraph', text: '同时。' },
    ])
  })

  it.each(['（一）围绕群众关切', '(四) 加强警民互动', '（十二）其他'])(
    'takes %s for a heading of the second level',
    (line) => {
      expect(narrativeBlocks(line, 'zh')).toEqual([{ kind: 'heading', level: 2, text: line }])
    },
  )

  it('leaves a sentence with a number before it a paragraph', () => {
    const line = '（一）围绕群众关切。我们及时公开。'
    expect(narrativeBlocks(line, 'zh')).toEqual([{ kind: 'paragraph', text: line }])
    const long = `（一）${'长'.repeat(60)}`
    expect(narrativeBlocks(long, 'zh')).toEqual([{ kind: 'paragraph', text: long }])
  })

  it('keeps the text as typed', () => {
    expect(narrativeBlocks('a & <b> =1+1', 'zh')).toEqual([{ kind: 'paragraph', text: 'a & <b> =1+1' }])
  })

  it('prints nothing when blank and says so when not applicable', () => {
    expect(narrativeBlocks(null, 'zh')).toEqual([])
    expect(narrativeBlocks({ na: '无' }, 'zh')).toEqual([{ kind: 'paragraph', text: '不适用。' }])
  })
})
