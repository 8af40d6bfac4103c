/*
 * Units and people in a file, over HTTP through the real bundles: out, in again, ugly files, rights row by row, and what
 * the log and the sign-in make of it. What a row may say is tried beside shared/unit/directory-rows.ts.
 */
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import ExcelWorkbook from 'exceljs'
import { zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { servicesOf } from '../functions/services.ts'
import { addressStore } from '../functions/store/addresses.ts'
import type { UnitStore } from '../functions/store/units.ts'
import { importDirectory } from '../functions/workbooks/import-directory.ts'
import { type Api, must } from '../local/api-client.ts'
import { eventOf } from '../local/http-event.ts'
import { clientOptions } from '../local/store.ts'
import { tableName } from '../local/table-definition.ts'
import { type AnswerOf, type Routes, routes } from '../shared/api.ts'
import { mostRows } from '../shared/unit/directory-rows.ts'
import { type Office, openOffice, openRound, startAt } from './over-http.ts'
import { edited, sheetOf } from './workbook-file.ts'

const coordinator = 'coordinator@office.example'
const boss = 'boss@office.example'
const heads = '单位编码,单位名称,上级单位编码,联系人,邮箱,手机,角色,语言'

let office: Office
let asCoordinator: Api
let asBoss: Api
let addresses: ReturnType<typeof addressStore>
let client: DynamoDBClient

beforeAll(async () => {
  office = await openOffice({ only: ['returns', 'rounds', 'workbooks'] })
  await office.hire('boss', { unit: 'province', role: 'administrator' })
  await office.hire('clerk', { unit: 'sibling', role: 'reporter' })
  asCoordinator = await office.as(coordinator)
  asBoss = await office.as(boss)
  client = new DynamoDBClient(clientOptions(office.system.storeUrl))
  addresses = addressStore({ client: DynamoDBDocumentClient.from(client), name: tableName })
})
afterAll(async () => {
  client?.destroy()
  await office?.stop()
})

const bytes = (text: string) => new TextEncoder().encode(text)
type Imported = AnswerOf<Routes['importDirectory']>
const send = (file: Uint8Array<ArrayBuffer> | string, query: Record<string, string> = {}, api: Api = asCoordinator) =>
  api.call('importDirectory', { query, body: typeof file === 'string' ? bytes(file) : file })
const take = async (...given: Parameters<typeof send>): Promise<Imported> => must(await send(...given))
const refusedWith = async (...given: Parameters<typeof send>): Promise<string> => {
  const answer = await send(...given)
  return answer.ok ? `taken: ${JSON.stringify(answer.value)}` : `${answer.status} ${answer.problem.detail}`
}
const csv = (...rows: readonly string[]): string => [heads, ...rows].join('\r\n')
const personAt = async (email: string) => office.units.personByEmail(email)

/** A workbook as Excel would save it. */
const bookOf = async (rows: readonly (readonly ExcelWorkbook.CellValue[])[], merge?: string) => {
  const book = new ExcelWorkbook.Workbook()
  const sheet = book.addWorksheet('Sheet1')
  for (const row of rows) sheet.addRow([...row])
  if (merge !== undefined) sheet.mergeCells(merge)
  return new Uint8Array(await book.xlsx.writeBuffer())
}

/* GB 2312 of a few characters, for Node only reads that encoding. */
const gb18030 = (text: string): Uint8Array<ArrayBuffer> => {
  const known = new Map<string, readonly number[]>()
  const decoder = new TextDecoder('gb18030')
  for (let high = 0xb0; high < 0xf8; high += 1)
    for (let low = 0xa1; low < 0xff; low += 1) known.set(decoder.decode(new Uint8Array([high, low])), [high, low])
  return new Uint8Array([...text].flatMap((character) => known.get(character) ?? [character.charCodeAt(0)]))
}

describe('an exported directory', () => {
  it.each(['xlsx', 'csv'] as const)('changes nothing when it comes back as %s', async (format) => {
    const file = await asCoordinator.file('exportDirectory', { query: { format } })
    const found = await take(new Uint8Array(file))
    expect(found).toMatchObject({ saved: true, changes: [], problems: [] })
    expect(found.counts.unchanged).toBeGreaterThan(6)
    const english = await asCoordinator.file('exportDirectory', { query: { format }, english: true })
    expect(await take(new Uint8Array(english))).toMatchObject({ changes: [], problems: [] })
  })

  it('is a template: what is typed into it is taken', async () => {
    const file = await asCoordinator.file('exportDirectory', { query: { unit: 'city' } })
    const changed = await edited(file, (book) => {
      const sheet = sheetOf(book, '单位和人员')
      sheet.getCell(sheet.rowCount + 1, 1).value = 630299
      const row = sheet.getRow(sheet.rowCount)
      row.getCell(2).value = '新区公安局'
      row.getCell(6).value = 'city'
      row.getCell(7).value = '马　明'
      row.getCell(8).value = 'Ma@new.example'
      row.getCell(9).value = 13800000000
      row.getCell(10).value = '填报人'
    })
    const file2 = new Uint8Array(changed)
    const preview = await take(file2, { preview: 'true' })
    expect(preview).toMatchObject({ saved: false, counts: { unitsNew: 1, peopleNew: 1 }, problems: [] })
    expect(preview.changes.map(({ words }) => words.zh)).toEqual([
      '新增单位 新区公安局（630299），上级 city',
      '新增人员 马明（Ma@new.example）：630299 填报人',
    ])
    expect(await office.units.unit('630299')).toBeUndefined()
    expect(await take(file2)).toMatchObject({ saved: true, counts: { unitsNew: 1, peopleNew: 1 } })
    expect(await office.units.unit('630299')).toMatchObject({ path: ['province', 'city', '630299'], version: 1 })
    expect(await personAt('ma@new.example')).toMatchObject({ name: '马明', phone: '13800000000', language: 'zh' })
    expect(await take(file2)).toMatchObject({ saved: true, changes: [] })
  })

  it('shows nobody what is not theirs', async () => {
    const text = new TextDecoder().decode(await asCoordinator.file('exportDirectory', { query: { format: 'csv' } }))
    expect(text).toContain('sibling,')
    expect(text).not.toContain('\nother,')
    const asClerk = await office.as('clerk@office.example')
    await expect(asClerk.file('exportDirectory', {})).rejects.toThrow('403')
    expect(await send(csv('sibling,新名'), {}, asClerk)).toMatchObject({ ok: false, status: 403 })
  })
})

describe('a csv', () => {
  it('is read in GB18030 as in UTF-8, with the mark and without', async () => {
    const text = csv('sibling,,,李四,li@a.example,,填报人,中文')
    for (const file of [bytes(text), bytes(`\ufeff${text}`), gb18030(text)])
      expect(await take(file, { preview: 'true' })).toMatchObject({
        problems: [],
        changes: [{ row: 2, is: { person: '李四' } }],
      })
  })

  it('may end its lines in several ways, and hold lines in quotation marks', async () => {
    const text = `${heads}\r\nsibling,"新\n名"\ncounty,改名\r\n\r\n`
    const { problems, changes } = await take(text, { preview: 'true' })
    expect([problems, changes.map(({ row, is }) => `${row} ${is['name']}`)]).toEqual([[], ['2 新名', '3 改名']])
  })

  it('may part its columns by semicolons or tabs', async () => {
    for (const mark of [';', '\t'])
      expect(await take(csv('sibling,新名').replaceAll(',', mark), { preview: 'true' })).toMatchObject({
        counts: { unitsChanged: 1 },
      })
  })

  it.each([
    ['UTF-16', Uint8Array.from([0xff, 0xfe, ...new Uint8Array(new Uint16Array([0x5355, 0x2c]).buffer)]), 'UTF-16'],
    ['no text', Uint8Array.from(Array.from({ length: 3000 }, (_, i) => i % 256)), '既不是 .xlsx'],
    ['no known encoding', Uint8Array.from([0x61, 0xff, 0xff]), '编码无法辨认'],
    ['open quotation marks', bytes(`${heads}\n"sibling,甲\n`), '引号不成对'],
  ])('with %s is refused in words', async (_, file, said) => {
    expect(await refusedWith(file)).toContain(said)
  })

  it('that the gateway took for text has lost its characters, and is not taken', async () => {
    const raw = await fetch(`${office.system.url}/api/units/import`, {
      method: 'POST',
      headers: { authorization: `Bearer ${await office.system.token(coordinator)}`, 'content-type': 'text/csv' },
      body: gb18030(csv('sibling,李四')),
    })
    expect(JSON.parse(await raw.text())).toMatchObject({ saved: false })
  })
})

describe('a workbook', () => {
  it('with a formula, a date or merged headings says where', async () => {
    const made = await bookOf([heads.split(','), ['sibling', { formula: '"新"&"名"', result: '新名' }]])
    expect((await take(made)).problems).toMatchObject([{ sheet: 'Sheet1', row: 2, column: 'B' }])
    const dated = await bookOf([heads.split(','), ['sibling', new Date(0)]])
    expect((await take(dated)).problems).toMatchObject([{ row: 2, column: 'B' }])
    const merged = await bookOf([heads.split(','), ['sibling', '新名']], 'B1:C1')
    expect((await take(merged)).problems[0]?.message.zh).toContain('表头有合并单元格')
  })

  it('with cells merged downwards says the same in each row', async () => {
    const rows = [
      heads.split(','),
      ['sibling', '', '', '甲', 'a@m.example', '', '填报人'],
      ['', '', '', '乙', 'b@m.example', '', '领导'],
    ]
    expect(await take(await bookOf(rows, 'A2:A3'), { preview: 'true' })).toMatchObject({
      problems: [],
      counts: { peopleNew: 2 },
    })
  })

  it.each([
    ['of Excel 97', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]), '.xls'],
    ['with macros', zipSync({ '[Content_Types].xml': bytes('<x/>'), 'xl/vbaProject.bin': bytes('x') }), '宏'],
    [
      'that is a bomb',
      zipSync({ '[Content_Types].xml': new Uint8Array(40_000_000), 'xl/workbook.xml': bytes('<x/>') }),
      '过大',
    ],
  ])('%s is refused as the return’s is', async (_, file, said) => {
    expect(await refusedWith(new Uint8Array(file))).toContain(said)
  })
})

