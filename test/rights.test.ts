import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { APIGatewayProxyEventV2WithJWTAuthorizer } from 'aws-lambda'
import { describe, expect, it } from 'vitest'
import { type Answerer, http } from '../functions/pipeline/http.ts'
import { type Services, servicesOf } from '../functions/services.ts'
import type { StoredPerson, StoredUnit } from '../functions/store/units.ts'
import { mayUse, type Relation, relations } from '../shared/access.ts'
import { type AnswerOf, type RouteId, type RouteSpec, type Routes, routes } from '../shared/api.ts'
import { ok } from '../shared/refusal.ts'
import type { Round } from '../shared/round/round.ts'
import { instant } from '../shared/time.ts'
import { type Post, type Role, roles } from '../shared/unit/unit.ts'
import { rightsTable } from './rights-table.ts'

const page = readFileSync(join(import.meta.dirname, '..', 'docs', 'rights.md'), 'utf8')

/** The table as a reader of the page reads it: route, then role, then where. */
const printed: ReadonlyMap<string, ReadonlyMap<Role, ReadonlySet<string>>> = new Map(
  page
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) => {
      const [id = '', , , ...cells] = line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim())
      const where = (cell = '') =>
        new Set<string>(/^(everywhere|no sign-in)$/.test(cell) ? relations : cell.split(', '))
      return [id.replaceAll('`', ''), new Map(roles.map((role, index) => [role, where(cells[index])]))]
    }),
)
const isPrinted = (id: RouteId, role: Role, relation: Relation): boolean =>
  printed.get(id)?.get(role)?.has(relation) === true

/* Object.keys forgets the key type; the table is `as const`, so these are exactly its keys. */
const routeIds = Object.keys(routes) as readonly RouteId[]
const specOf = (id: RouteId): RouteSpec => routes[id]

/* Everything is asked about 乐都; the post stands where 乐都 is its own, below it, above it, or elsewhere. */
const unitAt = (...path: readonly string[]): StoredUnit => ({
  id: path.at(-1) ?? '',
  name: { zh: '乐都区', en: 'Ledu' },
  shortName: { zh: '乐都', en: 'Ledu' },
  path,
  hasBelow: false,
  version: 1,
})
const ledu = unitAt('qinghai', 'haidong', 'ledu')
const units: readonly StoredUnit[] = [
  unitAt('qinghai'),
  unitAt('qinghai', 'haidong'),
  ledu,
  { ...unitAt('qinghai', 'haidong', 'ledu', 'nianbo'), hasBelow: true },
  unitAt('qinghai', 'xining'),
]
const postUnit: Readonly<Record<Relation, string>> = {
  own: 'ledu',
  below: 'haidong',
  above: 'nianbo',
  elsewhere: 'xining',
}
const pathOf = (id: string) => units.find((unit) => unit.id === id)?.path ?? []
const combinations = roles.flatMap((role) => relations.map((relation) => ({ role, relation })))

describe('the page of rights', () => {
  it('shows the table as it stands', () => {
    expect(page).toContain(rightsTable())
  })

  it('has a row for every route and no other', () => {
    expect([...printed.keys()]).toEqual(routeIds)
  })
})

describe.each(routeIds)('%s', (id) => {
  it.each(combinations)('does for a $role whose target is $relation what the page says', ({ role, relation }) => {
    const unit = postUnit[relation]
    const { may } = mayUse(id, [{ unit, role, path: pathOf(unit) }], ledu)
    const refused = relation === 'elsewhere' ? 'unknown' : 'no'
    expect(may).toBe(isPrinted(id, role, relation) ? 'yes' : refused)
  })
})

