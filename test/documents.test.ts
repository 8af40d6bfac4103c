/*
 * One report in all its formats: the same numbers stand in the same cells, whatever hostile text stands around them.
 * Every file is read for what it is, not by the code that made it.
 */
import { execFileSync } from 'node:child_process'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import exceljs from 'exceljs'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { csvText, csvZip, formulaSafe } from '../functions/documents/csv-file.ts'
import { type PrintedFormat, printed } from '../functions/documents/formats.ts'
import { htmlPage } from '../functions/documents/html-file.ts'
import { geta, replacing } from '../functions/documents/missing-glyphs.ts'
import { writeReportWorkbook } from '../functions/documents/report-workbook.ts'
import type { Cells } from '../shared/form/cells.ts'
import { compute } from '../shared/form/compute.ts'
import { fieldsOf, inputFieldsOf } from '../shared/form/fields.ts'
import { joinForms } from '../shared/form/forms.ts'
import { words } from '../shared/form/words.ts'
import type { DocumentModel } from '../shared/report/document.ts'
import { openData, openDataShape } from '../shared/report/open-data.ts'
import { type ReportDocumentInput, reportDocument } from '../shared/report/report-document.ts'
import { startColumns } from '../shared/report/table-grid.ts'
import { instant } from '../shared/time.ts'
import { scratch } from './office.ts'
import { canReadPdf } from './office-suite.ts'

const form = joinForms(['ogi-2019', 'police-supplement'])
const hostile = '=HYPERLINK("http://x") & <w:t>注入</w:t> <script>1</script> ]]> "引号" \u0000\u0007\uD800 尾'
/* Every figure another one, so that a number in the wrong cell is seen. */
const numbered: Cells = Object.fromEntries(
  inputFieldsOf(form).flatMap((field, index): (readonly [string, string | number])[] => {
    if (field.kind === 'count') return [[field.address, 1000 + index * 7]]
    if (field.kind === 'change') return [[field.address, -(2000 + index)]]
    return field.kind === 'money' ? [[field.address, '73802895.90']] : []
  }),
)
const computed = (cells: Cells): Cells => ({ ...cells, ...compute(form, cells) })
const figures = computed(numbered)
const input = (more: Partial<ReportDocumentInput> = {}): ReportDocumentInput => ({
  form,
  year: 2019,
  unit: { name: words('海东市公安局', 'Haidong Public Security Bureau') },
  figures,
  narratives: { 'overview.text': `（一）政务公开\n${hostile}` },
  lists: [
    {
      unit: words('=cmd|乐都', '@Ledu'),
      section: 'accounts',
      rows: [{ name: '=1+1', platform: '\t@SUM(A1)', supervised: true }],
    },
  ],
  completeness: { unitsIn: 7, missing: [words('平安', 'Ping’an')], provisional: [], late: [] },
  scope: words('全市（含县区）', 'Whole city with counties'),
  statutory: false,
  demo: true,
  hash: 'b0f1'.repeat(16),
  published: { edition: 1, at: instant('2020-01-31T10:00:00+08:00') },
  zone: 'Asia/Shanghai',
  language: 'zh',
  ...more,
})
const openDataOf = (of: ReportDocumentInput) =>
  openData({
    ...of,
    unit: { id: '630200', name: of.unit.name },
    schema: 'https://huibao.example/open-data.schema.json',
  })

const folder = scratch()
const fileOf = async (model: DocumentModel, format: PrintedFormat): Promise<Uint8Array> =>
  (await printed(model, format)).file

/** Figures of the printed tables by address. */
const printedFigures = ({ blocks }: DocumentModel): ReadonlyMap<string, string> =>
  new Map(
    blocks.flatMap((block) =>
      block.kind === 'table'
        ? block.rows.flatMap((row) =>
            row.flatMap(({ cell, text }): [string, string][] => (cell === undefined ? [] : [[cell, text]])),
          )
        : [],
    ),
  )