describe('ten thousand rows', () => {
  it.each(['csv', 'xlsx'])('as %s are refused with the limit', async (format) => {
    const rows = Array.from({ length: 10_000 }, (_, n) => [
      `u${n}`,
      '局',
      'city',
      '某',
      `u${n}@x.example`,
      '',
      '填报人',
      '',
    ])
    const file =
      format === 'csv' ? bytes(csv(...rows.map((row) => row.join(',')))) : await bookOf([heads.split(','), ...rows])
    const answer = await send(file)
    expect(JSON.stringify(answer)).toContain(`一次最多导入 ${mostRows} 行`)
  })
})

describe('a file with a problem', () => {
  it('writes nothing at all, and names each by row and column', async () => {
    const found = await take(csv('good,好局,city', 'sibling,,,李四,li@公安.cn,,填报人', 'other,改名'))
    expect(found).toMatchObject({ saved: false, counts: { unitsNew: 1 } })
    expect(found.problems.map(({ row, column }) => `${row}${column}`)).toEqual(['3E', '4A'])
    expect(await office.units.unit('good')).toBeUndefined()
  })

  it('is held against the caller’s rights, row by row', async () => {
    const found = await take(
      csv('new,新局,province', 'sibling,,,甲,a@b.example,,管理员', 'sibling,,,Boss,BOSS@office.example,,领导'),
    )
    expect(found.problems.map(({ row }) => row)).toEqual([2, 3, 4])
    expect(await take(csv('sibling,新名'), { unit: 'county' })).toMatchObject({ problems: [{ row: 2 }] })
    expect(await send(csv('sibling,新名'), { unit: 'other' })).toMatchObject({ ok: false, status: 404 })
  })

  it('names a unit that takes part in an open round and would move', async () => {
    await openRound(asCoordinator, 'held', { units: ['sibling'] })
    const found = await take(csv('sibling,,county', 'branch,支队,sibling'))
    expect(found.problems.map(({ row, message }) => [row, message.zh.includes('Round held')])).toEqual([
      [2, true],
      [3, true],
    ])
    expect(await office.units.unit('sibling')).toMatchObject({ parent: 'city', hasBelow: false })
  })
})