describe('the rights that matter most', () => {
  /* Written down a second time by hand, so that a slip in shared/access.ts is found. */
  const scope = ['own', 'below']
  const none: readonly string[] = []
  it.each<[RouteId, Readonly<Record<Role, readonly string[]>>]>([
    ['patchReturn', { reporter: ['own'], coordinator: scope, leader: none, administrator: none }],
    ['submitReturn', { reporter: ['own'], coordinator: scope, leader: none, administrator: none }],
    ['withdrawReturn', { reporter: ['own'], coordinator: scope, leader: none, administrator: none }],
    ['putReviewDraft', { reporter: none, coordinator: scope, leader: none, administrator: none }],
    ['answerComment', { reporter: ['own'], coordinator: scope, leader: none, administrator: none }],
    ['acceptSeveral', { reporter: none, coordinator: scope, leader: none, administrator: none }],
    ['reviewReturn', { reporter: none, coordinator: scope, leader: none, administrator: none }],
    ['reopenReturn', { reporter: none, coordinator: scope, leader: none, administrator: none }],
    ['putExtension', { reporter: none, coordinator: scope, leader: none, administrator: none }],
    ['deleteExtension', { reporter: none, coordinator: scope, leader: none, administrator: none }],
    ['putHistory', { reporter: none, coordinator: scope, leader: none, administrator: none }],
    ['getHistory', { reporter: none, coordinator: scope, leader: none, administrator: none }],
    ['getHistoryWorkbook', { reporter: none, coordinator: scope, leader: none, administrator: none }],
    ['putHistoryWorkbook', { reporter: none, coordinator: scope, leader: none, administrator: none }],
    ['getReturn', { reporter: ['own'], coordinator: scope, leader: scope, administrator: none }],
    ['getReturnDocument', { reporter: ['own'], coordinator: scope, leader: scope, administrator: none }],
    ['getReturnWorkbook', { reporter: ['own'], coordinator: scope, leader: none, administrator: none }],
    ['putReturnWorkbook', { reporter: ['own'], coordinator: scope, leader: none, administrator: none }],
    ['getReturnLog', { reporter: ['own'], coordinator: scope, leader: none, administrator: none }],
    ['getReportYears', { reporter: ['own'], coordinator: scope, leader: scope, administrator: none }],
    ['getReport', { reporter: none, coordinator: scope, leader: scope, administrator: none }],
    ['getSummary', { reporter: none, coordinator: scope, leader: scope, administrator: none }],
    ['getReportDocument', { reporter: none, coordinator: scope, leader: scope, administrator: none }],
    ['getBoard', { reporter: none, coordinator: scope, leader: scope, administrator: none }],
    ['getBoardFile', { reporter: none, coordinator: scope, leader: scope, administrator: none }],
    ['patchReport', { reporter: none, coordinator: scope, leader: none, administrator: none }],
    ['handInReport', { reporter: none, coordinator: ['own'], leader: none, administrator: none }],
    ['reviewReport', { reporter: none, coordinator: ['below'], leader: none, administrator: none }],
    ['publishReport', { reporter: none, coordinator: ['own'], leader: none, administrator: none }],
    ['postRound', { reporter: none, coordinator: scope, leader: none, administrator: none }],
    ['openRound', { reporter: none, coordinator: scope, leader: none, administrator: none }],
    ['closeRound', { reporter: none, coordinator: scope, leader: none, administrator: none }],
    ['putPerson', { reporter: none, coordinator: scope, leader: none, administrator: [...relations] }],
    ['deletePerson', { reporter: none, coordinator: scope, leader: none, administrator: [...relations] }],
    ['putUnit', { reporter: none, coordinator: scope, leader: none, administrator: [...relations] }],
  ])('of %s are these', (id, expected) => {
    const found = roles.map((role) => [role, relations.filter((relation) => isPrinted(id, role, relation))])
    expect(Object.fromEntries(found)).toEqual(expected)
  })

  const allowedTo = (role: Role, where: readonly Relation[]) =>
    routeIds.filter((id) => where.some((relation) => isPrinted(id, role, relation)))
  const harmless = ['getOpenApi', 'getMe', 'patchMe', 'listForms', 'getForm', 'listRounds']
  const ofMine = [...harmless, 'listReports']

  it.each<Role>(['reporter', 'coordinator', 'leader'])('give a %s nothing elsewhere but what is their own', (role) => {
    expect(allowedTo(role, ['elsewhere'])).toEqual(ofMine)
  })

  it.each(roles.filter((role) => role !== 'administrator'))(
    'let a %s see of what stands above only the round',
    (role) => {
      expect(allowedTo(role, ['above'])).toEqual([...harmless, 'getRound', 'listReports'])
    },
  )

  it('let a leader change nothing but the language', () => {
    const changes = allowedTo('leader', relations).filter((id) => specOf(id).method !== 'GET')
    expect(changes).toEqual(['patchMe'])
  })

  it('keep an administrator away from returns and reports', () => {
    const figures = allowedTo('administrator', relations).filter((id) =>
      ['return', 'report'].includes(specOf(id).target),
    )
    expect(figures).toEqual([])
  })

  it('leave one route without a sign-in', () => {
    expect(routeIds.filter((id) => specOf(id).open === true)).toEqual(['getOpenApi'])
  })
})

