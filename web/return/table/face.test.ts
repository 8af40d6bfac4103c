import { describe, expect, it } from 'vitest'
import { faceOf } from './face.ts'

const calm = { conflict: false, commented: false }

describe('the face of a cell', () => {
  it('is plain where there is nothing to say', () => {
    expect(faceOf({ state: { text: '5', value: 5 }, ...calm })).toEqual({ look: 'cell', tags: [], invalid: false })
  })

  it('tells blank from zero', () => {
    expect(faceOf({ state: { text: '' }, ...calm }).look).toBe('cell blank')
    expect(faceOf({ state: { text: '0', value: 0 }, ...calm }).look).toBe('cell')
  })

  it('puts an unreadable text before what the checks say', () => {
    const problem = { zh: '无法读作一个数字。', en: 'Not a number.' }
    expect(faceOf({ state: { text: 'x', problem }, mark: 'hint', ...calm })).toEqual({
      look: 'cell wrong',
      tags: ['unread', 'hint'],
      invalid: true,
    })
  })

  it('has a word for every mark, for colour alone says nothing', () => {
    for (const mark of ['wrong', 'toExplain', 'explained', 'hint'] as const) {
      expect(faceOf({ state: { text: '5', value: 5 }, mark, ...calm }).tags).toEqual([mark])
    }
  })

  it('says all that is known at once', () => {
    const state = { text: '0', value: 0, filled: 'nil' as const, confirm: { value: 0 } }
    expect(faceOf({ state, mark: 'wrong', conflict: true, commented: true }).tags).toEqual([
      'unsure',
      'conflict',
      'wrong',
      'comment',
      'nil',
    ])
  })
})
