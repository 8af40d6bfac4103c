/*
 * Working calendars that a round may name. `cn`: the State Council's holidays and make-up working days from the
 * package chinese-days, its table of days only (3 kB gzip; the package's code brings lunar calendars that nobody
 * asks here). `weekends`: Saturdays and Sundays. The round's own days come before either.
 */
import table from 'chinese-days/dist/chinese-days.json' with { type: 'json' }
import { once } from '../shared/once.ts'
import type { WorkingCalendar } from '../shared/round/calendar.ts'
import type { RoundCalendar } from '../shared/round/round.ts'
import { type LocalDate, weekdayOf } from '../shared/time.ts'

type DayTable = Readonly<Record<string, string>>
const holidays: DayTable = table.holidays
const workdays: DayTable = table.workdays

/** Entries read "Spring Festival,春节,3". */
const chineseNameOf = (entry: string | undefined): string | undefined => entry?.split(',')[1]

/**
 * The notice of a year names all its days at once, in the autumn before, and may reach into the last days of
 * December: a year is known when the table has its National Day, not when it has some day of it.
 */
const knownYears = once(
  (): ReadonlySet<number> =>
    new Set(
      Object.keys(holidays)
        .filter((day) => day.endsWith('-10-01'))
        .map((day) => Number(day.slice(0, 4))),
    ),
)

const isWeekend = (day: LocalDate): boolean => weekdayOf(day) >= 6

const weekends: WorkingCalendar = {
  id: 'weekends',
  isDayOff: isWeekend,
  nameOf: () => undefined,
  knows: () => true,
}

const cn: WorkingCalendar = {
  id: 'cn',
  isDayOff: (day) => holidays[day] !== undefined || (isWeekend(day) && workdays[day] === undefined),
  nameOf: (day) => chineseNameOf(holidays[day]),
  knows: (year) => knownYears().has(year),
}

const calendars: Readonly<Record<string, WorkingCalendar>> = { cn, weekends }

/** Ids that a round may name, for the form and for the refusal of another one. */
export const calendarIds: readonly string[] = Object.keys(calendars)

/**
 * The calendar of a round: the named one, changed by the round's own days off and working days. A day in both lists is a
 * working day. Undefined for an id that is not in `calendarIds`: the caller refuses it.
 */
export const calendarFor = (of: RoundCalendar): WorkingCalendar | undefined => {
  const base = Object.hasOwn(calendars, of.id) ? calendars[of.id] : undefined
  if (base === undefined) return undefined
  const off = new Set(of.extraDaysOff)
  const work = new Set(of.extraWorkdays)
  return {
    id: base.id,
    isDayOff: (day) => !work.has(day) && (off.has(day) || base.isDayOff(day)),
    nameOf: (day) => (work.has(day) ? undefined : base.nameOf(day)),
    knows: base.knows,
  }
}

/** The calendar of a stored round. Its id was checked when the round was planned, so another one is a surprise. */
export const calendarOf = (of: RoundCalendar): WorkingCalendar => {
  const calendar = calendarFor(of)
  if (calendar === undefined) throw new RangeError(`There is no calendar "${of.id}".`)
  return calendar
}
