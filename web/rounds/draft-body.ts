/*
 * What was typed becomes what the API takes, or the list of what it cannot: each with the field it stands in. Whatever
 * the API knows better (forms and years, the ladder, ids that are taken) it says itself; its paths are fields here.
 */
import type { BodyOf, Routes } from '../../shared/api.ts'
import type { Problem } from '../api/problem.ts'
import { insteadOf, isDay, isZoneHere, momentsAt, timeAsTyped } from '../zoned-moment.ts'
import type { MomentDraft, RoundDraft, StepDraft } from './draft.ts'
import { say } from './form-words.ts'

type Body = BodyOf<Routes['postRound']>
type Ladder = NonNullable<Body['ladder']>

export interface FieldProblem {
  /** Id of the element to go to. */
  readonly field: string
  readonly sentence: string
}

/** A value, or why there is none. */
type Read<T> = { readonly value: T } | { readonly problem: FieldProblem }

/** The moment that is meant; a skipped hour is none. */
export const readMoment = (field: string, name: string, at: MomentDraft, zone: string): Read<string> => {
  const words = say()
  const time = timeAsTyped(at.time)
  if (!isDay(at.day)) return { problem: { field: `${field}-day`, sentence: words.noDay(name) } }
  if (time === undefined) return { problem: { field: `${field}-time`, sentence: words.noTime(name) } }
  if (!isZoneHere(zone)) return { problem: { field: 'zone', sentence: words.noZone } }
  const [first, second] = momentsAt({ day: at.day, time }, zone)
  if (first === undefined) {
    const instead = insteadOf({ day: at.day, time }, zone)
    return { problem: { field: `${field}-time`, sentence: words.skipped(name, time, instead.time) } }
  }
  return { value: at.which === 'second' && second !== undefined ? second : first }
}

/** The two moments of a doubled hour; undefined where there is nothing to choose. */
export const doubled = (at: MomentDraft, zone: string): readonly [string, string] | undefined => {
  const time = timeAsTyped(at.time)
  if (!isDay(at.day) || time === undefined || !isZoneHere(zone)) return undefined
  const [first, second] = momentsAt({ day: at.day, time }, zone)
  return first === undefined || second === undefined ? undefined : [first, second]
}

const daysIn = (field: string, text: string): readonly Read<string>[] =>
  text
    .split(/[\s,，、;；]+/)
    .filter(Boolean)
    .map((day) => (isDay(day) ? { value: day } : { problem: { field, sentence: say().noExtraDay(day) } }))

const timingOf = ({ kind, count, of }: StepDraft): Ladder[number]['timing'] =>
  kind === 'before' || kind === 'after' ? { kind, count: Number(count), of } : { kind }

const readStep = (step: StepDraft, index: number): Read<Ladder[number]> => {
  const words = say()
  const field = `step-${index}`
  const isCounted = step.kind === 'before' || step.kind === 'after'
  const most = step.kind === 'before' ? 120 : 60
  const isCount = /^\d{1,3}$/.test(step.count) && Number(step.count) >= 1 && Number(step.count) <= most
  if (isCounted && !isCount) return { problem: { field: `${field}-count`, sentence: words.badCount(index + 1, most) } }
  const at = timeAsTyped(step.at)
  if (at === undefined || at === '24:00')
    return { problem: { field: `${field}-at`, sentence: words.badStepTime(index + 1) } }
  const [first, ...others] = step.to
  if (first === undefined) return { problem: { field: `${field}-to`, sentence: words.nobody(index + 1) } }
  return { value: { id: step.id, timing: timingOf(step), at, to: [first, ...others] } }
}

const problemsIn = (reads: readonly Read<unknown>[]): readonly FieldProblem[] =>
  reads.flatMap((read) => ('problem' in read ? [read.problem] : []))
const valuesIn = <T>(reads: readonly Read<T>[]): T[] => reads.flatMap((read) => ('value' in read ? [read.value] : []))
const textOf = (read: Read<string>): string => ('value' in read ? read.value : '')

const textProblems = (draft: RoundDraft): readonly FieldProblem[] => {
  const words = say()
  return [
    ...(draft.title.trim() === '' ? [{ field: 'title', sentence: words.noTitle }] : []),
    ...(/^[a-z0-9][a-z0-9-]{0,39}$/.test(draft.id.trim()) ? [] : [{ field: 'id', sentence: words.badId }]),
    ...(draft.owner === '' ? [{ field: 'owner', sentence: words.noOwner }] : []),
    ...(/^(20(0[89]|[1-9]\d)|21\d\d|2200)$/.test(draft.year.trim())
      ? []
      : [{ field: 'year', sentence: words.badYear }]),
    ...(draft.edition === '' ? [{ field: 'edition', sentence: words.noEdition }] : []),
    ...(draft.units === 'chosen' && draft.chosen.length === 0 ? [{ field: 'units', sentence: words.noUnits }] : []),
    ...(draft.chosen.length > 500 ? [{ field: 'units', sentence: words.tooManyUnits }] : []),
  ]
}

