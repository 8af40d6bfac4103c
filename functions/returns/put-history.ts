/*
 * Figures of an earlier year as cells, for a unit that was not yet in the system (product F6); and what is there of
 * one. From a workbook: functions/workbooks/put-history-workbook.ts.
 */
import { formsFor } from '../../shared/form/earlier-forms.ts'
import { formById } from '../../shared/form/forms.ts'
import { readDraft } from '../../shared/form/schema.ts'
import { splitStated } from '../../shared/form/stated.ts'
import { ok, refuse } from '../../shared/refusal.ts'
import { http } from '../pipeline/http.ts'
import type { Services } from '../services.ts'
import { changesTo, figuresIn, findingsIn, keepYear, readStated, yearIn } from './earlier-year.ts'

export const putHistory = (services: Services) =>
  http(services, 'putHistory', async ({ path, query, body, unit, caller }) => {
    const year = yearIn(path.year)
    if (unit === undefined) return refuse('notFound', { what: path.unit })
    if (year === undefined) return refuse('notFound', { what: path.year })
    const form = formById(body.form)
    if (form === undefined) return refuse('notFound', { what: body.form })
    const { cells: inputs, stated } = splitStated(form, body.cells)
    const read = readDraft(form, inputs)
    const totals = readStated(form, stated)
    const problems = [...(read.ok ? [] : read.problems), ...totals.problems]
    if (!read.ok || problems.length > 0) return refuse('invalid', { count: problems.length }, { errors: problems })
    const { scope, source, base } = body
    const given = { unit: unit.id, year, scope, form, cells: read.cells, stated: totals.cells, source, base }
    const [before, findings] = await Promise.all([
      services.returns.history(unit.id, year, scope),
      findingsIn(services, given),
    ])
    const kept = await keepYear(services, caller, given, query.preview === 'true')
    if (!kept.ok) return kept
    const figures = figuresIn(form, given.cells, given.stated).length
    return ok({ ...kept.value, figures, changes: changesTo(before, given), problems: [], findings })
  })

export const getHistory = (services: Services) =>
  http(services, 'getHistory', async ({ path, query: { scope }, unit }) => {
    const year = yearIn(path.year)
    if (unit === undefined) return refuse('notFound', { what: path.unit })
    if (year === undefined) return refuse('notFound', { what: path.year })
    const [history, log] = await Promise.all([
      services.returns.history(unit.id, year, scope),
      services.returns.historyLog(unit.id),
    ])
    const form = history && formById(history.form)
    const forms = [...(form === undefined ? [] : [form]), ...formsFor(year).filter(({ id }) => id !== form?.id)]
    const imports = log
      .filter(({ facts }) => facts?.['year'] === year && facts['scope'] === scope)
      .map(({ at, by, facts }) => {
        const source = facts?.['source']
        return { at, ...(by === undefined ? {} : { by }), ...(typeof source === 'string' ? { source } : {}) }
      })
    const answer = { forms: forms.map(({ id, title }) => ({ id, title })), imports }
    if (history === undefined || form === undefined) return ok(answer)
    const { cells, stated = {}, source } = history
    const findings = await findingsIn(services, { unit: unit.id, year, scope, form, cells, stated })
    const accepted = source === undefined
    const known = { form: form.id, accepted, figures: figuresIn(form, cells, stated), findings }
    return ok({ ...answer, history: { ...known, ...(source === undefined ? {} : { source }) } })
  })
