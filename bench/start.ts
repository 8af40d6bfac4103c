/*
 * The start of a function: a fresh process, import of the bundle and the first request, against the bare handler.
 * Node's own start is the same on both sides and left out: it would only flatter the ratio.
 */
import { fork } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type HttpEvent, requestOf } from './events.ts'
import { inTurn, type Ratio } from './ratio.ts'
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

const isReport = (told: unknown): told is { readonly ms: number; readonly status: number } =>
  typeof told === 'object' && told !== null && 'ms' in told && 'status' in told

const startOnce = (bundle: string, eventFile: string, environment: Readonly<Record<string, string>>): Promise<number> =>
  new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(new URL('./start-once.ts', import.meta.url)), [bundle, eventFile], {
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    let ms: number | undefined
    child.on('message', (told) => {
      if (isReport(told) && told.status === 200) ms = told.ms
    })
    child.once('error', reject)
    child.once('exit', () => (ms === undefined ? reject(new Error(`${bundle} did not answer with 200`)) : resolve(ms)))
  })

/** Starts both sides in turn, `pairs` times. */
export const measureStart = async (
  name: HttpFunction,
  bundles: Bundles,
  environment: Readonly<Record<string, string>>,
  pairs: number,
): Promise<Ratio> => {
  const eventFile = join(bundles.ours, '..', `${name}.json`)
  writeFileSync(eventFile, JSON.stringify(firstRequest[name]()))
  const once = (bundle: string) => () => startOnce(bundle, eventFile, environment)
  await once(bundles.bare)()
  await once(bundles.ours)()
  return inTurn(pairs, once(bundles.ours), once(bundles.bare))
}
