/*
 * The news of a published report: to the leaders and coordinators of its unit, with the summary in the body (product
 * D4). Written in the transaction of the publication, so that none goes out without it and none is lost.
 */
import type { CellValue } from '../../shared/form/cells.ts'
import { fieldAt } from '../../shared/form/fields.ts'
import type { Form } from '../../shared/form/form.ts'
import { printValue } from '../../shared/form/print-value.ts'
import type { PublishedFacts } from '../../shared/reminder/letter.ts'
import type { Edition } from '../../shared/report/report.ts'
import { originalDueOf } from '../../shared/round/due.ts'
import type { Words } from '../../shared/words.ts'
import type { Services } from '../services.ts'
import { posted } from '../store/letters.ts'
import type { Write } from '../store/table-client.ts'
import { summaryIn } from './get-summary.ts'
import { letterOfReport, peopleOf } from './letters-of-report.ts'
import type { ReportView } from './report-view.ts'

/* A letter is read on a phone; the page has all of them. */
const mostChanges = 20
/* A transaction holds a hundred items, and the edition's own come first. Who is beyond finds the report in the archive. */
const mostLetters = 40

const printed = (form: Form, cell: string, value: unknown): Words => {
  const field = fieldAt(form, cell)
  const text = (language: 'zh' | 'en'): string =>
    field === undefined ? '' : printValue(field, (value ?? null) as CellValue, language)
  return { zh: text('zh'), en: text('en') }
}

type Changes = readonly { readonly cell: string; readonly was: unknown; readonly is: unknown }[]

const changesIn = (form: Form, changes: Changes): PublishedFacts['changes'] =>
  changes.slice(0, mostChanges).map(({ cell, was, is }) => {
    const field = fieldAt(form, cell)
    const label = field?.label ?? { zh: cell, en: cell }
    return field?.kind === 'narrative'
      ? { label }
      : { label, was: printed(form, cell, was), is: printed(form, cell, is) }
  })

export const publishedLetters = async (
  services: Services,
  view: ReportView,
  edition: Edition,
  changes: Changes,
): Promise<readonly Write[]> => {
  const { round, unit, form } = view
  const [summary, people] = await Promise.all([
    summaryIn(services, view),
    peopleOf(services, unit, ['leader', 'coordinator']),
  ])
  const published: PublishedFacts = {
    edition: edition.edition,
    at: edition.publishedAt,
    hash: edition.hash,
    unitsIn: view.report.unitsIn,
    unitsMissing: view.report.unitsMissing,
    figures: summary.figures.map(({ cell, label, now, last, growth, notComparable }) => ({
      label,
      now: printed(form, cell, now),
      ...(last === null || notComparable !== undefined ? {} : { last: printed(form, cell, last) }),
      ...(growth === undefined ? {} : { growth }),
    })),
    notes: summary.notes,
    changes: changesIn(form, changes),
    changeCount: changes.length,
  }
  const occasion = { round, unit, collector: unit.id, due: originalDueOf(round, unit), at: edition.publishedAt }
  /* Leaders first. */
  const readers = [...people].sort((a, b) => Number(b.role === 'leader') - Number(a.role === 'leader'))
  return readers.slice(0, mostLetters).map((reader) => {
    const which = String(edition.edition)
    const letter = letterOfReport(reader, { ...occasion, what: 'published', which }, { kind: 'published', published })
    return posted(letter, edition.publishedAt)
  })
}
