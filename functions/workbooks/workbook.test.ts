import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Cells, CellValue } from '../../shared/form/cells.ts'
import { fieldsOf, inputFieldsOf, isInput } from '../../shared/form/fields.ts'
import { joinForms } from '../../shared/form/forms.ts'
import { readWorkbook } from '../../shared/workbook/read-workbook.ts'
import { spareRowId, workbookOf } from '../../shared/workbook/workbook.ts'
import { cellAt, edited, part, placesOf, put, repacked, sheetOf, withSheet } from '../../test/workbook-file.ts'
import { sha256 } from '../services.ts'
import { faults } from './faults.ts'
import { readFile } from './read-file.ts'
import { writeWorkbook } from './write-sheets.ts'

const form = joinForms(['ogi-2019', 'police-supplement'])
const made = new Date('2020-01-06T02:00:00Z')
const facts = {
  form: form.id,
  formVersion: form.version,
  round: 'round-2019',
  unit: 'county',
  version: 3,
  language: 'zh',
  rowPrefix: 'wabc',
} as const
const expected = { form, round: 'round-2019', unit: 'county', version: 3, digest: sha256 }

const fileOf = (cells: Cells, more: Partial<typeof facts> | { language: 'en' } = {}) =>
  writeWorkbook(
    workbookOf({
      form,
      facts: { ...facts, ...more },
      unit: { zh: '乐都区公安局', en: 'Ledu bureau' },
      round: '2019 年度',
      year: 2019,
      scope: '填报范围：乐都区公安局',
      cells,
      remark: (address) => (address === 'requests.received.naturalPerson' ? '上年：12' : undefined),
      digest: sha256,
    }),
    made,
  )

/** What the file changes, or the sentence of its refusal. */
const reading = (file: Uint8Array, more: Partial<typeof expected> = {}) => {
  const read = readFile(file)
  if (!read.ok) return { because: read.because }
  const workbook = readWorkbook(read.value, { ...expected, ...more })
  if (!workbook.ok) return { because: workbook.because }
  return {
    edits: Object.fromEntries([...workbook.edits].map(([address, { value }]) => [address, value])),
    problems: workbook.problems,
    workbook,
  }
}
const editsOf = (file: Uint8Array) => {
  const { edits, problems } = reading(file)
  return { edits, problems }
}
const messagesOf = (file: Uint8Array) =>
  (reading(file).problems ?? []).map(({ sheet, at, message }) => [sheet, at, message.zh])

const whole: Record<string, CellValue> = {
  'accounts.r1.name': '=平安乐都',
  'accounts.r1.supervised': true,
  'accounts.r2.name': '1-2',
  'overview.text': '（一）总体情况\r\n本年度平稳，收到申请 55 件。\n=1+1 <&">',
}
for (const { address, kind } of inputFieldsOf(form)) {
  if (kind === 'count') whole[address] = (address.length * 7) % 11
  if (kind === 'change') whole[address] = -17
  if (kind === 'money') whole[address] = '73802895.90'
}
whole['proactive.coercion.decisions'] = { na: '本单位无此项职能' }
whole['requests.granted.research'] = null

let file: Uint8Array
beforeAll(async () => {
  file = await fileOf(whole)
})
const afterwards = async (change: Parameters<typeof edited>[1]) => editsOf(await edited(file, change))
const table3 = '三、收到和处理政府信息公开申请情况'
const received = 'requests.received.naturalPerson'

