/*
 * The season of the Haidong bureau, played once with seed 1: what comes out is what the bureau published for 2019, the
 * letters are those that were due and no others, and one cell changed by hand in one unit changes the city's figure,
 * the Word file and the hash. The same episodes as `npm run rehearse`, on a system that stays up to be asked.
 */
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { inflateRawSync } from 'node:zlib'
import exceljs from 'exceljs'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Api, apiOf, must } from '../local/api-client.ts'
import { found } from '../local/season/found.ts'
import { cast, city, counties, published, publishedTotals } from '../local/season/haidong.ts'
import { playSeason, roundId, type Season, seasonBegins, seasonOf } from '../local/season/season.ts'
import { type System, startSystem } from '../local/system.ts'
import { fieldsOf } from '../shared/form/fields.ts'
import { joinForms } from '../shared/form/forms.ts'
import { openDataShape } from '../shared/report/open-data.ts'
import { scratch } from './office.ts'
import { canReadPdf } from './office-suite.ts'

const path = { round: roundId }
const units = [city, ...counties].map((unit) => unit.id)
const folder = scratch()
const documents = join(folder, 'documents')

let system: System
let season: Season
let coordinator: Api
let leader: Api
const said = new Map<string, string>()

const saidOf = (part: string): string => [...said].find(([title]) => title.includes(part))?.[1] ?? ''

/** The text of word/document.xml, tags taken out and cells parted by a bar. */
const wordText = (bytes: Uint8Array): string => {
  const zip = Buffer.from(bytes)
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  let at = zip.readUInt32LE(end + 16)
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const nameLength = zip.readUInt16LE(at + 28)
    const start = zip.readUInt32LE(at + 42)
    const from = start + 30 + zip.readUInt16LE(start + 26) + zip.readUInt16LE(start + 28)
    if (zip.toString('utf8', at + 46, at + 46 + nameLength) === 'word/document.xml') {
      const data = zip.subarray(from, from + zip.readUInt32LE(at + 20))
      const xml = (zip.readUInt16LE(at + 10) === 8 ? inflateRawSync(data) : data).toString()
      return xml.replaceAll('</w:tc>', '|').replaceAll(/<[^>]+>/g, '')
    }
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  throw new RangeError('no Word document')
}

const remindersOf = async () => must(await coordinator.call('getReminders', { path })).letters
const isStep = (kind: string): boolean => /^(opening|before\d+|dueDay|overdue\d+)$/.test(kind)
/* The mail service took it; what it told of it afterwards (delivered, bounced) came on top. */
const hasGone = ({ state }: { readonly state: string }): boolean =>
  !['queued', 'attempted', 'superseded', 'refused'].includes(state)
/* To the hour: the office's clock runs on while a slow machine plays. */
const hourOf = (at: string): string => new Date(at).toLocaleString('sv-SE', { timeZone: 'Asia/Shanghai' }).slice(0, 13)

beforeAll(async () => {
  system = await startSystem({
    dataFolder: join(folder, 'data'),
    quiet: true,
    cast: async () => cast,
    startAt: seasonBegins,
  })
  await found(system.storeUrl)
  season = seasonOf(system, { seed: 1, documents })
  await playSeason(system, season, (episode, line) => said.set(episode.title, line))
  coordinator = apiOf(system.url, await system.token('coordinator@haidong.example'))
  leader = apiOf(system.url, await system.token('leader@haidong.example'))
})
afterAll(async () => {
  await system?.stop()
  rmSync(folder, { recursive: true, force: true })
})

const reportNow = async () => must(await coordinator.call('getReport', { path }))
const edition = (n: number) => leader.file('getReportDocument', { path, query: { edition: String(n) } })

