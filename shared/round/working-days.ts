/*
 * Counting in working days. Pure over a WorkingCalendar; make-up working days and the round's own days are the
 * calendar's affair. A calendar without any working day in two years is a mistake in the round and is thrown.
 */
import { type LocalDate, plusDays } from '../time.ts'
import type { WorkingCalendar } from './calendar.ts'

const longestSearchDays = 731

const nearest = (from: LocalDate, direction: 1 | -1, calendar: WorkingCalendar): LocalDate => {
  let day = from
  for (let searched = 0; searched < longestSearchDays; searched += 1) {
    if (!calendar.isDayOff(day)) return day
    day = plusDays(day, direction)
  }
  throw new RangeError(`The calendar ${calendar.id} has no working day within two years of ${from}.`)
}

/** `day` itself when it is a working day, otherwise the last working day before it. */
export const previousWorkingDay = (day: LocalDate, calendar: WorkingCalendar): LocalDate => nearest(day, -1, calendar)

/** `day` itself when it is a working day, otherwise the first working day after it. */
export const nextWorkingDay = (day: LocalDate, calendar: WorkingCalendar): LocalDate => nearest(day, 1, calendar)

/** The n-th working day before `day`; `day` itself is not counted, whatever it is. n = 0 gives `day`. */
export const workingDaysBefore = (day: LocalDate, n: number, calendar: WorkingCalendar): LocalDate => {
  let found = day
  for (let counted = 0; counted < n; counted += 1) found = nearest(plusDays(found, -1), -1, calendar)
  return found
}

/** The n-th working day after `day`; `day` itself is not counted, whatever it is. n = 0 gives `day`. */
export const workingDaysAfter = (day: LocalDate, n: number, calendar: WorkingCalendar): LocalDate => {
  let found = day
  for (let counted = 0; counted < n; counted += 1) found = nearest(plusDays(found, 1), 1, calendar)
  return found
}

/**
 * Working days from `from` (counted) to `to` (not counted), 0 when `to` is not later. So the step
 * "3 working days before" is sent on the day on which this says 3, a due day that is a day off included.
 */
export const workingDaysBetween = (from: LocalDate, to: LocalDate, calendar: WorkingCalendar): number => {
  let count = 0
  for (let day = from; day < to; day = plusDays(day, 1)) if (!calendar.isDayOff(day)) count += 1
  return count
}
