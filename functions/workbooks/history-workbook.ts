/*
 * Figures of an earlier year in the Excel workbook of that year's edition (product F6): out with what is there of the
 * year, in again with what somebody entered. What belongs to another edition, year, scope or unit is refused as with a
 * return (product E4); a total that was published otherwise is kept beside the computed one.
 */
import { xlsxType } from '../../shared/api.ts'
import type { Cells, CellValue } from '../../shared/form/cells.ts'
import { isBlank } from '../../shared/form/cells.ts'
import { fieldAt, isComputed } from '../../shared/form/fields.ts'
import type { Form } from '../../shared/form/form.ts'
import { formById } from '../../shared/form/forms.ts'
import { readValue } from '../../shared/form/read-value.ts'
import { ok, refuse } from '../../shared/refusal.ts'
import { ownScope, wholeScope } from '../../shared/report/scope.ts'
import { msOf } from '../../shared/time.ts'
import type { WorkbookProblem } from '../../shared/workbook/find-rows.ts'
import { historyInWords, historyPlace } from '../../shared/workbook/history-place.ts'
import { type FilePlace, readWorkbook, type Stated } from '../../shared/workbook/read-workbook.ts'
import { cellFaults } from '../../shared/workbook/words.ts'
import { workbookOf } from '../../shared/workbook/workbook.ts'
import { http } from '../pipeline/http.ts'
import { asInput, changesTo, figuresIn, findingsIn, keepYear, yearIn } from '../returns/earlier-year.ts'
import type { Services } from '../services.ts'
import { readFile } from './read-file.ts'

/* A year has no version: what somebody imports takes the place of what was imported before. */
const version = 0

export const getHistoryWorkbook = (services: Services) =>
  http(services, 'getHistoryWorkbook', async ({ path, query, unit, language }) => {
    const year = yearIn(path.year)
    if (unit === undefined) return refuse('notFound', { what: path.unit })
    if (year === undefined) return refuse('notFound', { what: path.year })
    const form = formById(query.form)
    if (form === undefined) return refuse('notFound', { what: query.form })
    const stored = await services.returns.history(unit.id, year, query.scope)
    const there = stored?.form === form.id ? stored : undefined
    const round = historyPlace(year, query.scope)
    const whose = query.scope === 'own' ? ownScope(unit) : wholeScope(unit)
    const rowPrefix = `w${services.newId().slice(0, 8)}`
    const model = workbookOf({
      form,
      facts: { form: form.id, formVersion: form.version, round, unit: unit.id, version, language, rowPrefix },
      unit: unit.name,
      round: historyInWords(round)?.[language] ?? round,
      year,
      scope: `${language === 'zh' ? '填报范围：' : 'Scope: '}${whose[language]}`,
      cells: there?.cells ?? {},
      stated: there?.stated ?? {},
      remark: () => undefined,
      digest: services.hash,
    })
    const { writeWorkbook } = await import('./write-sheets.ts')
    const file = await writeWorkbook(model, new Date(msOf(services.now())))
    return ok({ file, type: xlsxType, name: `${model.name}.xlsx` })
  })

/* Leniently, as any cell of a workbook is read. */
const totalsIn = (form: Form, stated: readonly Stated[]) => {
  const cells: Record<string, CellValue> = {}
  const problems: WorkbookProblem[] = []
  const places = new Map<string, FilePlace>()
  for (const { address, text, place } of stated) {
    const field = fieldAt(form, address)
    if (field === undefined || !isComputed(field)) continue
    const read = readValue(asInput(field), text)
    places.set(address, place)
    if (!read.ok) problems.push({ ...place, cell: address, message: read.message })
    else if (!isBlank(read.value)) cells[address] = read.value
  }
  return { cells, problems, places }
}

const without = (cells: Cells): Cells =>
  Object.fromEntries(Object.entries(cells).filter(([, value]) => !isBlank(value)))

export const putHistoryWorkbook = (services: Services) =>
  http(services, 'putHistoryWorkbook', async ({ path, query, body, unit, caller }) => {
    const year = yearIn(path.year)
    if (unit === undefined) return refuse('notFound', { what: path.unit })
    if (year === undefined) return refuse('notFound', { what: path.year })
    const form = formById(query.form)
    if (form === undefined) return refuse('notFound', { what: query.form })
    const file = readFile(body)
    if (!file.ok) return refuse('workbookRefused', file.because)
    const { scope, source } = query
    const base = query.base === undefined ? undefined : Number(query.base)
    const round = historyPlace(year, scope)
    const expected = { form, round, unit: unit.id, version, digest: services.hash, keepsStated: true } as const
    const reading = readWorkbook(file.value, expected)
    if (!reading.ok) return refuse('workbookRefused', reading.because)
    const before = await services.returns.history(unit.id, year, scope)
    const edited = Object.fromEntries([...reading.edits].map(([cell, { value }]): [string, CellValue] => [cell, value]))
    const cells = without({ ...(before?.form === form.id ? before.cells : {}), ...edited })
    const totals = totalsIn(form, reading.stated)
    const given = { unit: unit.id, year, scope, form, cells, stated: totals.cells, source, base }
    const changes = changesTo(before, given).map((change) => {
      const edit = reading.edits.get(change.cell)
      const place = edit?.place ?? totals.places.get(change.cell) ?? reading.places.get(change.cell) ?? {}
      return { ...change, ...place, ...(edit?.confirm === undefined ? {} : { confirm: edit.confirm }) }
    })
    const isPreview = query.preview === 'true'
    const dashes = isPreview || query.confirmed === 'true' ? [] : changes.filter(({ confirm }) => confirm === true)
    const problems = [
      ...reading.problems,
      ...totals.problems,
      ...dashes.map(({ cell }) => ({ ...reading.places.get(cell), cell, rule: 'R17', message: cellFaults.dash })),
    ]
    const kept = await keepYear(services, caller, given, isPreview || problems.length > 0)
    if (!kept.ok) return kept
    const findings = await findingsIn(services, given)
    return ok({ ...kept.value, figures: figuresIn(form, cells, totals.cells).length, changes, problems, findings })
  })