/* ---- the same through the pipeline ---- */

const round: Round = {
  id: 'ledu-2019',
  title: '2019年度报告',
  owner: 'ledu',
  forms: ['ogi-2019'],
  year: 2019,
  opensAt: instant('2020-01-02T09:00:00+08:00'),
  dueAt: instant('2020-02-01T00:00:00+08:00'),
  dueByLevel: {},
  zone: 'Asia/Shanghai',
  units: ['ledu'],
  ladder: [],
  calendar: { id: 'cn', extraDaysOff: [], extraWorkdays: [] },
  statutory: false,
  extraChecks: [],
  stage: 'open',
  version: 1,
  edition: 0,
}

const personWith = (...posts: readonly Post[]): StoredPerson => ({
  id: 'p-li',
  name: '李',
  email: 'li@example.gov.cn',
  language: 'zh',
  posts,
  version: 1,
})

/** The services of a process without a table: what the pipeline asks is answered from memory. */
const servicesFor = (person: StoredPerson | undefined, known: 'bySubject' | 'byEmail' = 'bySubject') => {
  const remembered: string[] = []
  const rest = servicesOf({
    table: 'none',
    pages: 'https://huibao.example',
    dynamoEndpoint: 'http://none.invalid',
    demo: false,
  })
  const unit = async (id: string) => units.find((one) => one.id === id)
  const services: Services = {
    ...rest,
    rounds: { ...rest.rounds, round: async (id) => (id === round.id ? round : undefined) },
    returns: { ...rest.returns, head: async () => undefined },
    units: {
      ...rest.units,
      unit,
      units: async (ids) => units.filter(({ id }) => ids.includes(id)),
      personBySubject: async (subject) => (known === 'bySubject' && subject === 'sub-li' ? person : undefined),
      personByEmail: async (email) => (email === person?.email ? person : undefined),
      rememberSubject: async (subject, { id }) => {
        remembered.push(`${subject} is ${id}`)
      },
    },
  }
  return { services, remembered }
}

type Event = APIGatewayProxyEventV2WithJWTAuthorizer
interface Asked {
  readonly claims?: Readonly<Record<string, string>>
  readonly path?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, string>>
  readonly body?: unknown
}

const signedIn = { sub: 'sub-li' }

const eventOf = ({ claims = signedIn, path, query, body }: Asked = {}): Event => ({
  version: '2.0',
  routeKey: 'GET /api/rounds/{round}',
  rawPath: '/api',
  rawQueryString: '',
  headers: { 'accept-language': 'en' },
  isBase64Encoded: false,
  pathParameters: { ...(path ?? { round: round.id, unit: 'ledu', year: '2018' }) },
  ...(query === undefined ? {} : { queryStringParameters: { ...query } }),
  ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  requestContext: {
    accountId: '1',
    apiId: 'api',
    authorizer: { principalId: '', integrationLatency: 0, jwt: { claims: { ...claims }, scopes: [] } },
    domainName: 'huibao.example',
    domainPrefix: 'huibao',
    http: { method: 'GET', path: '/api', protocol: 'HTTP/1.1', sourceIp: '192.0.2.1', userAgent: 'test' },
    requestId: 'r-1',
    routeKey: 'GET /api/rounds/{round}',
    stage: '$default',
    time: '10/Jan/2020:09:00:00 +0800',
    timeEpoch: 0,
  },
})

type Reached = <T>(answer: T) => T

