/* Requests as the HTTP API hands them to a function. */
import type { APIGatewayProxyEventV2WithJWTAuthorizer } from 'aws-lambda'
import { apiPrefix } from '../functions/manifest.ts'
import { eventOf } from '../local/http-event.ts'
import { type RouteId, routes } from '../shared/api.ts'

export type HttpEvent = APIGatewayProxyEventV2WithJWTAuthorizer

/** A request of a member of the cast; their id is the subject of their token. */
export const requestOf = (
  id: RouteId,
  who: string,
  of: {
    readonly path: Readonly<Record<string, string>>
    readonly query?: Readonly<Record<string, string>>
    readonly body?: unknown
  },
): HttpEvent => {
  const { method, path, function: name } = routes[id]
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, part: string) => of.path[part] ?? '')
  return eventOf({
    method,
    url: new URL(`http://127.0.0.1${apiPrefix}${filled}?${new URLSearchParams(of.query)}`),
    headers: { 'content-type': 'application/json', 'accept-language': 'zh-CN' },
    body: Buffer.from(of.body === undefined ? '' : JSON.stringify(of.body)),
    route: { method, path: apiPrefix + path, function: name },
    parameters: of.path,
    claims: { sub: who },
    sourceIp: '127.0.0.1',
  })
}
