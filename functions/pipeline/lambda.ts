/*
 * A folder's use cases as one Lambda. Nothing is built at import: the first event assembles the services, and
 * `handler.with(parts)` is the same handler over other parts, for the local runner and the tests. Here the one catch
 * stands: a surprise is logged with its correlation id and answered with 500, and nothing else is said of it.
 */
import { Logger } from '@aws-lambda-powertools/logger'
import middy from '@middy/core'
import type { APIGatewayProxyEventV2WithJWTAuthorizer, Context } from 'aws-lambda'
import { routes } from '../../shared/api.ts'
import { refuse } from '../../shared/refusal.ts'
import { assemble, type Services } from '../services.ts'
import type { Answerer } from './http.ts'
import { type HttpAnswer, languageOf, problemOf } from './problem.ts'

type Event = APIGatewayProxyEventV2WithJWTAuthorizer

export type HttpHandler = ((event: Event, context: Context) => Promise<HttpAnswer>) & {
  readonly with: (parts: Partial<Services>) => HttpHandler
}

const logger = new Logger()

const securityHeaders = { 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' }

interface Timed extends Record<string, unknown> {
  startedMs?: number
}

/** One line per request, refused and broken ones too; the correlation id goes to the browser. */
const requestLog = (): middy.MiddlewareObj<Event, HttpAnswer, Error, Context, Timed> => {
  const close: middy.MiddlewareFn<Event, HttpAnswer, Error, Context, Timed> = (request) => {
    const answer = request.response
    if (answer === null || answer === undefined) return
    const correlation = request.event.requestContext.requestId
    request.response = {
      ...answer,
      headers: { ...answer.headers, ...securityHeaders, 'x-correlation-id': correlation },
    }
    const ms = Math.round(performance.now() - (request.internal.startedMs ?? 0))
    logger.info('request', { route: request.event.routeKey, status: answer.statusCode, ms, correlation })
  }
  return {
    before: (request) => {
      request.internal.startedMs = performance.now()
    },
    after: close,
    onError: close,
  }
}

const surprises = (): middy.MiddlewareObj<Event, HttpAnswer> => ({
  onError: (request) => {
    const correlation = request.event.requestContext.requestId
    logger.error('surprise', {
      route: request.event.routeKey,
      correlation,
      error: request.error ?? new Error('unknown'),
    })
    const language = languageOf(request.event.headers['accept-language'])
    request.response = problemOf(refuse('internal', { correlation }).refusal, language)
  },
})

const routeKeyOf = (answerer: Answerer): string => `${routes[answerer.route].method} /api${routes[answerer.route].path}`

/** One Lambda of these routes. */
export const lambda = (...creates: readonly ((services: Services) => Answerer)[]): HttpHandler => {
  const over = (build: () => Services): HttpHandler => {
    let byKey: ReadonlyMap<string, Answerer> | undefined
    const answer = async (event: Event): Promise<HttpAnswer> => {
      byKey ??= new Map(creates.map((create) => create(build())).map((one) => [routeKeyOf(one), one]))
      const answerer = byKey.get(event.routeKey)
      return answerer === undefined
        ? problemOf(refuse('notFound', { what: event.routeKey }).refusal, languageOf(event.headers['accept-language']))
        : answerer.answer(event)
    }
    const piped = middy<Event, HttpAnswer, Error, Context, Timed>().use(requestLog()).use(surprises()).handler(answer)
    const handler = (event: Event, context: Context): Promise<HttpAnswer> => piped(event, context)
    return Object.assign(handler, { with: (parts: Partial<Services>) => over(() => ({ ...build(), ...parts })) })
  }
  let services: Services | undefined
  return over(() => {
    services ??= assemble()
    return services
  })
}
