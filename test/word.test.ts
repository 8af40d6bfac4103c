/*
 * The Word file opened as what it is: a zip of XML. Grids, merged cells, figures, page and text are read from the
 * file itself and not from the code that made it.
 */
import { inflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { docxOf } from '../functions/documents/docx.ts'
import type { Cells } from '../shared/form/cells.ts'
import { compute } from '../shared/form/compute.ts'
import { fieldsOf, inputFieldsOf } from '../shared/form/fields.ts'
import { joinForms } from '../shared/form/forms.ts'
import { printValue } from '../shared/form/print-value.ts'
import { words } from '../shared/form/words.ts'
import type { DocumentModel } from '../shared/report/document.ts'
import { reportDocument } from '../shared/report/report-document.ts'
import { instant } from '../shared/time.ts'

/* ---- a reader of zips and of Word's XML, just large enough ---- */

/** The files of a zip with their paths, by the central directory at its end. */
const entriesOf = (bytes: Uint8Array): readonly (readonly [string, string])[] => {
  const zip = Buffer.from(bytes)
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  const files: (readonly [string, string])[] = []
  let at = zip.readUInt32LE(end + 16)
  for (let count = zip.readUInt16LE(end + 10); count > 0; count -= 1) {
    const [method, size] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 20)]
    const nameLength = zip.readUInt16LE(at + 28)
    const local = zip.readUInt32LE(at + 42)
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
    const data = zip.subarray(start, start + size)
    const path = zip.toString('utf8', at + 46, at + 46 + nameLength)
    files.push([path, (method === 8 ? inflateRawSync(data) : data).toString()])
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  return files
}

const all = (xml: string, pattern: RegExp): readonly string[] =>
  [...xml.matchAll(pattern)].map((found) => found[1] ?? '')
const elements = (xml: string, name: string): readonly string[] =>
  all(xml, new RegExp(`<w:${name}(?=[ >])(.*?)</w:${name}>`, 'gs'))
const unescaped = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')
const textOf = (xml: string): string => unescaped(all(xml, /<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g).join(''))

interface WordCell {
  readonly text: string
  readonly span: number
  readonly merge: 'restart' | 'continue' | undefined
  readonly width: number
}
const cellOf = (xml: string): WordCell => {
  const merge = /<w:vMerge w:val="(restart|continue)"/.exec(xml)?.[1]
  return {
    text: textOf(xml),
    span: Number(/<w:gridSpan w:val="(\d+)"/.exec(xml)?.[1] ?? 1),
    merge: merge === 'restart' || merge === 'continue' ? merge : undefined,
    width: Number(/<w:tcW [^>]*w:w="(\d+)"/.exec(xml)?.[1]),
  }
}
const tableOf = (xml: string) => ({
  xml,
  grid: all(xml, /<w:gridCol w:w="(\d+)"/g).map(Number),
  rows: elements(xml, 'tr').map((row) => ({
    cells: elements(row, 'tc').map(cellOf),
    isHeader: /<w:tblHeader(?! w:val="(?:false|off|0)")/.test(row),
    isWhole: /<w:cantSplit(?! w:val="(?:false|off|0)")/.test(row),
  })),
})

/* ---- the published figures of the city bureau, 2019 ---- */

const form = joinForms(['ogi-2019', 'police-supplement'])
const published: Cells = {
  'proactive.penalties.itemsLastYear': 60,
  'proactive.penalties.change': -17,
  'proactive.penalties.decisions': 43,
  'proactive.coercion.itemsLastYear': 15,
  'proactive.coercion.change': -7,
  'proactive.coercion.decisions': 8,
  'disputes.directSuit.upheld': 2,
  'disputes.directSuit.corrected': 2,
  'requests.stateSecret.business': 7,
  'requests.carriedOut.otherOrganization': 5,
}
const cells: Cells = {
  ...Object.fromEntries(
    inputFieldsOf(form)
      .filter(({ kind }) => kind === 'count' || kind === 'change')
      .map((field) => [field.address, 0]),
  ),
  'proactive.procurement.amount': '73802895.90',
  ...published,
}
const figures: Cells = { ...cells, ...compute(form, cells) }
const hostile = '& <w:t>注入</w:t> "引号" =1+1 \u0000\u0007\uD800\uFFFF 尾'
const report = reportDocument({
  form,
  year: 2019,
  unit: { name: words('海东市公安局', 'Haidong Public Security Bureau') },
  figures,
  narratives: { 'overview.text': `（一）政务公开\n${hostile}` },
  lists: [],
  completeness: { unitsIn: 7, missing: [], provisional: [], late: [] },
  scope: words('全市（含县区）', 'Whole city with counties'),
  statutory: false,
  demo: true,
  hash: 'b0f1',
  published: { edition: 1, at: instant('2020-01-31T10:00:00+08:00') },
  zone: 'Asia/Shanghai',
  language: 'zh',
})
const entries = entriesOf(await docxOf(report))
const paths = entries.map(([path]) => path)
const files = new Map(entries)
const part = (path: string): string => files.get(path) ?? ''
const document = part('word/document.xml')
const tables = elements(document, 'tbl').map(tableOf)
const [proactive, requests, disputes] = tables
if (!proactive || !requests || !disputes) throw new Error('tables are missing')

