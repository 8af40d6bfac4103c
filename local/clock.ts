/*
 * The office's clock: the machine's, moved forward by an offset that is kept in the data folder. Moving it runs
 * what falls due on the way, moment by moment, so that a week gone by is not one late burst. It never goes back:
 * claims and log entries of a later time would stand in the future.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Temporal } from 'temporal-polyfill'
import { type Instant, instant, instantOfMs, msOf } from '../shared/time.ts'

export type Clock = {
  readonly now: () => Instant
  /** Moves to a later moment. Throws RangeError for an earlier one. */
  readonly moveTo: (to: Instant) => Promise<Instant>
  /** Runs what is due at this moment, without moving; waits for a move under way. */
  readonly tick: () => Promise<void>
  /** Moves on by an ISO 8601 duration ("P1D", "PT15M"; a day is 24 hours). Throws RangeError for anything else. */
  readonly advance: (duration: string) => Promise<Instant>
}

/** What runs while the clock is moved. */
export type Way = {
  /** Runs with the clock standing at `at`. */
  readonly onTheWay: (at: Instant) => Promise<void>
  /** The next moment after `after` at which something falls due; undefined when nothing does. */
  readonly nextDue: (after: Instant) => Promise<Instant | undefined>
  /** Where the clock of a new data folder begins; default: the machine's now. */
  readonly startAt?: Instant | undefined
}

const quarterMs = 15 * 60_000

/** The next quarter of an hour after a moment: what a schedule without a better list of moments ticks at. */
export const nextQuarter = (after: Instant): Instant =>
  instantOfMs((Math.floor(msOf(after) / quarterMs) + 1) * quarterMs)

const readOffset = (file: string, atFirst: number): number => {
  try {
    const read: unknown = JSON.parse(readFileSync(file, 'utf8'))
    return typeof read === 'object' && read !== null && 'offsetMs' in read ? Number(read.offsetMs) : atFirst
  } catch {
    return atFirst
  }
}

/** Opens the clock of a data folder. `machineMs` is the real clock, in milliseconds since 1970. */
export const openClock = (dataFolder: string, way: Way, machineMs: () => number = Date.now): Clock => {
  mkdirSync(dataFolder, { recursive: true })
  const file = join(dataFolder, 'clock.json')
  let offsetMs = readOffset(file, way.startAt === undefined ? 0 : msOf(way.startAt) - machineMs())
  writeFileSync(file, JSON.stringify({ offsetMs }))
  let moving: Promise<unknown> = Promise.resolve()

  const now = (): Instant => instantOfMs(machineMs() + offsetMs)
  const stand = (at: Instant): void => {
    offsetMs = Math.max(offsetMs, msOf(at) - machineMs())
    writeFileSync(file, JSON.stringify({ offsetMs }))
  }
  const walk = async (to: Instant): Promise<Instant> => {
    let at = now()
    if (to < at) throw new RangeError(`the clock only moves forward: it is ${at}, asked for ${to}`)
    for (;;) {
      const due = await way.nextDue(at)
      if (due === undefined || due >= to) break
      if (due <= at) throw new Error(`the next due moment after ${at} cannot be ${due}`)
      stand(due)
      await way.onTheWay(due)
      at = due
    }
    stand(to)
    await way.onTheWay(to)
    return now()
  }
  // One move after the other: two at once would each see half of the other's way.
  const inTurn = <Result>(move: () => Promise<Result>): Promise<Result> => {
    const mine = moving.then(move)
    moving = mine.catch(() => undefined)
    return mine
  }
  return {
    now,
    tick: () => inTurn(() => way.onTheWay(now())),
    moveTo: (to) => inTurn(() => walk(to)),
    advance: (text) =>
      inTurn(async () => {
        const duration = Temporal.Duration.from(text)
        if (duration.sign < 0) throw new RangeError(`the clock only moves forward, not by ${text}`)
        const later = Temporal.Instant.from(now()).toZonedDateTimeISO('UTC').add(duration)
        return walk(instant(later.toInstant().toString()))
      }),
  }
}
