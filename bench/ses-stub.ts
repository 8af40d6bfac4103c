/*
 * A mail service for the bench, in a process of its own: answers SendRawEmail after a while, so many a second, or not
 * at all. Told by its parent what to be; tells in which order it took letters.
 */
import { createServer } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'

/** What the service is like. `perSecond` 0: as many as come. */
export interface Manner {
  readonly latencyMs: number
  readonly perSecond: number
  readonly isDown: boolean
}

export type Asked = { readonly be: Manner } | { readonly tell: true }
export interface Answered {
  readonly port: number
  /** Keys of the letters taken since it was last told what to be, in order. */
  readonly taken: readonly string[]
  readonly calls: number
}

const error = (type: string, code: string): string =>
  `<ErrorResponse><Error><Type>${type}</Type><Code>${code}</Code><Message>${code}</Message></Error></ErrorResponse>`
const sent =
  '<SendRawEmailResponse><SendRawEmailResult><MessageId>m</MessageId></SendRawEmailResult></SendRawEmailResponse>'

let manner: Manner = { latencyMs: 0, perSecond: 0, isDown: false }
let taken: string[] = []
let calls = 0
let tokens = 0
let filledAt = performance.now()

const hasToken = (): boolean => {
  if (manner.perSecond === 0) return true
  const at = performance.now()
  tokens = Math.min(manner.perSecond, tokens + ((at - filledAt) * manner.perSecond) / 1000)
  filledAt = at
  if (tokens < 1) return false
  tokens -= 1
  return true
}

const server = createServer(async (request, response) => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(Buffer.from(chunk))
  calls += 1
  const form = new URLSearchParams(Buffer.concat(chunks).toString())
  const answer = (status: number, body: string) => response.writeHead(status, { 'content-type': 'text/xml' }).end(body)
  if (manner.isDown) return answer(503, error('Receiver', 'ServiceUnavailable'))
  if (!hasToken()) return answer(400, error('Sender', 'Throttling'))
  if (manner.latencyMs > 0) await sleep(manner.latencyMs)
  taken.push(form.get('Tags.member.1.Value') ?? '')
  return answer(200, sent)
})

const tell = (): void => {
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const answered: Answered = { port, taken, calls }
  process.send?.(answered)
}

const isAsked = (value: unknown): value is Asked =>
  typeof value === 'object' && value !== null && ('be' in value || 'tell' in value)

process.on('message', (asked) => {
  if (!isAsked(asked)) return
  if ('be' in asked) {
    manner = asked.be
    taken = []
    calls = 0
    tokens = 0
    filledAt = performance.now()
  }
  tell()
})
process.once('disconnect', () => process.exit())
server.listen(0, '127.0.0.1', tell)
