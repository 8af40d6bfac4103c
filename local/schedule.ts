/*
 * EventBridge Scheduler on one machine: each scheduled function is called once in each of its own intervals of the
 * office's clock (every minute, every quarter of an hour …), and once at the start, to make up for the time of a stop.
 */
import { type FunctionName, type FunctionSpec, functions } from '../functions/manifest.ts'
import { type Instant, instantOfMs, msOf } from '../shared/time.ts'

const specs: Readonly<Record<FunctionName, FunctionSpec>> = functions
const minuteMs = 60_000

export interface Schedule {
  /** Calls the functions whose interval has begun since they were last called. */
  readonly run: (at: Instant) => Promise<void>
  /** Calls one function now, whatever its interval. */
  readonly call: (name: FunctionName, at: Instant) => Promise<void>
}

/** The next full minute after a moment: the schedule looks no finer. */
export const nextMinute = (after: Instant): Instant => instantOfMs((Math.floor(msOf(after) / minuteMs) + 1) * minuteMs)

/** A schedule over these functions; one that fails is said on the console and called again in its next interval. */
export const scheduleOf = (
  names: readonly FunctionName[],
  invoke: (name: string, event: unknown) => Promise<unknown>,
): Schedule => {
  const last = new Map<FunctionName, number>()
  const call = async (name: FunctionName, at: Instant): Promise<void> => {
    await invoke(name, { source: 'aws.scheduler', 'detail-type': 'Scheduled Event', time: at }).catch(
      (error: unknown) => console.error(`${name}: ${String(error)}`),
    )
  }
  const run = async (at: Instant): Promise<void> => {
    for (const name of names) {
      const { every } = specs[name]
      if (every === undefined) continue
      const interval = Math.floor(msOf(at) / (every.minutes * minuteMs))
      if (last.get(name) === interval) continue
      last.set(name, interval)
      await call(name, at)
    }
  }
  return { run, call }
}
