import { describe, expect, it } from 'vitest'
import { policeSupplement as form } from '../../shared/form/editions/police-supplement.ts'
import { listsOf } from '../../shared/form/fields.ts'
import { rowsPasted } from './paste-rows.ts'
import type { Block } from './table/clipboard-block.ts'

const [section] = listsOf(form)
if (section === undefined) throw new Error('no list')

const pasted = (at: string, block: Block, filled: readonly string[] = []) =>
  rowsPasted(at, {
    form,
    section,
    rows: ['r1', 'r2'],
    block,
    isBlankNow: (address) => !filled.includes(address),
    newRow: (n) => `new${n}`,
  })

describe('a block pasted into a list', () => {
  it('goes to the right and down, into new rows where there are none', () => {
    const block = [
      ['海东公安', '微信', '是'],
      ['平安海东', '微博', '否'],
    ]
    expect(pasted('accounts.r2.name', block)).toEqual({
      cells: {
        'accounts.r2.name': '海东公安',
        'accounts.r2.platform': '微信',
        'accounts.r2.supervised': true,
        'accounts.new0.name': '平安海东',
        'accounts.new0.platform': '微博',
        'accounts.new0.supervised': false,
      },
      filled: 6,
      added: ['new0'],
      unread: [],
      outside: 0,
    })
  })

  it('leaves out its headings, lines without a word, and what does not fit, and says so', () => {
    const block = [
      ['平台', '是否纳入统筹管理'],
      ['微信', '大概'],
      ['', ''],
      ['微博', '是', '备注'],
    ]
    expect(pasted('accounts.r1.platform', block)).toMatchObject({
      cells: { 'accounts.r1.platform': '微信', 'accounts.r2.platform': '微博', 'accounts.r2.supervised': true },
      unread: ['大概'],
      outside: 1,
      added: [],
    })
  })

  it('blanks a cell that something stands in, and leaves what a merged cell covers', () => {
    const found = pasted(
      'accounts.r1.name',
      [['甲', '', undefined]],
      ['accounts.r1.platform', 'accounts.r1.supervised'],
    )
    expect(found.cells).toEqual({ 'accounts.r1.name': '甲', 'accounts.r1.platform': null })
  })
})