describe('the season of 2019', () => {
  it('adds up to exactly what the bureau published', async () => {
    const { figures, checks, missing, provisional } = await reportNow()
    expect(figures).toMatchObject({ ...published, ...publishedTotals })
    expect(checks.filter((finding) => finding.class === 'A')).toEqual([])
    expect({ missing, provisional }).toEqual({ missing: [], provisional: false })
  })

  it('shows an explicit zero where the published tables are blank', async () => {
    const { figures } = await reportNow()
    const known = new Set([...Object.keys(published), ...Object.keys(publishedTotals)])
    const blank = [...fieldsOf(joinForms(['ogi-2019', 'police-supplement'])).values()].filter(
      ({ address, kind, section }) =>
        (kind === 'count' || kind === 'sum') && section !== 'inquiries' && !known.has(address),
    )
    expect(blank.length).toBeGreaterThan(100)
    expect(blank.filter(({ address }) => figures[address] !== 0).map(({ address }) => address)).toEqual([])
  })

  it('ends with seven accepted returns: five on time, one extended, one late', async () => {
    const { rows } = must(await coordinator.call('getBoard', { path }))
    expect(rows.map((row) => row.unit)).toEqual(units)
    expect(rows.map((row) => row.stage)).toEqual(units.map(() => 'accepted'))
    const { late, extended, sentBack } = season.players
    const timelinessOf = (unit: string) =>
      unit === late.unit.id ? 'late' : unit === extended.unit.id ? 'extended' : 'onTime'
    expect(rows.map((row) => row.timeliness)).toEqual(units.map(timelinessOf))
    expect(rows.map((row) => row.timesSentBack)).toEqual(units.map((unit) => (unit === sentBack.unit.id ? 1 : 0)))
    expect(rows.map((row) => row.revisions)).toEqual(units.map((unit) => (unit === sentBack.unit.id ? 2 : 1)))
  })

  it('lets two clerks type at once, and presses twice for one receipt', async () => {
    expect(saidOf('同时填写')).toContain('1 次因同一单元格冲突')
    expect(saidOf('按了两次')).toBe('两次得到同一回执')
  })

  it('leaves no record behind that a function could not take', () => {
    expect(system.failures()).toEqual([])
  })
})