const model = reportDocument(input())
const expected = printedFigures(model)

const unescaped = (text: string): string =>
  text.replace(/&(lt|gt|quot|#39|apos|amp);/g, (_, name: string) =>
    name === 'lt' ? '<' : name === 'gt' ? '>' : name === 'quot' ? '"' : name === 'amp' ? '&' : "'",
  )

const readXlsx = async (bytes: Uint8Array): Promise<exceljs.Workbook> => {
  const workbook = new exceljs.Workbook()
  await workbook.xlsx.load(Uint8Array.from(bytes).buffer)
  return workbook
}

const sheetFormula = (value: unknown): string =>
  typeof value === 'object' && value !== null && 'formula' in value ? String(value.formula) : ''

describe('the same numbers in the same cells', () => {
  it('prints every figure of the form', () => {
    expect([...expected.keys()].toSorted()).toEqual(
      [...fieldsOf(form).values()]
        .filter(({ kind }) => kind !== 'narrative')
        .map(({ address }) => address)
        .toSorted(),
    )
  })

  it('in Word', async () => {
    const document = strFromU8(unzipSync(await fileOf(model, 'docx'))['word/document.xml'] ?? new Uint8Array())
    const tables = [...document.matchAll(/<w:tbl>(.*?)<\/w:tbl>/gs)].map(([, table = '']) =>
      [...table.matchAll(/<w:tr[ >](.*?)<\/w:tr>/gs)].map(([, row = '']) =>
        [...row.matchAll(/<w:tc>(.*?)<\/w:tc>/gs)]
          .filter(([, cell = '']) => !cell.includes('w:vMerge w:val="continue"'))
          .map(([, cell = '']) => unescaped([...cell.matchAll(/<w:t[^>]*>([^<]*)/g)].map(([, text]) => text).join(''))),
      ),
    )
    const ofModel = model.blocks.flatMap((block) =>
      block.kind === 'table' ? [block.rows.map((row) => row.map(({ text }) => text.replaceAll('\t', '')))] : [],
    )
    expect(tables.map((rows) => rows.map((row) => row.map((text) => text.replaceAll('\t', ''))))).toEqual(ofModel)
  })

  it('in HTML, each with the headings it stands under', () => {
    const html = htmlPage(model)
    const cells = [...html.matchAll(/<td headers="([^"]*)" data-cell="([^"]*)"[^>]*>([^<]*)<\/td>/g)]
    expect(new Map(cells.map(([, , cell = '', text = '']) => [cell, unescaped(text)]))).toEqual(expected)
    const ids = [...html.matchAll(/<th id="([^"]*)"/g)].map(([, id = '']) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const [, headers = '', cell] of cells) {
      expect(
        headers.split(' ').filter((id) => !ids.includes(id)),
        cell,
      ).toEqual([])
      expect(headers.split(' ').length, cell).toBeGreaterThan(1)
    }
    const textOf = (id: string) => new RegExp(`id="${id}"[^>]*>([^<]*)`).exec(html)?.[1]
    const [, headers = ''] = cells.find(([, , cell]) => cell === 'requests.stateSecret.business') ?? []
    expect(headers.split(' ').map(textOf)).toEqual([
      '申请人情况',
      '法人或其他组织',
      '商业企业',
      '三、本年度办理结果',
      '（三）不予公开',
      '1.属于国家秘密',
    ])
  })

  it('in the printed workbook', async () => {
    const workbook = await readXlsx(await fileOf(model, 'xlsx'))
    const tables = model.blocks.filter((block) => block.kind === 'table')
    tables.forEach((table, n) => {
      const sheet = workbook.worksheets[n]
      const starts = startColumns(table.rows)
      table.rows.forEach((row, down) => {
        row.forEach(({ cell, text }, index) => {
          const found = sheet?.getCell(3 + down, (starts[down]?.[index] ?? 0) + 1)
          if (cell !== undefined)
            expect(Number(found?.value ?? Number.NaN) === Number(text) || found?.text === text, cell).toBe(true)
        })
      })
    })
  })

  it('in the workbook of the report, in the row of the sum', async () => {
    const units = [{ code: '630200', name: '=cmd|市局', state: '已通过', cells: figures }]
    const file = await writeReportWorkbook({
      ...input(),
      title: '@报告',
      note: '范围',
      units,
      findings: [],
      progress: [],
      made: instant('2020-01-31T10:00:00+08:00'),
    })
    const workbook = await readXlsx(file)
    const seen = new Map<string, unknown>()
    for (const sheet of workbook.worksheets) {
      if (!sheet.getRow(3).hidden) continue
      sheet.getRow(3).eachCell((cell, column) => seen.set(String(cell.value), sheet.getCell(7, column).value))
      expect(sheet.views[0]).toMatchObject({ state: 'frozen', xSplit: 3, ySplit: 5 })
      expect(sheet.pageSetup.printArea).toMatch(/^A1:[A-Z]+7$/)
    }
    for (const [address, field] of fieldsOf(form)) {
      if (field.kind === 'narrative') continue
      const value = seen.get(address)
      const formula = sheetFormula(value)
      const result = typeof value === 'object' && value !== null && 'result' in value ? value.result : undefined
      expect(Number(result), address).toBe(Number(figures[address]))
      expect(formula.includes('ROUND'), address).toBe(field.kind === 'ratio')
      /* What is computed from its own row is never added up down the column. */
      expect(/SUM\(([A-Z]+)6:\1 *6\)/.test(formula), address).toBe(field.kind !== 'ratio' && field.kind !== 'sum')
    }
  })

  it('in CSV and JSON', () => {
    const data = openDataOf(input())
    const files = Object.values(unzipSync(csvZip(data, 'zh'))).map((bytes) => strFromU8(bytes))
    const known = new Map(data.tables.flatMap(({ cells }) => cells.map(({ cell, value }) => [cell, String(value)])))
    expect([...known.keys()].toSorted()).toEqual([...expected.keys()].toSorted())
    for (const [address, value] of known) {
      expect(value, address).toBe(String(figures[address]))
      expect(
        files.some(
          (file) => file.includes(`\r\n${address},`) && new RegExp(`\n${address},[^\r\n]*,${value},`).test(file),
        ),
        address,
      ).toBe(true)
    }
    for (const file of Object.values(unzipSync(csvZip(data, 'zh'))))
      expect([...file.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  })

  const readsPdf = canReadPdf()
  it.skipIf(!readsPdf)('in PDF, row by row', async () => {
    const path = join(folder, 'report.pdf')
    writeFileSync(path, await fileOf(model, 'pdf'))
    const text = execFileSync('pdftotext', ['-raw', path, '-'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    const packed = text.replaceAll(/\s/g, '')
    for (const block of model.blocks) {
      if (block.kind !== 'table') continue
      for (const row of block.rows) {
        const numbers = row.filter(({ cell }) => cell !== undefined).map((cell) => cell.text)
        if (numbers.length > 0 && numbers.length < 12) expect(packed).toContain(numbers.join(''))
      }
    }
    expect(packed).toContain('内部汇总，不代替向本级政府的法定报送')
    expect(packed).toContain('演示数据')
    expect(packed).toContain('<script>1</script>')
    rmSync(path)
  })
})

describe('every format', () => {
  it('says that it is no statutory filing and that its figures are drawn', async () => {
    const data = openDataOf(input())
    expect(data.remarks.map(({ zh }) => zh)).toEqual(['内部汇总，不代替向本级政府的法定报送', '演示数据'])
    for (const file of Object.values(unzipSync(csvZip(data, 'zh')))) expect(strFromU8(file)).toContain('说明')
    const html = htmlPage(model)
    for (const said of ['内部汇总，不代替向本级政府的法定报送', '演示数据']) expect(html).toContain(said)
    for (const { worksheets } of [await readXlsx(await fileOf(model, 'xlsx'))])
      for (const sheet of worksheets) {
        expect(sheet.getCell(2, 1).text).toContain('内部汇总')
        expect(sheet.getCell(2, 1).text).toContain('演示数据')
      }
  })

  it('takes no typed text for markup or for a formula', async () => {
    const html = htmlPage(model)
    expect(html).not.toContain('<script')
    expect(html).not.toContain('\u0000')
    for (const { worksheets } of [await readXlsx(await fileOf(model, 'xlsx'))])
      for (const sheet of worksheets)
        sheet.eachRow((row) => row.eachCell((cell) => expect(cell.formula ?? '').toBe('')))
    const zip = unzipSync(csvZip(openDataOf(input()), 'zh'))
    for (const file of Object.values(zip))
      for (const cell of parse(strFromU8(file)).flat()) expect(cell).not.toMatch(/^[=+@\t]|^-(?!\d+(\.\d+)?$)/)
  })

  it('is made of a report with nothing in, and of figures of 10^12, long texts with pasted tables, rare characters', async () => {
    const table = Array.from({ length: 400 }, (_, n) => `第${n}项\t${n}\t增加${n}%`).join('\n')
    const long = `${'一段很长的文字，'.repeat(1500)}\n${table}\n𠮷😀👨‍👩‍👧\n`
    const most = computed(Object.fromEntries(Object.entries(numbered).map(([cell]) => [cell, 10 ** 12])))
    const cases = [
      input({
        figures: {},
        narratives: {},
        lists: [],
        completeness: { unitsIn: 0, missing: [], provisional: [], late: [] },
      }),
      input({ figures: most, narratives: { 'overview.text': long } }),
    ]
    for (const one of cases)
      for (const language of ['zh', 'en'] as const) {
        const made = reportDocument({ ...one, language })
        for (const format of ['docx', 'xlsx', 'pdf', 'html'] as const)
          expect((await fileOf(made, format)).length, format).toBeGreaterThan(1000)
        expect(csvZip(openDataOf(one), language).length).toBeGreaterThan(100)
      }
  })
})

describe('characters that the fonts lack', () => {
  it('are printed as 〓 and named', () => {
    const { printable, note } = replacing((codePoint) => codePoint < 0x10000)
    expect(note('zh')).toBeUndefined()
    expect(printable('𠮷林𠮷\u{1F600}')).toBe(`${geta}林${geta}${geta}`)
    expect(note('zh')).toContain('U+20BB7（2处）、U+1F600')
    expect(note('en')).toContain('U+20BB7 (2 times), U+1F600')
  })
})

describe('CSV', () => {
  it('puts an apostrophe before what a spreadsheet would compute, and before no number', () => {
    for (const text of ['=1', '+1+1', '-cmd', '@x', '\t=1', ' =1', '＝1']) expect(formulaSafe(text)).toBe(`'${text}`)
    for (const text of ['-17', '12.5', '增5', 'a=b', '']) expect(formulaSafe(text)).toBe(text)
  })

  it('quotes commas, quotation marks and line ends', () => {
    expect(csvText([['a,b', 'say "x"', 'l\nm']])).toBe('\u{FEFF}"a,b","say ""x""","l\nm"\r\n')
  })
})

describe('the schema of the open data', () => {
  const made = `${JSON.stringify(z.toJSONSchema(openDataShape, { target: 'draft-2020-12' }), null, 2)}\n`
  const path = join(import.meta.dirname, '../web/public/open-data.schema.json')

  it('is published beside the pages', () => {
    expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual(JSON.parse(made))
  })

  it('is kept by the report', () => {
    const text = JSON.stringify(openDataOf(input()))
    expect(z.safeParse(openDataShape, JSON.parse(text)).success).toBe(true)
  })
})
