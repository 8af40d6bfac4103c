import { describe, expect, it } from 'vitest'
import { compute } from '../form/compute.ts'
import { joinForms } from '../form/forms.ts'
import { words } from '../form/words.ts'
import { instant } from '../time.ts'
import type { Block } from './document.ts'
import { type ReturnDocumentInput, returnDocument } from './return-document.ts'

const form = joinForms(['ogi-2019', 'police-supplement'])
const receipt = {
  number: 'haidong-2019-630202-1',
  revision: 1,
  submittedAt: instant('2020-01-20T14:02:00+08:00'),
  dueAt: instant('2020-02-01T00:00:00+08:00'),
  timeliness: 'onTime',
  hash: 'cafe',
  version: 9,
} as const
const documentOf = (more: Partial<ReturnDocumentInput> = {}) => {
  const cells = more.cells ?? {}
  return returnDocument({
    form,
    year: 2019,
    unit: { name: words('海东市公安局乐都分局', 'Ledu Branch') },
    cells,
    computed: compute(form, cells),
    zone: 'Asia/Shanghai',
    scope: words('乐都', 'Ledu'),
    statutory: false,
    demo: false,
    language: 'zh',
    ...more,
  })
}
const textsOf = (blocks: readonly Block[], kind: 'note' | 'heading' | 'paragraph') =>
  blocks.flatMap((block) => (block.kind === kind ? [block.text] : []))
const figuresOf = (blocks: readonly Block[], caption: string): readonly string[] =>
  blocks
    .flatMap((block) => (block.kind === 'table' && block.caption === caption ? block.rows.flat() : []))
    .filter((cell) => cell.role === 'number')
    .map((cell) => cell.text)
const litigation = '四、政府信息公开行政复议、行政诉讼情况'

describe('the document of a return', () => {
  it('has the title broken by sense and the sections of the format in order, the supplement as an annex', () => {
    const { name, blocks } = documentOf()
    expect(name).toBe('海东市公安局乐都分局2019年度政府信息公开工作年度报告')
    expect(blocks[0]).toEqual({ kind: 'title', lines: ['海东市公安局乐都分局', '2019年度政府信息公开工作年度报告'] })
    expect(textsOf(blocks, 'heading')).toEqual([
      '一、总体情况',
      '二、主动公开政府信息情况',
      '三、收到和处理政府信息公开申请情况',
      litigation,
      '五、存在的主要问题及改进情况',
      '六、其他需要报告的事项',
      '附：公安机关政务公开补充统计',
      '政务咨询办理情况',
      '信息发布情况',
      '政务新媒体账号',
    ])
  })

  it('prints zero as 0, blank as nothing and not applicable as 不适用', () => {
    const cells = {
      'disputes.reconsideration.upheld': 0,
      'disputes.reconsideration.other': { na: '无复议职权' },
      'disputes.directSuit.upheld': 2,
      'disputes.directSuit.corrected': 2,
    }
    const figures = figuresOf(documentOf({ cells }).blocks, litigation)
    expect(figures.slice(0, 10)).toEqual(['0', '', '不适用', '', '0', '2', '2', '', '', '4'])
  })

  it('prints computed totals and not those that were stated', () => {
    const cells = { 'disputes.directSuit.upheld': 2, 'disputes.directSuit.total': 99 }
    expect(figuresOf(documentOf({ cells }).blocks, litigation)[9]).toBe('2')
  })

  it('prints the marker of an empty list', () => {
    const { blocks } = documentOf({ cells: { 'accounts.none': true } })
    const table = blocks.find((block) => block.kind === 'table' && block.caption === '政务新媒体账号')
    expect(table).toMatchObject({ rows: [expect.anything(), [{ text: '无', colSpan: 3 }]] })
  })

  it('says whose figures each table shows, and that the collection is not the statutory filing', () => {
    const { blocks } = documentOf()
    const overTables = blocks.filter((_, index) => blocks[index + 1]?.kind === 'table')
    expect(overTables).toEqual(overTables.map(() => ({ kind: 'note', text: '填报范围：乐都' })))
    expect(overTables).toHaveLength(6)
    expect(textsOf(blocks, 'note')[0]).toContain('内部汇总，不代替向本级政府的法定报送。')
    expect(textsOf(documentOf({ statutory: true }).blocks, 'note').join()).not.toContain('法定报送')
  })

  it('marks drawn figures wherever they stand', () => {
    const { blocks } = documentOf({ demo: true })
    const notes = blocks.filter((_, index) => index === 1 || blocks[index + 1]?.kind === 'table')
    expect(notes.every((block) => block.kind === 'note' && block.text.includes('演示数据'))).toBe(true)
    expect(JSON.stringify(documentOf().blocks)).not.toContain('演示数据')
  })

  it('carries receipt, hash, sign-off facts and the day in words', () => {
    const signOff = { preparedBy: '张三', reviewedBy: '李四', confidentialityReviewedBy: '王五', phone: '0972-8612345' }
    const { blocks } = documentOf({ receipt, signOff })
    const notes = textsOf(blocks, 'note').join('\n')
    expect(notes).toContain('haidong-2019-630202-1')
    expect(notes).toContain('2020年1月20日14:02（按时）')
    expect(notes).toContain('数据校验码：cafe')
    expect(blocks.find((block) => block.kind === 'signature')).toEqual({
      kind: 'signature',
      unit: '海东市公安局乐都分局',
      date: '2020年1月20日',
      lines: ['填报人：张三', '审核人：李四', '保密审查人：王五', '联系电话：0972-8612345'],
    })
  })

  it('says who handed it in for the unit', () => {
    const said = (more: Partial<ReturnDocumentInput>) => textsOf(documentOf({ receipt, ...more }).blocks, 'note')
    expect(said({ onBehalf: '韩雪梅' })).toContain('本次报送由韩雪梅代为填报。')
    expect(said({}).join()).not.toContain('代为')
  })

  it('says that a return without receipt is a draft', () => {
    expect(textsOf(documentOf().blocks, 'note')).toContain('草稿，尚未报送。')
  })

  it('keeps characters out of the file name that file systems refuse', () => {
    expect(documentOf({ unit: { name: words('甲/乙:"局"', 'x') } }).name).not.toMatch(/[/:"]/)
  })

  it('speaks English when asked', () => {
    const { name, blocks } = documentOf({ language: 'en' })
    expect(name).toBe('Ledu Branch - Annual report on open government information work, 2019')
    expect(textsOf(blocks, 'heading')[0]).toBe('Overview')
    expect(textsOf(blocks, 'note')).toContain('Draft, not handed in yet.')
  })
})
