/*
 * Figures of an earlier year in a workbook (product F6), over HTTP through the real bundles: what comes out, what is
 * shown before anything is saved, what is kept of published totals, and what is refused. As cells:
 * corrections-over-http.test.ts and pingtan-over-http.test.ts.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Api, must } from '../local/api-client.ts'
import { joinForms } from '../shared/form/forms.ts'
import { type Office, openOffice, openRound, signOff, wholeReturn } from './over-http.ts'
import { cellAt, edited, put, repacked, withSheet } from './workbook-file.ts'

const form = joinForms(['ogi-2019'])
const naturalPerson = 'requests.received.naturalPerson'
const company = 'requests.received.business'
const total = 'requests.received.total'
const path = { year: '2018', unit: 'sibling' }
const asked = { form: 'ogi-2019', scope: 'own' } as const

let office: Office
let coordinator: Api
beforeAll(async () => {
  office = await openOffice({ only: ['returns', 'rounds', 'workbooks', 'roll-up'] })
  await office.hire('clerk', { unit: 'sibling', role: 'reporter' })
  await office.hire('leader', { unit: 'city', role: 'leader' })
  coordinator = await office.as('coordinator@office.example')
})
afterAll(() => office?.stop())

type Query = Readonly<Record<string, string>>
const download = async (query: Query = asked, at = path): Promise<Uint8Array> =>
  coordinator.file('getHistoryWorkbook', { path: at, query })
const upload = (file: Uint8Array, query: Query = {}, at = path, api = coordinator) =>
  api.call('putHistoryWorkbook', { path: at, query: { ...asked, ...query }, body: new Uint8Array(file) })
const present = async (at = path, scope = 'own') =>
  must(await coordinator.call('getHistory', { path: at, query: { scope } }))
const sentence = async (...given: Parameters<typeof upload>) => {
  const answer = await upload(...given)
  return answer.ok ? `taken: ${JSON.stringify(answer.value)}` : `${answer.status} ${answer.problem.detail}`
}

const filled = async (file: Uint8Array) =>
  edited(file, (book) => {
    put(cellAt(book, form, naturalPerson), 3)
    put(cellAt(book, form, company), 2)
    put(cellAt(book, form, 'overview.text'), '本年度平稳。')
  })

describe('the workbook of an earlier year', () => {
  it('is empty at first, and changes nothing as it is', async () => {
    expect((await present()).forms[0]?.id).toBe('ogi-2019')
    const { changes, problems, saved, figures } = must(await upload(await download(), { preview: 'true' }))
    expect({ changes, problems, saved, figures }).toEqual({ changes: [], problems: [], saved: false, figures: 0 })
  })

  it('is shown before it is saved, and needs a source to be saved', async () => {
    const file = await filled(await download())
    const looked = must(await upload(file, { preview: 'true' }))
    expect(looked.saved).toBe(false)
    expect(looked.changes.map(({ cell, was, is }) => [cell, was, is])).toEqual(
      expect.arrayContaining([
        [naturalPerson, null, 3],
        ['overview.text', null, '本年度平稳。'],
      ]),
    )
    expect(looked.changes.find(({ cell }) => cell === naturalPerson)).toMatchObject({ at: expect.any(String) })
    expect((await present()).history).toBeUndefined()
    expect(await upload(file)).toMatchObject({ status: 422, problem: { errors: [{ path: 'source' }] } })
    expect(must(await upload(file, { source: '2018年度报告（已公布）' })).saved).toBe(true)
    const { history, imports } = await present()
    expect(history).toMatchObject({ form: 'ogi-2019', accepted: false, source: '2018年度报告（已公布）' })
    expect(history?.figures.map(({ cell, value }) => [cell, value])).toContainEqual([company, 2])
    expect(imports.map(({ by, source }) => [by?.id, source])).toEqual([['coordinator', '2018年度报告（已公布）']])
  })

  it('comes out again with what is there, and an edit of it changes that alone', async () => {
    const again = await edited(await download(), (book) => put(cellAt(book, form, company), 4))
    const { changes } = must(await upload(again, { preview: 'true' }))
    expect(changes.map(({ cell, was, is }) => [cell, was, is])).toEqual([[company, 2, 4]])
  })

  it('keeps a total that was published otherwise beside the computed one, and says so', async () => {
    const zeros = wholeReturn(['ogi-2019'], { [naturalPerson]: 3, 'requests.carriedOut.naturalPerson': 3 })
    const body = { form: 'ogi-2019', cells: { ...zeros }, source: '年报' }
    must(await coordinator.call('putHistory', { path: { year: '2017', unit: 'sibling' }, body }))
    const at = { year: '2017', unit: 'sibling' }
    const file = await edited(await download(asked, at), (book) => put(cellAt(book, form, total), 7))
    const { problems, findings, changes } = must(await upload(file, { source: '年报' }, at))
    expect(problems).toEqual([])
    expect(changes.map(({ cell, is }) => [cell, is])).toEqual([[total, 7]])
    expect(findings).toContainEqual(expect.objectContaining({ stated: '7', computed: '3' }))
    const { history } = await present(at)
    expect(history?.findings).toEqual(findings)
    /* The published total stands in the workbook where its formula was, and may be given back. */
    const restored = await edited(await download(asked, at), (book) => {
      expect(cellAt(book, form, total).value).toBe(7)
      put(cellAt(book, form, total), null)
    })
    expect(must(await upload(restored, { source: '年报' }, at)).findings).toEqual([])
  })

  it('asks about a dash before it is read as 0', async () => {
    const at = { year: '2016', unit: 'sibling' }
    const file = await edited(await download(asked, at), (book) => put(cellAt(book, form, naturalPerson), '-'))
    expect(must(await upload(file, { preview: 'true' }, at)).changes).toMatchObject([{ confirm: true, is: 0 }])
    expect(must(await upload(file, { source: '年报' }, at))).toMatchObject({
      saved: false,
      problems: [{ rule: 'R17' }],
    })
    expect(must(await upload(file, { source: '年报', confirmed: 'true' }, at)).saved).toBe(true)
  })

  it('keeps the figures of a report apart from the unit’s own', async () => {
    const query = { form: 'ogi-2019', scope: 'report' }
    const at = { year: '2018', unit: 'city' }
    const file = await filled(await download(query, at))
    must(await upload(file, { ...query, source: '汇总报告' }, at))
    expect((await present(at)).history).toBeUndefined()
    expect((await present(at, 'report')).history?.source).toBe('汇总报告')
    expect(await sentence(file, { source: '汇总报告' }, at)).toContain('2018 年往年数据（汇总）')
  })
})

