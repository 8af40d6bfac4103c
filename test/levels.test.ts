/*
 * Three levels over HTTP: counties hand in to their city, the city reviews and hands its report up, the province
 * publishes. What the province sees is counted once, complete to the last unit, and frozen as it was handed in.
 */
import { inflateRawSync } from 'node:zlib'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { unitNarratives } from '../functions/reports/report-units.ts'
import { loadReport, provenSum, revisionsBehind } from '../functions/reports/report-view.ts'
import { rollUpAll } from '../functions/roll-up/roll-up.ts'
import { keys } from '../functions/store/keys.ts'
import { commit, queryAll, type Table } from '../functions/store/table-client.ts'
import { type Api, must } from '../local/api-client.ts'
import { prove } from '../local/prove.ts'
import { clientOptions } from '../local/store.ts'
import { tableName } from '../local/table-definition.ts'
import type { Cells } from '../shared/form/cells.ts'
import type { Edition } from '../shared/report/report.ts'
import { instant } from '../shared/time.ts'
import { clerkOf } from './clerk.ts'
import { opening, openTables, roundOf, servicesAt, settle, unitOf as treeUnit } from './office.ts'
import { type Office, openOffice, openRound, signOff, startAt, unitOf, wholeReturn } from './over-http.ts'

const forms = ['ogi-2019', 'police-supplement']
const cell = 'publications.website.published'
const path = { round: 'levels' }
const realm = unitOf('realm', undefined, true)
const [east, west] = [unitOf('east', realm, true), unitOf('west', realm, true)]
const counties = ['e1', 'e2', 'e3', 'e4', 'e5', 'e6']
const units = [realm, east, west, ...counties.map((id) => unitOf(id, east)), unitOf('w1', west), unitOf('w2', west)]

let office: Office
let top: Api
let chiefs: Readonly<Record<'east' | 'west', Api>>
let table: Table

beforeAll(async () => {
  office = await openOffice({ only: ['returns', 'rounds', 'reports', 'documents', 'roll-up'] })
  for (const unit of units) await office.units.putUnit(unit, undefined, undefined)
  const chief = async (unit: string) => office.as(await office.hire(`${unit}-chief`, { unit, role: 'coordinator' }))
  top = await chief('realm')
  chiefs = { east: await chief('east'), west: await chief('west') }
  table = {
    client: DynamoDBDocumentClient.from(new DynamoDBClient(clientOptions(office.system.storeUrl))),
    name: tableName,
  }
  await openRound(top, 'levels', { owner: 'realm' })
})
afterAll(async () => {
  table?.client.destroy()
  await office?.stop()
})

const submit = async (unit: string, cells: Cells) => {
  const place = { path: { ...path, unit } }
  const { version } = must(await top.call('getReturn', place))
  const saved = must(await top.call('patchReturn', { ...place, body: { base: version, cells } }))
  const receipt = must(await top.call('submitReturn', { ...place, body: { version: saved.version, signOff } }))
  await office.system.settle()
  return receipt.revision
}
const accept = async (unit: string, revision: number) => {
  const body = { revision, decision: 'accept' as const }
  must(await top.call('reviewReturn', { path: { ...path, unit }, body }))
  await office.system.settle()
}
const reportOf = async (unit: string) => must(await top.call('getReport', { path, query: { unit } }))
const handIn = async (unit: 'east' | 'west') => {
  const answer = await chiefs[unit].call('handInReport', { path, query: { unit } })
  await office.system.settle()
  return answer
}
const acceptReport = async (unit: string) => {
  const hash = must(await top.call('getReport', { path, query: { unit } })).above?.hash ?? ''
  must(await top.call('reviewReport', { path, query: { unit }, body: { hash, decision: 'accept' } }))
}
const codeOf = (answer: { readonly ok: boolean; readonly problem?: { readonly code: string } }) => answer.problem?.code
const idsOf = (list: readonly { readonly unit: string }[]) => list.map(({ unit }) => unit).sort()