describe('an import', () => {
  it('builds a tree of several levels from one file, whatever its order, and moves a unit', async () => {
    const rows = Array.from({ length: 30 }, (_, n) => `leaf${n},叶${n},branch1`)
    const found = await take(csv(...rows, 'branch2,二支,county', 'branch1,一支,county'))
    expect(found).toMatchObject({ saved: true, counts: { unitsNew: 32 } })
    expect(await office.units.unit('branch1')).toMatchObject({ hasBelow: true })
    expect(await office.units.unitsBelow('branch1')).toHaveLength(30)
    expect(await take(csv('leaf0,,branch2'))).toMatchObject({ saved: true, counts: { unitsChanged: 1 } })
    expect(await office.units.unitsBelow('branch1')).toHaveLength(29)
    expect(await office.units.unit('leaf0')).toMatchObject({ path: ['province', 'city', 'county', 'branch2', 'leaf0'] })
  })

  it('brings people who share units, each in two of them, side by side', async () => {
    const units = Array.from({ length: 40 }, (_, n) => `shared${n}`)
    const rows = units.flatMap((unit, n) => [
      `${unit},局${n},county,人${n},shared${n}@s.example,,填报人`,
      `${unit},,,人${(n + 1) % 40},shared${(n + 1) % 40}@s.example,,领导`,
    ])
    expect(await take(csv(...rows))).toMatchObject({ saved: true, counts: { unitsNew: 40, peopleNew: 40 } })
    const staff = await Promise.all(units.map((unit) => office.units.peopleOf(unit)))
    expect(staff.map((people) => people.map(({ name }) => name).sort())).toEqual(
      units.map((_, n) => [`人${n}`, `人${(n + 1) % 40}`].sort()),
    )
    /* The list of units says the same of each. */
    const { units: listed } = must(await asCoordinator.call('listUnits', { query: { under: 'county' } }))
    const shared = listed.filter(({ id }) => id.startsWith('shared'))
    expect(shared.map(({ unreachable }) => unreachable)).toEqual(units.map(() => false))
  })

  it('stands in the log of what it changed, with who did it', async () => {
    expect(await take(csv('village,新村,,赵,zhao@v.example,,填报人'))).toMatchObject({ problems: [], saved: true })
    const [entry] = (await office.units.unitLog('village')).slice(-1)
    expect(entry).toMatchObject({ what: 'unitChanged', by: { id: 'coordinator' }, facts: { row: 2 } })
    const zhao = await personAt('zhao@v.example')
    expect(await office.units.personLog(zhao?.id ?? '')).toMatchObject([
      { what: 'personAdded', facts: { import: entry?.facts?.['import'] } },
    ])
  })

  it('lets those sign in whom it brings, and adds posts without taking any', async () => {
    await take(csv('town,,,孙,sun@t.example,,填报人'))
    expect((await office.raw('sun@t.example', 'GET', '/me')).status).toBe(200)
    await take(csv('village,,,孙,SUN@t.example,,领导'))
    expect((await personAt('sun@t.example'))?.posts).toEqual([
      { unit: 'town', role: 'reporter' },
      { unit: 'village', role: 'leader' },
    ])
  })
})

