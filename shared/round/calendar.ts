/*
 * A working calendar, as the core sees it: asked, never read from a clock or a library here. The shell makes
 * one from a maintained library and the round's own days (functions/calendars.ts).
 */
import type { LocalDate } from '../time.ts'

export interface WorkingCalendar {
  /** Name shown to people: `cn`. */
  readonly id: string
  /** Weekend or holiday, make-up working days taken into account. */
  readonly isDayOff: (day: LocalDate) => boolean
  /** What the day off is called, when it has a name: 春节. */
  readonly nameOf: (day: LocalDate) => string | undefined
  /** False for a year whose holidays are not published yet: weekends only, and said so (product R2). */
  readonly knows: (year: number) => boolean
}
