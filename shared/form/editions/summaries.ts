/*
 * What a leader sees of each form on one screen (product D4), as data. Apart from the forms: reporters' pages load
 * those, and need none of this. A test compares the addresses with the forms.
 */
import type { Address } from '../form.ts'
import { partsOf } from '../join.ts'

/** A chart of the leader's page. */
export type SummaryChart =
  /** One figure, unit by unit. */
  | { readonly kind: 'byUnit'; readonly cell: Address }
  /** One column of a matrix over the rows of a row group; the rows of a group inside it are one bar. */
  | { readonly kind: 'byOutcome'; readonly section: string; readonly column: string; readonly within: string }
  /** One figure over the years. */
  | { readonly kind: 'byYear'; readonly cell: Address }

export interface FormSummary {
  /** The most telling first. */
  readonly figures: readonly Address[]
  readonly charts: readonly SummaryChart[]
}

const ofEditions: FormSummary = {
  figures: [
    'requests.received.total',
    'proactive.penalties.decisions',
    'proactive.coercion.decisions',
    'proactive.licensing.decisions',
    'disputes.reconsideration.total',
    'disputes.directSuit.total',
  ],
  charts: [
    { kind: 'byOutcome', section: 'requests', column: 'total', within: 'results' },
    { kind: 'byUnit', cell: 'proactive.penalties.decisions' },
    { kind: 'byYear', cell: 'requests.received.total' },
  ],
}

const summaries: Readonly<Record<string, FormSummary>> = {
  'ogi-2019': ofEditions,
  'ogi-2021': ofEditions,
  'police-supplement': {
    figures: ['publications.total.published', 'inquiries.total.received', 'inquiries.total.answeredRate'],
    charts: [{ kind: 'byUnit', cell: 'publications.total.published' }],
  },
}

/** Of a form or of several joined: what supplements count stands first, it is the office's own. */
export const summaryOfForm = (formId: string): FormSummary => {
  const parts = [...partsOf(formId)].reverse().flatMap((part) => summaries[part] ?? [])
  return { figures: parts.flatMap((part) => part.figures), charts: parts.flatMap((part) => part.charts) }
}