describe('the Word file of the city report', () => {
  it('holds the three tables of the format and the three of the supplement', () => {
    expect(tables.map((table) => table.rows.length)).toEqual([18, 26, 4, 5, 5, 2])
  })

  it('fills every row of every grid exactly, in columns and in width', () => {
    for (const { grid, rows } of tables) {
      const whole = grid.reduce((sum, width) => sum + width, 0)
      for (const { cells: row } of rows) {
        expect(row.reduce((sum, cell) => sum + cell.span, 0)).toBe(grid.length)
        expect(row.reduce((sum, cell) => sum + cell.width, 0)).toBe(whole)
      }
    }
  })

  it('keeps tables within the type area, on a fixed layout', () => {
    for (const { xml, grid } of tables) {
      expect(Math.abs(grid.reduce((sum, width) => sum + width, 0) - (156 * 1440) / 25.4)).toBeLessThan(2)
      expect(xml).toContain('<w:tblLayout w:type="fixed"/>')
    }
  })

  it('repeats the heading rows of table 3 and splits no row', () => {
    expect(requests.rows.map((row) => row.isHeader).slice(0, 5)).toEqual([true, true, true, false, false])
    expect(tables.every((table) => table.rows.every((row) => row.isWhole))).toBe(true)
  })

  it('merges the row groups of table 3 for real', () => {
    const first = requests.rows.map((row) => row.cells[0]).filter((cell) => cell?.merge !== undefined)
    expect(first.map((cell) => cell?.merge)).toEqual([
      'restart',
      ...Array.from({ length: 2 }, () => 'continue'),
      'restart',
      ...Array.from({ length: 19 }, () => 'continue'),
    ])
    expect(requests.rows[5]?.cells[0]).toMatchObject({ text: '三、本年度办理结果', merge: 'restart' })
    expect(requests.rows[0]?.cells[0]).toMatchObject({ span: 3, merge: 'restart' })
  })

  it('prints the published figures in their cells', () => {
    const row = (label: string) =>
      proactive.rows.find(({ cells: [first] }) => first?.text === label)?.cells.map((cell) => cell.text)
    expect(row('行政处罚')).toEqual(['行政处罚', '60', '减17', '43'])
    expect(row('行政强制')).toEqual(['行政强制', '15', '减7', '8'])
    expect(row('政府集中采购')).toEqual(['政府集中采购', '0', '73802895.90'])
    expect(disputes.rows[3]?.cells.map((cell) => cell.text)).toEqual([
      ...['0', '0', '0', '0', '0'],
      ...['2', '2', '0', '0', '4'],
      ...['0', '0', '0', '0', '0'],
    ])
  })

  it('prints every figure of table 3 in the row and column of the form', () => {
    const printed = requests.rows.slice(3).map((row) => row.cells.slice(-7).map((cell) => cell.text))
    const fields = [...fieldsOf(form).values()].filter((field) => field.section === 'requests')
    expect(printed.flat()).toEqual(fields.map((field) => printValue(field, figures[field.address], 'zh')))
    expect(printed[4]?.[1]).toBe('7')
  })
})