/** The text of word/document.xml without its tags. */
const wordText = (bytes: Uint8Array): string => {
  const zip = Buffer.from(bytes)
  let at = zip.readUInt32LE(zip.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06])) + 16)
  while (zip.readUInt32LE(at) === 0x02014b50) {
    const nameLength = zip.readUInt16LE(at + 28)
    const start = zip.readUInt32LE(at + 42)
    const from = start + 30 + zip.readUInt16LE(start + 26) + zip.readUInt16LE(start + 28)
    if (zip.toString('utf8', at + 46, at + 46 + nameLength) === 'word/document.xml') {
      const data = zip.subarray(from, from + zip.readUInt32LE(at + 20))
      return (zip.readUInt16LE(at + 10) === 8 ? inflateRawSync(data) : data).toString().replaceAll(/<[^>]+>/g, '')
    }
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  throw new RangeError('no Word document')
}

const account = {
  'accounts.none': null,
  'accounts.row-1.name': '平安西部',
  'accounts.row-1.platform': '微博',
  'accounts.row-1.supervised': true,
}

describe('a report over three levels', () => {
  it('names every unit as missing before anybody has handed in', async () => {
    const { missing, units: counts } = await reportOf('realm')
    expect(idsOf(missing)).toEqual(idsOf(units.map(({ id }) => ({ unit: id }))))
    expect(counts).toEqual({ unitsIn: 0, unitsMissing: 11, unitsLate: 0, unitsProvisional: 0 })
  })

  it('shows every figure once, and how many are in, missing and not reviewed below each city', async () => {
    for (const [i, unit] of counties.entries())
      await submit(unit, wholeReturn(forms, { [cell]: unit === 'e6' ? 1000 : 100 + i }))
    await submit('w1', { ...wholeReturn(forms, { [cell]: 7 }), ...account })
    const report = await reportOf('realm')
    expect(report.figures[cell]).toBe(100 + 101 + 102 + 103 + 104 + 1000 + 7)
    expect(report.in).toMatchObject([
      { unit: 'east', scope: 'below', unitsIn: 6, unitsMissing: 1, unitsProvisional: 6, unitsLate: 0 },
      { unit: 'west', scope: 'below', unitsIn: 1, unitsMissing: 2, unitsProvisional: 1, unitsLate: 0 },
    ])
    expect(report.units).toEqual({ unitsIn: 7, unitsMissing: 4, unitsLate: 0, unitsProvisional: 7 })
    expect(report.provisional).toBe(true)
    expect(idsOf(report.missing)).toEqual(['east', 'realm', 'w2', 'west'])
  })

  it('does not judge a total against its own members, but the members against one another', async () => {
    const { yearOnYear } = await reportOf('east')
    expect(yearOnYear.find((row) => row.cell === cell)).not.toHaveProperty('outlier')
    const rows = must(await top.call('getReportCell', { path: { ...path, cell }, query: { unit: 'east' } }))
    expect(rows.total).toBe(1510)
    expect(rows.units.filter(({ outlier }) => outlier === true).map(({ unit }) => unit)).toEqual(['e6'])
  })

  it('joins lists from the last level, each row naming its unit', async () => {
    const { lists } = await reportOf('realm')
    expect(lists).toEqual([
      { unit: 'w1', section: 'accounts', rows: [{ name: '平安西部', platform: '微博', supervised: true }] },
    ])
  })

  it('answers the narratives of one unit where one is asked for', async () => {
    const query = { unit: 'east', narratives: 'e2' }
    const { narratives } = must(await top.call('getReport', { path, query }))
    expect(Object.keys(narratives.units)).toEqual(['e2'])
    expect(narratives.units['e2']?.['overview.text']).toContain('平稳')
    expect(Object.keys((await reportOf('east')).narratives.units)).toEqual(counties)
  })

  it('says in the Word file who is missing and not reviewed, to the last unit', async () => {
    const text = wordText(await top.file('getReportDocument', { path }))
    expect(text).toContain('已报 7 个单位，缺 4 个')
    expect(text).toContain('w2')
    expect(text).toContain('平安西部')
  })
})