const somewhere = { zh: '某局', en: 'A bureau' }
const someDue = { dueAt: '2020-02-01T00:00:00+08:00', why: 'round', inWords: '', left: '', isDayOff: true }
const nothingOnIt: AnswerOf<Routes['getBoard']> = {
  round: { title: '某轮', year: 2019, zone: 'Asia/Shanghai', stage: 'open', due: someDue },
  today: '2020-01-10',
  collector: { id: 'city', name: somewhere, shortName: somewhere },
  rows: [],
}

/** One route of each kind of target; each notes that its use case was reached. */
const answerers = {
  listRevisions: (services: Services, reached: Reached): Answerer =>
    http(services, 'listRevisions', async () => reached(ok({ revisions: [] }))),
  withdrawReturn: (services: Services, reached: Reached): Answerer =>
    http(services, 'withdrawReturn', async () => reached(ok({ stage: 'drafting', version: 1 }))),
  reviewReturn: (services: Services, reached: Reached): Answerer =>
    http(services, 'reviewReturn', async () => reached(ok({ stage: 'accepted', version: 1 }))),
  getRoundLog: (services: Services, reached: Reached): Answerer =>
    http(services, 'getRoundLog', async () => reached(ok({ entries: [] }))),
  getBoard: (services: Services, reached: Reached): Answerer =>
    http(services, 'getBoard', async () => reached(ok(nothingOnIt))),
  putHistory: (services: Services, reached: Reached): Answerer =>
    http(services, 'putHistory', async () =>
      reached(ok({ saved: false, version: 0, figures: 0, changes: [], problems: [], findings: [] })),
    ),
  listForms: (services: Services, reached: Reached): Answerer =>
    http(services, 'listForms', async () => reached(ok({ forms: [] }))),
  getOpenApi: (services: Services, reached: Reached): Answerer =>
    http(services, 'getOpenApi', async () => reached(ok({}))),
} as const
type Tried = keyof typeof answerers

const bodies: Readonly<Partial<Record<Tried, unknown>>> = {
  reviewReturn: { revision: 1, decision: 'accept' },
  putHistory: { form: 'ogi-2019', cells: {}, source: '2018年度报告' },
}

const ask = async (id: Tried, person: StoredPerson | undefined, asked: Asked = {}, known?: 'byEmail') => {
  const { services, remembered } = servicesFor(person, known)
  let reached = 0
  const count: Reached = (answer) => {
    reached += 1
    return answer
  }
  const answer = await answerers[id](services, count).answer(eventOf({ body: bodies[id], ...asked }))
  return { status: answer.statusCode, reached, remembered, body: JSON.parse(answer.body) }
}

const reporter = personWith({ unit: 'ledu', role: 'reporter' })
const stranger = personWith({ unit: 'xining', role: 'coordinator' })
const tried = ['listRevisions', 'withdrawReturn', 'reviewReturn', 'getRoundLog', 'getBoard', 'putHistory'] as const

describe.each(tried)('%s over the pipeline', (id) => {
  it('answers 401 to nobody', async () => {
    expect(await ask(id, reporter, { claims: {} })).toMatchObject({
      status: 401,
      reached: 0,
      body: { code: 'notSignedIn' },
    })
  })

  it('answers 403 to somebody without a post', async () => {
    expect(await ask(id, undefined)).toMatchObject({ status: 403, reached: 0, body: { code: 'notAMember' } })
  })

  it.each(combinations)('answers a $role whose target is $relation as the page says', async ({ role, relation }) => {
    const { status, reached } = await ask(id, personWith({ unit: postUnit[relation], role }))
    const allowed = isPrinted(id, role, relation)
    const refused = relation === 'elsewhere' ? 404 : 403
    expect({ status, reached }).toEqual({ status: allowed ? 200 : refused, reached: allowed ? 1 : 0 })
  })
})

