/*
 * A day and a time of day on the clocks of a round, as a moment with its offset, and back. Due moments are half-open:
 * midnight at the end of a day is written 24:00 of that day. Of a skipped hour the clock that follows counts.
 */
import { partsOf } from '../moment.ts'

export interface DayAndTime {
  /** 2020-01-31; blank while nothing is chosen. */
  readonly day: string
  /** 08:30 … 24:00. */
  readonly time: string
}

const minuteMs = 60_000
const dayMs = 1440 * minuteMs
const two = (figure: number): string => String(figure).padStart(2, '0')

/* What the clocks of the zone show at a moment, counted as if it were UTC. */
const shownMs = (ms: number, zone: string): number => {
  const { year, month, day, hour, minute } = partsOf(new Date(ms).toISOString(), zone)
  return Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute))
}

const offsetOf = (minutes: number): string => {
  const size = Math.abs(minutes)
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`
}

/** RFC 3339 with the offset of the zone; undefined where no such day is chosen. */
export const momentAt = ({ day, time }: DayAndTime, zone: string): string | undefined => {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  const wanted = Date.parse(`${day}T00:00:00Z`) + (hour * 60 + minute) * minuteMs
  if (!/^\d{4}-\d\d-\d\d$/.test(day) || Number.isNaN(wanted)) return undefined
  /* By the clocks of the day before, and of the day after where those have changed meanwhile. */
  const [before, after] = [wanted - dayMs, wanted + dayMs].map((near) => wanted - (shownMs(near, zone) - near))
  const isThere = (ms: number | undefined): ms is number => ms !== undefined && shownMs(ms, zone) === wanted
  const ms = [before, after].find(isThere) ?? before ?? wanted
  const shown = shownMs(ms, zone)
  const wall = new Date(shown).toISOString().slice(0, 19)
  return `${wall}${offsetOf((shown - ms) / minuteMs)}`
}

/** The day and time at which a due moment is said: the 1st at 0:00 is 24:00 of the day before. */
export const dayAndTimeOf = (at: string, zone: string): DayAndTime => {
  const parts = partsOf(at, zone)
  const isMidnight = parts['hour'] === '00' && parts['minute'] === '00'
  const { year, month, day, hour, minute } = isMidnight
    ? partsOf(new Date(Date.parse(at) - minuteMs).toISOString(), zone)
    : parts
  return {
    day: `${year}-${two(Number(month))}-${two(Number(day))}`,
    time: isMidnight ? '24:00' : `${hour}:${minute}`,
  }
}
