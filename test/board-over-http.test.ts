/* The board over HTTP: what a row says beside the stage, the answer that need not be sent again, the file. */
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Api, must } from '../local/api-client.ts'
import { type Office, openOffice, openRound, signOff, wholeReturn } from './over-http.ts'

let office: Office
let coordinator: Api
let clerk: Api
const forms = ['ogi-2019', 'police-supplement']
const path = { round: 'board' }
const place = { ...path, unit: 'sibling' }
const chief = 'coordinator@office.example'
const cell = 'publications.website.published'

const rowOf = async (unit: string) =>
  must(await coordinator.call('getBoard', { path })).rows.find((row) => row.unit === unit)

beforeAll(async () => {
  office = await openOffice({ only: ['returns', 'rounds', 'workbooks'] })
  coordinator = await office.as(chief)
  clerk = await office.as(await office.hire('clerk', { unit: 'sibling', role: 'reporter' }))
  await openRound(coordinator, path.round, { forms, units: ['city', 'sibling', 'village'] })
})
afterAll(async () => office?.stop())

describe('a row of the board', () => {
  it('of a unit that has done nothing says so, and that nobody fills in for it', async () => {
    expect(await rowOf('city')).toMatchObject({
      stage: 'notStarted',
      openComments: 0,
      reminded: { times: 0 },
      collects: false,
      unreachable: true,
    })
    expect(await rowOf('county')).toMatchObject({ collects: true })
    expect(await rowOf('sibling')).toMatchObject({ unreachable: false, people: [{ name: 'clerk', address: 'ok' }] })
  })

  it('says why it is extended or muted, and no longer once that is taken back', async () => {
    const extension = { dueAt: '2020-02-11T00:00:00+08:00', reason: '负责人外出培训。' }
    must(await coordinator.call('putExtension', { path: place, body: extension }))
    must(await coordinator.call('putMute', { path: place, body: { reason: '已电话说好。' } }))
    expect(await rowOf('sibling')).toMatchObject({
      due: { why: 'extension' },
      extension: { reason: extension.reason, by: { name: 'coordinator' } },
      muted: { reason: '已电话说好。' },
    })
    must(await coordinator.call('deleteExtension', { path: place }))
    must(await coordinator.call('deleteMute', { path: place }))
    const row = await rowOf('sibling')
    expect([row?.extension, row?.muted]).toEqual([undefined, undefined])
  })

  it('counts reminders by hand', async () => {
    must(await coordinator.call('writeNow', { path, body: { units: ['sibling'] } }))
    expect(await rowOf('sibling')).toMatchObject({ reminded: { times: 1 } })
  })

  it('names the revision to review, then the comments that are open, until they are answered', async () => {
    const { version } = must(
      await clerk.call('patchReturn', { path: place, body: { base: 0, cells: wholeReturn(forms) } }),
    )
    must(await clerk.call('submitReturn', { path: place, body: { version, signOff } }))
    expect(await rowOf('sibling')).toMatchObject({ stage: 'submitted', toReview: 1 })
    const comments = [{ cell, text: '与台账不一致。' }]
    const body = { revision: 1, decision: 'sendBack', reason: '请核对。', dueAt: '2020-01-20T18:00:00+08:00', comments }
    must(await coordinator.call('reviewReturn', { path: place, body }))
    const back = await rowOf('sibling')
    expect(back).toMatchObject({ stage: 'sentBack', openComments: 1, due: { why: 'correction' } })
    expect(back?.toReview).toBe(undefined)
    must(await clerk.call('answerComment', { path: place, body: { cell, text: '已核对，无误。' } }))
    expect(await rowOf('sibling')).toMatchObject({ openComments: 0 })
  })
})

describe('the board asked for again', () => {
  const again = (tag: string, language = 'zh') =>
    office.raw(chief, 'GET', '/rounds/board/board', undefined, { 'if-none-match': tag, 'accept-language': language })

  it('is 304 without a body while nothing has happened, and whole as soon as something has', async () => {
    const first = await again('"other"')
    expect([first.status, first.tag]).toEqual([200, expect.stringMatching(/^"[0-9a-f]{32}"$/)])
    expect(await again(first.tag)).toMatchObject({ status: 304, tag: first.tag, bytes: 0 })
    /* As it comes back through computers that compress. */
    expect((await again(`"x", W/${first.tag}`)).status).toBe(304)
    expect((await again(first.tag, 'en')).status).toBe(200)
    must(await coordinator.call('putMute', { path: { ...path, unit: 'city' }, body: { reason: '本级。' } }))
    const then = await again(first.tag)
    expect([then.status, then.tag === first.tag]).toEqual([200, false])
  })

  it('is refused to whoever may not see it, whatever tag they name', async () => {
    const { tag } = await again('')
    const answer = await office.raw('clerk@office.example', 'GET', '/rounds/board/board', undefined, {
      'if-none-match': tag,
    })
    expect(answer.status).toBe(403)
  })
})

describe('the board as a file', () => {
  it('has a row for each unit, and no formula whatever somebody typed', async () => {
    const reason = '=HYPERLINK("http://example.com")'
    must(await coordinator.call('putMute', { path: { ...path, unit: 'city' }, body: { reason } }))
    for (const english of [undefined, true] as const) {
      const bytes = await coordinator.file('getBoardFile', { path, ...(english === undefined ? {} : { english }) })
      const book = new ExcelJS.Workbook()
      await book.xlsx.load(new Uint8Array(bytes).buffer)
      const [sheet] = book.worksheets
      const units = (sheet?.getColumn(1).values ?? []).slice(2)
      expect(units).toEqual(['city', 'sibling', 'county'])
      const values = sheet?.getRow(2).values
      expect(Array.isArray(values) && values.includes(reason)).toBe(true)
      sheet?.eachRow((row) => row.eachCell((one) => expect(one.type).not.toBe(ExcelJS.ValueType.Formula)))
    }
  })
})