const orderProblems = (opens: string, dues: readonly (readonly [string, string])[]): readonly FieldProblem[] =>
  dues.flatMap(([field, at]) =>
    opens !== '' && at !== '' && Date.parse(at) <= Date.parse(opens)
      ? [{ field: `${field}-day`, sentence: say().dueBeforeOpens }]
      : [],
  )

export type ReadDraft =
  | { readonly ok: true; readonly body: Body }
  | { readonly ok: false; readonly problems: readonly FieldProblem[] }

/** The body of a new round; of an open one its changeable part is taken from it. */
export const readDraft = (draft: RoundDraft): ReadDraft => {
  const words = say()
  const opens = readMoment('opens', words.opens, draft.opens, draft.zone)
  const due = readMoment('due', words.due, draft.due, draft.zone)
  const levels = draft.levels.map(({ level, due: at }, i) => ({
    level,
    field: `level-${i}`,
    at: readMoment(`level-${i}`, words.dueOfLevel(level), at, draft.zone),
  }))
  const twice = levels.filter(({ level }, i) => levels.some((other, j) => j < i && other.level === level))
  const off = daysIn('daysOff', draft.daysOff)
  const work = daysIn('workdays', draft.workdays)
  const ladder = draft.ladder.map(readStep)
  const moments = [opens, due, ...levels.map(({ at }) => at)]
  const dues = [['due', textOf(due)] as const, ...levels.map(({ field, at }) => [field, textOf(at)] as const)]
  const problems = [
    ...textProblems(draft),
    ...problemsIn(moments),
    ...twice.map(({ level, field }) => ({ field: `${field}-level`, sentence: words.levelTwice(level) })),
    ...orderProblems(textOf(opens), dues),
    ...problemsIn([...off, ...work, ...ladder]),
  ]
  if (problems.length > 0) return { ok: false, problems }
  return {
    ok: true,
    body: {
      title: draft.title.trim(),
      id: draft.id.trim(),
      owner: draft.owner,
      forms: [draft.edition, ...draft.supplements],
      year: Number(draft.year),
      units: draft.units === 'below' ? 'below' : [...draft.chosen],
      opensAt: textOf(opens),
      dueAt: textOf(due),
      dueByLevel: Object.fromEntries(levels.map(({ level, at }) => [level, textOf(at)])),
      zone: draft.zone.trim(),
      calendar: { id: draft.calendar, extraDaysOff: valuesIn(off), extraWorkdays: valuesIn(work) },
      ladder: valuesIn(ladder),
      statutory: draft.statutory,
      extraChecks: draft.extraCheck ? ['R7x'] : [],
    },
  }
}

const fixed: Readonly<Record<string, string>> = {
  title: 'title',
  id: 'id',
  owner: 'owner',
  year: 'year',
  forms: 'edition',
  units: 'units',
  opensAt: 'opens-day',
  dueAt: 'due-day',
  zone: 'zone',
}

/** The field that a path of the API's errors is about. */
const fieldOf = (path: string, draft: RoundDraft): string => {
  const [first = '', second = '', third = ''] = path.split('.')
  if (first === 'calendar')
    return second === 'extraDaysOff' ? 'daysOff' : second === 'extraWorkdays' ? 'workdays' : 'calendar'
  if (first === 'dueByLevel') return `level-${draft.levels.findIndex(({ level }) => level === second)}-day`
  if (first !== 'ladder') return fixed[first] ?? 'title'
  const named = draft.ladder.findIndex(({ id }) => id === second)
  const index = named < 0 ? second : String(named)
  const part = third === 'at' || third === 'to' ? third : 'kind'
  return `step-${index}-${part}`
}

/** What the API refused, each at its field; where it names none, the sentence alone. */
export const problemsOfAnswer = (problem: Problem, draft: RoundDraft): readonly FieldProblem[] => {
  if (problem.code === 'roundExists') return [{ field: 'id', sentence: problem.detail }]
  if (problem.code === 'dueMomentPast') return [{ field: 'due-day', sentence: say().duePast }]
  if (problem.errors.length === 0) return [{ field: '', sentence: problem.detail }]
  return problem.errors.map(({ path = '', message }) => ({ field: fieldOf(path, draft), sentence: message }))
}
