/*
 * The start of a function: a fresh process, import of the bundle and the first request, against the bare handler.
 * Node's own start is the same on both sides and left out: it would only flatter the ratio.
 */
import { fork } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type HttpEvent, requestOf } from './events.ts'
import { pairsInTurn, type Ratio, ratioOf } from './ratio.ts'
import { accepted, roundId } from './season.ts'
import type { Bundles, HttpFunction } from './weights.ts'

const path = { round: roundId, unit: accepted.unit }
const underCity = { path: { round: roundId }, query: { unit: '630200' } }

/** What people ask first of each function. */
const firstRequest: Readonly<Record<HttpFunction, () => HttpEvent>> = {
  returns: () => requestOf('getReturn', accepted.clerk, { path }),
  rounds: () => requestOf('getBoard', 'coordinator', underCity),
  reports: () => requestOf('getReport', 'coordinator', underCity),
  documents: () => requestOf('getReturnDocument', accepted.clerk, { path }),
}

/** One start: as the clock saw it, and the processor time in it, which a noisy machine disturbs less. */
interface Start {
  readonly ms: number
  readonly cpuUs: number
}

const isReport = (told: unknown): told is Start & { readonly status: number } =>
  typeof told === 'object' && told !== null && 'ms' in told && 'cpuUs' in told && 'status' in told

const startOnce = (bundle: string, eventFile: string, environment: Readonly<Record<string, string>>): Promise<Start> =>
  new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(new URL('./start-once.ts', import.meta.url)), [bundle, eventFile], {
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    let start: Start | undefined
    child.on('message', (told) => {
      if (isReport(told) && told.status === 200) start = told
    })
    child.once('error', reject)
    child.once('exit', () =>
      start === undefined ? reject(new Error(`${bundle} did not answer with 200`)) : resolve(start),
    )
  })

/** Starts both sides in turn, `pairs` times. */
export const measureStart = async (
  name: HttpFunction,
  bundles: Bundles,
  environment: Readonly<Record<string, string>>,
  pairs: number,
): Promise<{ readonly clock: Ratio; readonly cpu: Ratio }> => {
  const eventFile = join(bundles.ours, '..', `${name}.json`)
  writeFileSync(eventFile, JSON.stringify(firstRequest[name]()))
  const once = (bundle: string) => () => startOnce(bundle, eventFile, environment)
  await once(bundles.bare)()
  await once(bundles.ours)()
  const starts = await pairsInTurn(pairs, once(bundles.ours), once(bundles.bare))
  return {
    clock: ratioOf(starts.map(([ours, bare]) => [ours.ms, bare.ms])),
    cpu: ratioOf(starts.map(([ours, bare]) => [ours.cpuUs, bare.cpuUs])),
  }
}
