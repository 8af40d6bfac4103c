import { describe, expect, it } from 'vitest'
import { excerptOf, lengthOf } from './passages.ts'

const text = '一年来工作平稳。全年共收到申请12件，均已答复。明年继续。'
const start = text.indexOf('12')

describe('an excerpt', () => {
  it('is the sentence that holds the passage', () => {
    expect(excerptOf(text, start, start + 2)).toEqual({
      before: '全年共收到申请',
      marked: '12',
      after: '件，均已答复。',
    })
  })

  it('is cut, and says so, where the sentence is long', () => {
    const long = `${'长'.repeat(60)}12${'长'.repeat(60)}`
    const { before, after } = excerptOf(long, 60, 62)
    expect([before, after]).toEqual([`…${'长'.repeat(24)}`, `${'长'.repeat(24)}…`])
  })

  it('begins and ends with the text itself without a mark of cutting', () => {
    expect(excerptOf('12件', 0, 2)).toEqual({ before: '', marked: '12', after: '件' })
  })

  it('does not fail on offsets of a text that has become shorter', () => {
    expect(excerptOf('短。', 10, 12)).toEqual({ before: '', marked: '', after: '' })
  })
})

describe('the length of a text', () => {
  it('counts characters without spaces and line ends', () => {
    expect(lengthOf('工作 平稳。\n', undefined)).toEqual({ count: 5, over: 0 })
  })

  it('says by how many it is over the limit', () => {
    expect(lengthOf('工作平稳。', 3)).toEqual({ count: 5, over: 2 })
    expect(lengthOf('工作', 3)).toEqual({ count: 2, over: 0 })
  })
})
