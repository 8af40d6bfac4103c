/* A request as the HTTP API hands it to a function (payload format 2.0), and a function's answer as it goes out. */
import { randomUUID } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import type { APIGatewayProxyEventV2WithJWTAuthorizer } from 'aws-lambda'
import type { Route } from './routes.ts'
import type { Claims } from './tokens.ts'

export type Answer = {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly cookies: readonly string[]
  readonly body: Buffer
}

const isText = (type: string): boolean => /^(text\/|application\/(.+\+)?(json|xml|javascript)\b)/i.test(type)

const joined = (headers: IncomingHttpHeaders): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined || name === 'cookie' ? [] : [[name, Array.isArray(value) ? value.join(',') : value]],
    ),
  )

const queryOf = (search: URLSearchParams): Record<string, string> => {
  const query: Record<string, string> = {}
  for (const [name, value] of search) query[name] = query[name] === undefined ? value : `${query[name]},${value}`
  return query
}

/** The event of one request. */
export const eventOf = (request: {
  readonly method: string
  readonly url: URL
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
  readonly route: Route
  readonly parameters: Readonly<Record<string, string>>
  readonly claims: Claims
  readonly sourceIp: string
}): APIGatewayProxyEventV2WithJWTAuthorizer => {
  const { method, url, headers, body, route } = request
  const asText = isText(headers['content-type'] ?? 'text/plain')
  const at = new Date()
  return {
    version: '2.0',
    routeKey: `${route.method} ${route.path}`,
    rawPath: url.pathname,
    rawQueryString: url.search.slice(1),
    ...(headers.cookie !== undefined && { cookies: headers.cookie.split('; ') }),
    headers: joined(headers),
    ...(url.search.length > 1 && { queryStringParameters: queryOf(url.searchParams) }),
    ...(Object.keys(request.parameters).length > 0 && { pathParameters: { ...request.parameters } }),
    ...(body.length > 0 && { body: body.toString(asText ? 'utf8' : 'base64') }),
    isBase64Encoded: body.length > 0 && !asText,
    requestContext: {
      accountId: '000000000000',
      apiId: 'local',
      authorizer: { jwt: { claims: { ...request.claims }, scopes: null }, principalId: '', integrationLatency: 0 },
      domainName: url.host,
      domainPrefix: 'local',
      http: {
        method,
        path: url.pathname,
        protocol: 'HTTP/1.1',
        sourceIp: request.sourceIp,
        userAgent: headers['user-agent'] ?? '',
      },
      requestId: randomUUID(),
      routeKey: `${route.method} ${route.path}`,
      stage: '$default',
      time: at.toISOString(),
      timeEpoch: at.getTime(),
    },
  }
}

/** An answer the gateway gives by itself: no problem details. */
export const gatewayAnswer = (status: number, message: string): Answer => ({
  status,
  headers: { 'content-type': 'application/json' },
  cookies: [],
  body: Buffer.from(JSON.stringify({ message })),
})

/** What a function returned, as the gateway reads it: an object with a status, or any value as JSON with 200. */
export const answerOf = (returned: unknown): Answer => {
  if (typeof returned !== 'object' || returned === null || !('statusCode' in returned)) {
    const text = typeof returned === 'string' ? returned : JSON.stringify(returned ?? null)
    return { status: 200, headers: { 'content-type': 'application/json' }, cookies: [], body: Buffer.from(text) }
  }
  const { statusCode, headers, cookies, body, isBase64Encoded }: { [name: string]: unknown } = { ...returned }
  const named = typeof headers === 'object' && headers !== null ? Object.entries(headers) : []
  return {
    status: Number(statusCode),
    headers: Object.fromEntries(named.map(([name, value]) => [name.toLowerCase(), String(value)])),
    cookies: Array.isArray(cookies) ? cookies.map(String) : [],
    body: Buffer.from(typeof body === 'string' ? body : '', isBase64Encoded === true ? 'base64' : 'utf8'),
  }
}