describe('an import that is broken off', () => {
  const rows = [
    'off,断局,county',
    'off-below,断所,off',
    ...Array.from({ length: 6 }, (_, n) => `off,,,断${n},off${n}@o.example,,领导`),
  ]
  /** The same import in this process, over a store of which something is wrong. */
  const takeOver = async (units: Partial<UnitStore>) => {
    const route = routes.importDirectory
    const event = eventOf({
      method: route.method,
      url: new URL('http://127.0.0.1/api/units/import'),
      headers: { 'content-type': route.media },
      body: Buffer.from(csv(...rows)),
      route: { method: route.method, path: `/api${route.path}`, function: route.function },
      parameters: {},
      claims: { sub: 'in-process' },
      sourceIp: '127.0.0.1',
    })
    const table = { client: DynamoDBDocumentClient.from(client), name: tableName }
    const services = servicesOf({ table: tableName, pages: 'https://huibao.example', demo: false }, table)
    return importDirectory({ ...services, units: { ...services.units, ...units } }).answer(event)
  }
  beforeAll(async () => {
    const me = await office.units.person('coordinator')
    if (me !== undefined) await office.units.rememberSubject('in-process', me)
  })
  const there = async () => {
    const people = await office.units.peopleOf('off')
    return { unit: (await office.units.unit('off'))?.version, people: people.length }
  }

  it('says how much is written, and the same file finishes it', async () => {
    let left = 3
    const putPerson: UnitStore['putPerson'] = async (...given) => {
      left -= 1
      return left < 0 ? 'busy' : office.units.putPerson(...given)
    }
    const answer = await takeOver({ putPerson })
    expect([answer.statusCode, JSON.parse(answer.body).code]).toEqual([503, 'importBrokenOff'])
    expect(answer.body).toContain('已写入 5 项，还有 3 项')
    expect(await there()).toEqual({ unit: 2, people: 3 })
    expect(await take(csv(...rows))).toMatchObject({ saved: true, counts: { peopleNew: 3, unchanged: 5 } })
    expect(await there()).toEqual({ unit: 2, people: 6 })
    expect(await take(csv(...rows))).toMatchObject({ changes: [] })
  })

  it('by a colleague looks again by itself', async () => {
    let isFirst = true
    rows[0] = 'off,新断局,county'
    const putUnits: UnitStore['putUnits'] = async (...given) => {
      if (!isFirst) return office.units.putUnits(...given)
      isFirst = false
      const [before, above] = await Promise.all([office.units.unit('off'), office.units.unit('county')])
      if (before === undefined) throw new RangeError('not there')
      await office.units.putUnit({ ...before, shortName: { zh: '同事改的', en: 'changed' } }, before, above)
      return office.units.putUnits(...given)
    }
    const answer = await takeOver({ putUnits })
    expect(answer.statusCode).toBe(200)
    expect(await office.units.unit('off')).toMatchObject({ name: { zh: '新断局' }, shortName: { zh: '同事改的' } })
  })
})