describe('cells of an earlier year', () => {
  it('are looked at without being saved, and need no source for it', async () => {
    const at = { year: '2014', unit: 'sibling' }
    const body = { form: 'ogi-2019', cells: { [naturalPerson]: 5 } }
    const looked = must(await coordinator.call('putHistory', { path: at, query: { preview: 'true' }, body }))
    expect(looked).toMatchObject({ saved: false, figures: 1, changes: [{ cell: naturalPerson, was: null, is: 5 }] })
    expect((await present(at)).history).toBeUndefined()
    const unsaid = await coordinator.call('putHistory', { path: at, body })
    expect(unsaid).toMatchObject({ status: 422, problem: { errors: [{ path: 'source' }] } })
  })
})

describe('two coordinators with the same year', () => {
  const at = { year: '2013', unit: 'sibling' }
  const given = (count: number, more: object = {}) => ({
    path: at,
    body: { form: 'ogi-2019', cells: { [naturalPerson]: count }, source: `第${count}次`, ...more },
  })
  const count = async () => (await present(at)).history?.figures.map(({ value }) => value)

  it('do not write over what they have not seen: the second is told, looks again and then may', async () => {
    const body = { form: 'ogi-2019', cells: { [naturalPerson]: 1 } }
    const look = () => coordinator.call('putHistory', { path: at, query: { preview: 'true' }, body })
    const [mine, theirs] = [must(await look()), must(await look())]
    expect([mine.version, theirs.version]).toEqual([0, 0])
    must(await coordinator.call('putHistory', given(1, { base: mine.version })))
    expect(await coordinator.call('putHistory', given(2, { base: theirs.version }))).toMatchObject({
      status: 409,
      problem: { code: 'outdated', detail: expect.stringContaining('当前为第 1 版') },
    })
    expect(await count()).toEqual([1])
    const again = must(await look())
    must(await coordinator.call('putHistory', given(2, { base: again.version })))
    expect(await count()).toEqual([2])
    expect((await present(at)).imports.map(({ source }) => source)).toEqual(['第1次', '第2次'])
  })

  it('who save at the same moment: one is saved, the other told', async () => {
    const { version } = must(await coordinator.call('putHistory', given(3)))
    const both = await Promise.all([4, 5].map((n) => coordinator.call('putHistory', given(n, { base: version }))))
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(await count()).toEqual([both[0]?.ok === true ? 4 : 5])
  })

  it('of whom one brings a workbook', async () => {
    const file = await filled(await download(asked, at))
    expect(await upload(file, { source: '年报', base: '1' }, at)).toMatchObject({ status: 409 })
    const { version } = must(await upload(file, { preview: 'true' }, at))
    expect(must(await upload(file, { source: '年报', base: String(version) }, at))).toMatchObject({
      saved: true,
      version: version + 1,
    })
  })

  it('read findings that send nobody to hand in', async () => {
    const cells = { ...wholeReturn(['ogi-2019']), [naturalPerson]: 3 }
    const body = { form: 'ogi-2019', cells }
    const { findings } = must(await coordinator.call('putHistory', { path: at, query: { preview: 'true' }, body }))
    const said = findings.map(({ message }) => `${message.zh}${message.en}`).join('')
    expect(said).toContain('请与原报告核对。')
    expect(said).not.toMatch(/报送前|handing in|hand in/)
  })
})

