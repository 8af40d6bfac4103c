/* What the returns' routes say of a situation: the same words on every route. */
import { type Cells, isBlank } from '../../shared/form/cells.ts'
import { comparable } from '../../shared/form/comparability.ts'
import { compute } from '../../shared/form/compute.ts'
import { fieldsOf, listMarkerAt } from '../../shared/form/fields.ts'
import type { Finding } from '../../shared/form/finding.ts'
import type { Form } from '../../shared/form/form.ts'
import { formById } from '../../shared/form/forms.ts'
import { addressesOf } from '../../shared/form/roll-up-value.ts'
import { type Assessment, assess } from '../../shared/return/assess.ts'
import { type Due, isDueOnDayOff, originalDueOf, type Timeliness, timeliness } from '../../shared/round/due.ts'
import { inWords, timeLeftInWords } from '../../shared/round/due-in-words.ts'
import type { Round } from '../../shared/round/round.ts'
import type { Instant } from '../../shared/time.ts'
import type { Language } from '../../shared/unit/unit.ts'
import { calendarOf } from '../calendars.ts'
import type { DraftSummary, History, Reasons } from '../store/returns.ts'
import type { Situation } from './situation.ts'

/** A due moment as people read it; the page need not know calendars or zones. */
export const dueAnswer = (round: Pick<Round, 'zone' | 'calendar'>, due: Due, now: Instant, language: Language) => {
  const calendar = calendarOf(round.calendar)
  return {
    ...due,
    inWords: inWords(due.dueAt, round.zone, language),
    left: timeLeftInWords(now, due.dueAt, round.zone, calendar, language),
    isDayOff: isDueOnDayOff(due.dueAt, round.zone, calendar),
  }
}

export const assessed = (situation: Situation, cells: Cells): Assessment =>
  assess(situation.form, cells, { lastYear: situation.lastYear, extraChecks: situation.round.extraChecks })

export const summaryOf = (assessment: Assessment): DraftSummary => ({
  filled: assessment.filled,
  total: assessment.total,
  /* A blank cell is unfinished work, not a failed check; the board shows it as progress. */
  failedChecks: assessment.findings.filter((f) => f.ruleId !== 'R17' && f.class !== 'D').length,
  blanks: assessment.blanks,
})

export const withReasons = (findings: readonly Finding[], reasons: Reasons) =>
  findings.map((finding) => {
    const given = reasons[finding.key]
    return { ...finding, cells: [...finding.cells], ...(given === undefined ? {} : { reason: given.text }) }
  })

export const savedAnswer = (version: number, assessment: Assessment, reasons: Reasons) => ({
  version,
  computed: assessment.computed,
  incomplete: [...assessment.incomplete],
  checks: withReasons(assessment.findings, reasons),
  progress: { filled: assessment.filled, total: assessment.total },
})

const asNumber = (value: Cells[string] | undefined): number | undefined =>
  typeof value === 'number' ? value : undefined

/** Last year's figure beside every cell of this year's form, and why there is none where the editions differ (F6). */
export const lastYearBeside = (form: Form, lastYear: History, language: Language) => {
  const lastForm = formById(lastYear.form)
  if (lastForm === undefined) return undefined
  const known: Cells = { ...lastYear.cells, ...compute(lastForm, lastYear.cells) }
  const cells: Record<string, Cells[string]> = {}
  const notComparable: Record<string, string> = {}
  for (const address of fieldsOf(form).keys()) {
    const answer = comparable(lastForm, form, address)
    if (!answer.comparable) {
      notComparable[address] = answer.because[language]
      continue
    }
    const [only, ...more] = answer.lastYearTerms
    if (only === undefined) continue
    const value = known[only]
    if (more.length === 0) {
      if (!isBlank(value) && value !== undefined) cells[address] = value
      continue
    }
    const numbers = answer.lastYearTerms.map((term) => asNumber(known[term])).filter((n) => n !== undefined)
    if (numbers.length > 0) cells[address] = numbers.reduce((a, b) => a + b, 0)
  }
  return { form: lastYear.form, cells, notComparable }
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

/** The first submission decides whether a unit was on time, whatever it corrects later (product W2). */
export const firstTimeliness = ({ round, unit, stored }: Situation, firstSubmittedAt: Instant): Timeliness =>
  timeliness(firstSubmittedAt, originalDueOf(round, unit).dueAt, stored.extension)
