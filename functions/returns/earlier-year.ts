/*
 * Figures of an earlier year as somebody brings them (product F6), as cells or in a workbook. Stated values of computed
 * cells are kept beside the computed ones, and every difference is a finding: published reports do not always add up.
 */

import { cellProblem, isCellValue } from '../../shared/form/cell-problem.ts'
import { type Cells, type CellValue, isBlank, sameValue } from '../../shared/form/cells.ts'
import { runChecks } from '../../shared/form/checks.ts'
import type { Field } from '../../shared/form/field.ts'
import { fieldAt, fieldsOf, isComputed } from '../../shared/form/fields.ts'
import type { Finding } from '../../shared/form/finding.ts'
import type { Address, Form } from '../../shared/form/form.ts'
import { asOfHistory } from '../../shared/form/rules/what-to-do.ts'
import { ok, type Result, refuse } from '../../shared/refusal.ts'
import type { UnitId } from '../../shared/unit/unit.ts'
import type { Words } from '../../shared/words.ts'
import type { HistoryScope } from '../../shared/workbook/history-place.ts'
import type { Caller } from '../pipeline/caller.ts'
import type { Services } from '../services.ts'
import { archived } from '../store/archive.ts'
import type { History } from '../store/history.ts'
import { oversizedHistory } from './item-limits.ts'

/** The year of a path; undefined where there is none that could hold figures. */
export const yearIn = (text: string): number | undefined => {
  const year = Number(text)
  return Number.isInteger(year) && year >= 2008 && year <= 2200 ? year : undefined
}

/** A stated total is read like the counts or amounts that it sums. */
export const asInput = (field: Field): Field => {
  const { address, section, label } = field
  const isMoney = field.kind === 'ratio' || (field.kind === 'sum' && field.money)
  return { address, section, label, kind: isMoney ? 'money' : 'count' }
}

/** Stated totals, as exact values. */
export const readStated = (form: Form, stated: Readonly<Record<string, unknown>>) => {
  const cells: Record<string, CellValue> = {}
  const problems: { readonly cell: string; readonly message: Words }[] = []
  for (const [cell, value] of Object.entries(stated)) {
    const field = fieldAt(form, cell)
    if (field === undefined || !isComputed(field) || value === null) continue
    const input = asInput(field)
    const message = cellProblem(input, value)
    if (message !== undefined) problems.push({ cell, message })
    else if (isCellValue(input, value)) cells[cell] = value
  }
  return { cells, problems }
}

/** A year as it is to be kept. */
export interface GivenYear {
  readonly unit: UnitId
  readonly year: number
  readonly scope: HistoryScope
  readonly form: Form
  readonly cells: Cells
  readonly stated: Cells
  readonly source: string | undefined
  /** The version that the caller saw; undefined: whatever stands there is replaced. */
  readonly base?: number | undefined
}

const statedRules: ReadonlySet<string> = new Set(['R2', 'R3', 'R4'])

/** R2–R4 compare a stated total with the computed one; the two values are named so. */
const findingOf = ({ check, ruleId, class: of, cells, left, right, message }: Finding) => ({
  check,
  cells: [...cells],
  message: asOfHistory(message, of),
  ...(left === undefined || !statedRules.has(ruleId) ? {} : { stated: left }),
  ...(right === undefined || !statedRules.has(ruleId) ? {} : { computed: right }),
})

/** What the checks find in a year: its own, and those against the year before. */
export const findingsIn = async (
  { returns }: Pick<Services, 'returns'>,
  { unit, year, scope, form, cells, stated }: Omit<GivenYear, 'source' | 'base'>,
) => {
  const lastYear = await returns.history(unit, year - 1, scope)
  const context = { cells, stated, only: ['own', 'lastYear'] as const, ...(lastYear === undefined ? {} : { lastYear }) }
  return runChecks(form, context).map(findingOf)
}

const labelAt = (form: Form, cell: Address): Words => fieldAt(form, cell)?.label ?? { zh: cell, en: cell }

/* As the form prints them; rows of lists, which it does not know, by their address. */
const inOrder = (form: Form, cells: Iterable<Address>): readonly Address[] => {
  const places = new Map([...fieldsOf(form).keys()].map((address, place) => [address, place]))
  const placeOf = (cell: Address): number => places.get(cell) ?? places.size
  return [...new Set(cells)].sort((one, other) => placeOf(one) - placeOf(other) || (one < other ? -1 : 1))
}

/** Cells that hold something, and totals that were stated, with their names. */
export const figuresIn = (form: Form, cells: Cells, stated: Cells) => {
  const all: Cells = { ...cells, ...stated }
  return inOrder(form, Object.keys(all))
    .filter((cell) => !isBlank(all[cell]))
    .map((cell) => ({ cell, label: labelAt(form, cell), value: all[cell] ?? null }))
}

/** What taking the year in changes of what stands there: cells and stated totals alike. */
export const changesTo = (before: History | undefined, { form, cells, stated }: GivenYear) => {
  const was: Cells = { ...before?.cells, ...before?.stated }
  const is: Cells = { ...cells, ...stated }
  return inOrder(form, [...Object.keys(is), ...Object.keys(was)])
    .filter((cell) => !sameValue(was[cell] ?? null, is[cell] ?? null))
    .map((cell) => ({ cell, label: labelAt(form, cell), was: was[cell] ?? null, is: is[cell] ?? null }))
}

const sourceMissing: Words = {
  zh: '请写明数据来源，如“2018年度政府信息公开工作年度报告（已公布）”。',
  en: 'Name the source of the figures, such as the published annual report of that year.',
}

/** Keeps the year, or says why not. With `isPreview` nothing is written, and the source may still be missing. */
export const keepYear = async (
  services: Pick<Services, 'returns' | 'units' | 'now'>,
  caller: Caller,
  given: GivenYear,
  isPreview: boolean,
): Promise<Result<{ readonly saved: boolean; readonly version: number }>> => {
  const { unit, year, scope, form, cells, stated, source, base } = given
  const oversized = oversizedHistory(cells, stated)
  if (oversized !== undefined) return refuse('invalid', { count: 1 }, { errors: [oversized] })
  const accepted = refuse('historyAccepted', { year: String(year), unit })
  const before = await services.returns.history(unit, year, scope)
  if (before !== undefined && before.source === undefined) return accepted
  const version = before?.version ?? 0
  if (isPreview) return ok({ saved: false, version })
  if (base !== undefined && base !== version) return refuse('outdated', { sent: base, current: version })
  if (source === undefined)
    return refuse('invalid', { count: 1 }, { errors: [{ path: 'source', message: sourceMissing }] })
  const at = services.now()
  const log = { at, by: caller.actor, what: 'imported', facts: { year, scope, form: form.id, source } }
  const owner = scope === 'report' ? await services.units.unit(unit) : undefined
  const place = owner === undefined ? [] : archived(owner, { year, form: form.id, at, source })
  const saved = await services.returns.saveHistory(
    unit,
    { year, form: form.id, cells, stated, source, version: version + 1 },
    before,
    scope,
    log,
    place,
  )
  return saved ? ok({ saved: true, version: version + 1 }) : refuse('busy', undefined)
}
