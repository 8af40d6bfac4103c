import { describe, expect, it } from 'vitest'
import { askedWords, findWords } from './find-words.ts'

const find = (text: string, asked: string) => [...findWords(text, askedWords(asked)).values()]

describe('words in the text of a report', () => {
  it('are found inside longer words', () => {
    expect(find('全年平稳。公开行政处罚案件 31 件。其余照旧。', '行政处罚')).toEqual([
      { before: '公开', hit: '行政处罚', after: '案件 31 件。' },
    ])
  })

  it('are found whatever their width, case, spaces and line ends', () => {
    expect(find('本年ＯＰＥＮ　Ｄａｔａ 上线', 'open')).toMatchObject([{ hit: 'ＯＰＥＮ' }])
    expect(find('公开行政\n处罚案件', '行政处罚')).toMatchObject([{ before: '公开', hit: '行政\n处罚', after: '案件' }])
    expect(find('共31件', '３１')).toMatchObject([{ hit: '31' }])
  })

  it('are several where spaces part them, each with its own sentence', () => {
    expect(find('微博一个。网站两个。', '网站　微博').map(({ hit }) => hit)).toEqual(['网站', '微博'])
    expect(find('微博一个。', '网站 微博').map(({ hit }) => hit)).toEqual(['微博'])
  })

  it('do not drag a page along, nor cut a rare character in two', () => {
    const [hit] = find(`${'𠮷'.repeat(200)}处罚${'𠮷'.repeat(200)}`, '处罚')
    expect(hit).toEqual({ before: `…${'𠮷'.repeat(60)}`, hit: '处罚', after: `${'𠮷'.repeat(60)}…` })
  })

  it('are none where nothing was asked, and at most five', () => {
    expect(askedWords(' 　\t')).toEqual([])
    expect(askedWords('a b c d e f g')).toHaveLength(5)
    expect(find('没有', '处罚')).toEqual([])
  })
})
