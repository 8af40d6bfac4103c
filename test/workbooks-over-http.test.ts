/*
 * The Excel round trip over HTTP through the real bundle: download, fill in off line, upload, and what comes back
 * (product E4). What a file may hold is tried beside functions/workbooks; here is what it does to a return.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Api, must } from '../local/api-client.ts'
import { type AnswerOf, type Routes, xlsxType } from '../shared/api.ts'
import type { Cells } from '../shared/form/cells.ts'
import { joinForms } from '../shared/form/forms.ts'
import { savedByOffice } from './office-suite.ts'
import { type Office, openOffice, openRound, signOff, wholeReturn } from './over-http.ts'
import { cellAt, edited, part, put, repacked } from './workbook-file.ts'

const forms = ['ogi-2019', 'police-supplement']
const form = joinForms(forms)
const coordinator = 'coordinator@office.example'
const clerk = 'clerk@office.example'
const colleague = 'colleague@office.example'
const received = 'requests.received.naturalPerson'
const granted = 'requests.granted.naturalPerson'

let office: Office
let asClerk: Api
let asColleague: Api

beforeAll(async () => {
  office = await openOffice({ only: ['returns', 'rounds', 'workbooks'] })
  await office.hire('clerk', { unit: 'sibling', role: 'reporter' })
  await office.hire('colleague', { unit: 'sibling', role: 'reporter' })
  const asCoordinator = await office.as(coordinator)
  asClerk = await office.as(clerk)
  asColleague = await office.as(colleague)
  for (const round of ['plain', 'two', 'bad', 'office', 'late', 'old']) await openRound(asCoordinator, round)
  await openRound(asCoordinator, 'new', { forms: ['ogi-2021', 'police-supplement'], year: 2021 })
})
afterAll(async () => office?.stop())

type Uploaded = AnswerOf<Routes['putReturnWorkbook']>

const pathOf = (round: string, unit = 'sibling') => ({ round, unit })
const download = (round: string, api = asClerk) => api.file('getReturnWorkbook', { path: pathOf(round) })
const returnIn = async (round: string) => must(await asClerk.call('getReturn', { path: pathOf(round) }))
const patch = async (round: string, api: Api, cells: Cells) => {
  const { version } = await returnIn(round)
  return must(await api.call('patchReturn', { path: pathOf(round), body: { base: version, cells } }))
}
const figuresIn = (
  book: Parameters<Parameters<typeof edited>[1]>[0],
  figures: Readonly<Record<string, number | string>>,
) => {
  for (const [address, value] of Object.entries(figures)) put(cellAt(book, form, address), value)
}

interface Sent {
  readonly status: number
  readonly json: Uploaded & { readonly code?: string; readonly detail?: string }
}
const upload = async (
  round: string,
  file: Uint8Array,
  { query = '', who = clerk, unit = 'sibling', type = xlsxType, language = 'zh' } = {},
): Promise<Sent> => {
  const { version } = query.includes('base') ? { version: 0 } : await returnIn(round)
  const answer = await fetch(
    `${office.system.url}/api/rounds/${round}/returns/${unit}/workbook?${query.includes('base') ? '' : `base=${version}&`}${query}`,
    {
      method: 'PUT',
      headers: {
        authorization: `Bearer ${await office.system.token(who)}`,
        'content-type': type,
        'accept-language': language,
      },
      body: new Uint8Array(file),
    },
  )
  return { status: answer.status, json: JSON.parse(await answer.text()) }
}

describe('a downloaded workbook', () => {
  it('changes nothing when it comes back as it is', async () => {
    await patch('plain', asClerk, wholeReturn(forms))
    const { version } = await returnIn('plain')
    const { status, json } = await upload('plain', await download('plain'))
    expect(status).toBe(200)
    expect(json).toMatchObject({ saved: true, version, changes: [], conflicts: [], problems: [] })
  })

  it('is named in Chinese and is an Excel file', async () => {
    const answer = await fetch(`${office.system.url}/api/rounds/plain/returns/sibling/workbook`, {
      headers: { authorization: `Bearer ${await office.system.token(clerk)}` },
    })
    expect(answer.headers.get('content-type')).toBe(xlsxType)
    expect(decodeURIComponent(answer.headers.get('content-disposition') ?? '')).toContain('2019年工作簿.xlsx')
  })
})

describe('an uploaded workbook', () => {
  it('lists what it changes first, with both values and the place, and saves nothing', async () => {
    const before = await returnIn('plain')
    const file = await edited(await download('plain'), (book) => figuresIn(book, { [received]: 5 }))
    const { json } = await upload('plain', file, { query: 'preview=true' })
    expect(json).toMatchObject({
      saved: false,
      version: before.version,
      changes: [{ cell: received, was: 0, is: 5, at: 'E7', sheet: '三、收到和处理政府信息公开申请情况' }],
    })
    expect(json.checks).toContainEqual(expect.objectContaining({ rule: 'R1', class: 'A', at: 'E7' }))
    expect(await returnIn('plain')).toMatchObject({ version: before.version, cells: before.cells })
  })

  it('saves exactly these changes, and the log says that they were uploaded', async () => {
    const before = await returnIn('plain')
    const file = await edited(await download('plain'), (book) => figuresIn(book, { [received]: 5, [granted]: '５' }))
    const { json } = await upload('plain', file)
    expect(json).toMatchObject({ saved: true, version: before.version + 1 })
    expect(json.changes.map(({ cell }) => cell).toSorted()).toEqual([granted, received])
    expect((await returnIn('plain')).cells).toEqual({ ...before.cells, [received]: 5, [granted]: 5 })
    const { entries } = must(await asClerk.call('getReturnLog', { path: pathOf('plain') }))
    expect(entries).toContainEqual(
      expect.objectContaining({ what: 'uploaded', facts: { cells: expect.arrayContaining([received, granted]) } }),
    )
    const again = await upload('plain', file)
    expect(again.json).toMatchObject({ saved: true, version: json.version, changes: [], conflicts: [] })
  })

  it('changes what the same person uploads a second time, edited further', async () => {
    const first = await download('plain')
    await upload('plain', await edited(first, (book) => figuresIn(book, { [received]: 6 })))
    const { json } = await upload('plain', await edited(first, (book) => figuresIn(book, { [received]: 7 })))
    expect(json).toMatchObject({ saved: true, changes: [{ cell: received, was: 6, is: 7 }], conflicts: [] })
  })

  it('wants a dash confirmed before it is 0', async () => {
    await patch('plain', asClerk, { [received]: 3 })
    const file = await edited(await download('plain'), (book) => figuresIn(book, { [received]: '—' }))
    const preview = await upload('plain', file, { query: 'preview=true' })
    expect(preview.json).toMatchObject({ problems: [], changes: [{ cell: received, is: 0, confirm: true }] })
    expect((await upload('plain', file)).json).toMatchObject({
      saved: false,
      problems: [{ cell: received, rule: 'R17' }],
    })
    expect((await upload('plain', file, { query: 'confirmed=true' })).json).toMatchObject({ saved: true, problems: [] })
    expect((await returnIn('plain')).cells[received]).toBe(0)
  })

  it('is put down to the coordinator who uploads it on the unit’s behalf', async () => {
    const asCoordinator = await office.as(coordinator)
    const file = await edited(await download('plain', asCoordinator), (book) => figuresIn(book, { [received]: 9 }))
    expect((await upload('plain', file, { who: coordinator })).json.saved).toBe(true)
    const { entries } = must(await asClerk.call('getReturnLog', { path: pathOf('plain') }))
    expect(entries.filter(({ what, by }) => what === 'uploaded' && by?.onBehalf === true)).toHaveLength(1)
  })
})

describe('a colleague’s change', () => {
  it('stays where nobody touched the cell in the file, and is a conflict where both did', async () => {
    await patch('two', asClerk, wholeReturn(forms))
    const file = await edited(await download('two'), (book) =>
      figuresIn(book, { [received]: 5, 'overview.text': '离线写的' }),
    )
    await patch('two', asColleague, { [received]: 8, [granted]: 8 })
    const preview = await upload('two', file, { query: 'preview=true' })
    expect(preview.json).toMatchObject({
      saved: false,
      changes: [{ cell: 'overview.text', is: '离线写的' }],
      conflicts: [{ cell: received, theirs: 8, yours: 5, who: { name: 'colleague' }, at: 'E7' }],
    })
    const { json } = await upload('two', file)
    expect(json).toMatchObject({ saved: true, conflicts: [{ cell: received, theirs: 8, yours: 5 }] })
    expect((await returnIn('two')).cells).toMatchObject({ [received]: 8, [granted]: 8, 'overview.text': '离线写的' })
  })

  it('that the page has not shown is a conflict whoever made it', async () => {
    const file = await edited(await download('two'), (book) => figuresIn(book, { [granted]: 4 }))
    await patch('two', asClerk, { [granted]: 3 })
    const { version } = await returnIn('two')
    const { json } = await upload('two', file, { query: `base=${version - 1}` })
    expect(json).toMatchObject({ saved: false, changes: [], conflicts: [{ cell: granted, theirs: 3, yours: 4 }] })
    expect((await upload('two', file, { query: `base=${version + 1}` })).json.code).toBe('unknownVersion')
  })
})

describe('a colleague’s change between the preview and saving', () => {
  it('saves nothing and is shown first; once it was shown, the rest is saved', async () => {
    const { cells } = await returnIn('two')
    const file = await edited(await download('two'), (book) => figuresIn(book, { [received]: 40, [granted]: 41 }))
    const { version: base } = await returnIn('two')
    const seen = (await upload('two', file, { query: `base=${base}&preview=true` })).json
    expect(seen).toMatchObject({ changes: [{ cell: received }, { cell: granted }], conflicts: [] })
    await patch('two', asColleague, { [received]: 42 })
    const save = (previewed: number) => upload('two', file, { query: `base=${base}&previewed=${previewed}` })
    const again = (await save(seen.version)).json
    expect(again).toMatchObject({
      saved: false,
      changes: [{ cell: granted, is: 41 }],
      conflicts: [{ cell: received, theirs: 42, yours: 40 }],
    })
    expect((await returnIn('two')).cells).toEqual({ ...cells, [received]: 42 })
    expect((await save(again.version)).json).toMatchObject({ saved: true, conflicts: [{ cell: received }] })
    expect((await returnIn('two')).cells).toEqual({ ...cells, [received]: 42, [granted]: 41 })
  })
})

describe('a workbook with a problem', () => {
  it('saves nothing at all, and names sheet, cell and remedy in both languages', async () => {
    await patch('bad', asClerk, wholeReturn(forms))
    const before = await returnIn('bad')
    const file = await edited(await download('bad'), (book) => {
      figuresIn(book, { [granted]: 4 })
      put(cellAt(book, form, received), { formula: '1+1', result: 2 })
    })
    const { status, json } = await upload('bad', file)
    expect(status).toBe(200)
    expect(json).toMatchObject({
      saved: false,
      problems: [
        {
          cell: received,
          at: 'E7',
          message: { zh: expect.stringContaining('公式'), en: expect.stringContaining('formula') },
        },
      ],
    })
    expect(await returnIn('bad')).toMatchObject({ version: before.version, cells: before.cells })
  })

  it.each<[string, () => Promise<Uint8Array>, number, string, string]>([
    ['another unit’s', () => download('bad', asClerk), 422, '另一个单位', 'another unit'],
    ['another round’s', () => download('old'), 422, '另一轮', 'another round'],
    ['last year’s edition', () => download('new'), 422, '另一版表式', 'another edition'],
    ['no workbook at all', async () => part('hello'), 422, '不是 Excel 工作簿', 'not an Excel workbook'],
    [
      'with macros',
      async () => repacked(await download('bad'), (parts) => ({ ...parts, 'xl/vbaProject.bin': part('x') })),
      422,
      '宏',
      'macros',
    ],
    ['empty', async () => part(''), 400, '没有内容', 'empty'],
    ['over 4 MB', async () => new Uint8Array(4 * 1024 * 1024 + 1).fill(80), 413, '4 MB', '4 MB'],
  ])('is refused when it is %s', async (kind, build, status, zh, en) => {
    const unit = kind.startsWith('another unit') ? 'county' : 'sibling'
    const who = unit === 'county' ? coordinator : clerk
    const file = await build()
    const before = await returnIn('bad')
    const query = 'base=0'
    const inChinese = await upload('bad', file, { unit, who, query })
    expect(inChinese).toMatchObject({ status, json: { detail: expect.stringContaining(zh) } })
    const inEnglish = await upload('bad', file, { unit, who, query, language: 'en' })
    expect(inEnglish.json.detail).toContain(en)
    expect(await returnIn('bad')).toMatchObject({ version: before.version, cells: before.cells })
  })

  it('of 50 MB does not get past the gateway', async () => {
    expect(
      (await upload('bad', new Uint8Array(50_000_000), { query: 'base=0' }).catch(() => ({ status: 413 }))).status,
    ).toBe(413)
  })

  it('sent as text is refused as what has become of it', async () => {
    const { status, json } = await upload('bad', await download('bad'), { type: 'text/plain' })
    expect({ status, code: json.code }).toEqual({ status: 422, code: 'workbookRefused' })
  })

  it('is refused once the return is handed in', async () => {
    const { version } = await patch('late', asClerk, wholeReturn(forms))
    const file = await edited(await download('late'), (book) => figuresIn(book, { [received]: 1 }))
    must(await asClerk.call('submitReturn', { path: pathOf('late'), body: { version, signOff } }))
    expect((await upload('late', file)).json.code).toBe('notEditable')
  })
})

describe('a workbook that LibreOffice has saved', () => {
  it('changes exactly what was filled in', async () => {
    const filled = await edited(await download('office'), (book) =>
      figuresIn(book, {
        [received]: 55,
        'proactive.licensing.change': -17,
        'proactive.procurement.amount': 73802895.9,
        'overview.text': '（一）总体情况\n本年度平稳。',
        'accounts.none': '是',
      }),
    )
    const { json } = await upload('office', savedByOffice(filled, 'saved-by-libreoffice.xlsx'))
    expect(json).toMatchObject({ saved: true, problems: [], conflicts: [] })
    expect((await returnIn('office')).cells).toEqual({
      [received]: 55,
      'proactive.licensing.change': -17,
      'proactive.procurement.amount': '73802895.9',
      'overview.text': '（一）总体情况\n本年度平稳。',
      'accounts.none': true,
    })
  })
})