describe('the letters of the season', () => {
  it('remind nobody who has handed in and owes nothing', async () => {
    const moves = new Map(
      await Promise.all(
        units.map(async (unit) => {
          const { entries } = must(await coordinator.call('getReturnLog', { path: { ...path, unit } }))
          return [unit, entries.filter(({ what }) => what === 'submitted' || what === 'sentBack')] as const
        }),
      ),
    )
    const wentAt = new Map((await system.mail()).map(({ key, at }) => [key, at]))
    const steps = (await remindersOf()).filter((letter) => isStep(letter.kind) && hasGone(letter))
    expect(steps.length).toBeGreaterThan(30)
    const needless = steps.filter(({ key, units: of }) => {
      const at = wentAt.get(key) ?? ''
      return of.some((unit) => moves.get(unit)?.findLast((move) => move.at <= at)?.what === 'submitted')
    })
    expect(steps.filter(({ key }) => !wentAt.has(key))).toEqual([])
    expect(needless).toEqual([])
  })

  it('tell each person of each step of each unit once, for one due moment', async () => {
    const letters = (await remindersOf()).filter(({ kind }) => isStep(kind))
    const dueIn = (key: string): string => /\d{8}T\d{9}Z/.exec(key)?.[0] ?? ''
    const told = letters.flatMap(({ units: of, kind, to, key }) =>
      of.map((unit) => [unit, kind, to, dueIn(key)].join(' ')),
    )
    expect(told.every((one) => /\d{8}T\d{9}Z$/.test(one))).toBe(true)
    expect(new Set(told).size).toBe(told.length)
  })

  it('lie in the mailbox once each', async () => {
    const keys = (await system.mail()).map((letter) => letter.key)
    const letters = await remindersOf()
    expect(new Set(letters.filter(hasGone).map(({ state }) => state))).toEqual(new Set(['delivered', 'bounced']))
    const gone = letters.filter(hasGone).map(({ key }) => key)
    expect([...keys].sort()).toEqual([...gone].sort())
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('bounce once, at the unit whose mailbox was broken', async () => {
    const bounced = (await system.mail()).filter((letter) => letter.bounced)
    expect(bounced.map(({ to }) => to)).toEqual([[season.players.nil.clerks[0]?.email]])
  })

  it('are caught up once after the outage, and not during it', async () => {
    /* Five reminders and the coordinator's digest. */
    expect(saidOf('停机两天')).toBe('停机中 0 封，恢复后一次补发 6 封')
    const caughtUp = (await remindersOf()).filter(({ kind }) => kind === 'before7')
    expect(caughtUp.map(({ at }) => hourOf(at))).toEqual(caughtUp.map(() => '2020-01-17 18'))
    expect(caughtUp).toHaveLength(5)
  })

  it('follow the day off that was announced late', async () => {
    expect(saidOf('临时公布')).toContain('由 2020-01-21 09:00 改为 2020-01-20 09:00')
    const { extended } = season.players
    const moved = (await remindersOf()).filter(({ kind, at }) => kind === 'before3' && hourOf(at) < '2020-02-01')
    expect(new Set(moved.map(({ at }) => hourOf(at)))).toEqual(new Set(['2020-01-20 09']))
    expect(moved.flatMap(({ units: of }) => of)).toContain(extended.unit.id)
  })
})

describe('the Word report', () => {
  it('lies on disk with the published figures, marked as demonstration data', () => {
    const name = '海东市公安局2019年度政府信息公开工作年度报告.docx'
    expect(readdirSync(documents)).toContain(name)
    const text = wordText(readFileSync(join(documents, name)))
    for (const row of ['60|减17|43', '15|减7|8', '74|', '|109|', '|1514|']) expect(text).toContain(row)
    expect(text).toContain('演示数据')
    expect(text).toContain('共对外发布和转载信息 1514 条')
  })

  it('lies beside its other formats, all with the published figures', async () => {
    const name = '海东市公安局2019年度政府信息公开工作年度报告'
    const bytesOf = (ending: string) => readFileSync(join(documents, `${name}.${ending}`))
    const html = bytesOf('html').toString()
    const data = openDataShape.parse(JSON.parse(bytesOf('json').toString()))
    const cells = new Map(data.tables.flatMap((table) => table.cells.map(({ cell, value }) => [cell, value])))
    const csv = Object.values(unzipSync(bytesOf('csv.zip')))
      .map((file) => strFromU8(file))
      .join('')
    const workbook = new exceljs.Workbook()
    await workbook.xlsx.load(Uint8Array.from(bytesOf('xlsx')).buffer)
    const sums = new Map(
      workbook.worksheets.flatMap((sheet) => {
        const found: [unknown, unknown][] = []
        if (sheet.getRow(3).hidden)
          sheet.getRow(3).eachCell((cell, column) => {
            found.push([cell.value, sheet.getCell(sheet.rowCount, column).result])
          })
        return found
      }),
    )
    for (const [cell, value] of Object.entries({ ...published, ...publishedTotals })) {
      expect(cells.get(cell), cell).toBe(value)
      expect(sums.get(cell), cell).toBe(Number(value))
      expect(csv, cell).toMatch(new RegExp(`${cell},[^\\n]*,${String(value)},`))
      expect(html, cell).toMatch(new RegExp(`data-cell="${cell}"[^>]*>(减|增)?${String(value).replace('-', '')}<`))
    }
    expect(workbook.worksheets.slice(-2).map((sheet) => sheet.name)).toEqual(['勾稽结果', '报送进度'])
    expect(bytesOf('pdf').subarray(0, 5).toString()).toBe('%PDF-')
    if (!canReadPdf()) return
    const pdf = execFileSync('pdftotext', ['-raw', join(documents, `${name}.pdf`), '-'], { encoding: 'utf8' })
    for (const row of ['行政处罚60减1743', '行政强制15减78', '合计1514'])
      expect(pdf.replaceAll(/\s/g, '')).toContain(row)
  })

  it('carries the hash of its edition', async () => {
    const { entries } = must(await coordinator.call('getRoundLog', { path }))
    const hash = String(entries.find(({ what }) => what === 'published')?.facts?.['hash'])
    expect(hash).toMatch(/^[0-9a-f]{64}$/)
    expect(wordText(await edition(1)).replaceAll(/\s/g, '')).toContain(hash)
  })
})

describe('the documents of the appraisal', () => {
  it('lie beside it: a draft circular that names the unit that was late, and no other and no person', () => {
    const text = wordText(readFileSync(join(documents, '海东市公安局逾期通报-草稿.docx')))
    const { late, extended } = season.players
    expect(text).toContain('代拟稿')
    /* Nobody is missing at the end: it is called what it is. */
    expect(text).toContain('逾期报送情况的通报')
    expect(text).toContain(late.unit.name.zh)
    expect(text).not.toContain(extended.unit.name.zh)
    for (const { name } of late.clerks) expect(text).not.toContain(name)
  })

  it('and a workbook with a row for each unit', async () => {
    const book = new exceljs.Workbook()
    await book.xlsx.load(new Uint8Array(readFileSync(join(documents, '海东市公安局报送情况考核.xlsx'))).buffer)
    const written = JSON.stringify(book.worksheets[0]?.getSheetValues())
    for (const unit of [city, ...counties]) expect(written).toContain(unit.name.zh)
  })
})

describe('one cell changed by hand in one unit', () => {
  it("changes the city's figure, the Word file and the hash, and is listed in the next edition", async () => {
    const cell = 'publications.website.published'
    const { unit, clerks } = season.players.early
    const place = { path: { ...path, unit: unit.id } }
    const before = await reportNow()
    const [firstText, was] = [wordText(await edition(1)), Number(season.figures.get(unit.id)?.[cell])]

    const reopening = { reason: '漏报一条。', dueAt: '2020-03-01T00:00:00+08:00' }
    must(await coordinator.call('reopenReturn', { ...place, body: reopening }))
    const clerk = apiOf(system.url, await system.token(clerks[0]?.email ?? ''))
    const { version } = must(await clerk.call('getReturn', place))
    const saved = must(
      await clerk.call('patchReturn', { ...place, body: { base: version, cells: { [cell]: was + 1 } } }),
    )
    expect((await reportNow()).hash).toBe(before.hash)
    const signOff = { preparedBy: '甲', reviewedBy: '乙', confidentialityReviewedBy: '丙', phone: '0972-8600000' }
    const { revision } = must(await clerk.call('submitReturn', { ...place, body: { version: saved.version, signOff } }))
    must(await coordinator.call('reviewReturn', { ...place, body: { revision, decision: 'accept' } }))
    await system.settle()

    const after = await reportNow()
    expect([before.figures[cell], after.figures[cell]]).toEqual([197, 198])
    expect([before.figures['publications.total.published'], after.figures['publications.total.published']]).toEqual([
      1514, 1515,
    ])
    expect(
      Object.keys(after.figures)
        .filter((one) => after.figures[one] !== before.figures[one])
        .sort(),
    ).toEqual(['publications.total.published', cell])
    expect(after.hash).not.toBe(before.hash)
    const from = must(await coordinator.call('getReportCell', { path: { ...path, cell } })).units
    expect(from.find((one) => one.unit === unit.id)).toMatchObject({ value: was + 1, revision: 2, state: 'accepted' })

    const second = must(await coordinator.call('publishReport', { path, body: {} }))
    expect(second.edition).toBe(2)
    expect(second.changes).toEqual([
      { cell: 'publications.total.published', was: 1514, is: 1515 },
      { cell, was: 197, is: 198 },
    ])
    const secondText = wordText(await edition(2))
    expect(secondText).toContain('|1515|')
    expect(secondText).not.toContain('|1514|')
    expect(secondText.replaceAll(/\s/g, '')).toContain(second.hash)
    expect(firstText).not.toContain(second.hash)
    expect(wordText(await edition(1))).toBe(firstText)
  })
})
