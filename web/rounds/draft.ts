/*
 * A plan as it is typed: everything is text until it is sent, so that nothing typed is lost to a form that does not
 * understand it. The ladder that a round starts with is written here again: the core's file would bring Temporal
 * with it; the test compares the two.
 */
import type { AnswerOf, Routes } from '../../shared/api.ts'
import { dayAndTime, dueDayAndTime, momentsAt } from '../zoned-moment.ts'

export type Round = AnswerOf<Routes['getRound']>
type Step = Round['ladder'][number]
type Role = Step['to'][number]

export interface MomentDraft {
  readonly day: string
  readonly time: string
  /** Which of two, where the clock goes through an hour twice. */
  readonly which: 'first' | 'second'
}

export interface StepDraft {
  readonly id: string
  readonly kind: Step['timing']['kind']
  readonly count: string
  readonly of: 'workingDays' | 'days'
  readonly at: string
  readonly to: readonly Role[]
}

export interface LevelDraft {
  readonly level: string
  readonly due: MomentDraft
}

export interface RoundDraft {
  readonly title: string
  readonly id: string
  readonly owner: string
  readonly edition: string
  readonly supplements: readonly string[]
  readonly year: string
  readonly units: 'below' | 'chosen'
  readonly chosen: readonly string[]
  readonly opens: MomentDraft
  readonly due: MomentDraft
  readonly levels: readonly LevelDraft[]
  readonly zone: string
  readonly calendar: string
  /** One day a line. */
  readonly daysOff: string
  readonly workdays: string
  readonly ladder: readonly StepDraft[]
  readonly statutory: boolean
  /** R7x: items on the list beside cases decided. */
  readonly extraCheck: boolean
}

export const roles = ['reporter', 'leader', 'coordinator'] as const satisfies readonly Role[]

const step = (id: string, kind: StepDraft['kind'], count = 1, to: readonly Role[] = ['reporter']): StepDraft => ({
  id,
  kind,
  count: String(count),
  of: kind === 'after' ? 'days' : 'workingDays',
  at: '09:00',
  to,
})

/** What a round starts with (product R1). */
export const firstLadder: readonly StepDraft[] = [
  step('opening', 'opening'),
  ...[14, 7, 3, 1].map((count) => step(`before${count}`, 'before', count)),
  step('dueDay', 'dueDay'),
  ...[1, 3].map((count) => step(`overdue${count}`, 'after', count, ['reporter', 'leader', 'coordinator'])),
]

/** A step more, with an id that no other has. */
export const oneMoreStep = (ladder: readonly StepDraft[]): StepDraft => {
  let number = ladder.length + 1
  while (ladder.some(({ id }) => id === `step${number}`)) number += 1
  return step(`step${number}`, 'before', 5)
}

const momentOn = (day: string, time: string): MomentDraft => ({ day, time, which: 'first' })

/** A plan to begin with: the statutory day of the year after, which the coordinator changes as needed. */
export const freshDraft = (year: number, owner: string): RoundDraft => ({
  title: `${year}年度政府信息公开工作年度报告`,
  id: `ogi-${year}`,
  owner,
  edition: '',
  supplements: [],
  year: String(year),
  units: 'below',
  chosen: [],
  opens: momentOn(`${year + 1}-01-04`, '09:00'),
  due: momentOn(`${year + 1}-01-31`, '24:00'),
  levels: [],
  zone: 'Asia/Shanghai',
  calendar: 'cn',
  daysOff: '',
  workdays: '',
  ladder: firstLadder,
  statutory: false,
  extraCheck: false,
})

const momentDraft = (at: string, zone: string, isDue: boolean): MomentDraft => {
  const found = isDue ? dueDayAndTime(at, zone) : dayAndTime(at, zone)
  const [first, second] = momentsAt(found, zone).map((one) => Date.parse(one))
  return { ...found, which: first !== undefined && second === Date.parse(at) ? 'second' : 'first' }
}

const stepDraft = ({ id, timing, at, to }: Step): StepDraft => {
  const isCounted = timing.kind === 'before' || timing.kind === 'after'
  const { count, of } = isCounted ? timing : { count: 1, of: 'workingDays' as const }
  return { id, kind: timing.kind, count: String(count), of, at, to }
}

/** A stored round as it would have been typed. */
export const draftOf = (round: Round): RoundDraft => {
  const [edition = '', ...supplements] = round.forms
  return {
    title: round.title,
    id: round.id,
    owner: round.owner,
    edition,
    supplements,
    year: String(round.year),
    units: round.units === 'below' ? 'below' : 'chosen',
    chosen: round.units === 'below' ? [] : round.units,
    opens: momentDraft(round.opensAt, round.zone, false),
    due: momentDraft(round.dueAt, round.zone, true),
    levels: Object.entries(round.dueByLevel).map(([level, at]) => ({ level, due: momentDraft(at, round.zone, true) })),
    zone: round.zone,
    calendar: round.calendar.id,
    daysOff: (round.calendar.extraDaysOff ?? []).join('\n'),
    workdays: (round.calendar.extraWorkdays ?? []).join('\n'),
    ladder: round.ladder.map(stepDraft),
    statutory: round.statutory,
    extraCheck: round.extraChecks.includes('R7x'),
  }
}

const dayNextYear = (day: string): string => {
  const next = `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`
  return next.endsWith('-02-29') ? next.replace(/29$/, '28') : next
}

const momentNextYear = (at: MomentDraft): MomentDraft => ({ ...at, day: dayNextYear(at.day), which: 'first' })

/** Everything of an earlier round, with its year and its dates moved one year on. */
export const nextYear = (draft: RoundDraft): RoundDraft => {
  const year = Number(draft.year)
  /* Only the year itself: 12019 is another number. */
  const moved = (text: string): string =>
    text.replace(new RegExp(`(^|\\D)${year}(?!\\d)`, 'g'), (_, before: string) => `${before}${year + 1}`)
  const days = (text: string): string => text.split('\n').filter(Boolean).map(dayNextYear).join('\n')
  const id = moved(draft.id)
  return {
    ...draft,
    year: String(year + 1),
    title: moved(draft.title),
    id: id === draft.id ? `${draft.id.slice(0, 35)}-${year + 1}` : id,
    opens: momentNextYear(draft.opens),
    due: momentNextYear(draft.due),
    levels: draft.levels.map(({ level, due }) => ({ level, due: momentNextYear(due) })),
    daysOff: days(draft.daysOff),
    workdays: days(draft.workdays),
  }
}

/** An id that no listed round has: `ogi-2020`, else `ogi-2020-2`. */
export const freeId = (wanted: string, taken: readonly string[]): string => {
  let id = wanted
  for (let number = 2; taken.includes(id); number += 1) id = `${wanted.slice(0, 36)}-${number}`
  return id
}