describe('handing a report up', () => {
  it('is refused while a return below is not reviewed', async () => {
    const answer = await handIn('east')
    expect(answer).toMatchObject({ ok: false, problem: { code: 'notAllReviewed', units: counties } })
    expect((await reportOf('realm')).in).toMatchObject([{ state: 'provisional' }, { state: 'provisional' }])
  })

  it('leads nowhere from the owner of the round', async () => {
    expect(codeOf(await top.call('handInReport', { path, query: { unit: 'realm' } }))).toBe('nothingToHandIn')
  })

  it('marks the report, with the counts as they are then', async () => {
    for (const unit of [...counties, 'w1']) await accept(unit, 1)
    must(await handIn('east'))
    must(await handIn('west'))
    const { in: members, units: counts } = await reportOf('realm')
    expect(members).toMatchObject([
      { state: 'handedIn', unitsProvisional: 0 },
      { state: 'handedIn', unitsMissing: 2 },
    ])
    expect(counts).toEqual({ unitsIn: 7, unitsMissing: 4, unitsLate: 0, unitsProvisional: 0 })
  })

  it('is accepted by the unit above, or sent back by it, and by nobody else', async () => {
    const query = { unit: 'west' }
    const standing = async () => must(await top.call('getReport', { path, query })).above
    const review = (by: Api, body: object) =>
      by.call('reviewReport', { path, query, body: { hash: first?.hash ?? '', decision: 'accept', ...body } })
    const first = await standing()
    expect(first).toMatchObject({ stage: 'submitted', mayReview: true })
    expect(codeOf(await review(chiefs.west, {}))).toBe('notYours')
    expect(codeOf(await review(chiefs.east, {}))).toBe('notFound')
    expect(codeOf(await review(top, { hash: 'other' }))).toBe('reportHandedInAgain')
    expect(codeOf(await review(top, { decision: 'sendBack' }))).toBe('invalid')
    must(await review(top, {}))
    expect(await standing()).toMatchObject({ stage: 'accepted', review: { by: { id: 'realm-chief' } } })
    const board = must(await top.call('getBoard', { path }))
    expect(board.rows.find(({ unit }) => unit === 'west')).toMatchObject({ stage: 'accepted' })
    const back = must(await review(top, { decision: 'sendBack', reason: '漏报两个单位。' }))
    expect(back).toMatchObject({ stage: 'sentBack', due: { why: 'correction' } })
    await office.system.settle()
    const row = must(await top.call('getBoard', { path })).rows.find(({ unit }) => unit === 'west')
    expect(row).toMatchObject({ stage: 'sentBack', due: { why: 'correction' } })
    expect((await chiefs.west.call('getReport', { path, query })).ok).toBe(true)
    /* Provisional above, and counted once as before. */
    const above = await reportOf('realm')
    expect(above.figures[cell]).toBe(1517)
    expect(above.in).toMatchObject([{ state: 'handedIn' }, { state: 'provisional' }])
    expect(codeOf(await review(top, {}))).toBe('reportNotHandedIn')
    const letters = must(await top.call('getReminders', { path })).letters
    expect(letters.map(({ kind, to }) => [kind, to])).toContainEqual(['reportBack', 'west-chief@office.example'])
    must(await handIn('west'))
    expect(await standing()).toMatchObject({ stage: 'submitted' })
    expect((await reportOf('realm')).in).toMatchObject([{ state: 'handedIn' }, { state: 'handedIn' }])
    const log = must(await top.call('getRoundLog', { path })).entries.map(({ what }) => what)
    expect(log).toEqual(expect.arrayContaining(['reportAccepted', 'reportSentBack']))
  })

  it('freezes the figures while a county is reopened and corrected', async () => {
    const place = { path: { ...path, unit: 'e1' } }
    must(await top.call('reopenReturn', { ...place, body: { reason: '漏报。', dueAt: '2020-03-01T00:00:00+08:00' } }))
    const revision = await submit('e1', { [cell]: 150 })
    expect((await reportOf('east')).figures[cell]).toBe(1560)
    expect((await reportOf('realm')).figures[cell]).toBe(1517)
    expect(codeOf(await handIn('east'))).toBe('notAllReviewed')
    await accept('e1', revision)
    expect((await reportOf('realm')).figures[cell]).toBe(1517)
  })
})

