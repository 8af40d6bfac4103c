/*
 * The plan of reminders: which step of a ladder goes out when, as a pure function of the due moment and the
 * calendar (product R2). Decided here, and nowhere else:
 * - a "before" step on a day off moves to the working day before, an overdue step to the next working day, the
 *   due-day step stays;
 * - when two steps fall on one day the later one wins; the opening notice alone is never dropped, and a step
 *   that would lie at or before it, or on its day, is dropped for it;
 * - where the return is due so early that the due-day step would come after it, that step goes out one hour
 *   before the due moment, or, where that is night, not at all: the step before has said it.
 */
import {
  dayOf,
  dueDayOf,
  type Instant,
  instantAt,
  type LocalDate,
  msOf,
  plusDays,
  plusMs,
  type TimeOfDay,
  timeOf,
  yearOf,
} from '../time.ts'
import type { WorkingCalendar } from './calendar.ts'
import { isNight } from './ladder.ts'
import type { LadderStep } from './round.ts'
import { nextWorkingDay, previousWorkingDay, workingDaysAfter, workingDaysBefore } from './working-days.ts'

export interface PlannedStep {
  readonly step: LadderStep
  readonly day: LocalDate
  /** Time of day in the round's zone, as it really goes out. */
  readonly time: TimeOfDay
  readonly at: Instant
  /** The day off on which it would have fallen. */
  readonly movedFrom?: LocalDate
  /** Name of that day off, or of the due day that is one and keeps its step: 春节. */
  readonly dayOffName?: string
  /** Not sent: id of the step that wins; `opening` when it would come too early, `due` when no daytime is left. */
  readonly droppedFor?: string
  /** A year whose holidays are not published was counted by weekends only. */
  readonly unknownYear?: true
  /** From then on its text would be untrue: the due moment, for all but the overdue steps. */
  readonly expiresAt?: Instant
}

export interface PlanFacts {
  readonly ladder: readonly LadderStep[]
  /** The opening; for a correction, the moment it was given. */
  readonly opensAt: Instant
  /** Half-open. */
  readonly dueAt: Instant
  readonly zone: string
}

const hourMs = 3_600_000

/** Nominal day, and the day after moving off a day off. */
const daysOf = ({ timing }: LadderStep, { opensAt, dueAt, zone }: PlanFacts, calendar: WorkingCalendar) => {
  const dueDay = dueDayOf(dueAt, zone)
  switch (timing.kind) {
    case 'opening': {
      const day = dayOf(opensAt, zone)
      return { nominal: day, day }
    }
    case 'dueDay':
      return { nominal: dueDay, day: dueDay }
    case 'before': {
      const inDays = timing.of === 'days'
      const nominal = inDays ? plusDays(dueDay, -timing.count) : workingDaysBefore(dueDay, timing.count, calendar)
      return { nominal, day: previousWorkingDay(nominal, calendar) }
    }
    case 'after': {
      const inDays = timing.of === 'days'
      const nominal = inDays ? plusDays(dueDay, timing.count) : workingDaysAfter(dueDay, timing.count, calendar)
      return { nominal, day: nextWorkingDay(nominal, calendar) }
    }
  }
}

const momentOf = (step: LadderStep, day: LocalDate, { opensAt, dueAt, zone }: PlanFacts): Instant => {
  if (step.timing.kind === 'opening') return opensAt
  const at = instantAt(day, step.at, zone)
  return step.timing.kind === 'dueDay' && at >= dueAt ? plusMs(dueAt, -hourMs) : at
}

/** Is every year known that was looked at between the step and the due day? */
const yearsKnown = (from: LocalDate, to: LocalDate, calendar: WorkingCalendar): boolean => {
  for (let year = Math.min(yearOf(from), yearOf(to)); year <= Math.max(yearOf(from), yearOf(to)); year += 1)
    if (!calendar.knows(year)) return false
  return true
}

