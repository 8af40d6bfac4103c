/*
 * The digest (product R6): on working mornings the coordinators of a collector hear who is in, who is missing and what
 * came back. Decided here, and nowhere else:
 * - a morning counts when a unit that is not muted owes and its due moment is past or at most ten working days away,
 *   or when, in the ten working days before a due moment of the round, something waits for review;
 * - or when a letter has come back since the last digest;
 * - mornings are those of working days, at the hour of the ladder; a day has one digest, and a day that was missed has
 *   none. When nothing needs a hand nothing is written.
 */

import type { ReturnStage } from '../return/return.ts'
import type { WorkingCalendar } from '../round/calendar.ts'
import type { DueWhy } from '../round/due.ts'
import type { LadderStep } from '../round/round.ts'
import { nextWorkingDay, workingDaysBefore } from '../round/working-days.ts'
import {
  dayOf,
  dueDayOf,
  type Instant,
  instantAt,
  type LocalDate,
  plusDays,
  type TimeOfDay,
  timeOfDay,
} from '../time.ts'
import type { UnitId } from '../unit/unit.ts'
import type { Words } from '../words.ts'

/** How many working days before the due day digests begin: two weeks. */
export const digestWorkingDays = 10

/** One unit as the digest tells of it. */
export interface DigestUnit {
  readonly unit: UnitId
  readonly name: Words
  /** Absent: not started. */
  readonly stage?: ReturnStage | undefined
  readonly due: { readonly dueAt: Instant; readonly why: DueWhy }
  readonly progress?: { readonly filled: number; readonly total: number } | undefined
  /** It collects itself and owes its report. */
  readonly isReport?: true
  /** Why the ladder is silent for it. */
  readonly muted?: string | undefined
  /** Whom to ring up. */
  readonly contact?: { readonly name: string; readonly phone?: string | undefined } | undefined
  /** Nobody fills in there whose address works. */
  readonly isUnreachable: boolean
}

export interface CameBack {
  readonly name: string
  readonly email: string
  readonly units: readonly Words[]
  readonly at: Instant
  /** In the words of the mail service. */
  readonly because?: string | undefined
}

/** What a digest tells, as it is at its delivery. */
export interface Digest {
  /** Everybody who owes a return or a report, in or not. */
  readonly units: readonly DigestUnit[]
  /** Letters of the last days that did not arrive. */
  readonly cameBack: readonly CameBack[]
  /** Page of the board. */
  readonly link: string
}

/** Not handed in, or sent back. */
export const isMissing = ({ stage }: Pick<DigestUnit, 'stage'>): boolean =>
  stage !== 'submitted' && stage !== 'accepted'

const morning = timeOfDay('09:00')

/** The hour of the ladder: of its due day, else of its first step by the clock, else nine. */
export const digestTime = (ladder: readonly LadderStep[]): TimeOfDay => {
  const steps = ladder.filter(({ timing }) => timing.kind !== 'opening')
  return (steps.find(({ timing }) => timing.kind === 'dueDay') ?? steps[0])?.at ?? morning
}

interface Keeping {
  readonly ladder: readonly LadderStep[]
  readonly zone: string
}

/** The first digest hour of a working day strictly after a moment. */
export const nextDigestMorning = ({ ladder, zone }: Keeping, after: Instant, calendar: WorkingCalendar): Instant => {
  const [time, today] = [digestTime(ladder), dayOf(after, zone)]
  const first = instantAt(today, time, zone) > after ? today : plusDays(today, 1)
  return instantAt(nextWorkingDay(first, calendar), time, zone)
}

/** Has the hour of today's digest come? Undefined on a day off and before it. */
export const digestDay = (
  { ladder, zone }: Keeping,
  now: Instant,
  calendar: WorkingCalendar,
): LocalDate | undefined => {
  const today = dayOf(now, zone)
  return calendar.isDayOff(today) || now < instantAt(today, digestTime(ladder), zone) ? undefined : today
}

/** Is it, on this day, at most ten working days to the due day, or past it? */
const isNear = (day: LocalDate, dueAt: Instant, zone: string, calendar: WorkingCalendar): boolean =>
  day >= workingDaysBefore(dueDayOf(dueAt, zone), digestWorkingDays, calendar)

/** Does this morning ask for a digest? */
export const isDigestDue = (
  digest: Pick<Digest, 'units' | 'cameBack'>,
  facts: { readonly day: LocalDate; readonly zone: string; readonly lastAt?: Instant | undefined },
  calendar: WorkingCalendar,
): boolean => {
  const { day, zone, lastAt } = facts
  if (digest.cameBack.some(({ at }) => lastAt === undefined || at > lastAt)) return true
  return digest.units.some(({ stage, due, muted }) => {
    if (!isNear(day, due.dueAt, zone, calendar)) return false
    if (stage === 'submitted') return day <= dueDayOf(due.dueAt, zone)
    return isMissing({ stage }) && muted === undefined
  })
}
