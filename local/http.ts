/*
 * The HTTP API on one machine: token, route, size, time limit, in the gateway's own words where the gateway would
 * answer. Routes under /local are ours and never part of the API.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { type Answer, answerOf, eventOf, gatewayAnswer } from './http-event.ts'
import type { Pages } from './pages.ts'
import { matchRoute, type Route } from './routes.ts'
import type { Claims } from './tokens.ts'

export type LocalRoute = (body: unknown, url: URL) => Promise<unknown>
export type HttpOptions = {
  readonly port: number
  readonly routes: readonly Route[]
  readonly invoke: (name: string, event: unknown) => Promise<unknown>
  readonly verify: (token: string) => Promise<Claims | undefined>
  /** By method and path: "POST /local/clock". What throws a RangeError answers 400. */
  readonly local?: Readonly<Record<string, LocalRoute>>
  /** The pages, answered from the same origin; without them every other path is the gateway's 404. */
  readonly pages?: Pages | undefined
  readonly timeoutMs?: number
  readonly log?: (line: string) => void
}
export type HttpServer = { readonly url: string; readonly stop: () => Promise<void> }

const limitBytes = 6 * 1024 * 1024

const bodyOf = async (request: IncomingMessage): Promise<Buffer | undefined> => {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of request) {
    const part = Buffer.from(chunk)
    bytes += part.length
    // Read to the end, so that the caller hears the answer, but keep nothing.
    if (bytes <= limitBytes) chunks.push(part)
  }
  return bytes > limitBytes ? undefined : Buffer.concat(chunks)
}

const within = async (ms: number, work: Promise<unknown>): Promise<Answer> => {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<Answer>((resolve) => {
    timer = setTimeout(() => resolve(gatewayAnswer(503, 'Service Unavailable')), ms)
  })
  try {
    return await Promise.race([work.then(answerOf), late])
  } catch (error) {
    console.error(error)
    return gatewayAnswer(500, 'Internal Server Error')
  } finally {
    clearTimeout(timer)
  }
}

const json = (status: number, value: unknown): Answer => ({ ...answerOf(value ?? {}), status })

const answerLocally = async (route: LocalRoute, body: Buffer, url: URL): Promise<Answer> => {
  try {
    const value: unknown = body.length > 0 ? JSON.parse(body.toString('utf8')) : undefined
    return json(200, await route(value, url))
  } catch (error) {
    const refused = error instanceof RangeError || error instanceof SyntaxError
    if (!refused) console.error(error)
    return gatewayAnswer(refused ? 400 : 500, error instanceof Error ? error.message : String(error))
  }
}

const answerTo = async (request: IncomingMessage, options: HttpOptions): Promise<Answer> => {
  const method = request.method ?? 'GET'
  const url = new URL(request.url ?? '/', `http://${request.headers.host ?? 'localhost'}`)
  const body = await bodyOf(request)
  if (body === undefined) return gatewayAnswer(413, 'Request Entity Too Large')
  const local = options.local?.[`${method} ${url.pathname}`]
  if (local !== undefined) return answerLocally(local, body, url)
  const found = matchRoute(options.routes, method, url.pathname)
  if (found === undefined)
    return options.pages?.answer(method, url.pathname, request.headers) ?? gatewayAnswer(404, 'Not Found')
  const token = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1]
  const claims = token === undefined ? undefined : await options.verify(token)
  if (claims === undefined && found.route.public !== true) return gatewayAnswer(401, 'Unauthorized')
  const sourceIp = request.socket.remoteAddress ?? ''
  const event = eventOf({ method, url, headers: request.headers, body, ...found, claims: claims ?? {}, sourceIp })
  return within(options.timeoutMs ?? 29_000, options.invoke(found.route.function, event))
}

const write = (response: ServerResponse, answer: Answer, isHead: boolean): void => {
  const cookies = answer.cookies.length > 0 ? { 'set-cookie': [...answer.cookies] } : {}
  const length = answer.status === 304 ? {} : { 'content-length': answer.body.length }
  response.writeHead(answer.status, { ...answer.headers, ...cookies, ...length })
  response.end(isHead ? undefined : answer.body)
}

/** Starts the server on `port` (0: any). */
export const startHttp = async (options: HttpOptions): Promise<HttpServer> => {
  const server = createServer((request, response) => {
    answerTo(request, options)
      .catch((error: unknown) => gatewayAnswer(400, String(error)))
      .then((answer) => {
        write(response, answer, request.method === 'HEAD')
        options.log?.(`${request.method} ${request.url} ${answer.status}`)
      })
      .catch(() => response.destroy())
  })
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(options.port, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : options.port
  return {
    url: `http://127.0.0.1:${port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