describe('a workbook that nobody changed', () => {
  it('changes nothing', () => {
    expect(editsOf(file)).toEqual({ edits: {}, problems: [] })
  })

  it('changes nothing after a program has saved it', async () => {
    expect(await afterwards(() => undefined)).toEqual({ edits: {}, problems: [] })
  })

  it('changes nothing in English either', async () => {
    expect(editsOf(await fileOf(whole, { language: 'en' }))).toEqual({ edits: {}, problems: [] })
  })

  it('changes nothing whatever the cells hold', async () => {
    const fields = inputFieldsOf(form)
    const count = fc.nat({ max: 99_999_999_999 })
    const money = fc.tuple(fc.nat(), fc.nat({ max: 999_999 })).map(([a, b]) => `${a}.${String(b).padStart(6, '0')}`)
    const text = fc
      .string({ unit: 'binary', minLength: 1, maxLength: 60 })
      .filter((one) => !one.includes('\u0000') && !/\p{Surrogate}/u.test(one))
    const anything = {
      count,
      change: count.map((n) => -n || 0),
      money,
      text,
      narrative: text,
      flag: fc.boolean(),
      choice: text,
    }
    const cells = fc.tuple(
      ...fields.slice(0, 40).map(({ address, kind }) => fc.tuple(fc.constant(address), anything[kind])),
    )
    await fc.assert(
      fc.asyncProperty(cells, async (entries) => {
        expect(editsOf(await fileOf(Object.fromEntries<CellValue>(entries)))).toEqual({ edits: {}, problems: [] })
      }),
      { numRuns: 15 },
    )
  })

  it('has a formula in every computed cell and in no other', async () => {
    const computed = [...fieldsOf(form).values()].filter((field) => !isInput(field)).length
    let formulas = 0
    await edited(file, (book) => {
      for (const sheet of book.worksheets)
        sheet.eachRow((row) => row.eachCell((cell) => (formulas += cell.master === cell && cell.formula ? 1 : 0)))
    })
    expect(formulas).toBe(computed)
  })

  it.each(['\u0001', '\u001f\ufffe'])('keeps text of which a sheet can hold nothing: %j', async (nothing) => {
    const made = await fileOf({ 'overview.text': nothing, 'accounts.r1.name': nothing, [received]: 1 })
    expect(editsOf(made)).toEqual({ edits: {}, problems: [] })
    const filled = await edited(made, (book) => put(cellAt(book, form, 'overview.text'), '有'))
    expect(editsOf(filled).edits).toEqual({ 'overview.text': '有' })
  })

  it('keeps text that looks like an escaped character', async () => {
    const escaped = await fileOf({ 'overview.text': 'a_x0041_b', 'accounts.r1.name': '_x000D_' })
    expect(editsOf(escaped)).toEqual({ edits: {}, problems: [] })
  })

  it('leaves a narrative that no cell can hold to the page', async () => {
    const long = 'a'.repeat(40_000)
    const made = await fileOf({ ...whole, 'overview.text': long })
    expect(editsOf(made)).toEqual({ edits: {}, problems: [] })
  })
})

describe('a workbook that was filled in', () => {
  it('changes exactly what was edited', async () => {
    const found = await afterwards((book) => {
      cellAt(book, form, received).value = 99
      cellAt(book, form, 'requests.granted.research').value = 0
      cellAt(book, form, 'overview.text').value = '改过的文字'
      cellAt(book, form, 'requests.granted.business').value = null
    })
    expect(found).toEqual({
      edits: {
        [received]: 99,
        'requests.granted.research': 0,
        'overview.text': '改过的文字',
        'requests.granted.business': null,
      },
      problems: [],
    })
  })

  it.each([
    ['full-width digits', received, '１２３', 123],
    ['an increase in words', 'proactive.licensing.change', '增5', 5],
    ['money as Excel writes it', 'proactive.procurement.amount', 73802895.900000006, undefined],
    ['not applicable with its reason', received, '不适用：无此职能', { na: '无此职能' }],
  ])('reads %s', async (_, address, typed, value) => {
    const { edits, problems } = await afterwards((book) => {
      cellAt(book, form, address).value = typed
    })
    expect(problems).toEqual([])
    expect(edits).toEqual(value === undefined ? {} : { [address]: value })
  })

  it('wants a yes for a dash', async () => {
    const { workbook } = reading(await edited(file, (book) => put(cellAt(book, form, received), '—')))
    expect(workbook?.edits.get(received)).toMatchObject({ value: 0, confirm: true })
  })

  it('finds rows that were inserted before, moved with their keys, and columns that were inserted', async () => {
    const found = await afterwards((book) => {
      const sheet = sheetOf(book, '政务咨询办理情况')
      sheet.insertRow(2, [])
      sheet.insertRow(2, [])
      sheet.spliceColumns(2, 0, [], [])
    })
    expect(found).toEqual({ edits: {}, problems: [] })
  })

  it('follows the labels where only the visible columns were sorted', async () => {
    const found = await afterwards((book) => {
      const sheet = sheetOf(book, '信息发布情况')
      const [a, b] = [sheet.getRow(5), sheet.getRow(6)]
      for (const column of [2, 3]) {
        const value = a.getCell(column).value
        a.getCell(column).value = b.getCell(column).value
        b.getCell(column).value = value
      }
      a.getCell(3).value = 1234
    })
    expect(found).toEqual({ edits: { 'publications.wechat.published': 1234 }, problems: [] })
  })

  it('takes new rows of a list and removed ones, and the same file again as the same rows', async () => {
    const file2 = await edited(file, (book) => {
      const sheet = sheetOf(book, '政务新媒体账号')
      sheet.getCell('C6').value = null
      sheet.spliceRows(7, 1)
      sheet.getCell('C7').value = '乐都发布'
      sheet.insertRow(9, [null, null, '插入的一行', '微博', '否'])
    })
    expect(editsOf(file2)).toEqual({
      edits: {
        'accounts.r1.name': null,
        'accounts.r2.name': null,
        [`accounts.${spareRowId('wabc', 1)}.name`]: '乐都发布',
        'accounts.wabc-n1.name': '插入的一行',
        'accounts.wabc-n1.platform': '微博',
        'accounts.wabc-n1.supervised': false,
      },
      problems: [],
    })
    expect(editsOf(file2)).toEqual(editsOf(file2))
  })
})

