/*
 * Figures of an earlier year, for a unit that was not yet in the system (product F6). Stated values of computed cells
 * are kept beside the computed ones, and every difference is a finding: published reports do not always add up.
 */
import { cellProblem, isCellValue } from '../../shared/form/cell-problem.ts'
import type { CellValue } from '../../shared/form/cells.ts'
import { runChecks } from '../../shared/form/checks.ts'
import { fieldAt, isComputed } from '../../shared/form/fields.ts'
import type { Finding } from '../../shared/form/finding.ts'
import type { Form } from '../../shared/form/form.ts'
import { formById } from '../../shared/form/forms.ts'
import { readDraft } from '../../shared/form/schema.ts'
import { splitStated } from '../../shared/form/stated.ts'
import { ok, refuse } from '../../shared/refusal.ts'
import type { Words } from '../../shared/words.ts'
import { http } from '../pipeline/http.ts'
import type { Services } from '../services.ts'
import { oversizedHistory } from './item-limits.ts'

const statedRules: ReadonlySet<string> = new Set(['R2', 'R3', 'R4'])

/** Stated totals are read like the counts or amounts that they sum. */
const readStated = (form: Form, stated: Readonly<Record<string, unknown>>) => {
  const cells: Record<string, CellValue> = {}
  const problems: { readonly cell: string; readonly message: Words }[] = []
  for (const [cell, value] of Object.entries(stated)) {
    const field = fieldAt(form, cell)
    if (field === undefined || !isComputed(field) || value === null) continue
    const isMoney = field.kind === 'ratio' || field.money
    const asInput = {
      address: cell,
      section: field.section,
      label: field.label,
      kind: isMoney ? 'money' : 'count',
    } as const
    const message = cellProblem(asInput, value)
    if (message !== undefined) problems.push({ cell, message })
    else if (isCellValue(asInput, value)) cells[cell] = value
  }
  return { cells, problems }
}

/** R2–R4 compare a stated total with the computed one; the two values are named so. */
const answerOf = ({ check, ruleId, cells, left, right, message }: Finding) => ({
  check,
  cells: [...cells],
  message,
  ...(left === undefined || !statedRules.has(ruleId) ? {} : { stated: left }),
  ...(right === undefined || !statedRules.has(ruleId) ? {} : { computed: right }),
})

export const putHistory = (services: Services) =>
  http(services, 'putHistory', async ({ path, body, unit, caller }) => {
    const year = Number(path.year)
    if (unit === undefined) return refuse('notFound', { what: path.unit })
    if (!Number.isInteger(year) || year < 2008 || year > 2200) return refuse('notFound', { what: path.year })
    const form = formById(body.form)
    if (form === undefined) return refuse('notFound', { what: body.form })
    const { cells: inputs, stated } = splitStated(form, body.cells)
    const read = readDraft(form, inputs)
    const totals = readStated(form, stated)
    const problems = [...(read.ok ? [] : read.problems), ...totals.problems]
    if (!read.ok || problems.length > 0) return refuse('invalid', { count: problems.length }, { errors: problems })
    const oversized = oversizedHistory(read.cells, totals.cells)
    if (oversized !== undefined) return refuse('invalid', { count: 1 }, { errors: [oversized] })
    const lastYear = await services.returns.history(unit.id, year - 1, body.scope)
    const { scope, source } = body
    const saved = await services.returns.saveHistory(
      unit.id,
      { year, form: form.id, cells: read.cells, stated: totals.cells, source },
      scope,
      { at: services.now(), by: caller.actor, what: 'imported', facts: { year, scope, form: form.id, source } },
    )
    if (saved === 'accepted') return refuse('historyAccepted', { year: path.year, unit: unit.id })
    if (saved === 'busy') return refuse('busy', undefined)
    const findings = runChecks(form, {
      cells: read.cells,
      stated: totals.cells,
      only: ['own', 'lastYear'],
      ...(lastYear === undefined ? {} : { lastYear }),
    })
    return ok({ findings: findings.map(answerOf) })
  })
