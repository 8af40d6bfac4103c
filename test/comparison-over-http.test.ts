/* Two years side by side as a file, of a report and of a return: in each format the same three numbers of one cell. */
import { spawnSync } from 'node:child_process'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import exceljs from 'exceljs'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Api, must } from '../local/api-client.ts'
import { documentFormats } from '../shared/api.ts'
import { openDataShape } from '../shared/report/open-data.ts'
import { scratch } from './office.ts'
import { canReadPdf } from './office-suite.ts'
import { type Office, openOffice, openRound, signOff, wholeReturn } from './over-http.ts'

type Format = (typeof documentFormats)[number]

const forms = ['ogi-2019']
const cell = 'proactive.penalties.decisions'
const [last, now, growth] = [8, 12, '50.0%']

let office: Office
let coordinator: Api
let leader: Api
let clerk: Api

const history = (scope: 'own' | 'report', unit: string) =>
  coordinator.call('putHistory', {
    path: { year: '2018', unit },
    body: { form: 'ogi-2019', scope, source: '已公布的年度报告', cells: { [cell]: last } },
  })

beforeAll(async () => {
  office = await openOffice({ only: ['returns', 'rounds', 'reports', 'documents', 'roll-up'] })
  coordinator = await office.as('coordinator@office.example')
  leader = await office.as(await office.hire('leader', { unit: 'city', role: 'leader' }))
  clerk = await office.as(await office.hire('clerk', { unit: 'sibling', role: 'reporter' }))
  await openRound(coordinator, 'first', { forms, units: ['sibling'] })
  const place = { path: { round: 'first', unit: 'sibling' } }
  const { version: base } = must(await clerk.call('getReturn', place))
  const { version } = must(
    await clerk.call('patchReturn', { ...place, body: { base, cells: wholeReturn(forms, { [cell]: now }) } }),
  )
  must(await clerk.call('submitReturn', { ...place, body: { version, signOff } }))
  must(await coordinator.call('reviewReturn', { ...place, body: { revision: 1, decision: 'accept' } }))
  await office.system.settle()
})
afterAll(() => office?.stop())

const isItem = (text: string): boolean => /^行政处罚.*处理决定/.test(text)

/* What stands in the line of the cell, read from the file as what it is. */
const reading: Readonly<Record<Format, (file: Uint8Array) => Promise<readonly unknown[]>>> = {
  docx: async (file) => {
    const xml = strFromU8(unzipSync(file)['word/document.xml'] ?? new Uint8Array())
    const rows = [...xml.matchAll(/<w:tr[ >](.*?)<\/w:tr>/gs)].map(([, row = '']) =>
      [...row.matchAll(/<w:tc>(.*?)<\/w:tc>/gs)].map(([, at = '']) =>
        [...at.matchAll(/<w:t[^>]*>([^<]*)/g)].map(([, text]) => text).join(''),
      ),
    )
    return rows.find(([item = '']) => isItem(item))?.slice(1, 5) ?? []
  },
  html: async (file) => {
    const rows = strFromU8(file).split('<tr')
    const row = rows.find((one) => one.includes(`data-cell="${cell}"`)) ?? ''
    return [...row.matchAll(/<td[^>]*>([^<]*)/g)].map(([, text]) => text).slice(0, 4)
  },
  xlsx: async (file) => {
    const book = new exceljs.Workbook()
    await book.xlsx.load(Uint8Array.from(file).buffer)
    for (const sheet of book.worksheets)
      for (let row = 1; row <= sheet.rowCount; row += 1)
        if (isItem(sheet.getCell(row, 1).text)) return [2, 3, 4, 5].map((column) => sheet.getCell(row, column).text)
    return []
  },
  pdf: async (file) => {
    const folder = scratch()
    try {
      writeFileSync(join(folder, 'a.pdf'), file)
      const { stdout } = spawnSync('pdftotext', ['-layout', join(folder, 'a.pdf'), '-'], { encoding: 'utf8' })
      const line = stdout.split('\n').find((one) => isItem(one.trim())) ?? ''
      return line
        .trim()
        .split(/\s{2,}/)
        .slice(-4)
    } finally {
      rmSync(folder, { recursive: true })
    }
  },
  csv: async (file) => {
    const tables = Object.values(unzipSync(file)).map((one): string[][] => parse(strFromU8(one), { bom: true }))
    const row = tables.flat().find(([code]) => code === cell) ?? []
    return [row[4], row[3], '+4', row[5]]
  },
  json: async (file) => {
    const { comparedWith, tables } = openDataShape.parse(JSON.parse(strFromU8(file)))
    const found = tables.flatMap(({ cells }) => cells).find((one) => one.cell === cell)
    expect(comparedWith).toBe(2018)
    return [String(found?.last), String(found?.value), '+4', found?.growth]
  },
}

describe('the comparison with last year', () => {
  it('is refused in a sentence that says who can help, while there is no last year', async () => {
    const query = { format: 'docx', content: 'comparison' } as const
    const refused = {
      status: 404,
      problem: { code: 'noLastYear', detail: expect.stringMatching(/2018 年度.*汇总联系人/) },
    }
    expect(await leader.call('getReportDocument', { path: { round: 'first' }, query })).toMatchObject(refused)
    const place = { round: 'first', unit: 'sibling' }
    expect(await clerk.call('getReturnDocument', { path: place, query })).toMatchObject(refused)
  })

  const readsPdf = canReadPdf()
  const readable = documentFormats.filter((format) => format !== 'pdf' || readsPdf)
  it.each(readable)('stands in the %s file of the report, and of the return', async (format) => {
    must(await history('report', 'city'))
    must(await history('own', 'sibling'))
    const query = { format, content: 'comparison' } as const
    const expected = [String(last), String(now), '+4', growth]
    const ofReport = await leader.file('getReportDocument', { path: { round: 'first' }, query })
    expect(await reading[format](ofReport)).toEqual(expected)
    const ofReturn = await clerk.file('getReturnDocument', { path: { round: 'first', unit: 'sibling' }, query })
    expect(await reading[format](ofReturn)).toEqual(expected)
  })

  it('is as the published schema says, and so is a return', async () => {
    const path = { round: 'first', unit: 'sibling' }
    const text = strFromU8(await clerk.file('getReturnDocument', { path, query: { format: 'json' } }))
    const data = openDataShape.parse(JSON.parse(text))
    expect(data).toMatchObject({ unit: { id: 'sibling' }, year: 2019, completeness: { unitsIn: 1 } })
    expect(data.comparedWith).toBeUndefined()
    expect(data.narratives.length).toBeGreaterThan(0)
  })
})
