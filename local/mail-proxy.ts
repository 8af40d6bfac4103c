/*
 * Stands where SES stands: keeps every letter in the data folder, then hands it to aws-ses-v2-local, and can bounce,
 * delay, throttle, reject, fail or lose an answer on demand, which that package cannot; and tells what became of each
 * mail, as SES does. Only SendRawEmail.
 */
import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { createRequire } from 'node:module'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Instant } from '../shared/time.ts'
import { freePort } from './free-port.ts'
import { type Faults, openFaults, readFault } from './mail-faults.ts'
import { mailPage, mailPolicy } from './mail-page.ts'
import { type Envelope, type Letter, openMailbox, recipientsOf } from './mailbox.ts'
import { eventsOf, type SesEvent } from './ses-events.ts'
import { errorXml, readSendRawEmail, sentXml } from './ses-protocol.ts'

// A CommonJS package with a `default` of its own: required, because loaders disagree on how to import such a one.
const ses: { readonly default: (config: { host: string; port: number }) => Promise<Server> } = createRequire(
  import.meta.url,
)('aws-ses-v2-local')

export type MailProxy = {
  /** SES endpoint and mailbox page in one. */
  readonly url: string
  /** aws-ses-v2-local behind it: its page shows the letters since the start. */
  readonly sesUrl: string
  readonly letters: () => Promise<readonly Letter[]>
  readonly bounced: () => readonly Envelope[]
  readonly faults: Faults
  readonly stop: () => Promise<void>
}

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks).toString('utf8')
}

const parsed = (body: string): unknown => {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}

const answer = (response: ServerResponse, status: number, type: string, body: string): void => {
  response.writeHead(status, { 'content-type': `${type}; charset=utf-8`, 'content-security-policy': mailPolicy })
  response.end(body)
}

/** Starts the proxy and the SES stand-in behind it. `now` is the office's clock: letters are dated by it. */
export const startMailProxy = async (options: {
  readonly dataFolder: string
  readonly now: () => Instant
  readonly port?: number
  /** Hears what became of a mail, before its sender has the answer. */
  readonly tell?: (event: SesEvent) => void
}): Promise<MailProxy> => {
  const box = openMailbox(options.dataFolder)
  const faults = openFaults()
  const port = await freePort(options.port ?? 0)
  const sesPort = await freePort(options.port === undefined ? 0 : port + 1)
  const behind = await ses.default({ host: '127.0.0.1', port: sesPort })
  const sesUrl = `http://127.0.0.1:${sesPort}`

  const send = async (body: string, headers: IncomingMessage['headers'], response: ServerResponse): Promise<void> => {
    const letter = readSendRawEmail(body)
    if (letter === undefined)
      return answer(
        response,
        400,
        'text/xml',
        errorXml('Sender', 'InvalidAction', 'This stand-in knows SendRawEmail only.'),
      )
    const to = letter.destinations.length > 0 ? letter.destinations : await recipientsOf(letter.raw)
    const fault = faults.take(to)
    if (fault?.kind === 'delay') await sleep(fault.delayMs ?? 1000)
    if (fault?.kind === 'throttle')
      return answer(response, 400, 'text/xml', errorXml('Sender', 'Throttling', 'Maximum sending rate exceeded.'))
    if (fault?.kind === 'reject')
      return answer(response, 400, 'text/xml', errorXml('Sender', 'MessageRejected', 'Address blacklisted.'))
    if (fault?.kind === 'fail')
      return answer(response, 503, 'text/xml', errorXml('Receiver', 'ServiceUnavailable', 'Service is unavailable.'))
    const messageId = randomUUID()
    const bounced = fault?.kind === 'bounce'
    const at = options.now()
    box.keep({ messageId, at, to, tags: letter.tags, bounced }, letter.raw)
    for (const event of eventsOf({ messageId, at, to, tags: letter.tags, source: letter.source }, fault))
      options.tell?.(event)
    if (!bounced) {
      const forwarded = {
        authorization: headers.authorization ?? 'AWS4-HMAC-SHA256 local',
        'content-type': 'application/x-www-form-urlencoded',
      }
      await fetch(sesUrl, { method: 'POST', headers: forwarded, body }).catch(() => undefined)
    }
    if (fault?.kind === 'loseAnswer') {
      if (fault.answer === '500')
        return answer(response, 500, 'text/xml', errorXml('Receiver', 'InternalFailure', 'Unknown.'))
      response.destroy()
      return
    }
    answer(response, 200, 'text/xml', sentXml(messageId))
  }

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = (request.url ?? '/').split('?')[0]
    if (request.method === 'GET' && path === '/') return answer(response, 200, 'text/html', mailPage(await box.list()))
    const body = await bodyOf(request)
    if (request.method === 'POST' && path === '/') return send(body, request.headers, response)
    if (path !== '/proxy/faults') return answer(response, 404, 'text/plain', 'not found')
    if (request.method === 'DELETE') {
      faults.clear()
      return answer(response, 200, 'application/json', '{}')
    }
    const fault = readFault(parsed(body))
    if (fault === undefined) return answer(response, 400, 'application/json', '{"message":"not a fault"}')
    faults.set(fault)
    answer(response, 200, 'application/json', JSON.stringify(fault))
  }

  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      if (response.headersSent) response.destroy()
      else answer(response, 500, 'text/plain', String(error))
    })
  })
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve))
  const closed = (each: typeof server): Promise<void> =>
    new Promise((resolve) => {
      each.close(() => resolve())
      each.closeAllConnections()
    })
  return {
    url: `http://127.0.0.1:${port}`,
    sesUrl,
    letters: box.list,
    bounced: box.bounced,
    faults,
    stop: async () => {
      await Promise.all([closed(server), closed(behind)])
    },
  }
}