describe('a hand-over', () => {
  const post = { unit: 'town', role: 'reporter' } as const
  const hire = async (name: string, ...posts: readonly { unit: string; role: 'reporter' | 'leader' }[]) => {
    await office.hire(name, ...posts)
    return name
  }

  it('to somebody new is one step, and who has no post left is removed', async () => {
    const id = await hire('going', post)
    const body = { to: { name: '来人', email: 'coming@t.example' } }
    const answer = must(await asCoordinator.call('handOver', { path: { id }, body }))
    expect(answer).toMatchObject({ to: { name: '来人', posts: [post], address: 'ok' } })
    expect(answer).not.toHaveProperty('from')
    expect(await office.units.person(id)).toBeUndefined()
    expect((await office.raw('going@office.example', 'GET', '/me')).status).toBe(403)
    expect((await office.raw('coming@t.example', 'GET', '/me')).status).toBe(200)
    expect((await office.units.personLog(id)).at(-1)).toMatchObject({ what: 'handedOver', by: { id: 'coordinator' } })
  })

  it('of one post to a colleague leaves the rest', async () => {
    const id = await hire('two-posts', post, { unit: 'village', role: 'leader' })
    const to = await hire('colleague', { unit: 'town', role: 'leader' })
    const body = { to: { person: to }, posts: [post] }
    expect(must(await asCoordinator.call('handOver', { path: { id }, body }))).toMatchObject({
      from: { posts: [{ unit: 'village', role: 'leader' }] },
      to: { id: to, posts: [{ unit: 'town', role: 'leader' }, post] },
    })
  })

  it('is refused whole where anything about it is wrong', async () => {
    const id = await hire('staying', post)
    const ask = async (to: object, posts?: readonly object[]) => {
      const answer = await asCoordinator.call('handOver', { path: { id }, body: { to, ...(posts ? { posts } : {}) } })
      return answer.ok ? 'ok' : `${answer.status} ${answer.problem.code}`
    }
    expect(await ask({ name: '某', email: coordinator })).toBe('409 emailTaken')
    expect(await ask({ person: id })).toBe('422 invalid')
    expect(await ask({ person: 'nobody' })).toBe('404 notFound')
    expect(await ask({ name: '某' })).toBe('422 invalid')
    expect(await ask({ person: 'boss', name: '某', email: 'x@x.example' })).toBe('422 invalid')
    expect(await ask({ name: '某', email: '某@公安.cn' })).toBe('422 invalid')
    expect(await ask({ name: '某', email: 'x@x.example' }, [post, { unit: 'village', role: 'leader' }])).toBe(
      '422 invalid',
    )
    expect(await office.units.person(id)).toMatchObject({ posts: [post], version: 1 })
    expect(await personAt('x@x.example')).toBeUndefined()
  })
})

