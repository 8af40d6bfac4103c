/*
 * The board asked for again: what the store is asked for a whole answer and for a 304, and what goes to the page. The
 * tag is made of the answer: the store's work is the same, the line's is not.
 */
import { handler as rounds } from '../functions/rounds/handler.ts'
import { servicesOf, tableOf } from '../functions/services.ts'
import { requestOf } from './events.ts'
import { context } from './lambda-context.ts'
import type { Line } from './results.ts'
import { makeSeason, roundId } from './season.ts'
import { type BenchStore, configOf } from './store.ts'
import { counted } from './traffic.ts'

export const measureBoard = async (store: BenchStore): Promise<readonly Line[]> => {
  const made = await store.table('bench-board')
  await makeSeason(store, made)
  const config = configOf(store, made.name)
  const table = tableOf(config)
  const count = counted(table)
  const handler = rounds.with(servicesOf(config, table))
  const ask = async (tag?: string) => {
    const event = requestOf('getBoard', 'coordinator', { path: { round: roundId } })
    const headers = { ...event.headers, ...(tag === undefined ? {} : { 'if-none-match': tag }) }
    let answer = { statusCode: 0, headers: {} as Readonly<Record<string, string>>, body: '' }
    const traffic = await count(async () => {
      answer = await handler({ ...event, headers }, context)
    })
    return { ...answer, traffic }
  }
  const whole = await ask()
  const same = await ask(whole.headers['etag'])
  if (same.statusCode !== 304) throw new Error(`the board asked for again: ${same.statusCode}`)
  return [whole, same].map(({ body, traffic }, i) => ({
    what: i === 0 ? 'The board, 7 units' : 'The board asked for again, nothing new (304)',
    ours: `${traffic.calls} store calls, ${traffic.received} B received`,
    against: '',
    result: `${Buffer.byteLength(body)} B of body to the page`,
    aim: i === 0 ? '' : '0 B',
    isMet: i === 0 || body === '',
  }))
}
