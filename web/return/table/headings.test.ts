import { describe, expect, it } from 'vitest'
import { formById } from '../../../shared/form/forms.ts'
import { type Block, withoutHeadings } from './clipboard-block.ts'
import { headingsOf } from './headings.ts'
import { sheetsOf } from './layout.ts'

const stripped = (id: string, block: Block) => {
  const section = formById('ogi-2021')?.sections.find((one) => one.id === id)
  if (section?.kind !== 'matrix' && section?.kind !== 'blocks') throw new Error(`no table ${id}`)
  return withoutHeadings(block, headingsOf({ section, sheets: sheetsOf(section) }))
}

describe('a block copied with its headings', () => {
  it('loses the lines and columns of labels around its figures, merged ones too', () => {
    const copied = [
      ['（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）', undefined, '自然人', '商业企业'],
      ['三、本年度办理结果', '（三）不予公开', undefined, undefined],
      [undefined, '1. 属于国家秘密', '1', ''],
      [undefined, '其他', '', '-'],
    ]
    expect(stripped('requests', copied)).toEqual({
      block: [
        ['1', ''],
        ['', '-'],
      ],
      lines: 2,
      columns: 2,
    })
  })

  it('knows its headings in English, with measures, and one that is worded otherwise', () => {
    const copied = [
      ['信息内容', '本年制发件数（件）', '废止件数'],
      ['Rules', '1', '2'],
    ]
    expect(stripped('proactive', copied).lines).toBe(1)
    expect(stripped('requests', [['Natural persons', 'Businesses']]).lines).toBe(0)
  })

  it.each([
    [
      [
        ['/', '5'],
        ['/', '6'],
      ],
    ],
    [[['/'], ['/'], ['5']]],
    [
      [
        ['不适用', '5'],
        ['不适用', '6'],
      ],
    ],
    [
      [
        ['无', '无'],
        ['1', '2'],
      ],
    ],
    [
      [
        ['约5', '很多'],
        ['1', '2'],
      ],
    ],
    [[['甲', '乙']]],
    [
      [
        ['', '5'],
        ['', '6'],
      ],
    ],
  ])('keeps words that are no labels in their place: %j', (copied) => {
    expect(stripped('requests', copied)).toEqual({ block: copied, lines: 0, columns: 0 })
  })

  it('keeps a line in which one cell is a figure', () => {
    expect(stripped('requests', [['自然人', '3件']]).lines).toBe(0)
  })
})
