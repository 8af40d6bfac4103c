import type { WorkingCalendar } from '../round/calendar.ts'
import { workingDaysAfter } from '../round/working-days.ts'
import { dayOf, type Instant, instantAt, plusDays } from '../time.ts'

const workingDaysForCorrection = 2

/**
 * The due moment of a correction when the coordinator names none: the end of the second working day after the sending
 * back (domain facts, practice §3: 「退回」 with its own 2-working-day clock). Half-open.
 */
export const correctionDueAt = (at: Instant, zone: string, calendar: WorkingCalendar): Instant =>
  instantAt(plusDays(workingDaysAfter(dayOf(at, zone), workingDaysForCorrection, calendar), 1), '00:00', zone)
