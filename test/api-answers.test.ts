/*
 * Every route called over HTTP, its answer held against the route's own schema with unknown keys refused at every depth;
 * and the OpenAPI document that is made of the same schemas.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { type Api, apiOf, type Call, must } from '../local/api-client.ts'
import { type AnswerOf, type RouteId, type RouteSpec, type Routes, routes } from '../shared/api.ts'
import { type Office, openOffice, roundOf, signOff, wholeReturn } from './over-http.ts'

/* `as const` keeps the keys; Object.keys forgets them. */
const routeIds = Object.keys(routes) as readonly RouteId[]
const specOf = (id: RouteId): RouteSpec => routes[id]

/** The same schema with every object strict. Checks of values are left to the schema itself. */
const strict = (schema: z.core.$ZodType): z.core.$ZodType => {
  if (schema instanceof z.core.$ZodLazy) return strict(schema._zod.innerType)
  if (schema instanceof z.core.$ZodObject) {
    const shape: Readonly<Record<string, z.core.$ZodType>> = schema._zod.def.shape
    return z.strictObject(Object.fromEntries(Object.entries(shape).map(([key, value]) => [key, strict(value)])))
  }
  if (schema instanceof z.core.$ZodArray) return z.array(strict(schema._zod.def.element))
  if (schema instanceof z.core.$ZodOptional) return z.optional(strict(schema._zod.def.innerType))
  if (schema instanceof z.core.$ZodRecord) return z.record(z.string(), strict(schema._zod.def.valueType))
  if (schema instanceof z.core.$ZodUnion) return z.union(schema._zod.def.options.map(strict))
  return schema
}

const called = new Set<RouteId>()

const problemsWith = (id: RouteId, value: unknown): readonly string[] => {
  const { answer } = specOf(id)
  const reads = [z.safeParse(answer, value), z.safeParse(strict(answer), value)]
  return reads.flatMap((read) =>
    read.success ? [] : read.error.issues.map((issue) => `${id} ${issue.path.join('.')}: ${JSON.stringify(issue)}`),
  )
}

/** Calls a route that must succeed, and holds its answer against the schema. */
const ask = async <Id extends RouteId>(api: Api, id: Id, call: Call<Id>): Promise<AnswerOf<Routes[Id]>> => {
  const value = must(await api.call(id, call))
  called.add(id)
  expect(problemsWith(id, value)).toEqual([])
  return value
}

let office: Office
let coordinator: Api
let clerk: Api

beforeAll(async () => {
  office = await openOffice({ only: ['returns', 'rounds', 'reports', 'documents', 'workbooks', 'roll-up'] })
  coordinator = await office.as('coordinator@office.example')
  clerk = await office.as(await office.hire('clerk', { unit: 'sibling', role: 'reporter' }))
})
afterAll(async () => office?.stop())

const path = { round: 'answers' }
const place = { ...path, unit: 'sibling' }
const forms = ['ogi-2019', 'police-supplement']
const cell = 'publications.website.published'

describe('the strict reading of answers', () => {
  it('finds a key too many at any depth', () => {
    const schema = strict(
      z.object({ a: z.array(z.lazy(() => z.object({ b: z.optional(z.record(z.string(), z.object({}))) }))) }),
    )
    expect(z.safeParse(schema, { a: [{ b: { x: {} } }] }).success).toBe(true)
    expect(z.safeParse(schema, { a: [{ b: { x: { no: 1 } } }] }).success).toBe(false)
    expect(z.safeParse(schema, { a: [{ no: 1 }] }).success).toBe(false)
  })
})

