/* A draft as the items it lies in: the tables in one, each narrative and each list in its own. */
import { type Cells, isBlank } from '../../shared/form/cells.ts'
import type { Form } from '../../shared/form/form.ts'
import type { Draft, Mark } from '../../shared/return/merge.ts'
import { partOf } from '../store/returns.ts'

type Parts = Readonly<Record<string, Draft>>

/** The parts of the draft that hold any of these cells, whole: each is one item. */
export const partsWith = (form: Form, draft: Draft, cells: readonly (keyof Cells)[]): Parts => {
  const kinds = new Map(form.sections.map(({ id, kind }) => [id, kind]))
  const kindOf = (section: string) => {
    const kind = kinds.get(section)
    return kind === 'narrative' || kind === 'list' ? kind : 'table'
  }
  const parts: Record<string, Record<string, Mark>> = {}
  for (const cell of cells) parts[partOf(String(cell), kindOf)] ??= {}
  for (const [cell, mark] of Object.entries(draft)) {
    const part = parts[partOf(cell, kindOf)]
    if (part !== undefined) part[cell] = mark
  }
  return parts
}

/**
 * The lists without the marks that removed rows left behind, where there are any. They are dropped at handing in: they
 * guard against a colleague's older copy, and would fill the list for ever.
 */
export const withoutRemovedRows = (form: Form, draft: Draft): Parts => {
  const lists = new Set(form.sections.filter(({ kind }) => kind === 'list').map(({ id }) => id))
  const isLeft = ([cell, { v }]: readonly [string, Mark]): boolean => isBlank(v) && lists.has(cell.split('.')[0] ?? '')
  const left = Object.entries(draft).filter(isLeft)
  const kept = Object.fromEntries(Object.entries(draft).filter((entry) => !isLeft(entry)))
  return partsWith(
    form,
    kept,
    left.map(([cell]) => cell),
  )
}