describe('publishing over three levels', () => {
  const publish = (missing: readonly string[]) => top.call('publishReport', { path, body: { missing: [...missing] } })

  it('waits until every report that was handed up is accepted', async () => {
    must(await top.call('closeRound', { path, body: {} }))
    const refusedFor = (units: readonly string[]) => ({ problem: { code: 'notAllReviewed', units } })
    expect(await publish(['realm', 'east', 'west', 'w2'])).toMatchObject(refusedFor(['east', 'west']))
    await acceptReport('east')
    expect(await publish(['realm', 'east', 'west', 'w2'])).toMatchObject(refusedFor(['west']))
    await acceptReport('west')
  })

  it('asks for every missing unit by name, also those deep down', async () => {
    const answer = await publish(['realm', 'east'])
    const refused = answer.ok ? undefined : answer.problem
    expect(refused?.code).toBe('missingNotAcknowledged')
    expect(refused?.['units']).toEqual(['west', 'w2'])
  })

  it('proves what was handed in against the revisions behind it, and not those that came after', async () => {
    const first = must(await publish(['realm', 'east', 'west', 'w2']))
    expect(first.edition).toBe(1)
    const text = wordText(await top.file('getReportDocument', { path, query: { edition: '1' } }))
    expect(text).toContain('已报 7 个单位，缺 4 个')
    expect(text).toContain('平安西部')
  })

  it('takes the round out of the sweep', async () => {
    const items = await queryAll(table, keys.everyRound('').pk)
    expect(items.find(({ sk }) => sk === 'levels')).toMatchObject({ stage: 'published' })
  })

  it('publishes the correction once the city has handed in again', async () => {
    must(await handIn('east'))
    expect((await reportOf('realm')).figures[cell]).toBe(1567)
    /* What was accepted before is not what stands there now. */
    expect(codeOf(await publish(['realm', 'east', 'west', 'w2']))).toBe('notAllReviewed')
    await acceptReport('east')
    const second = must(await publish(['realm', 'east', 'west', 'w2']))
    expect(second.changes).toMatchObject([
      { cell: 'publications.total.published', was: 1517, is: 1567 },
      { cell, was: 1517, is: 1567 },
    ])
  })

  it('is refused when the handed-in figures are not those of the revisions', async () => {
    const key = keys.figures('levels', 'realm', 'east', 'below')
    const [item] = await queryAll(table, key.pk, key.sk)
    const cells = { ...Object(item?.['cells']), [cell]: 9999 }
    await commit(table, [{ put: { ...key, ...item, cells } }])
    const answer = await publish(['realm', 'east', 'west', 'w2'])
    expect(answer).toMatchObject({ ok: false, problem: { code: 'reportChecksFailed' } })
    await commit(table, [{ put: { ...key, ...item } }])
    await office.system.settle()
  })
})

describe('the proof', () => {
  it('holds, and counts the returns of the last level', async () => {
    expect(await prove(table)).toEqual({ returns: 7, revisions: 8, editions: 2, breaks: [] })
  })

  it('misses a return that was deleted with its head, also when its unit has left the tree', async () => {
    const { pk } = keys.head('levels', 'w1')
    const items = await queryAll(table, pk)
    await commit(table, [
      ...items.map(({ sk }) => ({ remove: { pk, sk: String(sk) } })),
      { remove: keys.staffed('west', 'w1') },
    ])
    const { breaks } = await prove(table)
    expect(breaks).toContain('levels w1, revision 1: not what the report rests on')
    expect(breaks).toContain('levels w1, revision 1: not what edition 2 rests on')
  })
})

describe('a unit that gets units below it after it has handed in', () => {
  it('is counted where it handed in, beside its report, once, and is missing nowhere', async () => {
    const tables = await openTables()
    const services = servicesAt(await tables.fresh(), { now: instant('2020-01-10T10:00:00+08:00') })
    const round = roundOf('r', { stage: 'open', forms })
    await settle(services, { city: '', a: 'city' }, {}, round)
    const clerk = clerkOf(services, 'r')
    const handsIn = async (unit: string, count: number) => {
      await clerk.typeIn(unit)
      await clerk.handIn(unit, { [cell]: count })
    }
    await handsIn('a', 1)
    const a = await services.units.unit('a')
    await services.units.putUnit(treeUnit({ city: '', a: 'city', b: 'a' }, 'b'), undefined, a)
    await handsIn('b', 10)
    await rollUpAll(services, round)
    const city = await services.units.unit('city')
    if (city === undefined) throw new Error('No city.')
    const view = await loadReport(services, round, city, 'page')
    expect(view.report).toMatchObject({ figures: { [cell]: 11 }, unitsIn: 2 })
    expect(view.missing.map(({ unit }) => unit)).toEqual(['city'])
    expect(provenSum(view, await revisionsBehind(services, view))).toEqual([])
    expect(await services.reports.report('r', 'city')).toMatchObject({ figures: { [cell]: 11 }, unitsMissing: 1 })
    await tables.stop()
  })
})

