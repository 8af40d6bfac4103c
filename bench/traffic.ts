/* Counts what a handler asks of the store: calls, and the bytes of their bodies both ways. Exact, by SDK middleware. */
import type { Table } from '../functions/store/table-client.ts'

export interface Traffic {
  readonly calls: number
  readonly sent: number
  readonly received: number
}

const bodyOf = (message: unknown): number => {
  const body = typeof message === 'object' && message !== null && 'body' in message ? message.body : undefined
  return typeof body === 'string' ? Buffer.byteLength(body) : body instanceof Uint8Array ? body.byteLength : 0
}

const lengthOf = (message: unknown): number => {
  const headers = typeof message === 'object' && message !== null && 'headers' in message ? message.headers : undefined
  const found = Object.entries(headers ?? {}).find(([name]) => name.toLowerCase() === 'content-length')
  if (found === undefined) throw new Error('the store does not say how long its answer is')
  return Number(found[1])
}

/** Makes a table's client count; what is returned measures one piece of work. */
export const counted = (table: Table): ((work: () => Promise<unknown>) => Promise<Traffic>) => {
  let [calls, sent, received] = [0, 0, 0]
  table.client.middlewareStack.add(
    (next) => async (args) => {
      calls += 1
      sent += bodyOf(args.request)
      const result = await next(args)
      received += lengthOf(result.response)
      return result
    },
    { step: 'deserialize', priority: 'low', name: 'benchTraffic' },
  )
  return async (work) => {
    ;[calls, sent, received] = [0, 0, 0]
    await work()
    return { calls, sent, received }
  }
}
