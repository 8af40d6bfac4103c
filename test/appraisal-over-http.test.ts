/*
 * The appraisal of a season over HTTP through the real bundles: the figures, the workbook (recalculated by LibreOffice),
 * the circular read back, and who may have them.
 */
import ExcelWorkbook, { type Workbook } from 'exceljs'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Api, must } from '../local/api-client.ts'
import { instant } from '../shared/time.ts'
import { savedByOffice } from './office-suite.ts'
import { type Office, openOffice, openRound, roundOf, signOff, tree, unitOf, wholeReturn } from './over-http.ts'

const forms = ['ogi-2019', 'police-supplement']
const round = 'season'
const path = { round }
let office: Office
let coordinator: Api
let leader: Api
const clerks = new Map<string, Api>()

const placeOf = (unit: string) => ({ round, unit })
const handIn = async (unit: string, as: Api) => {
  const { version: base } = must(await as.call('getReturn', { path: placeOf(unit) }))
  const { version } = must(
    await as.call('patchReturn', { path: placeOf(unit), body: { base, cells: wholeReturn(forms) } }),
  )
  return must(await as.call('submitReturn', { path: placeOf(unit), body: { version, signOff } }))
}
const clerkOf = (unit: string): Api => {
  const api = clerks.get(unit)
  if (api === undefined) throw new RangeError(unit)
  return api
}
const goTo = (text: string) => office.system.clock.moveTo(instant(`${text}+08:00`))

/* 乐都 on time, 化隆 late, 民和 sent back and corrected late, 循化 extended, one that hands in nothing, one on behalf. */
const names = ['ledu', 'hualong', 'minhe', 'xunhua', 'nothing', 'behalf'] as const
const title = '2019年度政府信息公开工作年度报告'

beforeAll(async () => {
  office = await openOffice({ only: ['returns', 'rounds', 'reports', 'documents', 'workbooks'] })
  coordinator = await office.as('coordinator@office.example')
  leader = await office.as(await office.hire('chief', { unit: 'city', role: 'leader' }))
  for (const name of names) {
    const unit = unitOf(name, tree.city)
    const odd = name === 'nothing' ? { name: { zh: '=1+1_x0041_局', en: '=HYPERLINK("x")' } } : {}
    await office.units.putUnit({ ...unit, ...odd }, undefined, undefined)
    clerks.set(name, await office.as(await office.hire(name, { unit: name, role: 'reporter' })))
  }
  await openRound(coordinator, round, { title, units: [...names] })
  must(
    await coordinator.call('putExtension', {
      path: placeOf('xunhua'),
      body: { dueAt: '2020-02-10T17:00:00+08:00', reason: '=值班力量不足' },
    }),
  )
  await goTo('2020-01-31T23:00:00')
  await handIn('ledu', clerkOf('ledu'))
  await handIn('minhe', clerkOf('minhe'))
  await handIn('behalf', coordinator)
  const body = { revision: 1, decision: 'sendBack', reason: '请核对。', dueAt: '2020-02-03T18:00:00+08:00' }
  must(await coordinator.call('reviewReturn', { path: placeOf('minhe'), body }))
  await goTo('2020-02-04T10:00:00')
  await handIn('minhe', clerkOf('minhe'))
  await handIn('hualong', clerkOf('hualong'))
})
afterAll(async () => office?.stop())

const cellsIn = async (file: Uint8Array): Promise<Workbook> => {
  const book = new ExcelWorkbook.Workbook()
  const bytes = new ArrayBuffer(file.length)
  new Uint8Array(bytes).set(file)
  await book.xlsx.load(bytes)
  return book
}
const wordText = (file: Uint8Array): string =>
  new TextDecoder()
    .decode(unzipSync(file)['word/document.xml'])
    .replaceAll('</w:p>', '\n')
    .replaceAll(/<[^>]+>/g, '')
const circularOf = async (query: { readonly unit?: string } = {}, of = round) =>
  wordText(new Uint8Array(await leader.file('getCircular', { path: { round: of }, query })))

describe('the appraisal', () => {
  it('says of each unit what it did, by its own due moments', async () => {
    const { rows, counts, rate } = must(await leader.call('getAppraisal', { path }))
    const of = Object.fromEntries(rows.map((row) => [row.unit, row]))
    expect(rows.map(({ unit }) => unit).sort()).toEqual([...names].sort())
    expect(of['ledu']).toMatchObject({ standing: 'onTime', revisions: 1, timesSentBack: 0 })
    expect(of['hualong']).toMatchObject({ standing: 'late', daysLate: { calendar: 4, working: 2 } })
    expect(of['minhe']).toMatchObject({
      standing: 'onTime',
      revisions: 2,
      timesSentBack: 1,
      corrections: { onTime: 0, late: 1 },
    })
    expect(of['xunhua']).toMatchObject({ standing: 'open', extension: { reason: '=值班力量不足' } })
    expect(of['nothing']).toMatchObject({ standing: 'missing', revisions: 0, daysLate: { calendar: 4, working: 2 } })
    expect(of['behalf']).toMatchObject({ standing: 'onTime', onBehalf: true })
    expect([counts, rate]).toEqual([
      { onTime: 3, extended: 0, late: 1, missing: 1, open: 1 },
      { part: 3, of: 5, percent: '60.0' },
    ])
  })

  it('forgets a correction that is taken back, until it is handed in again', async () => {
    const corrections = async () =>
      must(await leader.call('getAppraisal', { path })).rows.find(({ unit }) => unit === 'minhe')?.corrections
    must(await clerkOf('minhe').call('withdrawReturn', { path: placeOf('minhe') }))
    expect(await corrections()).toEqual({ onTime: 0, late: 0 })
    await handIn('minhe', clerkOf('minhe'))
    expect(await corrections()).toEqual({ onTime: 0, late: 1 })
  })

  it('is empty where a collector has nobody in the round, and unknown to reporters', async () => {
    expect((await clerkOf('ledu').call('getAppraisal', { path })).ok).toBe(false)
    expect((await clerkOf('ledu').call('getCircular', { path })).ok).toBe(false)
    expect((await clerkOf('ledu').call('getAppraisalWorkbook', { path })).ok).toBe(false)
  })
})

