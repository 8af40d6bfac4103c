/* The return that is reviewed, as its page shows it: values in words, beside last year's and the last revision's. */
import { type Signal, signal } from '@preact/signals'
import { fieldAt } from '../../shared/form/fields.ts'
import type { Address, Form } from '../../shared/form/form.ts'
import { type Answered, call, type ReturnAnswer } from '../api/client.ts'
import { noAnswer } from '../api/problem.ts'
import { valueInWords } from '../changes/change-text.ts'
import { loadForm } from '../return/load-form.ts'
import { type Keeping, keepComments } from './keeping.ts'

export interface Change {
  readonly cell: Address
  readonly was: unknown
  readonly is: unknown
}

/** What the API says, put together. */
export interface ReviewAnswer {
  readonly answer: ReturnAnswer
  readonly form: Form
  /** Against the revision before, where there is one. */
  readonly changes: { readonly since: number; readonly cells: ReadonlyMap<Address, Change> } | undefined
}

const changesOf = async (path: { round: string; unit: string }, answer: ReturnAnswer) => {
  const { stage, revisions, changedSince } = answer
  const since = changedSince?.revision ?? revisions - 1
  if (since < 1 || since >= revisions || (stage !== 'submitted' && stage !== 'accepted')) return undefined
  const found = await call('getChanges', { path: { ...path, n: String(revisions) }, query: { since: String(since) } })
  return found.ok ? { ok: true as const, value: { since, changes: found.value.changes } } : found
}

/** Asks for the return with its form and what changed in it. */
export const askForReview = async (path: { round: string; unit: string }): Promise<Answered<ReviewAnswer>> => {
  const answer = await call('getReturn', { path })
  if (!answer.ok) return answer
  try {
    const [form, changed] = await Promise.all([
      loadForm(answer.value.round.forms.join('+')),
      changesOf(path, answer.value),
    ])
    if (form === undefined) return { ok: false, problem: noAnswer() }
    if (changed?.ok === false) return changed
    const changes = changed && {
      since: changed.value.since,
      cells: new Map(changed.value.changes.map((change) => [change.cell, change])),
    }
    return { ok: true, value: { answer: answer.value, form, changes } }
  } catch {
    return { ok: false, problem: noAnswer() }
  }
}

/** The return under review: what is shown, what is written about it, and the cell that is open for a comment. */
export interface Reviewed extends ReviewAnswer {
  readonly round: string
  readonly unit: string
  readonly keeping: Keeping
  readonly openCell: Signal<Address | undefined>
}

export const beginReview = (
  path: { readonly round: string; readonly unit: string },
  first: ReviewAnswer,
): Pick<Reviewed, 'keeping' | 'openCell'> => ({
  keeping: keepComments(path, first.answer),
  openCell: signal<Address | undefined>(undefined),
})

type Shown = Pick<ReviewAnswer, 'answer' | 'form'>

const printed = (form: Form, cell: Address, value: unknown): string => valueInWords(form, cell, value, '')

/** As printed; '' where it is blank. */
export const valueAt = ({ answer, form }: Shown, cell: Address): string =>
  printed(form, cell, answer.cells[cell] ?? answer.computed[cell])

/** Last year's beside it: undefined where there is none. */
export const lastYearAt = ({ answer, form }: Shown, cell: Address): string | undefined => {
  const value = answer.lastYear?.cells[cell]
  return value === undefined || fieldAt(form, cell) === undefined ? undefined : printed(form, cell, value)
}

/** Of the revision before, where it was another. */
export const beforeAt = ({ form, changes }: ReviewAnswer, cell: Address): string | undefined => {
  const change = changes?.cells.get(cell)
  return change === undefined ? undefined : printed(form, cell, change.was)
}