describe('a report over many units', () => {
  const leaves = Array.from({ length: 31 }, (_, i) => `u${String(i).padStart(2, '0')}`)
  const by = { id: 'li', name: 'Li' }

  it('reads each revision once, and narratives only of the unit asked for', async () => {
    const tables = await openTables()
    const services = servicesAt(await tables.fresh(), { now: instant('2020-01-10T10:00:00+08:00') })
    const round = roundOf('r', { stage: 'open', forms: ['ogi-2019'] })
    await settle(services, { city: '', ...Object.fromEntries(leaves.map((id) => [id, 'city'])) }, {}, round)
    const clerk = clerkOf(services, 'r')
    for (const unit of leaves) {
      await clerk.typeIn(unit)
      await clerk.handIn(unit, { [cell]: 1, 'overview.text': '平稳' })
    }
    const read: string[] = []
    const revision: typeof services.returns.revision = (of, unit, n) => {
      read.push(unit)
      return services.returns.revision(of, unit, n)
    }
    const counting = { ...services, returns: { ...services.returns, revision } }
    const city = await services.units.unit('city')
    if (city === undefined) throw new Error('No city.')
    const view = await loadReport(counting, round, city, 'page')
    expect(read).toEqual([])
    expect(await unitNarratives(counting, view, undefined)).toEqual({})
    expect(await unitNarratives(counting, view, 'u07')).toEqual({ u07: { 'overview.text': '平稳' } })
    expect(read.splice(0)).toEqual(['u07'])
    expect((await revisionsBehind(counting, view)).length).toBe(31)
    expect([...read].sort()).toEqual(leaves)
    await tables.stop()
  })

  it('publishes 150 units with thirty accounts each, in items below 400 kB and one transaction', async () => {
    const tables = await openTables()
    const table = await tables.fresh()
    const { reports, rounds } = servicesAt(table, { now: startAt })
    const round = roundOf('r', { stage: 'closed' })
    await rounds.save(undefined, round, undefined, undefined)
    const many = Array.from({ length: 150 }, (_, i) => `unit-${i}`)
    const rows = Array.from({ length: 30 }, (_, i) => ({
      name: `平安海东政务微博第${i}号`,
      address: `https://weibo.example/${'x'.repeat(40)}/${i}`,
      purpose: '发布警务信息，回应群众关切。'.repeat(4),
    }))
    const members = many.map((unit) => ({
      ...{ unit, scope: 'own' as const, state: 'accepted' as const, revision: 1, hash: 'f'.repeat(64) },
      ...{ submittedAt: opening, by, timeliness: 'onTime' as const, unitsIn: 1 },
    }))
    const counts = { unitsIn: 150, unitsMissing: 0, unitsLate: 0, unitsProvisional: 0 }
    const edition: Edition = {
      edition: 1,
      report: {
        round: 'r',
        unit: 'city',
        version: 1,
        figures: { n: 1 },
        members,
        ...counts,
        provisional: false,
        hash: 'h',
      },
      narratives: { 'overview.text': '文'.repeat(20_000) },
      lists: many.map((unit) => ({ unit, section: 'accounts', rows })),
      returns: many.map((unit) => ({ unit, revision: 1, hash: 'f'.repeat(64) })),
      missing: [],
      publishedAt: opening,
      by,
      hash: 'e',
    }
    const after = { ...round, stage: 'published' as const, version: 2, edition: 1 }
    const log = { at: opening, by, what: 'published' }
    const history = { year: 2019, form: 'f', cells: {} }
    expect(await reports.publish({ before: round, after }, edition, history, log, 2)).toBe(true)
    expect(await reports.edition('r', 1)).toEqual(edition)
    const items = (await queryAll(table, keys.round('r').pk)).map((item) => Buffer.byteLength(JSON.stringify(item)))
    expect(items.length).toBeLessThan(100)
    expect(items.reduce((a, b) => a + b, 0)).toBeGreaterThan(800_000)
    expect(Math.max(...items)).toBeLessThan(400_000)
    await tables.stop()
  })
})