describe('the pipeline', () => {
  it('answers the open route to nobody', async () => {
    expect(await ask('getOpenApi', undefined, { claims: {} })).toMatchObject({ status: 200, reached: 1 })
  })

  it('asks for a sign-in where no unit is concerned', async () => {
    expect(await ask('listForms', reporter, { claims: {} })).toMatchObject({ status: 401, reached: 0 })
    expect(await ask('listForms', reporter)).toMatchObject({ status: 200, reached: 1 })
  })

  it('lets any of several posts decide', async () => {
    const both = personWith({ unit: 'xining', role: 'reporter' }, { unit: 'haidong', role: 'coordinator' })
    expect(await ask('reviewReturn', both)).toMatchObject({ status: 200 })
  })

  it('does not join the role of one post to the unit of another', async () => {
    const both = personWith({ unit: 'xining', role: 'coordinator' }, { unit: 'ledu', role: 'reporter' })
    expect(await ask('reviewReturn', both)).toMatchObject({ status: 403, body: { code: 'notYours' } })
  })

  it('knows a person by a verified address at the first sign-in, and remembers the subject', async () => {
    const claims = { sub: 'new', email: 'li@example.gov.cn', email_verified: 'true' }
    const answer = await ask('listRevisions', reporter, { claims }, 'byEmail')
    expect(answer).toMatchObject({ status: 200, remembered: ['new is p-li'] })
  })

  it.each([{ email_verified: 'false' }, {}])('does not believe an address that is not verified: %j', async (claim) => {
    const claims: Record<string, string> = { sub: 'new', email: 'li@example.gov.cn', ...claim }
    const answer = await ask('listRevisions', reporter, { claims }, 'byEmail')
    expect(answer).toMatchObject({ status: 403, remembered: [], body: { code: 'notAMember' } })
  })

  it('gives nobody rights by what a token claims', async () => {
    const claims = { sub: 'sub-li', role: 'coordinator', 'cognito:groups': 'coordinator' }
    expect(await ask('reviewReturn', reporter, { claims })).toMatchObject({ status: 403 })
  })

  it('says of a wrong body only to those who may send one', async () => {
    expect(await ask('reviewReturn', stranger, { body: { revision: 'x' } })).toMatchObject({ status: 404 })
    const coordinator = personWith({ unit: 'ledu', role: 'coordinator' })
    expect(await ask('reviewReturn', coordinator, { body: { revision: 'x' } })).toMatchObject({
      status: 422,
      reached: 0,
    })
  })

  it('asks about the unit that the query names', async () => {
    const query = { unit: 'haidong' }
    const coordinator = personWith({ unit: 'ledu', role: 'coordinator' })
    expect(await ask('getBoard', coordinator, { query })).toMatchObject({ status: 404, reached: 0 })
    expect(await ask('getBoard', coordinator, { query: { unit: 'nianbo' } })).toMatchObject({ status: 200 })
  })

  it('tells a member that a unit takes no part in the round', async () => {
    const above = personWith({ unit: 'ledu', role: 'coordinator' })
    const path = { round: round.id, unit: 'nianbo' }
    expect(await ask('listRevisions', above, { path })).toMatchObject({
      status: 404,
      body: { code: 'notAParticipant' },
    })
  })

  it.each([
    ['a round', { round: 'xxxx-2019', unit: 'ledu' }, { round: round.id, unit: 'ledu' }],
    ['a unit', { round: round.id, unit: 'nobody' }, { round: round.id, unit: 'ledu' }],
    ['what a unit takes part in', { round: round.id, unit: 'nobody' }, { round: round.id, unit: 'nianbo' }],
  ])('does not let a stranger learn that there is %s', async (_, unknown, hidden) => {
    const saidOf = async (path: { readonly round: string; readonly unit: string }) => {
      const { status, body } = await ask('listRevisions', stranger, { path })
      return [status, body.code, body.detail.replace(path.round, 'ROUND').replace(path.unit, 'UNIT')]
    }
    expect(await saidOf(hidden)).toEqual(await saidOf(unknown))
  })

  it('does not let a stranger learn who owns a round', async () => {
    const { body } = await ask('getRoundLog', stranger, { path: { round: round.id } })
    expect(body.detail).toBe('Not found: ledu-2019.')
  })

  it('answers 404 to an id that no id can be', async () => {
    const path = { round: '../rounds', unit: 'ledu' }
    expect(await ask('listRevisions', reporter, { path })).toMatchObject({ status: 404, body: { code: 'notFound' } })
  })
})
