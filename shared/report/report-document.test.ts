import { describe, expect, it } from 'vitest'
import { joinForms } from '../form/forms.ts'
import { words } from '../form/words.ts'
import { instant } from '../time.ts'
import type { Block } from './document.ts'
import { completenessLine, type ReportDocumentInput, reportDocument } from './report-document.ts'

const complete = { unitsIn: 7, missing: [], provisional: [], late: [] }
const published = { edition: 1, at: instant('2020-01-31T10:00:00+08:00') }
const documentOf = (more: Partial<ReportDocumentInput> = {}) =>
  reportDocument({
    form: joinForms(['ogi-2019', 'police-supplement']),
    year: 2019,
    unit: { name: words('海东市公安局', 'Haidong Public Security Bureau') },
    figures: { 'proactive.penalties.change': -17 },
    narratives: { 'overview.text': '（一）围绕群众关切\n一年来，我们及时公开。' },
    lists: [],
    completeness: complete,
    scope: words('全市（含县区）', 'Whole city with counties'),
    statutory: false,
    demo: true,
    hash: 'b0f1',
    zone: 'Asia/Shanghai',
    language: 'zh',
    ...more,
  })
const signatureOf = (blocks: readonly Block[]) => blocks.find((block) => block.kind === 'signature')
const notesOf = (blocks: readonly Block[]) => blocks.flatMap((block) => (block.kind === 'note' ? [block.text] : []))

describe('the document of a report', () => {
  it('sets narratives in headings and paragraphs under their section', () => {
    const { blocks } = documentOf()
    const at = blocks.findIndex((block) => block.kind === 'heading' && block.text === '一、总体情况')
    expect(blocks.slice(at + 1, at + 3)).toEqual([
      { kind: 'heading', level: 2, text: '（一）围绕群众关切' },
      { kind: 'paragraph', text: '一年来，我们及时公开。' },
    ])
  })

  it('prints a decrease in words', () => {
    expect(JSON.stringify(documentOf().blocks)).toContain('"减17"')
  })

  it('says scope and completeness under the title, edition and hash under the signature, the annex behind it', () => {
    const { blocks } = documentOf({ published })
    const notes = notesOf(blocks)
    expect(notes[0]).toContain('汇总范围：全市（含县区）')
    expect(notes[1]).toBe('已报 7 个单位，缺 0 个。')
    const signature = blocks.findIndex((block) => block.kind === 'signature')
    expect(blocks.slice(signature + 1, signature + 4)).toEqual([
      { kind: 'note', text: '第1版，2020年1月31日10:00发布。' },
      { kind: 'note', text: '数据校验码：b0f1' },
      { kind: 'heading', level: 1, text: '附：公安机关政务公开补充统计', newPage: true },
    ])
  })

  it('says that it is a draft before it is published, and leaves the day to the pen', () => {
    const { blocks } = documentOf()
    expect(notesOf(blocks)).toContain('草稿，尚未发布，数据可能变动。')
    expect(signatureOf(blocks)).toEqual({
      kind: 'signature',
      unit: '海东市公安局',
      date: '　　　　年　　月　　日',
      lines: [],
    })
  })

  it('is dated with the day of publication in its zone', () => {
    const late = { edition: 1, at: instant('2020-01-30T17:00:00Z') }
    expect(signatureOf(documentOf({ published: late }).blocks)).toMatchObject({ date: '2020年1月31日' })
  })

  it('joins lists with the name of the unit', () => {
    const lists = [
      {
        unit: words('乐都', 'Ledu'),
        section: 'accounts',
        rows: [{ name: '平安乐都', platform: '微信', supervised: false }],
      },
    ]
    const table = documentOf({ lists }).blocks.find(
      (block) => block.kind === 'table' && block.caption === '政务新媒体账号',
    )
    const rows = table?.kind === 'table' ? table.rows.map((row) => row.map((cell) => cell.text)) : []
    expect(rows).toEqual([
      ['单位', '账号名称', '平台', '是否纳入统筹管理'],
      ['乐都', '平安乐都', '微信', '否'],
    ])
  })

  it('names measures in the annex and not in the tables of the format', () => {
    const text = JSON.stringify(documentOf().blocks)
    expect(text).toContain('"收到（件）"')
    expect(text).toContain('"text":"自然人"')
  })
})

describe('the line on completeness', () => {
  it('names the missing, the unreviewed and the late', () => {
    const of = {
      unitsIn: 5,
      missing: [words('化隆', 'Hualong'), words('循化', 'Xunhua')],
      provisional: [words('民和', 'Minhe')],
      late: [words('互助', 'Huzhu')],
    }
    expect(completenessLine(of, 'zh')).toBe(
      '已报 5 个单位，缺 2 个（化隆、循化）；1 个尚未审核（民和）；1 个逾期报送（互助）。',
    )
    expect(completenessLine(of, 'en')).toBe(
      '5 unit(s) in, 2 missing (Hualong, Xunhua); 1 not reviewed yet (Minhe); 1 handed in late (Huzhu).',
    )
  })

  it('says nothing of what there is not', () => {
    expect(completenessLine(complete, 'zh')).toBe('已报 7 个单位，缺 0 个。')
  })
})