describe('a cell that cannot be read', () => {
  const at = placesOf(form).get(received)
  it.each([
    ['a formula', { formula: '1+1', result: 2 }, '公式'],
    ['a formula without result', { formula: 'B5', date1904: false }, '公式'],
    ['an error', { error: '#REF!' as const }, '错误值'],
    ['a date', new Date('2020-01-02T00:00:00Z'), '日期'],
    ['a truth', true, '逻辑值'],
    ['a decimal', 5.5, '不接受小数'],
    ['a negative count', -5, '不能为负数'],
    ['words', '约五十件', '无法读作一个数字'],
    ['not applicable without a reason', '不适用', '须写明理由'],
    ['a number beyond all measure', 1e20, '上限'],
  ])('is refused with sheet, cell and remedy: %s', async (_, value, says) => {
    const problems = messagesOf(
      await edited(file, (book) => {
        const cell = cellAt(book, form, received)
        if (value instanceof Date) cell.style = { ...cell.style, numFmt: 'yyyy-mm-dd' }
        cell.value = value
      }),
    )
    expect(problems).toEqual([[table3, `${'E'}${at?.row}`, expect.stringContaining(says)]])
  })

  it('is a total that somebody typed over, and that its entries do not make', async () => {
    const problems = messagesOf(
      await edited(file, (book) => put(cellAt(book, form, 'disputes.reconsideration.total'), 999)),
    )
    expect(problems).toEqual([[expect.stringContaining('行政复议'), 'F7', expect.stringContaining('999')]])
  })
})

describe('a sheet that was taken apart', () => {
  it.each<[string, Parameters<typeof edited>[1], string]>([
    ['missing', (book) => book.removeWorksheet('信息发布情况'), '缺少工作表「信息发布情况」'],
    ['without a row', (book) => void sheetOf(book, '信息发布情况').spliceRows(5, 1), '缺少“阳光警务平台”一行'],
    ['without a column', (book) => void sheetOf(book, '信息发布情况').spliceColumns(3, 1), '隐藏标记'],
    ['with another label', (book) => put(sheetOf(book, '信息发布情况').getCell('B5'), '微博'), '应为“阳光警务平台”'],
    [
      'with another heading',
      (book) => put(sheetOf(book, '政务咨询办理情况').getCell('C4'), '办结（件）'),
      '应为“收到（件）”',
    ],
    [
      'with figures in a row of its own',
      (book) => void sheetOf(book, '信息发布情况').insertRow(6, [null, '抖音', 7]),
      '这一行不属于本表',
    ],
    ['with merged cells', (book) => sheetOf(book, '政务咨询办理情况').mergeCells('C5:D5'), '合并'],
  ])('is named when it is %s', async (_, change, says) => {
    const problems = messagesOf(await edited(file, change))
    expect(problems.map(([, , message]) => message).join('\n')).toContain(says)
  })
})

describe('a file of another', () => {
  it.each([
    ['edition', { form: joinForms(['ogi-2021']) }, '另一版表式'],
    ['round', { round: 'round-2018' }, '另一轮'],
    ['unit', { unit: 'sibling' }, '另一个单位'],
    ['future', { version: 2 }, '版本 3 不存在'],
  ])('%s is refused', (_, more, says) => {
    expect(reading(file, more).because?.zh).toContain(says)
  })

  it('maker is refused', async () => {
    const foreign = await edited(file, (book) => book.removeWorksheet('_huibao'))
    expect(reading(foreign).because?.zh).toContain('不是从本系统下载的工作簿')
  })
})

