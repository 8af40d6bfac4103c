/*
 * The appraisal (考核, product B3): what the row of each unit says of its timeliness and care. Facts, and one ratio; no
 * score is made up here. Timeliness is that of the first submission; corrections stand by their own due moments.
 */

import type { CorrectionCounts, ExplainedCounts, HandedIn } from '../return/handed-in.ts'
import { correctionOf } from '../return/moves.ts'
import type { Extension, Return } from '../return/return.ts'
import type { WorkingCalendar } from '../round/calendar.ts'
import { timeliness } from '../round/due.ts'
import { workingDaysBetween } from '../round/working-days.ts'
import { dayOf, daysBetween, dueDayOf, type Instant, plusDays } from '../time.ts'
import type { UnitId } from '../unit/unit.ts'
import type { Words } from '../words.ts'
import { type Rate, rateOf } from './rate.ts'

/** A unit as the board knows it. */
export interface AppraisedUnit {
  readonly unit: UnitId
  readonly name: Words
  /** The due moment without extension: the round's or its level's. */
  readonly originalDueAt: Instant
  readonly extension?: Pick<Extension, 'dueAt' | 'reason'>
  readonly now?: Return
  /** Set for a middle unit, whose report is what it owes here; `at` once it is handed in. */
  readonly report?: { readonly at?: Instant }
}

/** `open`: owes nothing yet. `missing`: its due moment has passed and nothing is handed in. */
export type Standing = 'onTime' | 'extended' | 'late' | 'missing' | 'open'

/** 0 calendar days: late on the due day itself. */
export interface DaysLate {
  readonly calendar: number
  readonly working: number
}

export interface AppraisalRow {
  readonly unit: UnitId
  readonly name: Words
  readonly isReport?: true
  readonly standing: Standing
  /** What the unit is, or was, judged by. */
  readonly dueAt: Instant
  readonly firstSubmittedAt?: Instant
  readonly daysLate?: DaysLate
  readonly extension?: Pick<Extension, 'dueAt' | 'reason'>
  /** The rest is not kept of a report. */
  readonly revisions?: number
  readonly timesSentBack?: number
  readonly corrections?: CorrectionCounts
  /** A correction that is still with the unit. */
  readonly correctionDue?: { readonly dueAt: Instant; readonly isOverdue: boolean }
  /** Absent where nothing is handed in. */
  readonly explained?: ExplainedCounts
  readonly filledAtOnce?: number
  readonly onBehalf?: true
}

export interface Appraisal {
  readonly rows: readonly AppraisalRow[]
  readonly counts: Readonly<Record<Standing, number>>
  /** On time, or within an extension, of those whose due moment has passed or who have handed in. */
  readonly rate?: Rate
}

export interface AppraisalMoment {
  readonly now: Instant
  readonly zone: string
  readonly calendar: WorkingCalendar
}

/** Days after the due day, the day of handing in counted; half-open: midnight after the due day is the first. */
export const daysLate = (dueAt: Instant, at: Instant, { zone, calendar }: AppraisalMoment): DaysLate => {
  const dueDay = dueDayOf(dueAt, zone)
  const day = dayOf(at, zone)
  return {
    calendar: daysBetween(dueDay, day),
    working: workingDaysBetween(plusDays(dueDay, 1), plusDays(day, 1), calendar),
  }
}

const ofCorrections = (now: Return, moment: AppraisalMoment): Pick<AppraisalRow, 'correctionDue'> => {
  const correction = correctionOf(now)
  const isWithUnit = now.stage === 'sentBack' || now.stage === 'drafting'
  return correction === undefined || !isWithUnit
    ? {}
    : { correctionDue: { dueAt: correction.dueAt, isOverdue: moment.now >= correction.dueAt } }
}

const ofHandedIn = (handedIn: HandedIn | undefined) =>
  handedIn === undefined
    ? {}
    : {
        explained: handedIn.explained,
        filledAtOnce: handedIn.filledAtOnce,
        ...(handedIn.onBehalf === true ? { onBehalf: true as const } : {}),
      }

const ofReturn = (now: Return | undefined, moment: AppraisalMoment) => ({
  revisions: now?.revisions ?? 0,
  timesSentBack: now?.timesSentBack ?? 0,
  corrections: now?.handedIn?.corrections ?? { onTime: 0, late: 0 },
  ...(now === undefined ? {} : ofCorrections(now, moment)),
  ...ofHandedIn(now?.handedIn),
})

const standingOf = (of: AppraisedUnit, dueAt: Instant, submittedAt: Instant | undefined, now: Instant): Standing => {
  if (submittedAt === undefined) return now >= dueAt ? 'missing' : 'open'
  return of.now?.firstTimeliness ?? timeliness(submittedAt, of.originalDueAt, of.extension)
}

const rowOf = (of: AppraisedUnit, moment: AppraisalMoment): AppraisalRow => {
  const { unit, name, extension, now, report } = of
  const submittedAt = report === undefined ? now?.firstSubmittedAt : report.at
  const dueAt = now?.handedIn?.firstDueAt ?? extension?.dueAt ?? of.originalDueAt
  const standing = standingOf(of, dueAt, submittedAt, moment.now)
  const isLate = standing === 'late' || standing === 'missing'
  return {
    unit,
    name,
    standing,
    dueAt,
    ...(report === undefined ? ofReturn(now, moment) : { isReport: true }),
    ...(submittedAt === undefined ? {} : { firstSubmittedAt: submittedAt }),
    ...(isLate ? { daysLate: daysLate(dueAt, submittedAt ?? moment.now, moment) } : {}),
    ...(extension === undefined ? {} : { extension: { dueAt: extension.dueAt, reason: extension.reason } }),
  }
}

/** The appraisal of units in their order, as of a moment. */
export const appraise = (units: readonly AppraisedUnit[], moment: AppraisalMoment): Appraisal => {
  const rows = units.map((unit) => rowOf(unit, moment))
  const count = (standing: Standing): number => rows.filter((row) => row.standing === standing).length
  const counts = {
    onTime: count('onTime'),
    extended: count('extended'),
    late: count('late'),
    missing: count('missing'),
    open: count('open'),
  }
  const rate = rateOf(counts.onTime + counts.extended, rows.length - counts.open)
  return { rows, counts, ...(rate === undefined ? {} : { rate }) }
}
