/*
 * Day and time in a round's zone, and the moment they mean. The platform's Intl knows the zones; Temporal would be
 * fetched with every page. A wall clock may skip an hour, which then means no moment, and may come back to one,
 * which means two: whoever asks gets all of them and says so (product W2). 24:00 is midnight at the end of the day.
 */
import { language } from './language.ts'

export interface DayAndTime {
  /** "2020-01-31"; blank while nothing is chosen. */
  readonly day: string
  /** "09:00", and "24:00" for the end of a day. */
  readonly time: string
}

const minuteMs = 60_000
const dayMs = 24 * 60 * minuteMs

const formatters = new Map<string, Intl.DateTimeFormat>()
const formatterOf = (zone: string): Intl.DateTimeFormat => {
  const known = formatters.get(zone)
  if (known !== undefined) return known
  const made = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  })
  formatters.set(zone, made)
  return made
}

/** Has the browser a zone of this name? */
export const isZoneHere = (zone: string): boolean => {
  try {
    formatterOf(zone)
    return zone !== ''
  } catch {
    return false
  }
}

/** What the wall clock of a zone shows, counted as if it were UTC. */
const wallMs = (ms: number, zone: string): number => {
  const parts = new Map(
    formatterOf(zone)
      .formatToParts(ms)
      .map(({ type, value }) => [type, Number(value)]),
  )
  const part = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'))
}

const two = (count: number): string => String(count).padStart(2, '0')

const written = (wall: number): DayAndTime => ({
  day: new Date(wall).toISOString().slice(0, 10),
  time: new Date(wall).toISOString().slice(11, 16),
})

/** A moment with the offset that the zone has then: what the API takes. */
const withOffset = (ms: number, zone: string): string => {
  const wall = wallMs(ms, zone)
  const minutes = Math.round((wall - ms) / minuteMs)
  const { day, time } = written(wall)
  const distance = Math.abs(minutes)
  const offset = `${minutes < 0 ? '-' : '+'}${two(Math.floor(distance / 60))}:${two(distance % 60)}`
  return `${day}T${time}:00${offset}`
}

/** Is this a day of the calendar, in the years that the API takes? */
export const isDay = (text: string): boolean =>
  /^(19|2[0-2])\d\d-\d\d-\d\d$/.test(text) &&
  !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) &&
  written(Date.parse(`${text}T00:00:00Z`)).day === text

/** "9：00", "0900", "24:00" as people type them; undefined for what is no time. */
export const timeAsTyped = (text: string): string | undefined => {
  const plain = text.replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0)).trim()
  const [, hour, minute] = /^(\d{1,2})[:.]?(\d{2})$/.exec(plain) ?? []
  if (hour === undefined || minute === undefined) return undefined
  const time = `${hour.padStart(2, '0')}:${minute}`
  return /^([01]\d|2[0-3]):[0-5]\d$|^24:00$/.test(time) ? time : undefined
}

const wallOf = ({ day, time }: DayAndTime): number => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return Date.parse(`${day}T00:00:00Z`) + (hours * 60 + minutes) * minuteMs
}

/** Offsets that the zone has around a time of the wall clock, in milliseconds. */
const offsetsAround = (wall: number, zone: string): readonly number[] => [
  ...new Set([wall - dayMs, wall + dayMs].map((ms) => wallMs(ms, zone) - ms)),
]

/** The moments that a day and time mean in a zone, earliest first: one; none in a skipped hour; two in a doubled one. */
export const momentsAt = (at: DayAndTime, zone: string): readonly string[] => {
  const wall = wallOf(at)
  return offsetsAround(wall, zone)
    .map((offset) => wall - offset)
    .filter((ms) => wallMs(ms, zone) === wall)
    .sort((a, b) => a - b)
    .map((ms) => withOffset(ms, zone))
}

/** For a skipped time: what the clock shows when that time would have come. */
export const insteadOf = (at: DayAndTime, zone: string): DayAndTime => {
  const wall = wallOf(at)
  return written(Math.max(...offsetsAround(wall, zone).map((offset) => wallMs(wall - offset, zone))))
}

/**
 * The one moment that a form with a list of times means: of a doubled hour the first, of a skipped one the clock that
 * follows; undefined while no day is chosen.
 */
export const momentAt = (at: DayAndTime, zone: string): string | undefined => {
  if (!isDay(at.day)) return undefined
  const [first] = momentsAt(at, zone)
  return first ?? momentsAt(insteadOf(at, zone), zone)[0]
}

/** Day and time of a moment in a zone. */
export const dayAndTime = (at: string, zone: string): DayAndTime => written(wallMs(Date.parse(at), zone))

/** The same of a due moment, which is half-open: midnight is 24:00 of the day before. */
export const dueDayAndTime = (at: string, zone: string): DayAndTime => {
  const found = dayAndTime(at, zone)
  return found.time === '00:00'
    ? { day: dayAndTime(withOffset(Date.parse(at) - 1, zone), zone).day, time: '24:00' }
    : found
}

const months = 'January February March April May June July August September October November December'.split(' ')
const weekdays = {
  zh: ['日', '一', '二', '三', '四', '五', '六'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
} as const

/** 「2020年1月31日（星期五）」, “Friday 31 January 2020”. */
export const dayInWords = (day: string): string => {
  const [year = '', month = '', date = ''] = day.split('-')
  const weekday = weekdays[language.value][new Date(Date.parse(`${day}T00:00:00Z`)).getUTCDay()] ?? ''
  return language.value === 'zh'
    ? `${year}年${Number(month)}月${Number(date)}日（星期${weekday}）`
    : `${weekday} ${Number(date)} ${months[Number(month) - 1] ?? ''} ${year}`
}

const together = ({ day, time }: DayAndTime): string =>
  language.value === 'zh' ? `${dayInWords(day)}${time}` : `${dayInWords(day)}, ${time}`

/** 「2020年1月20日（星期一）09:00」. */
export const dayTimeInWords = (at: string, zone: string): string => together(dayAndTime(at, zone))

/** 「2020年1月31日（星期五）24:00」. */
export const dueTimeInWords = (at: string, zone: string): string => together(dueDayAndTime(at, zone))