describe('the page', () => {
  it('is A4 with the margins of GB/T 9704-2012', () => {
    const twips = (mm: number) => Math.round((mm * 1440) / 25.4)
    expect(document).toMatch(new RegExp(`<w:pgSz [^>]*w:w="${twips(210)}"[^>]*w:h="${twips(297)}"`))
    const margins = /<w:pgMar ([^>]*)\/>/.exec(document)?.[1] ?? ''
    const margin = (side: string) => Number(new RegExp(`w:${side}="(\\d+)"`).exec(margins)?.[1])
    expect({ top: margin('top'), left: margin('left'), right: margin('right'), bottom: margin('bottom') }).toEqual({
      top: twips(37),
      left: twips(28),
      right: twips(26),
      bottom: twips(35),
    })
  })

  it('takes 22 lines of 28 characters', () => {
    const body = /<w:style [^>]*w:styleId="Body"[\s\S]*?<\/w:style>/.exec(part('word/styles.xml'))?.[0] ?? ''
    const line = Number(/w:line="(\d+)" w:lineRule="exact"/.exec(body)?.[1])
    const squeeze = Number(/<w:spacing w:val="(-?\d+)"\/>/.exec(body)?.[1])
    const [height, width] = [((297 - 37 - 35) * 1440) / 25.4, ((210 - 28 - 26) * 1440) / 25.4]
    expect(Math.floor(height / line)).toBe(22)
    expect(Math.floor(width / (320 + squeeze))).toBe(28)
    expect(body).toContain('w:firstLine="640"')
  })

  it('numbers odd pages at the right and even ones at the left', () => {
    expect(part('word/settings.xml')).toContain('<w:evenAndOddHeaders/>')
    const sides = new Map(
      all(document, /(<w:footerReference [^>]*>)/g).map((reference) => {
        const id = /r:id="(\w+)"/.exec(reference)?.[1] ?? ''
        const target =
          new RegExp(`Id="${id}"[^>]*Target="([^"]+)"`).exec(part('word/_rels/document.xml.rels'))?.[1] ?? ''
        return [/w:type="(\w+)"/.exec(reference)?.[1], part(`word/${target}`)] as const
      }),
    )
    expect(sides.get('default')).toContain('<w:jc w:val="right"/>')
    expect(sides.get('even')).toContain('<w:jc w:val="left"/>')
    expect(sides.get('default')).toContain('— ')
  })

  it('names its fonts with what may stand in, and embeds none', () => {
    expect(part('word/styles.xml')).toMatch(
      /w:styleId="Title"[\s\S]*?w:eastAsia="方正小标宋简体"[\s\S]*?<w:sz w:val="44"\/>/,
    )
    expect(part('word/fontTable.xml')).toContain('<w:font w:name="FangSong"><w:altName w:val="仿宋,')
    expect(part('word/fontTable.xml')).not.toContain('embed')
    expect([...files.keys()].filter((path) => path.startsWith('word/fonts/'))).toEqual([])
  })

  it('has each part once', () => {
    expect(new Set(paths).size).toBe(paths.length)
  })

  it('carries title and language', () => {
    expect(part('docProps/core.xml')).toContain('<dc:title>海东市公安局2019年度政府信息公开工作年度报告</dc:title>')
    expect(part('word/styles.xml')).toContain('w:eastAsia="zh-CN"')
  })
})

describe('text that means harm', () => {
  it('arrives as text, without what XML cannot hold', () => {
    const paragraph = elements(document, 'p')
      .map(textOf)
      .find((text) => text.includes('注入'))
    expect(paragraph).toBe('& <w:t>注入</w:t> "引号" =1+1  尾')
  })

  it('leaves every part without forbidden characters', () => {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
    const forbidden = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/
    for (const [path, text] of files) if (path.endsWith('.xml')) expect(forbidden.test(text), path).toBe(false)
  })

  it('survives in titles, cells and signatures too', async () => {
    const model: DocumentModel = {
      name: hostile,
      language: 'zh',
      blocks: [
        { kind: 'title', lines: [hostile] },
        {
          kind: 'table',
          caption: 't',
          widths: [1],
          headerRows: 0,
          rows: [[{ role: 'text', text: `一\n二${hostile}` }]],
        },
        { kind: 'signature', unit: hostile, date: hostile, lines: [hostile] },
      ],
    }
    const xml = new Map(entriesOf(await docxOf(model))).get('word/document.xml') ?? ''
    expect(textOf(xml).split('<w:t>注入</w:t>')).toHaveLength(6)
    expect(xml).toMatch(/<w:br\/>/)
  })
})

describe('a table that begins a page', () => {
  it('is table 3, beside the annex, and no other', () => {
    const breaking = elements(document, 'p').filter((paragraph) =>
      /<w:pageBreakBefore(?! w:val="(?:false|off|0)")/.test(paragraph),
    )
    expect(breaking.map(textOf)).toEqual(['三、收到和处理政府信息公开申请情况', '附：公安机关政务公开补充统计'])
  })
})
