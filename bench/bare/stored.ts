/* A return as it is stored, and what is said of it. */
import { failuresOf, progressOf, totalsOf } from './form.ts'
import { get, query, type Table } from './table.ts'

type Marks = Readonly<Record<string, { readonly v: unknown; readonly n: number }>>

export const cellsOf = (draft: Marks): Record<string, unknown> => {
  const cells: Record<string, unknown> = {}
  for (const [cell, mark] of Object.entries(draft)) if (mark.v !== null) cells[cell] = mark.v
  return cells
}

/** The stored return and last year's figures, side by side. */
export const loadReturn = async (table: Table, round: string, unit: string, year: number) => {
  const [items, lastYear] = await Promise.all([
    query(table, `RETURN#${round}#${unit}`, 'DRAFT#'),
    get(table, `HISTORY#${unit}`, `${year - 1}#own`),
  ])
  const head = items.find((item) => item['sk'] === 'DRAFT#HEAD')
  const draft: Marks = Object.assign({}, ...items.map((item) => item['marks'] ?? {}))
  const reasons: Record<string, unknown> = items.find((item) => item['sk'] === 'DRAFT#REASONS')?.['reasons'] ?? {}
  return { head, draft, reasons, lastYear }
}

/** Totals, failures and progress of a draft. */
export const assessed = (cells: Record<string, unknown>, lastYear: Record<string, unknown> | undefined) => {
  const computed = totalsOf(cells)
  const checks = failuresOf(cells, computed, lastYear)
  const { filled, total, blanks } = progressOf(cells)
  return { computed, checks, summary: { filled, total, failedChecks: checks.length, explained: 0, blanks } }
}
