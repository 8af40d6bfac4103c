/*
 * What a plain handler does around its work: find the route, who is calling, the round and the unit, ask the rights,
 * answer JSON, log one line. Written as one would without a framework and without schemas.
 */
import { get, type Table, tableOfEnvironment } from './table.ts'

export interface Event {
  readonly routeKey: string
  readonly headers: Readonly<Record<string, string | undefined>>
  readonly pathParameters?: Readonly<Record<string, string | undefined>>
  readonly queryStringParameters?: Readonly<Record<string, string | undefined>>
  readonly body?: string
  readonly requestContext: {
    readonly requestId: string
    readonly authorizer: { readonly jwt: { readonly claims: Readonly<Record<string, unknown>> } }
  }
}

export interface Answer {
  readonly statusCode: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  readonly isBase64Encoded?: boolean
}

export class Refused extends Error {
  readonly status: number
  constructor(status: number, message: string) {
    super(message)
    this.status = status
  }
}

const answerOf = (statusCode: number, value: unknown, correlation: string): Answer => ({
  statusCode,
  headers: {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
    'x-correlation-id': correlation,
  },
  body: JSON.stringify(value),
})

const callerOf = async (table: Table, event: Event) => {
  const subject = event.requestContext.authorizer.jwt.claims['sub']
  const login = await get(table, `LOGIN#${String(subject)}`)
  const person = login && (await get(table, `PERSON#${login['person']}`))
  if (person === undefined) throw new Refused(403, 'not a member')
  return person
}

interface Post {
  readonly unit: string
  readonly role: string
}

/** The caller, the round and the unit of a request, side by side; refused where the caller may not. */
export const targetsOf = async (table: Table, event: Event, roles: readonly string[]) => {
  const roundId = event.pathParameters?.['round'] ?? ''
  const unitId = event.pathParameters?.['unit'] ?? event.queryStringParameters?.['unit'] ?? ''
  const [person, round, unit] = await Promise.all([
    callerOf(table, event),
    get(table, `ROUND#${roundId}`),
    get(table, `UNIT#${unitId}`),
  ])
  if (round === undefined || unit === undefined) throw new Refused(404, 'not found')
  const posts: readonly Post[] = person['posts']
  const may = posts.some(
    (post) =>
      roles.includes(post.role) &&
      (post.role === 'reporter' ? post.unit === unit['id'] : unit['path'].includes(post.unit)),
  )
  if (!may) throw new Refused(403, 'not yours')
  return { person, round, unit, by: { id: person['id'], name: person['name'] } }
}

export type Route = (table: Table, event: Event) => Promise<unknown>

const isFile = (value: unknown): value is Answer =>
  typeof value === 'object' && value !== null && 'isBase64Encoded' in value

/** One handler over these routes; the table comes of the environment with the first event, or is given. */
export const handlerOf = (routes: Readonly<Record<string, Route>>) => {
  const over = (given?: Table) => {
    let table = given
    return async (event: Event): Promise<Answer> => {
      const started = performance.now()
      const correlation = event.requestContext.requestId
      let answer: Answer
      try {
        table ??= tableOfEnvironment()
        const route = routes[event.routeKey]
        if (route === undefined) throw new Refused(404, 'not found')
        const value = await route(table, event)
        answer = isFile(value) ? value : answerOf(200, value, correlation)
      } catch (error) {
        const status = error instanceof Refused ? error.status : 500
        answer = answerOf(status, { status, detail: String(error) }, correlation)
      }
      const ms = Math.round(performance.now() - started)
      console.log(JSON.stringify({ message: 'request', route: event.routeKey, status: answer.statusCode, ms }))
      return answer
    }
  }
  return Object.assign(over(), { over })
}

const format = new Map<string, Intl.DateTimeFormat>()

/** A due moment in words, by the platform's own formatter. */
export const dueInWords = (dueAt: string, zone: string): string => {
  const known = format.get(zone) ?? new Intl.DateTimeFormat('zh-CN', { dateStyle: 'full', timeZone: zone })
  format.set(zone, known)
  return known.format(new Date(Date.parse(dueAt) - 1))
}
