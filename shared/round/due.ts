/*
 * Due moments: which one holds for a unit, what "on time" means (product W2). Half-open everywhere: handing in
 * exactly at the moment is late. How a due moment is said to people: due-in-words.ts.
 */
import type { Instant } from '../time.ts'
import { dueDayOf } from '../time.ts'
import type { Unit } from '../unit/unit.ts'
import type { WorkingCalendar } from './calendar.ts'
import type { Round } from './round.ts'

/** Why a unit's due moment is what it is. */
export type DueWhy = 'round' | 'level' | 'extension' | 'correction'

export interface Due {
  readonly dueAt: Instant
  readonly why: DueWhy
}

/** A due moment of a unit's own, and when it was given: an Extension or a Correction. */
export interface OwnDue {
  readonly dueAt: Instant
  readonly at: Instant
}

/** The due moment before any extension or correction: by level below the owner, or the round's. */
export const originalDueOf = (round: Pick<Round, 'owner' | 'dueAt' | 'dueByLevel'>, unit: Pick<Unit, 'path'>): Due => {
  const ownerIndex = unit.path.indexOf(round.owner)
  const level = ownerIndex < 0 ? undefined : round.dueByLevel[String(unit.path.length - 1 - ownerIndex)]
  return level === undefined ? { dueAt: round.dueAt, why: 'round' } : { dueAt: level, why: 'level' }
}

/**
 * The due moment that holds for a unit now. An open correction (pass it only while it is open: the return is sent
 * back, or being drafted again) comes before an extension, unless the extension was given after it.
 */
export const dueOf = (
  round: Pick<Round, 'owner' | 'dueAt' | 'dueByLevel'>,
  unit: Pick<Unit, 'path'>,
  own: { readonly extension?: OwnDue | undefined; readonly correction?: OwnDue | undefined } = {},
): Due => {
  const { extension, correction } = own
  if (correction !== undefined && (extension === undefined || extension.at <= correction.at))
    return { dueAt: correction.dueAt, why: 'correction' }
  if (extension !== undefined) return { dueAt: extension.dueAt, why: 'extension' }
  return originalDueOf(round, unit)
}

/** Is the last day before the due moment a weekend or holiday? The form, the letters and the board say so. */
export const isDueOnDayOff = (dueAt: Instant, zone: string, calendar: WorkingCalendar): boolean =>
  calendar.isDayOff(dueDayOf(dueAt, zone))

export type Timeliness = 'onTime' | 'extended' | 'late'

/**
 * Judged by the first submission alone (product W2); a correction has its own due moment and changes nothing here.
 * @param dueAtOriginal of originalDueOf, without the extension
 */
export const timeliness = (
  firstSubmittedAt: Instant,
  dueAtOriginal: Instant,
  extension?: Pick<OwnDue, 'dueAt'>,
): Timeliness => {
  if (firstSubmittedAt < dueAtOriginal) return 'onTime'
  return extension !== undefined && firstSubmittedAt < extension.dueAt ? 'extended' : 'late'
}