describe('a file that does not belong to the year', () => {
  it.each<[string, () => Promise<Uint8Array>, string]>([
    ['of another edition', () => download({ form: 'ogi-2021', scope: 'own' }), '另一版表式'],
    ['of another year', () => download(asked, { year: '2015', unit: 'sibling' }), '2015 年往年数据'],
    ['of another unit', () => download(asked, { year: '2018', unit: 'county' }), '另一个单位'],
    ['that is no workbook', async () => new TextEncoder().encode('a,b'), '不是 Excel 工作簿'],
    [
      'with a macro',
      async () => repacked(await download(), (all) => ({ ...all, 'xl/vbaProject.bin': new Uint8Array(9) })),
      '宏',
    ],
    ['that is a bomb', async () => withSheet(await download(), ' '.repeat(40_000_000)), '展开后过大'],
  ])('%s is refused with what to do', async (_, make, says) => {
    const before = await present()
    expect(await sentence(await make(), { source: '年报' })).toContain(says)
    expect(await present()).toEqual(before)
  })

  it('but to a round, and the other way about, is refused', async () => {
    await openRound(coordinator, 'h', { forms: ['ogi-2019'] })
    const place = { round: 'h', unit: 'sibling' }
    const ofRound = new Uint8Array(await coordinator.file('getReturnWorkbook', { path: place }))
    expect(await sentence(ofRound, { source: '年报' })).toContain('这本工作簿属于报送轮次 h')
    const body = new Uint8Array(await download())
    const answer = await coordinator.call('putReturnWorkbook', { path: place, query: { base: '0' }, body })
    expect(answer).toMatchObject({ ok: false, problem: { detail: expect.stringContaining('2018 年往年数据（本级）') } })
  })

  it('or holds a formula, a date, words where a figure belongs: named by sheet and cell, and nothing is saved', async () => {
    const before = await present()
    const file = await edited(await download(), (book) => {
      put(cellAt(book, form, naturalPerson), { formula: '1+1', result: 2, date1904: false })
      put(cellAt(book, form, company), '约五件')
      put(cellAt(book, form, total), '不详')
    })
    const { problems, saved } = must(await upload(file, { source: '年报' }))
    expect(saved).toBe(false)
    expect(problems.map(({ cell }) => cell)).toEqual([naturalPerson, company, total])
    expect(problems.every(({ sheet, at }) => sheet !== undefined && at !== undefined)).toBe(true)
    expect(await present()).toEqual(before)
  })
})

describe('figures that were accepted here', () => {
  it('are shown as such, and no workbook takes their place', async () => {
    await openRound(coordinator, 'kept', { forms: ['ogi-2019'] })
    const clerk = await office.as('clerk@office.example')
    const place = { round: 'kept', unit: 'sibling' }
    const cells = { ...wholeReturn(['ogi-2019']) }
    const { version } = must(await clerk.call('patchReturn', { path: place, body: { base: 0, cells } }))
    const { revision } = must(await clerk.call('submitReturn', { path: place, body: { version, signOff } }))
    must(await coordinator.call('reviewReturn', { path: place, body: { revision, decision: 'accept' } }))
    const at = { year: '2019', unit: 'sibling' }
    expect((await present(at)).history).toMatchObject({ accepted: true })
    const file = await edited(await download(asked, at), (book) => put(cellAt(book, form, naturalPerson), 9))
    for (const query of [{ preview: 'true' }, { source: '年报' }])
      expect(await upload(file, query, at)).toMatchObject({ status: 409, problem: { code: 'historyAccepted' } })
  })
})

describe('earlier years', () => {
  it.each(['clerk@office.example', 'leader@office.example'])('are no matter of %s', async (email) => {
    const api = await office.as(email)
    expect(await api.call('getHistory', { path })).toMatchObject({ status: 403 })
    expect(await upload(new Uint8Array([1]), {}, path, api)).toMatchObject({ status: 403 })
  })

  it.each(['2007', '2201', 'x'])('of no year are not found: %s', async (year) => {
    const at = { year, unit: 'sibling' }
    expect(await coordinator.call('getHistory', { path: at })).toMatchObject({ status: 404 })
    expect(await upload(new Uint8Array([1]), {}, at)).toMatchObject({ status: 404 })
  })
})