const ole = (text: string) =>
  Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(500), Buffer.from(text, 'utf16le')])
const types = '[Content_Types].xml'
const swapped = (name: string, change: (text: string) => string) =>
  repacked(file, (parts) => ({ ...parts, [name]: part(change(new TextDecoder().decode(parts[name]))) }))

describe('a file that is no workbook', () => {
  it.each<[string, () => Uint8Array, keyof typeof faults]>([
    ['text', () => part('a,b\n1,2'), 'notExcel'],
    ['an old .xls', () => ole('Workbook'), 'oldExcel'],
    ['protected by a password', () => ole('EncryptedPackage'), 'password'],
    ['a renamed zip', () => repacked(file, () => ({ 'photo.jpg': part('x') })), 'renamed'],
    [
      'a Word file',
      () => repacked(file, () => ({ [types]: part('<Types/>'), 'word/document.xml': part('<a/>') })),
      'renamed',
    ],
    [
      'an .ods',
      () => repacked(file, () => ({ mimetype: part('application/vnd.oasis.opendocument.spreadsheet') })),
      'openDocument',
    ],
    ['an .xlsb', () => repacked(file, () => ({ 'xl/workbook.bin': part('x') })), 'binaryExcel'],
    ['with a macro', () => repacked(file, (parts) => ({ ...parts, 'xl/vbaProject.bin': part('x') })), 'macros'],
    [
      'an .xlsm without its macro',
      () => swapped(types, (text) => text.replace('sheet.main', 'sheet.macroEnabled.main')),
      'macros',
    ],
    ['cut off', () => file.subarray(0, file.length / 2), 'damaged'],
    ['with a wrong byte', () => file.map((byte, at) => (at === 1500 ? byte ^ 1 : byte)), 'damaged'],
    [
      'with a DOCTYPE',
      () => swapped('xl/workbook.xml', (text) => text.replace('<workbook', '<!DOCTYPE a [<!ENTITY b "c">]><workbook')),
      'entities',
    ],
    ['with a tag without end', () => withSheet(file, `<c ${'a'.repeat(10_000_000)}/>`), 'damaged'],
    ['with a text that no cell can hold', () => withSheet(file, `<c><v>${'&amp;'.repeat(100_000)}</v></c>`), 'damaged'],
    ['with a million tags', () => withSheet(file, '<a/>'.repeat(1_000_000)), 'tooManyCells'],
    [
      'with tags that do not close',
      () => swapped('xl/workbook.xml', (text) => text.replace('</workbook>', '')),
      'damaged',
    ],
    [
      'with an attribute that does not close',
      () => swapped('xl/workbook.xml', (text) => text.replace('</workbook>', '<a b="')),
      'damaged',
    ],
    [
      'with parts that are no UTF-8',
      () => repacked(file, (parts) => ({ ...parts, 'xl/workbook.xml': new Uint8Array([60, 255, 254, 62]) })),
      'damaged',
    ],
    [
      'with a thousand parts',
      () =>
        repacked(file, (parts) => ({
          ...parts,
          ...Object.fromEntries(Array.from({ length: 1000 }, (_, n) => [`a${n}`, part('')])),
        })),
      'tooManyParts',
    ],
    ['a bomb', () => withSheet(file, ' '.repeat(40_000_000)), 'tooLarge'],
    [
      'a sheet of 1,048,576 rows',
      () => withSheet(file, Array.from({ length: 1_048_576 }, (_, n) => `<row r="${n + 1}"/>`).join('')),
      'tooLarge',
    ],
    [
      'a sheet of 30,000 figures',
      () => withSheet(file, Array.from({ length: 30_000 }, () => '<row><c><v>1</v></c></row>').join('')),
      'tooManyCells',
    ],
  ])('is refused: %s', (_, build, why) => {
    expect(reading(build()).because).toEqual(faults[why])
  })

  it('is refused or read, and never a surprise, whatever its bytes are', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: file.length - 1 }),
        fc.nat({ max: 255 }),
        fc.nat({ max: file.length }),
        (at, byte, length) => {
          const broken = file.slice(0, length < 200 ? file.length : length)
          broken[at] = byte
          expect(Object.keys(reading(broken)).length).toBeGreaterThan(0)
        },
      ),
      { numRuns: 60 },
    )
  })
})