const planned = (
  step: LadderStep,
  facts: PlanFacts,
  calendar: WorkingCalendar,
): PlannedStep & { nominal: LocalDate } => {
  const { nominal, day } = daysOf(step, facts, calendar)
  const at = momentOf(step, day, facts)
  const name = step.timing.kind === 'opening' ? undefined : calendar.nameOf(nominal)
  const isOff = step.timing.kind !== 'opening' && calendar.isDayOff(nominal)
  return {
    step,
    day,
    time: timeOf(at, facts.zone),
    at,
    nominal,
    ...(day === nominal ? {} : { movedFrom: nominal }),
    ...(isOff && name !== undefined ? { dayOffName: name } : {}),
    ...(yearsKnown(day, dueDayOf(facts.dueAt, facts.zone), calendar) ? {} : { unknownYear: true as const }),
    ...(step.timing.kind === 'after' ? {} : { expiresAt: facts.dueAt }),
  }
}

const isOpening = ({ step }: PlannedStep): boolean => step.timing.kind === 'opening'

/**
 * The plan of one due moment, in the order of sending; dropped steps stay in it, marked. A ladder with problems
 * (ladder.ts) is refused before it comes here.
 */
export const planOf = (facts: PlanFacts, calendar: WorkingCalendar): readonly PlannedStep[] => {
  const openingDay = dayOf(facts.opensAt, facts.zone)
  const steps = facts.ladder
    .map((step, index) => ({ ...planned(step, facts, calendar), index }))
    .sort(
      (a, b) =>
        msOf(a.at) - msOf(b.at) || (a.nominal < b.nominal ? -1 : Number(a.nominal > b.nominal)) || a.index - b.index,
    )
  const tooEarly = (one: PlannedStep): boolean => !isOpening(one) && (one.at <= facts.opensAt || one.day <= openingDay)
  const tooLate = ({ step, at }: PlannedStep): boolean =>
    step.timing.kind === 'dueDay' &&
    at !== instantAt(dueDayOf(facts.dueAt, facts.zone), step.at, facts.zone) &&
    isNight(at, facts.zone)
  const droppedFor = (one: (typeof steps)[number]): string | undefined => {
    if (isOpening(one)) return undefined
    if (tooEarly(one)) return 'opening'
    if (tooLate(one)) return 'due'
    const rivals = steps.filter((other) => other.day === one.day && !isOpening(other) && !tooLate(other))
    const winner = rivals.reduce((best, other) => (isLater(other, best) ? other : best), one)
    return winner.step.id === one.step.id ? undefined : winner.step.id
  }
  return steps.map((one) => {
    const { nominal: _nominal, index: _index, ...rest } = one
    const dropped = droppedFor(one)
    return dropped === undefined ? rest : { ...rest, droppedFor: dropped }
  })
}

/** Of two steps on one day the later is the one that would have come later without days off; then by the ladder. */
const isLater = (
  a: { readonly nominal: LocalDate; readonly index: number },
  b: { readonly nominal: LocalDate; readonly index: number },
): boolean => (a.nominal === b.nominal ? a.index > b.index : a.nominal > b.nominal)

/**
 * The one step to send by now, if any: the newest whose moment has come. Nothing when it, or anything newer, was
 * claimed already, when its text would be untrue by now, or when it came no later than `since` (the moment this
 * due moment began to hold for the unit: extension given, unit added, mute lifted). Older steps are never caught up,
 * so an outage ends in one letter and not in a burst (product R4). Whoever sends asks isNight (ladder.ts) first.
 * @param claimed ids of the steps already claimed for this unit and due moment
 */
export const stepOwed = (
  plan: readonly PlannedStep[],
  now: Instant,
  claimed: ReadonlySet<string>,
  since?: Instant,
): PlannedStep | undefined => {
  const steps = plan.filter((one) => one.droppedFor === undefined)
  const newest = steps.findLast((one) => one.at <= now)
  if (newest === undefined) return undefined
  if (steps.slice(steps.indexOf(newest)).some((one) => claimed.has(one.step.id))) return undefined
  if (newest.expiresAt !== undefined && newest.expiresAt <= now) return undefined
  if (since !== undefined && newest.at <= since) return undefined
  return newest
}

/** When the next step goes out, strictly after a moment; undefined when the plan is over. */
export const nextStepAt = (plan: readonly PlannedStep[], after: Instant): Instant | undefined =>
  plan.find((one) => one.droppedFor === undefined && one.at > after)?.at
