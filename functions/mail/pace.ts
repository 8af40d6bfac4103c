/*
 * How fast mails leave (decision 0029). All workers of a process share one pace. What SES throttles slows everybody
 * down: a pause that doubles, and from then on so many mails a second, fewer than left when it happened; every mail
 * taken raises that a little, so that the pace finds the rate that SES takes and stays near it. Nothing is known of SES at first, so that one mail goes ahead, and the others follow
 * when it is taken. Where SES takes nothing at all, the run ends: what waits in the table loses nothing by waiting.
 */
import { setTimeout as sleepFor } from 'node:timers/promises'

/**
 * `taken`: SES answered for this mail, yes or no. `throttled`: too fast. `failed`: SES takes nothing from anybody, or
 * does not answer. `unused`: no mail was sent.
 */
export type PlaceOutcome = 'taken' | 'throttled' | 'failed' | 'unused'

export interface Place {
  readonly waitedMs: number
  /** Gives the place back; once. */
  readonly leave: (outcome: PlaceOutcome) => void
}

export interface Pace {
  /** Waits until a mail may leave. Undefined: it shall not, because SES takes none or the time is up. */
  readonly place: (hasTime: () => boolean) => Promise<Place | undefined>
  /** SES takes nothing for now: not worth looking at a letter. */
  readonly isShut: () => boolean
}

export interface PaceOptions {
  /** Mails under way at a time. */
  readonly atOnce?: number | undefined
  /** Mails a second at most; absent: as fast as SES takes them. */
  readonly perSecond?: number | undefined
  readonly now?: () => number
  readonly sleep?: (ms: number) => Promise<unknown>
}

export const mailsAtOnce = 4

const firstPauseMs = 100
const longestPauseMs = 30_000
const throttledInARow = 8
const failedInARow = 3
const shutMs = 60_000
/* Of the mails a second that SES took when it throttled; less where it throttles again at once. */
const slower = 0.85
const muchSlower = 0.5
const slowestPerSecond = 0.5
/* With every mail taken: three hundredths more in a second. */
const fasterBy = 0.03
const secondMs = 1000
/* So far back the rate is looked at; before a second has passed it says nothing, and a pause alone must do. */
const lookMs = 3 * secondMs

export const paceOf = (options: PaceOptions = {}): Pace => {
  const { atOnce = mailsAtOnce, perSecond, now = () => performance.now(), sleep = sleepFor } = options
  const fastest = perSecond ?? Number.POSITIVE_INFINITY
  /* Mails a second. */
  let rate = fastest
  let nextAt = 0
  let pausedUntil = 0
  let shutUntil = 0
  let throttled = 0
  let failed = 0
  let isProven = false
  let underWay = 0
  /* When mails left that were taken, as far back as is looked, and when the first of them did. */
  let taken: readonly number[] = []
  let seenFrom = 0
  let changed = Promise.withResolvers<void>()

  const isShut = (): boolean => now() < shutUntil
  const tell = (): void => {
    changed.resolve()
    changed = Promise.withResolvers<void>()
  }
  const shut = (): void => {
    shutUntil = now() + shutMs
    isProven = false
    throttled = 0
    failed = 0
  }
  const look = (at: number): void => {
    taken = taken.filter((one) => one > at - lookMs)
  }
  const slowDown = (): void => {
    const at = now()
    /* Those that were under way when the pause began say nothing new. */
    if (at < pausedUntil) return
    throttled += 1
    if (throttled >= throttledInARow) {
      shut()
      return
    }
    pausedUntil = at + Math.min(longestPauseMs, firstPauseMs * 2 ** (throttled - 1))
    look(at)
    const seenMs = Math.min(lookMs, at - seenFrom)
    if (seenMs < secondMs) return
    const seen = (taken.length * secondMs) / seenMs
    rate = Math.max(slowestPerSecond, Math.min(rate, seen) * (throttled === 1 ? slower : muchSlower))
  }
  const learn = (outcome: PlaceOutcome, leftAt: number): void => {
    if (outcome === 'throttled') slowDown()
    if (outcome === 'failed') {
      failed += 1
      isProven = false
      if (failed >= failedInARow) shut()
    }
    if (outcome === 'taken') {
      throttled = 0
      failed = 0
      isProven = true
      taken = [...taken, leftAt]
      rate = Math.min(fastest, rate + fasterBy)
    }
  }
  const placeFrom = (since: number): Place => {
    const at = now()
    underWay += 1
    look(at)
    if (taken.length === 0) seenFrom = at
    /* A place that comes a moment late is made up for, by one mail at most. */
    const gapMs = secondMs / rate
    nextAt = Math.max(nextAt, at - gapMs) + gapMs
    return {
      waitedMs: at - since,
      leave: (outcome) => {
        underWay -= 1
        learn(outcome, at)
        tell()
      },
    }
  }

  return {
    isShut,
    place: async (hasTime) => {
      const since = now()
      while (hasTime() && !isShut()) {
        const waitMs = Math.max(nextAt, pausedUntil) - now()
        const hasRoom = underWay < (isProven ? atOnce : 1)
        if (hasRoom && waitMs <= 0) return placeFrom(since)
        await (hasRoom ? sleep(Math.min(1000, Math.ceil(waitMs))) : changed.promise)
      }
      return undefined
    },
  }
}
