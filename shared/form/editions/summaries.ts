/*
 * What a leader sees of each form on one screen (product D4), as data. Apart from the forms: reporters' pages load
 * those, and need none of this. A test compares the addresses with the forms.
 */
import type { Address, Words } from '../form.ts'
import { partsOf } from '../join.ts'
import { words } from '../words.ts'

/** A chart of the leader's page. */
export type SummaryChart =
  /** One figure, unit by unit. */
  | { readonly kind: 'byUnit'; readonly cell: Address; readonly title: Words }
  /** One column of a matrix over the rows of a row group; the rows of a group inside it are one bar. */
  | { readonly kind: 'byOutcome'; readonly section: string; readonly column: string; readonly within: string }
  /** One figure over the years. */
  | { readonly kind: 'byYear'; readonly cell: Address; readonly title: Words }

export interface FormSummary {
  /** The most telling first, each by a name that needs no table around it. */
  readonly figures: readonly { readonly cell: Address; readonly name: Words }[]
  readonly charts: readonly SummaryChart[]
}

const ofEditions: FormSummary = {
  figures: [
    { cell: 'requests.received.total', name: words('新收公开申请', 'Applications received') },
    { cell: 'proactive.penalties.decisions', name: words('行政处罚决定', 'Penalties decided') },
    { cell: 'proactive.coercion.decisions', name: words('行政强制决定', 'Coercive measures decided') },
    { cell: 'proactive.licensing.decisions', name: words('行政许可决定', 'Licences decided') },
    { cell: 'disputes.reconsideration.total', name: words('行政复议', 'Reconsiderations') },
    { cell: 'disputes.directSuit.total', name: words('行政诉讼（直接起诉）', 'Lawsuits without reconsideration') },
  ],
  charts: [
    { kind: 'byOutcome', section: 'requests', column: 'total', within: 'results' },
    {
      kind: 'byUnit',
      cell: 'proactive.penalties.decisions',
      title: words('各单位行政处罚决定', 'Penalties decided, by unit'),
    },
    {
      kind: 'byYear',
      cell: 'requests.received.total',
      title: words('历年新收公开申请', 'Applications received, by year'),
    },
  ],
}

const summaries: Readonly<Record<string, FormSummary>> = {
  'ogi-2019': ofEditions,
  'ogi-2021': ofEditions,
  'police-supplement': {
    figures: [
      { cell: 'publications.total.published', name: words('发布和转载信息', 'Information published') },
      { cell: 'inquiries.total.received', name: words('咨询、信箱、举报', 'Inquiries and complaints') },
    ],
    charts: [
      {
        kind: 'byUnit',
        cell: 'publications.total.published',
        title: words('各单位发布信息', 'Information published, by unit'),
      },
    ],
  },
}

/** Of a form or of several joined: what supplements count stands first, it is the office's own. */
export const summaryOfForm = (formId: string): FormSummary => {
  const parts = [...partsOf(formId)].reverse().flatMap((part) => summaries[part] ?? [])
  return { figures: parts.flatMap((part) => part.figures), charts: parts.flatMap((part) => part.charts) }
}
