/*
 * What a page's main thread spends on scripts in a stretch of time, out of a trace of the browser: every call from the
 * browser into JavaScript, with the microtasks behind it, less the layout that a script waits for. `ScriptDuration` of
 * Performance.getMetrics leaves microtasks out, and with them most of what Preact and SurveyJS draw. Thread time, not
 * the clock: what other processes take from a busy machine does not count.
 */
import type { Browser, CDPSession, Page } from 'playwright-core'

/** A stretch of one page's time: in microseconds of the browser's clock, and the mark it set in the trace. */
export interface Stretch {
  readonly mark: string
  readonly from: number
  readonly to: number
  /** Counted only until the frame that shows what an `input` event in it has set off: timers that run later are not. */
  readonly untilFrame?: boolean
}

export interface Spent {
  /** Microseconds of the main thread in scripts. */
  readonly scripting: number
  /** Microseconds of the main thread in all: scripts, styles, layout, painting. */
  readonly all: number
}

interface Entry {
  readonly name: string
  readonly ph: string
  readonly pid: number
  readonly tid: number
  readonly ts: number
  readonly dur?: number
  readonly tdur?: number
  readonly args?: { readonly data?: { readonly message?: string; readonly type?: string } }
}

const categories = ['-*', 'devtools.timeline', 'disabled-by-default-devtools.timeline', 'v8.execute', 'v8']

const scripts = new Set([
  'EvaluateScript',
  'FunctionCall',
  'RunMicrotasks',
  'v8.callFunction',
  'v8.compile',
  'v8.compileModule',
  'v8.evaluateModule',
  'v8.run',
])
const layouts = new Set(['Layout', 'UpdateLayoutTree'])
const task = 'RunTask'
const event = 'EventDispatch'
/* The main thread hands a frame over to be drawn. */
const frame = 'Commit'

let marks = 0

export interface Watched {
  readonly page: Page
  readonly cdp: CDPSession
  /** Microseconds of the browser's clock. */
  readonly now: () => Promise<number>
  /** Runs the work and says when it was. */
  readonly during: (work: () => Promise<unknown>) => Promise<Stretch>
}

/** A page under watch, its processor slowed down `rate` times. */
export const watch = async (page: Page, rate: number): Promise<Watched> => {
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('Performance.enable', { timeDomain: 'timeTicks' })
  await cdp.send('Emulation.setCPUThrottlingRate', { rate })
  const now = async (): Promise<number> => {
    const { metrics } = await cdp.send('Performance.getMetrics')
    return (metrics.find(({ name }) => name === 'Timestamp')?.value ?? Number.NaN) * 1e6
  }
  return {
    page,
    cdp,
    now,
    during: async (work) => {
      marks += 1
      const mark = `huibao-${marks}`
      await page.evaluate(`console.timeStamp('${mark}')`)
      const from = await now()
      await work()
      return { mark, from, to: await now() }
    },
  }
}

const endOf = ({ ts, dur = 0 }: Entry): number => ts + dur
const threadTime = ({ tdur, dur = 0 }: Entry): number => tdur ?? dur

/** The outermost of some entries of one thread, which nest and come in order of their beginning. */
const outermost = (entries: readonly Entry[]): readonly Entry[] => {
  const found: Entry[] = []
  let end = Number.NEGATIVE_INFINITY
  for (const entry of entries) {
    if (entry.ts < end) continue
    found.push(entry)
    end = endOf(entry)
  }
  return found
}

const sum = (entries: readonly Entry[]): number => entries.reduce((total, entry) => total + threadTime(entry), 0)

/** Up to the frame after the input; all of them where a stretch has no input. */
const untilFrame = (entries: readonly Entry[]): readonly Entry[] => {
  const input = entries.findIndex(({ name, args }) => name === event && args?.data?.type === 'input')
  const shown = entries.findIndex(({ name }, at) => input >= 0 && at > input && name === frame)
  if (input >= 0 && shown < 0) throw new Error('no frame came after the input')
  return shown < 0 ? entries : entries.slice(0, shown)
}

const spentIn = (entries: readonly Entry[], { mark, from, to, untilFrame: isCut = false }: Stretch): Spent => {
  const place = entries.find(({ name, args }) => name === 'TimeStamp' && args?.data?.message === mark)
  if (place === undefined) throw new Error(`the trace has no ${mark}`)
  const whole = entries
    .filter(({ pid, tid, ts, ph }) => ph === 'X' && pid === place.pid && tid === place.tid && ts >= from && ts < to)
    .toSorted((a, b) => a.ts - b.ts || endOf(b) - endOf(a))
  const own = isCut ? untilFrame(whole) : whole
  const inScript = outermost(own.filter(({ name }) => scripts.has(name)))
  const waited = outermost(own.filter(({ name }) => layouts.has(name))).filter((layout) =>
    inScript.some((script) => layout.ts >= script.ts && endOf(layout) <= endOf(script)),
  )
  return { scripting: sum(inScript) - sum(waited), all: sum(outermost(own.filter(({ name }) => name === task))) }
}

/** Traces the browser while `work` runs; answers what was spent in each stretch that the work tells of. */
export const traced = async <T>(
  browser: Browser,
  work: () => Promise<T>,
): Promise<{ readonly done: T; readonly spent: (stretch: Stretch) => Spent }> => {
  await browser.startTracing(undefined, { categories })
  let done: T
  try {
    done = await work()
  } catch (error) {
    await browser.stopTracing().catch(() => undefined)
    throw error
  }
  const trace: { readonly traceEvents: readonly Entry[] } = JSON.parse((await browser.stopTracing()).toString('utf8'))
  const entries = trace.traceEvents.filter(
    ({ name }) => scripts.has(name) || layouts.has(name) || [task, event, frame, 'TimeStamp'].includes(name),
  )
  return { done, spent: (stretch) => spentIn(entries, stretch) }
}