describe('the last administrator', () => {
  it('is not removed, and not made anything less', async () => {
    const person = { name: 'Boss', email: boss, posts: [{ unit: 'province', role: 'leader' }] }
    const put = await asBoss.call('putPerson', { path: { id: 'boss' }, body: person })
    expect(put).toMatchObject({ ok: false, status: 409, problem: { code: 'lastAdministrator' } })
    const gone = await asBoss.call('deletePerson', { path: { id: 'boss' } })
    expect(gone).toMatchObject({ ok: false, problem: { code: 'lastAdministrator' } })
  })

  it('may hand over, and may go once there is another; two cannot remove each other at once', async () => {
    const next = must(
      await asBoss.call('handOver', {
        path: { id: 'boss' },
        body: { to: { name: '新', email: 'next@office.example' } },
      }),
    )
    await office.hire('second', { unit: 'province', role: 'administrator' })
    const [one, other] = await Promise.all([office.units.person(next.to.id), office.units.person('second')])
    if (one === undefined || other === undefined) throw new RangeError('not there')
    const left = await Promise.all([office.units.removePerson(one), office.units.removePerson(other)])
    expect(left.filter(Boolean).length).toBeLessThanOrEqual(1)
  })
})

describe('an address that letters do not reach', () => {
  it('shows with its person and its unit, until the coordinator says that it works again', async () => {
    await office.hire('far', { unit: 'other', role: 'reporter' })
    await office.hire('near', { unit: 'village', role: 'reporter' })
    const village = async () =>
      must(await asCoordinator.call('listUnits', { query: { under: 'town' } })).units.find(({ id }) => id === 'village')
    const near = async () =>
      must(await asCoordinator.call('listPeople', { query: { unit: 'village' } })).people.find(
        ({ id }) => id === 'near',
      )
    for (const { email, posts } of await office.units.peopleOf('village'))
      if (posts.some(({ role }) => role === 'reporter'))
        await addresses.mark({ email: email.toUpperCase(), state: 'bounced', at: startAt, why: '550' })
    expect([(await near())?.address, (await village())?.unreachable]).toEqual(['bounced', true])
    expect(must(await asCoordinator.call('clearAddress', { path: { id: 'near' } }))).toMatchObject({ address: 'ok' })
    expect([(await near())?.address, (await village())?.unreachable]).toEqual(['ok', false])
    const far = await asCoordinator.call('clearAddress', { path: { id: 'far' } })
    expect(far).toMatchObject({ ok: false, status: 404 })
  })
})
