/* From a return that is accepted to the city's figures that can be read: what the store is asked for on the way. */
import { handler as reports } from '../functions/reports/handler.ts'
import { handler as rollUp } from '../functions/roll-up/handler.ts'
import { servicesOf, tableOf } from '../functions/services.ts'
import { city } from '../local/season/haidong.ts'
import { requestOf } from './events.ts'
import { context } from './lambda-context.ts'
import { type Line, printedTraffic } from './results.ts'
import { figuresChanged, handedIn, makeSeason, returnsOver, roundId, signOff } from './season.ts'
import { type BenchStore, configOf } from './store.ts'
import { counted } from './traffic.ts'

export const measureAccepted = async (store: BenchStore): Promise<readonly Line[]> => {
  const made = await store.table('bench-accept')
  await makeSeason(store, made)
  const config = configOf(store, made.name)
  const table = tableOf(config)
  const count = counted(table)
  const services = servicesOf(config, table)
  const call = returnsOver(services)
  const { unit, clerk } = handedIn
  const { version } = await call('getReturn', { unit, who: clerk })
  const { revision } = await call('submitReturn', { unit, who: clerk, body: { version, signOff } })
  const accept = await count(() =>
    call('reviewReturn', { unit, who: 'coordinator', body: { revision, decision: 'accept' } }),
  )
  const up = await count(() => rollUp.with(services)({ Records: [figuresChanged(city.id)] }, context))
  const read = await count(async () => {
    const event = requestOf('getReport', 'coordinator', { path: { round: roundId }, query: { unit: city.id } })
    const { statusCode, body } = await reports.with(services)(event, context)
    if (statusCode !== 200) throw new Error(`getReport: ${statusCode} ${body}`)
  })
  const line = (what: string, traffic: typeof accept): Line => ({
    what: `Accepted return → figures of the city: ${what}`,
    ours: printedTraffic(traffic),
    against: '',
    result: `${traffic.calls} calls`,
    aim: '',
    isMet: true,
  })
  return [line('accepting', accept), line('roll-up', up), line('reading the report', read)]
}