describe('the workbook of the appraisal', () => {
  it('has live sums and a share that LibreOffice works out to what the API says, and typed text as text', async () => {
    const { rows, counts, rate } = must(await leader.call('getAppraisal', { path }))
    const file = new Uint8Array(await leader.file('getAppraisalWorkbook', { path }))
    const raw = (await cellsIn(file)).worksheets[0]
    const saved = (await cellsIn(savedByOffice(file, 'saved-appraisal.xlsx'))).worksheets[0]
    if (raw === undefined || saved === undefined) throw new RangeError('no sheet')
    const sumRow = 4 + rows.length
    const first = sumRow + 2
    const results = [0, 1, 2, 3, 4].map((index) => saved.getCell(first + index, 3).result)
    expect(results).toEqual([counts.onTime, counts.extended, counts.late, counts.missing, counts.open])
    expect(saved.getCell(first + 5, 3).result).toBe(Number(rate?.percent) / 100)
    expect(raw.getCell(first + 5, 3).formula).toContain('ROUND')
    const submissions = rows.reduce((sum, row) => sum + (row.revisions ?? 0), 0)
    expect([saved.getCell(sumRow, 11).result, raw.getCell(sumRow, 11).result]).toEqual([submissions, submissions])
    const typed = rows.findIndex(({ unit }) => unit === 'nothing')
    expect(saved.getCell(4 + typed, 2).text).toBe('=1+1_x0041_局')
    expect(raw.getCell(4 + typed, 2).numFmt).toBe('@')
    expect(raw.views[0]).toMatchObject({ state: 'frozen', xSplit: 2, ySplit: 3 })
    expect(raw.pageSetup.printArea).toContain('A1:S')
  })
})

describe('the circular', () => {
  it('names late and missing units with days, nobody with an extension, and no person', async () => {
    const text = await circularOf()
    expect(text).toContain(`关于${title}逾期报送和未报送情况的通报`)
    for (const said of ['代拟稿', 'hualong公安局', '=1+1_x0041_局', '4天（2个工作日）', '内部汇总', 'city公安局'])
      expect(text).toContain(said)
    for (const unsaid of ['xunhua', 'ledu', '值班', 'coordinator', '填报人', '保密员', '！'])
      expect(text).not.toContain(unsaid)
  })

  it('accuses nobody where nobody is late', async () => {
    await openRound(coordinator, 'early', { title, units: ['ledu'], dueAt: '2020-03-01T00:00:00+08:00' })
    expect(await circularOf({}, 'early')).toContain('各单位均尚未到截止时间')
    const clerk = clerkOf('ledu')
    const place = { round: 'early', unit: 'ledu' }
    const { version } = must(
      await clerk.call('patchReturn', { path: place, body: { base: 0, cells: wholeReturn(forms) } }),
    )
    must(await clerk.call('submitReturn', { path: place, body: { version, signOff } }))
    const text = await circularOf({}, 'early')
    expect(text).toContain('没有逾期')
    expect(text).not.toContain('逾期未报送')
    const about = must(await leader.call('getAppraisal', { path: { round: 'early' } }))
    expect(about.rate).toEqual({ part: 1, of: 1, percent: '100.0' })
  })

  it('of a middle unit is asked for by ?unit=, and says nothing of an internal due moment where it is statutory', async () => {
    const body = roundOf('law', { title, units: ['village'], statutory: true, dueAt: '2020-02-05T00:00:00+08:00' })
    const planned = must(await coordinator.call('postRound', { body }))
    must(await coordinator.call('openRound', { path: { round: 'law' }, body: { version: planned.version } }))
    await goTo('2020-02-05T09:00:00')
    const text = await circularOf({ unit: 'town' }, 'law')
    expect([text.includes('village公安局'), text.includes('town公安局'), text.includes('内部')]).toEqual([
      true,
      true,
      false,
    ])
    const above = must(await leader.call('getAppraisal', { path: { round: 'law' } }))
    expect(above.rows).toMatchObject([{ unit: 'county', isReport: true, standing: 'missing' }])
  })
})
