/*
 * Warm PATCH and submit against the bare handlers: what they ask of the store, exactly, and their processor time.
 * Both work on tables of the same content and write the same items; that is proven before anything is measured.
 */

import { handler as returns } from '../functions/returns/handler.ts'
import { type Services, servicesOf, tableOf } from '../functions/services.ts'
import { keys } from '../functions/store/keys.ts'
import { queryAll, type Table } from '../functions/store/table-client.ts'
import { handler as bareReturns } from './bare/returns.ts'
import { type HttpEvent, requestOf } from './events.ts'
import { context } from './lambda-context.ts'
import { cpuOf, inTurn, type Ratio } from './ratio.ts'
import { handedIn, returnsOver, roundId, signOff, typedIn } from './season.ts'
import { type BenchStore, configOf } from './store.ts'
import { counted, type Traffic } from './traffic.ts'

type Send = (event: HttpEvent) => Promise<{ readonly statusCode: number; readonly body: string }>

interface Side {
  readonly table: Table
  /** Moves that are not measured: by our own handlers on both sides. */
  readonly around: ReturnType<typeof returnsOver>
  readonly send: Send
}

export interface Compared {
  readonly ours: Traffic
  readonly bare: Traffic
  readonly cpu: Ratio
}

/* Near last year's figures, so that no check has anything to say. */
const patch = async (side: Pick<Side, 'send'>, base: number, figure: number): Promise<number> => {
  const cells = { 'proactive.licensing.decisions': figure + 1000, 'proactive.penalties.decisions': figure }
  const path = { round: roundId, unit: typedIn.unit }
  const answer = await side.send(requestOf('patchReturn', typedIn.clerk, { path, body: { base, cells } }))
  if (answer.statusCode !== 200) throw new Error(`PATCH: ${answer.body}`)
  const read: { readonly version: number } = JSON.parse(answer.body)
  return read.version
}

const submit = async (side: Pick<Side, 'send'>, version: number): Promise<void> => {
  const path = { round: roundId, unit: handedIn.unit }
  const answer = await side.send(requestOf('submitReturn', handedIn.clerk, { path, body: { version, signOff } }))
  if (answer.statusCode !== 200) throw new Error(`submit: ${answer.body}`)
}

const versionNow = async (side: Side, { unit, clerk }: { readonly unit: string; readonly clerk: string }) =>
  (await side.around('getReturn', { unit, who: clerk })).version ?? 0

const takeBack = (side: Side) => side.around('withdrawReturn', { unit: handedIn.unit, who: handedIn.clerk })

/* Moments and hashes differ between two runs; nothing else may. */
const comparableItems = async (table: Table, unit: string): Promise<unknown> => {
  const partitions = [keys.head(roundId, unit).pk, keys.status(roundId, '630200', unit).pk]
  partitions.push(keys.letters(roundId, '630200'), keys.figures(roundId, '630200', unit, 'own').pk)
  const items = await Promise.all(partitions.map((pk) => queryAll(table, pk)))
  const text = JSON.stringify(items.flat(), (_, value: unknown) =>
    typeof value === 'string'
      ? value.replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'moment').replaceAll(/[0-9a-f]{64}/g, 'hash')
      : value,
  )
  return JSON.parse(text)
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

const firstDifference = (one: unknown, other: unknown, path = ''): string | undefined => {
  if (!isObject(one) || !isObject(other))
    return one === other ? undefined : `${path} is ${JSON.stringify(one)}, not ${JSON.stringify(other)}`
  const theirs = new Map(Object.entries(other))
  for (const [key, value] of Object.entries(one)) {
    const found = firstDifference(value, theirs.get(key), `${path}/${key}`)
    if (found !== undefined) return found
    theirs.delete(key)
  }
  const [more] = theirs.keys()
  return more === undefined ? undefined : `${path}/${more} is not there`
}

const sideOf = (store: BenchStore, services: Services, over: (services: Services) => Send): Side => ({
  table: services.table,
  around: returnsOver(services),
  send: over(servicesOf(configOf(store, services.table.name), tableOf(configOf(store, services.table.name)))),
})

const oursOver = (services: Services): Send => {
  const handler = returns.with(services)
  return (event) => handler(event, context)
}
const bareOver = (services: Services): Send => bareReturns.over(services.table)

const traffic = async (
  store: BenchStore,
  side: Side,
  over: (services: Services) => Send,
  work: (send: Send) => Promise<unknown>,
): Promise<Traffic> => {
  const config = configOf(store, side.table.name)
  const table = tableOf(config)
  const count = counted(table)
  const send = over(servicesOf(config, table))
  return count(() => work(send))
}

const blockOfPatches = (side: Side, each: number) => {
  let figure = 1290
  return async (): Promise<number> => {
    let version = await versionNow(side, typedIn)
    return cpuOf(async () => {
      for (let i = 0; i < each; i += 1) {
        figure = figure === 1390 ? 1290 : figure + 1
        version = await patch(side, version, figure)
      }
    })
  }
}

const blockOfSubmissions = (side: Side, each: number) => {
  let seen: number | undefined
  return async (): Promise<number> => {
    let spent = 0
    for (let i = 0; i < each; i += 1) {
      const version = seen ?? (await versionNow(side, handedIn))
      spent += await cpuOf(() => submit(side, version))
      seen = (await takeBack(side)).version
    }
    return spent
  }
}

/** Measures both moves over two tables made by `makeSeason`. */
export const measureWarm = async (
  store: BenchStore,
  made: { readonly ours: Services; readonly bare: Services },
  pairs: number,
): Promise<{ readonly patch: Compared; readonly submit: Compared }> => {
  const ours = sideOf(store, made.ours, oursOver)
  const bare = sideOf(store, made.bare, bareOver)
  const both = async <T>(work: (side: Side, over: (services: Services) => Send) => Promise<T>) => ({
    ours: await work(ours, oursOver),
    bare: await work(bare, bareOver),
  })
  const patched = await both((side, over) => traffic(store, side, over, (send) => patch({ send }, 1, 1289)))
  const submitted = await both((side, over) => traffic(store, side, over, (send) => submit({ send }, 1)))
  for (const unit of [typedIn.unit, handedIn.unit]) {
    const [one, other] = [await comparableItems(ours.table, unit), await comparableItems(bare.table, unit)]
    const difference = firstDifference(one, other)
    if (difference !== undefined) throw new Error(`the bare handler writes other items: ${unit}${difference}`)
  }
  await both((side) => takeBack(side))
  const patches = { ours: blockOfPatches(ours, 5), bare: blockOfPatches(bare, 5) }
  const submissions = { ours: blockOfSubmissions(ours, 4), bare: blockOfSubmissions(bare, 4) }
  await inTurn(10, patches.ours, patches.bare)
  const patchCpu = await inTurn(pairs, patches.ours, patches.bare)
  await inTurn(6, submissions.ours, submissions.bare)
  const submitCpu = await inTurn(pairs, submissions.ours, submissions.bare)
  return { patch: { ...patched, cpu: patchCpu }, submit: { ...submitted, cpu: submitCpu } }
}