describe('answers about people and units', () => {
  it('are as the contract says', async () => {
    const name = { zh: '新设分局', en: 'New branch' }
    const scope = { own: name, whole: name }
    const body = { name, shortName: name, parent: 'city', scope }
    expect(await ask(coordinator, 'putUnit', { path: { unit: 'branch' }, body })).toMatchObject({
      path: ['province', 'city', 'branch'],
      scope,
    })
    expect((await ask(coordinator, 'listUnits', {})).units.map((unit) => unit.id)).toEqual(
      expect.arrayContaining(['city', 'county', 'sibling', 'branch']),
    )
    await ask(coordinator, 'listUnits', { query: { under: 'county' } })
    const someone = {
      name: '某人',
      email: 'someone@office.example',
      phone: '0972',
      posts: [{ unit: 'branch', role: 'reporter' }],
    }
    const { id } = await ask(coordinator, 'postPerson', { body: someone })
    await ask(coordinator, 'putPerson', { path: { id }, body: { ...someone, name: '某某人', language: 'en' } })
    expect((await ask(coordinator, 'listPeople', { query: { unit: 'branch' } })).people).toMatchObject([
      { id, name: '某某人', language: 'en' },
    ])
    await ask(coordinator, 'clearAddress', { path: { id } })
    const posts = [{ unit: 'branch', role: 'reporter' } as const]
    const successor = { name: '接任', email: 'successor@office.example' }
    const { to } = await ask(coordinator, 'handOver', { path: { id }, body: { to: successor, posts } })
    const file = new Uint8Array(await coordinator.file('exportDirectory', { query: { format: 'csv' } }))
    called.add('exportDirectory')
    const text = new TextDecoder().decode(file).replace('接任', '接任者').replace('新设分局', '')
    const rows = `${text}nowhere,,,,,,,,,,\nnew,新局,,,,branch,某,a@office.example,,填报人,`
    const { changes, problems } = await ask(coordinator, 'importDirectory', {
      query: { preview: 'true' },
      body: new TextEncoder().encode(rows),
    })
    expect([changes.map(({ kind }) => kind), problems.length]).toEqual([['personChanged', 'unitNew', 'personNew'], 1])
    await ask(coordinator, 'deletePerson', { path: { id: to.id } })
    await ask(clerk, 'patchMe', { body: { language: 'en' } })
  })

  it('about forms are as the contract says', async () => {
    const listed = await ask(clerk, 'listForms', {})
    expect(listed.forms.map((form) => form.id)).toEqual(['ogi-2019', 'ogi-2021', 'police-supplement'])
    for (const { id } of listed.forms) await ask(clerk, 'getForm', { path: { edition: id } })
  })
})

