/*
 * Days and moments. A LocalDate is a day of the office's calendar, an Instant is a point of time;
 * they are branded so that nothing compares one with the other. There is no clock here: whoever
 * asks "now?" passes the answer in. Decision 0006. Temporal as functions: of its classes a bundle would carry all.
 */
import { getISO } from 'temporal-polyfill/fns/Calendar'
import * as InstantFns from 'temporal-polyfill/fns/Instant'
import * as PlainDateFns from 'temporal-polyfill/fns/PlainDate'
import * as PlainTimeFns from 'temporal-polyfill/fns/PlainTime'
import * as ZonedDateTimeFns from 'temporal-polyfill/fns/ZonedDateTime'

/** A calendar day, "2020-01-31". Sorts as text. */
export type LocalDate = string & { readonly __brand: 'LocalDate' }
/** A point of time in UTC with milliseconds, "2020-01-31T16:00:00.000Z". Always 24 characters, so it sorts as text. */
export type Instant = string & { readonly __brand: 'Instant' }
/** A time of day, "09:00", 24-hour clock. */
export type TimeOfDay = string & { readonly __brand: 'TimeOfDay' }

const readDay = (text: string) => PlainDateFns.fromString(text, getISO)

/** Reads "2020-01-31". Throws RangeError on anything that is not a day of the calendar (29 February of 2021). */
export const localDate = (text: string): LocalDate => PlainDateFns.toString(readDay(text)) as LocalDate

/** Reads an RFC 3339 moment with offset. Throws RangeError on anything else. */
export const instant = (text: string): Instant =>
  InstantFns.toString(InstantFns.fromString(text), { smallestUnit: 'millisecond', roundingMode: 'floor' }) as Instant

/** The instant of a number of milliseconds since 1970. */
export const instantOfMs = (epochMs: number): Instant =>
  InstantFns.toString(InstantFns.fromEpochMilliseconds(epochMs), { smallestUnit: 'millisecond' }) as Instant

/** Milliseconds since 1970 of an instant. */
export const msOf = (at: Instant): number => InstantFns.fromString(at).epochMilliseconds

/** `at` moved by so many milliseconds (negative: earlier). */
export const plusMs = (at: Instant, ms: number): Instant => instantOfMs(msOf(at) + ms)

/*
 * Beijing keeps UTC+08:00 the year round since 1992. Said here, because to read it out of the platform's tables costs
 * the first request of a process 25 ms; the test holds it against those tables.
 */
const beijingSince = '1992'
const offsetOrZone = (zone: string, at: string): string =>
  zone === 'Asia/Shanghai' && at >= beijingSince ? '+08:00' : zone

/** Is this the name of a time zone of the IANA database (or an offset such as +08:00)? */
export const isZone = (zone: string): boolean => {
  try {
    InstantFns.toZonedDateTimeISO(InstantFns.fromEpochMilliseconds(0), zone)
    return true
  } catch {
    return false
  }
}

const inZone = (at: Instant, zone: string) =>
  InstantFns.toZonedDateTimeISO(InstantFns.fromString(at), offsetOrZone(zone, at))

/** The day that an instant falls on, in a zone. */
export const dayOf = (at: Instant, zone: string): LocalDate =>
  PlainDateFns.toString(ZonedDateTimeFns.toPlainDate(inZone(at, zone))) as LocalDate

/** The time of day of an instant in a zone, "14:02". */
export const timeOf = (at: Instant, zone: string): TimeOfDay =>
  PlainTimeFns.toString(ZonedDateTimeFns.toPlainTime(inZone(at, zone)), { smallestUnit: 'minute' }) as TimeOfDay

/** The instant of a day and time in a zone. A skipped hour moves forward, a doubled hour is the earlier one ("compatible"). */
export const instantAt = (day: LocalDate, time: string, zone: string): Instant =>
  instantOfMs(
    PlainDateFns.toZonedDateTime(readDay(day), {
      timeZone: offsetOrZone(zone, day),
      plainTime: PlainTimeFns.fromString(time),
    }).epochMilliseconds,
  )

/** `day` moved by so many calendar days (negative: earlier). */
export const plusDays = (day: LocalDate, days: number): LocalDate =>
  PlainDateFns.toString(PlainDateFns.addDays(readDay(day), days)) as LocalDate

/** Calendar days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: LocalDate, to: LocalDate): number => PlainDateFns.diffDays(readDay(from), readDay(to))

/** 1 Monday … 7 Sunday. */
export const weekdayOf = (day: LocalDate): number => PlainDateFns.dayOfWeek(readDay(day))

/** The year of a day. */
export const yearOf = (day: LocalDate): number => readDay(day).year

/**
 * The last day that counts before a due moment. Due moments are half-open: 2020-02-01T00:00+08:00 is
 * printed 1月31日24:00 and its day is 31 January (product W2).
 */
export const dueDayOf = (dueAt: Instant, zone: string): LocalDate => dayOf(plusMs(dueAt, -1), zone)

/** Is this a time of day, "09:00"? */
export const isTimeOfDay = (text: string): text is TimeOfDay => /^([01]\d|2[0-3]):[0-5]\d$/.test(text)

/** Reads "09:00". Throws RangeError on anything else. */
export const timeOfDay = (text: string): TimeOfDay => {
  if (!isTimeOfDay(text)) throw new RangeError(`Not a time of day: ${text}`)
  return text
}
