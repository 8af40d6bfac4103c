/* What the returns' routes say of a situation: the same words on every route. */
import { type Cells, isBlank, sameValue } from '../../shared/form/cells.ts'
import { fieldsOf, listMarkerAt } from '../../shared/form/fields.ts'
import type { Finding } from '../../shared/form/finding.ts'
import type { Form } from '../../shared/form/form.ts'
import { formById } from '../../shared/form/forms.ts'
import { lastYearValue, withComputed } from '../../shared/form/last-year.ts'
import { addressesOf } from '../../shared/form/roll-up-value.ts'
import { type Assessment, assess } from '../../shared/return/assess.ts'
import type { ChangedCell } from '../../shared/return/merge.ts'
import { type Due, isDueOnDayOff, originalDueOf, type Timeliness, timeliness } from '../../shared/round/due.ts'
import { inWords, timeLeftInWords } from '../../shared/round/due-in-words.ts'
import type { Round } from '../../shared/round/round.ts'
import type { Instant } from '../../shared/time.ts'
import type { Language } from '../../shared/unit/unit.ts'
import { calendarOf } from '../calendars.ts'
import type { History } from '../store/history.ts'
import type { DraftSummary, Reasons } from '../store/returns.ts'
import type { Situation } from './situation.ts'

type Keeping = Pick<Round, 'zone' | 'calendar'>

/** What is said of a due moment; the page need not know calendars or zones. */
export const dueWords = (round: Keeping, dueAt: Instant, now: Instant, language: Language) => {
  const calendar = calendarOf(round.calendar)
  return {
    inWords: inWords(dueAt, round.zone, language),
    left: timeLeftInWords(now, dueAt, round.zone, calendar, language),
    isDayOff: isDueOnDayOff(dueAt, round.zone, calendar),
  }
}

/** A due moment as people read it. */
export const dueAnswer = (round: Keeping, due: Due, now: Instant, language: Language) => ({
  ...due,
  ...dueWords(round, due.dueAt, now, language),
})

export const assessed = (situation: Situation, cells: Cells): Assessment =>
  assess(situation.form, cells, {
    lastYear: situation.lastYear,
    extraChecks: situation.round.extraChecks,
    year: situation.round.year,
  })

export const summaryOf = (assessment: Assessment, reasons: Reasons): DraftSummary => {
  /* A blank cell is unfinished work, not a failed check; the board shows it as progress. */
  const failed = assessment.findings.filter((f) => f.ruleId !== 'R17' && f.class !== 'D')
  return {
    filled: assessment.filled,
    total: assessment.total,
    failedChecks: failed.length,
    explained: failed.filter(({ key }) => reasons[key] !== undefined).length,
    blanks: assessment.blanks,
  }
}

/** A reason falls with the finding that it answers (product F5): those that still answer one. */
export const standingReasons = (reasons: Reasons, findings: readonly Finding[]): Reasons => {
  const keys = new Set(findings.map((finding) => finding.key))
  return Object.fromEntries(Object.entries(reasons).filter(([key]) => keys.has(key)))
}

export const withReasons = (findings: readonly Finding[], reasons: Reasons) =>
  findings.map((finding) => {
    const given = reasons[finding.key]
    const { passages, ...rest } = finding
    return {
      ...rest,
      cells: [...finding.cells],
      ...(passages === undefined ? {} : { passages: passages.map((passage) => ({ ...passage })) }),
      ...(given === undefined ? {} : { reason: given.text }),
    }
  })

interface Save {
  readonly version: number
  readonly at: Instant
  readonly assessment: Assessment
  readonly reasons: Reasons
  /** What was changed since the sender's base, and not by this request. */
  readonly others: readonly ChangedCell[]
}

/** What the answer to a save says. */
export const savedAnswer = ({ version, at, assessment, reasons, others }: Save) => ({
  version,
  at,
  others: [...others],
  computed: assessment.computed,
  incomplete: [...assessment.incomplete],
  checks: withReasons(assessment.findings, reasons),
  progress: { filled: assessment.filled, total: assessment.total },
})

/** Last year's figure beside every cell of this year's form, and why there is none where the editions differ (F6). */
export const lastYearBeside = (form: Form, lastYear: History, language: Language) => {
  const lastForm = formById(lastYear.form)
  if (lastForm === undefined) return undefined
  const last = { form: lastForm, cells: withComputed(lastForm, lastYear.cells) }
  const cells: Record<string, Cells[string]> = {}
  const notComparable: Record<string, string> = {}
  for (const field of fieldsOf(form).values()) {
    const { value, notComparable: because } = lastYearValue(form, field, last)
    if (because !== undefined) notComparable[field.address] = because[language]
    else if (!isBlank(value)) cells[field.address] = value
  }
  const rest = Object.fromEntries(
    Object.entries(lastYear.cells).filter(([address, value]) => !sameValue(value, cells[address])),
  )
  return { form: lastYear.form, year: lastYear.year, cells, notComparable, rest }
}

/** Numbers of a return that a report adds up; narratives, texts and computed cells are not among them. */
export const numbersOf = (form: Form, cells: Cells): Cells =>
  Object.fromEntries(
    [...addressesOf(form, 'added'), ...addressesOf(form, 'addedExactly')].flatMap((address) => {
      const value = cells[address]
      return value === undefined || isBlank(value) ? [] : [[address, value] as const]
    }),
  )

/** Cells of lists: rows and the 「无」 markers. */
export const listsIn = (form: Form, cells: Cells): Cells =>
  Object.fromEntries(
    Object.entries(cells).filter(
      ([address]) =>
        !fieldsOf(form).has(address) && (listMarkerAt(form, address) !== undefined || address.split('.').length === 3),
    ),
  )

/**
 * The first submission decides whether a unit was on time, whatever it corrects later (product W2); as it was judged
 * then, whatever extension is given or taken back later.
 * @param at when a first submission was made, or is being made now
 */
export const firstTimeliness = ({ round, unit, stored }: Situation, at: Instant): Timeliness =>
  stored.head?.now.firstTimeliness ?? timeliness(at, originalDueOf(round, unit).dueAt, stored.extension)