describe('answers of a round from plan to publication', () => {
  it('are as the contract says while it is planned and opened', async () => {
    const history = {
      form: 'ogi-2019',
      cells: { ...wholeReturn(['ogi-2019']), 'requests.received.total': 3 },
      source: '旧档',
    }
    const { findings } = await ask(coordinator, 'putHistory', {
      path: { year: '2018', unit: 'sibling' },
      body: history,
    })
    expect(findings).not.toEqual([])
    await ask(coordinator, 'putHistory', {
      path: { year: '2018', unit: 'city' },
      body: { ...history, scope: 'report' },
    })
    const earlier = { path: { year: '2018', unit: 'sibling' }, query: { form: 'ogi-2019', scope: 'own' } }
    expect(
      (await ask(coordinator, 'getHistory', { path: earlier.path, query: { scope: 'own' } })).history,
    ).toMatchObject({
      source: '旧档',
      accepted: false,
    })
    const workbook = new Uint8Array(await coordinator.file('getHistoryWorkbook', earlier))
    called.add('getHistoryWorkbook')
    const query = { ...earlier.query, preview: 'true' }
    const read = await ask(coordinator, 'putHistoryWorkbook', { path: earlier.path, query, body: workbook })
    expect([read.changes, read.findings]).toEqual([[], findings])
    const body = roundOf('answers', { units: ['sibling'], dueByLevel: { 2: '2020-02-03T00:00:00+08:00' } })
    const planned = await ask(coordinator, 'postRound', { body })
    const calendar = { id: 'cn', extraDaysOff: ['2020-01-21'], extraWorkdays: ['2020-01-19'] }
    const changed = await ask(coordinator, 'patchRound', { path, body: { version: planned.version, calendar } })
    expect(changed.replanned).not.toEqual([])
    for (const step of ['before3', 'digest'])
      await ask(coordinator, 'previewLetter', { path: { ...path, step }, query: { language: 'en' } })
    await ask(coordinator, 'testLetter', { path, body: { step: 'opening' } })
    await ask(coordinator, 'openRound', { path, body: { version: changed.round.version } })
    await ask(coordinator, 'getRound', { path })
    expect((await ask(clerk, 'listRounds', {})).rounds).not.toEqual([])
    expect((await ask(clerk, 'getMe', {})).openWork).toMatchObject([{ round: 'answers', unit: 'sibling' }])
  })

  it('are as the contract says while a return is typed and handed in', async () => {
    expect(await ask(clerk, 'getReturn', { path: place })).toMatchObject({
      stage: 'notStarted',
      lastYear: { form: 'ogi-2019' },
    })
    const { version } = await ask(clerk, 'patchReturn', {
      path: place,
      body: {
        base: 0,
        cells: { [cell]: 1, 'inquiries.complaints.received': { na: '不受理' }, 'accounts.r1.name': '号' },
      },
    })
    await ask(clerk, 'fillReturn', { path: place, body: { section: 'requests', with: 'nil' } })
    expect((await ask(clerk, 'getReturn', { path: place })).filled).not.toEqual({})
    const extension = { dueAt: '2020-02-10T17:00:00+08:00', reason: '经申请同意。' }
    await ask(coordinator, 'putExtension', { path: place, body: extension })
    await ask(coordinator, 'deleteExtension', { path: place })
    await ask(coordinator, 'putMute', { path: place, body: { reason: '已说明情况。' } })
    const written = await ask(coordinator, 'writeNow', {
      path,
      body: { units: ['sibling', 'nowhere'], note: '请抓紧。' },
    })
    expect([written.letters.length, written.skipped.length]).toEqual([1, 1])
    await ask(coordinator, 'deleteMute', { path: place })
    const workbook = new Uint8Array(await clerk.file('getReturnWorkbook', { path: place }))
    called.add('getReturnWorkbook')
    const query = { base: String(version + 1), preview: 'true' }
    const preview = await ask(clerk, 'putReturnWorkbook', { path: place, query, body: workbook })
    expect(preview).toMatchObject({ saved: false, changes: [], conflicts: [], problems: [] })
    const cells = { ...wholeReturn(forms, { [cell]: 2 }), 'accounts.r1': null }
    const whole = await ask(clerk, 'patchReturn', { path: place, body: { base: version + 1, cells } })
    await ask(clerk, 'submitReturn', { path: place, body: { version: whole.version, signOff } })
    const { version: withdrawn } = await ask(clerk, 'withdrawReturn', { path: place })
    await ask(clerk, 'submitReturn', { path: place, body: { version: withdrawn, signOff } })
    expect(await ask(clerk, 'getReturn', { path: place })).toMatchObject({
      stage: 'submitted',
      receipt: { revision: 2 },
    })
  })

  it('are as the contract says while it is sent back, corrected and accepted', async () => {
    const comments = [{ cell, text: '少一条。' }]
    const saved = await ask(coordinator, 'putReviewDraft', { path: place, body: { revision: 2, base: 0, comments } })
    expect((await ask(coordinator, 'getReturn', { path: place })).reviewDraft).toEqual(saved.reviewDraft)
    const sentBack = { revision: 2, decision: 'sendBack', reason: '请核对。' }
    await ask(coordinator, 'reviewReturn', { path: place, body: sentBack })
    const { version, correction } = await ask(clerk, 'getReturn', { path: place })
    expect(correction).toMatchObject({ kind: 'sentBack', comments })
    const answered = await ask(clerk, 'answerComment', { path: place, body: { cell, text: '已补。' } })
    const body = { base: version, cells: { [cell]: 3 } }
    const corrected = await ask(clerk, 'patchReturn', { path: place, body })
    expect([answered.version, corrected.version]).toEqual([version + 1, version + 2])
    await ask(clerk, 'submitReturn', { path: place, body: { version: corrected.version, signOff } })
    const several = { returns: [{ unit: 'sibling', revision: 2 }] }
    expect((await ask(coordinator, 'acceptSeveral', { path, body: several })).refused).toHaveLength(1)
    expect(await ask(coordinator, 'getReturn', { path: place })).toMatchObject({ changedSince: { cells: [cell] } })
    expect((await ask(coordinator, 'getBoard', { path })).rows).toMatchObject([{ unit: 'sibling', timesSentBack: 1 }])
    expect((await ask(coordinator, 'getAppraisal', { path })).rows).toMatchObject([
      { unit: 'sibling', standing: 'onTime', corrections: { onTime: 1, late: 0 } },
    ])
    await ask(coordinator, 'reviewReturn', { path: place, body: { revision: 3, decision: 'accept' } })
    expect((await ask(clerk, 'listRevisions', { path: place })).revisions).toHaveLength(3)
    await ask(clerk, 'getRevision', { path: { ...place, n: '3' } })
    expect(await ask(clerk, 'getChanges', { path: { ...place, n: '3' }, query: { since: '2' } })).toEqual({
      changes: [{ cell, was: 2, is: 3 }],
    })
    expect((await ask(coordinator, 'getReturnLog', { path: place })).entries.length).toBeGreaterThan(5)
    expect((await ask(coordinator, 'getReminders', { path })).letters).not.toEqual([])
  })

  it('are as the contract says while it is closed, published and published again', async () => {
    await office.system.settle()
    const { version } = await ask(coordinator, 'getRound', { path })
    await ask(coordinator, 'closeRound', { path, body: { version } })
    await ask(coordinator, 'patchReport', { path, body: { base: 0, cells: { 'overview.text': '全市平稳。' } } })
    const report = await ask(coordinator, 'getReport', { path })
    expect(report).toMatchObject({ figures: { [cell]: 3 }, missing: [], in: [{ unit: 'sibling', state: 'accepted' }] })
    expect(report.yearOnYear).not.toEqual([])
    await ask(coordinator, 'getReportCell', { path: { ...path, cell } })
    expect((await ask(coordinator, 'getSummary', { path })).figures).not.toEqual([])
    await ask(coordinator, 'publishReport', { path, body: {} })
    const { reports } = await ask(coordinator, 'listReports', {
      query: { text: '全市平稳', year: '2019', unit: 'city' },
    })
    expect(reports).toMatchObject([{ published: { edition: 1 }, hits: [{ hit: '全市平稳' }] }])
    expect((await ask(coordinator, 'getReportYears', { path: { unit: 'city' } })).years).not.toEqual([])
    await ask(coordinator, 'reopenReturn', {
      path: place,
      body: { reason: '更正。', dueAt: '2020-03-01T00:00:00+08:00' },
    })
    await ask(clerk, 'getReturn', { path: place })
    expect((await ask(coordinator, 'getRoundLog', { path })).entries.map(({ what }) => what)).toContain('published')
  })

  it('are files of Word and Excel where they are files', async () => {
    for (const [id, call] of [
      ['getReturnDocument', { path: place, query: { revision: '3' } }],
      ['getReportDocument', { path, query: { edition: '1' } }],
      ['getBoardFile', { path }],
      ['getCircular', { path }],
      ['getAppraisalWorkbook', { path }],
    ] as const) {
      const bytes = await coordinator.file(id, call)
      expect(Buffer.from(bytes.subarray(0, 4)).toString('latin1')).toBe('PK\u0003\u0004')
      called.add(id)
    }
    const { type } = await office.raw('coordinator@office.example', 'GET', '/rounds/answers/report/document')
    expect(type).toBe('application/vnd.openxmlformats-officedocument.wordprocessingml.document')
  })

  it('are as the contract says where a middle unit hands its report up', async () => {
    const posts = [
      { unit: 'town', role: 'coordinator' },
      { unit: 'village', role: 'reporter' },
    ] as const
    const town = await office.as(await office.hire('town', ...posts))
    const [round, village] = [{ round: 'middle' }, { round: 'middle', unit: 'village' }]
    const planned = await ask(coordinator, 'postRound', { body: roundOf('middle', { units: ['village'] }) })
    await ask(coordinator, 'openRound', { path: round, body: { version: planned.version } })
    const saved = await ask(town, 'patchReturn', {
      path: village,
      body: { base: 0, cells: wholeReturn(forms, { [cell]: 7 }) },
    })
    await ask(town, 'submitReturn', { path: village, body: { version: saved.version, signOff } })
    await ask(town, 'reviewReturn', { path: village, body: { revision: 1, decision: 'accept' } })
    await office.system.settle()
    await ask(town, 'handInReport', { path: round, query: { unit: 'town' } })
    await office.system.settle()
    const { above } = await ask(coordinator, 'getReport', { path: round, query: { unit: 'town' } })
    expect(above).toMatchObject({ stage: 'submitted', mayReview: true })
    const review = { hash: above?.hash ?? '', decision: 'sendBack', reason: '漏报一项。' } as const
    const query = { unit: 'town' }
    expect(await ask(coordinator, 'reviewReport', { path: round, query, body: review })).toMatchObject({
      stage: 'sentBack',
      due: { why: 'correction' },
    })
    const back = await ask(town, 'getReport', { path: round, query })
    expect(back.above).toMatchObject({ stage: 'sentBack', review: { reason: '漏报一项。' }, mayReview: false })
    await ask(town, 'handInReport', { path: round, query })
    await office.system.settle()
    for (const unit of ['town', 'county', 'city']) {
      const report = await ask(coordinator, 'getReport', { path: round, query: { unit } })
      expect(report.figures[cell]).toBe(7)
      await ask(coordinator, 'getBoard', { path: round, query: { unit } })
      await ask(coordinator, 'getAppraisal', { path: round, query: { unit } })
    }
    expect((await ask(coordinator, 'getBoard', { path: round })).rows.map((row) => row.unit)).toEqual(['county'])
  })
})

