/* What must be right before a round can be planned: every problem at once, each at its field. */
import { allForms } from '../form/forms.ts'
import { ok, type RefusalError, type Result, refuse } from '../refusal.ts'
import { daysBetween, dueDayOf, type Instant, yearOf } from '../time.ts'
import type { Words } from '../words.ts'
import type { WorkingCalendar } from './calendar.ts'
import { bothInWords } from './due-in-words.ts'
import { ladderProblems } from './ladder.ts'
import type { Round } from './round.ts'

type Facts = Pick<Round, 'forms' | 'year' | 'opensAt' | 'dueAt' | 'dueByLevel' | 'zone' | 'ladder' | 'units'>

const at = (path: string, zh: string, en: string): RefusalError => ({ path, message: { zh, en } })

const formProblems = (forms: readonly string[], year: number): readonly RefusalError[] => {
  /* Each form by itself: the id of a joined one (a+b) would not be found again by joinForms. */
  const known = forms.map((id) => allForms.find((form) => form.id === id))
  const unknown = forms.filter((_, i) => known[i] === undefined)
  if (unknown.length > 0)
    return [at('forms', `没有这种表式：${unknown.join('、')}。`, `There is no form ${unknown.join(', ')}.`)]
  const [edition, ...supplements] = known
  const wrongYear = known.filter(
    (form) => form?.years !== undefined && (year < form.years.from || year > (form.years.to ?? year)),
  )
  return [
    ...(edition?.years === undefined || supplements.some((form) => form?.years !== undefined)
      ? [at('forms', '应先列一种年度报告格式，再列补充表。', 'Name one edition first, then supplements.')]
      : []),
    ...wrongYear.map((form) =>
      at('forms', `${form?.id ?? ''} 不适用于 ${year} 年度。`, `${form?.id ?? ''} is not for ${year}.`),
    ),
    ...(new Set(forms).size === forms.length ? [] : [at('forms', '表式重复。', 'A form is named twice.')]),
  ]
}

const momentProblems = (opensAt: Instant, dueAt: Instant, path: string): readonly RefusalError[] =>
  dueAt > opensAt ? [] : [at(path, '截止时间须晚于开始填报的时间。', 'The due moment must come after the opening.')]

const unitProblems = (units: Round['units']): readonly RefusalError[] => {
  const twice = units === 'below' ? [] : units.filter((id, i) => units.indexOf(id) < i)
  return twice.length === 0
    ? []
    : [
        at(
          'units',
          `单位重复：${[...new Set(twice)].join('、')}。`,
          `A unit is named twice: ${[...new Set(twice)].join(', ')}.`,
        ),
      ]
}

/** Everything that is wrong with a plan; empty when the round can be planned. */
export const planningProblems = (facts: Facts): readonly RefusalError[] => [
  ...formProblems(facts.forms, facts.year),
  ...momentProblems(facts.opensAt, facts.dueAt, 'dueAt'),
  ...Object.entries(facts.dueByLevel).flatMap(([level, dueAt]) =>
    momentProblems(facts.opensAt, dueAt, `dueByLevel.${level}`),
  ),
  ...unitProblems(facts.units),
  ...ladderProblems(facts.ladder).map(({ step, message }) => ({ path: `ladder.${step}`, message })),
]

/** Levels whose due moment a change would set, and set into the past; a past one that stays as it was is no change. */
const dueMomentSetToPast = (
  before: Pick<Round, 'dueAt' | 'dueByLevel'>,
  next: Pick<Round, 'dueAt' | 'dueByLevel'>,
  now: Instant,
): Instant | undefined => {
  const levels = [...Object.keys(before.dueByLevel), ...Object.keys(next.dueByLevel)]
  return [
    { was: before.dueAt, is: next.dueAt },
    ...levels.map((level) => ({
      was: before.dueByLevel[level] ?? before.dueAt,
      is: next.dueByLevel[level] ?? next.dueAt,
    })),
  ].find(({ was, is }) => is !== was && is <= now)?.is
}

/**
 * May an approved or open round become this? No due moment may be set into the past, and what is open has opened:
 * its opening cannot change. A planned round may become anything that can be planned.
 */
export const changeAllowed = (before: Round, next: Round, now: Instant): Result<true> => {
  if (before.stage === 'planned') return ok(true as const)
  if (before.stage === 'open' && before.opensAt !== next.opensAt) {
    const errors = [
      at('opensAt', '本轮已开启，不能更改开始填报的时间。', 'The round is open; its opening cannot change.'),
    ]
    return refuse('invalid', { count: 1 }, { errors })
  }
  const past = dueMomentSetToPast(before, next, now)
  return past === undefined ? ok(true as const) : refuse('dueMomentPast', { dueAt: bothInWords(past, next.zone) })
}

/** Worth saying, not wrong: a due day off, a calendar that does not know the year yet, a collection after the law's date. */
export const planningHints = (facts: Facts, calendar: WorkingCalendar): readonly Words[] => {
  const dueDay = dueDayOf(facts.dueAt, facts.zone)
  const year = yearOf(dueDay)
  const named = calendar.nameOf(dueDay)
  const statutoryDay = `${facts.year + 1}-01-31` as typeof dueDay
  return [
    ...(calendar.isDayOff(dueDay)
      ? [
          {
            zh: `截止日 ${dueDay} 是休息日${named === undefined ? '' : `（${named}）`}。`,
            en: `The due day ${dueDay} is a day off${named === undefined ? '' : ` (${named})`}.`,
          },
        ]
      : []),
    ...(calendar.knows(year)
      ? []
      : [
          {
            zh: `${year} 年的节假日安排尚未公布，提醒日期暂按周末推算。`,
            en: `The holidays of ${year} are not published yet; days are counted by weekends only.`,
          },
        ]),
    ...(daysBetween(statutoryDay, dueDay) > 0
      ? [
          {
            zh: '截止日晚于法定的1月31日（条例第四十九条）。',
            en: 'The due day is later than the statutory 31 January (art. 49).',
          },
        ]
      : []),
  ]
}
