/*
 * How fast mails leave (decision 0029). All workers of a process share one pace. What SES throttles slows everybody
 * down: a pause that doubles, and from then on a rate a little below the one at which SES took mails. The rate rises
 * the faster the longer nothing was throttled: it stays long near the limit, and soon leaves behind one that was taken
 * for the limit by mistake. Nothing is known of SES at first, so that one mail goes ahead, and the others follow when
 * it is taken. Where SES takes nothing at all, the run ends: what waits in the table loses nothing by waiting.
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
  /** A run begins: it may find out anew, by one mail, whether SES takes any. */
  readonly begin: () => void
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
/* Of the rate at which SES took mails. */
const slower = 0.9
const slowestPerSecond = 0.5
/* Mails a second more each second, for every second since the last refusal: after ten seconds ten more. */
const growth = 0.2

export const paceOf = (options: PaceOptions = {}): Pace => {
  const { atOnce = mailsAtOnce, perSecond, now = () => performance.now(), sleep = sleepFor } = options
  const leastGapMs = perSecond === undefined ? 0 : 1000 / perSecond
  let perSecondNow = Number.POSITIVE_INFINITY
  let slowedAt = 0
  let nextAt = 0
  let pausedUntil = 0
  let shutUntil = 0
  let throttled = 0
  let failed = 0
  let isProven = false
  let underWay = 0
  /* When SES took mails, in the last second. */
  let taken: readonly number[] = []
  let changed = Promise.withResolvers<void>()

  const gapMs = (): number => Math.max(leastGapMs, 1000 / perSecondNow)
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
    /* After a pause the last second tells nothing, nor before a mail was taken. */
    const inLastSecond = taken.filter((one) => one > at - 1000).length
    const known = throttled > 1 || inLastSecond === 0 ? perSecondNow : inLastSecond
    perSecondNow = Math.max(slowestPerSecond, Math.min(perSecondNow, known) * slower)
    slowedAt = at
  }
  const learn = (outcome: PlaceOutcome): void => {
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
      const at = now()
      taken = [...taken.filter((one) => one > at - 1000), at]
      perSecondNow += (growth * (at - slowedAt)) / 1000 / perSecondNow
    }
  }
  const placeFrom = (since: number): Place => {
    const at = now()
    const gap = gapMs()
    underWay += 1
    nextAt = Math.max(nextAt, at - gap) + gap
    return {
      waitedMs: at - since,
      leave: (outcome) => {
        underWay -= 1
        /* Or whoever has waited too long, all of them where mails are slow, would take the turns of each other. */
        if (outcome === 'unused') nextAt -= gap
        learn(outcome)
        tell()
      },
    }
  }

  return {
    isShut,
    begin: () => {
      shutUntil = 0
    },
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