describe('the OpenAPI document', () => {
  type Json = Readonly<Record<string, unknown>>
  const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null
  const at = (value: unknown, ...keys: readonly string[]): unknown =>
    keys.reduce<unknown>((inner, key) => (isJson(inner) ? inner[key] : undefined), value)
  /** Every object of a document with the way to it. */
  const objects = (value: unknown, way: readonly string[] = []): readonly (readonly [string, Json])[] =>
    isJson(value)
      ? [[way.join('/'), value], ...Object.entries(value).flatMap(([key, inner]) => objects(inner, [...way, key]))]
      : []

  let document: Json
  beforeAll(async () => {
    document = await ask(apiOf(office.system.url), 'getOpenApi', {})
  })

  it('says what it is', () => {
    expect(document['openapi']).toMatch(/^3\.1\.\d+$/)
    expect(document['info']).toMatchObject({ title: expect.any(String), version: expect.any(String) })
    const schemes = Object.keys(at(document, 'components', 'securitySchemes') ?? {})
    expect(document['security']).toEqual(schemes.map((name) => ({ [name]: [] })))
  })

  it('has every route under its path and method, and no other', () => {
    const operations = Object.entries(document['paths'] ?? {}).flatMap(([path, item]) =>
      Object.entries(item).map(([method, operation]) => [String(at(operation, 'operationId')), `${method} ${path}`]),
    )
    const expected = routeIds.map((id) => [id, `${specOf(id).method.toLowerCase()} /api${specOf(id).path}`])
    expect([...operations].sort()).toEqual([...expected].sort())
  })

  it.each(routeIds)('describes %s: parameters for each brace and query key, body, answer and problem', (id) => {
    const spec = specOf(id)
    const operation = at(document, 'paths', `/api${spec.path}`, spec.method.toLowerCase())
    const parameters = at(operation, 'parameters')
    const listed = Array.isArray(parameters) ? parameters.map((one) => [at(one, 'in'), at(one, 'name')].join(' ')) : []
    const braces = [...spec.path.matchAll(/\{(\w+)\}/g)].map((found) => `path ${found[1]}`)
    const read = spec.query instanceof z.core.$ZodLazy ? spec.query._zod.innerType : spec.query
    const query = read instanceof z.core.$ZodObject ? Object.keys(read._zod.def.shape) : []
    expect(listed).toEqual([...braces, ...query.map((name) => `query ${name}`)])
    for (const one of Array.isArray(parameters) ? parameters : [])
      expect(one).toMatchObject({
        schema: expect.anything(),
        required: at(one, 'in') === 'path' || expect.any(Boolean),
      })
    expect(at(operation, 'requestBody') !== undefined).toBe(spec.body !== undefined || spec.upload === true)
    if (spec.upload === true)
      expect(at(operation, 'requestBody', 'content', spec.media ?? '', 'schema', 'format')).toBe('binary')
    if (spec.body !== undefined)
      expect(at(operation, 'requestBody', 'content', 'application/json', 'schema', 'additionalProperties')).toBe(false)
    const responses = at(operation, 'responses')
    expect(Object.keys(responses ?? {})).toEqual(['200', 'default'])
    for (const status of ['200', 'default']) {
      expect(at(responses, status, 'description')).toEqual(expect.any(String))
      const content = Object.values(at(responses, status, 'content') ?? {})
      expect(content).toHaveLength(1)
      expect(at(content[0], 'schema')).toBeDefined()
    }
    expect(at(operation, 'security')).toEqual(spec.open === true ? [] : undefined)
  })

  it('has no reference that leads nowhere, no type that JSON Schema does not know, no pattern that cannot be read', () => {
    const types = ['null', 'boolean', 'object', 'array', 'number', 'string', 'integer']
    const wrong = objects(document).flatMap(([way, one]) => {
      const { $ref: ref, type, pattern, required, properties } = one
      return [
        ...(typeof ref === 'string' && at(document, ...ref.replace('#/', '').split('/')) === undefined
          ? [`${way} ${ref}`]
          : []),
        ...(typeof type === 'string' && way.includes('schema') && !way.endsWith('properties') && !types.includes(type)
          ? [`${way} ${type}`]
          : []),
        ...(typeof pattern === 'string' && !isPattern(pattern) ? [`${way} ${pattern}`] : []),
        ...(Array.isArray(required) && isJson(properties)
          ? required.filter((name) => !(String(name) in properties)).map((name) => `${way} ${String(name)}`)
          : []),
      ]
    })
    expect(wrong).toEqual([])
  })

  const isPattern = (pattern: string): boolean => {
    try {
      return new RegExp(pattern, 'u').source !== ''
    } catch {
      return false
    }
  }
})

describe('the routes of the contract', () => {
  it('have all been called', () => {
    expect(routeIds.filter((id) => !called.has(id))).toEqual([])
  })
})
