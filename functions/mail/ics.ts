/*
 * The calendar file of an opening notice. The entry is the half hour that ends at the due moment: a due moment of
 * 31 January 24:00 entered as a point of time would show on 1 February.
 */
import ical, { ICalAlarmType, ICalCalendarMethod, ICalEventTransparency } from 'ical-generator'
import type { DueEvent } from '../../shared/reminder/letter-context.ts'
import { type Instant, msOf, plusMs } from '../../shared/time.ts'

const lengthMs = 30 * 60_000

const dateOf = (at: Instant): Date => new Date(msOf(at))

/** iCalendar (RFC 5545), METHOD:PUBLISH, one VEVENT per unit; UIDs are stable, so that a later file replaces. */
export const icsOf = (events: readonly DueEvent[]): string => {
  const calendar = ical({ method: ICalCalendarMethod.PUBLISH, prodId: '//Huibao//Huibao//ZH' })
  for (const event of events) {
    calendar.createEvent({
      id: `${event.uid}@huibao`,
      sequence: event.sequence,
      stamp: dateOf(event.createdAt),
      start: dateOf(plusMs(event.dueAt, -lengthMs)),
      end: dateOf(event.dueAt),
      summary: event.title,
      description: event.description,
      url: event.url,
      transparency: ICalEventTransparency.TRANSPARENT,
      alarms: event.alarms.map((at) => ({
        type: ICalAlarmType.display,
        trigger: dateOf(at),
        description: event.title,
      })),
    })
  }
  return calendar.toString()
}
