/*
 * A figure of a unit's reports over the years (product D6), published here or imported. Every year is read in the form
 * of the latest one; what counts otherwise is said and not drawn.
 */
import { asBig } from '../../shared/form/as-big.ts'
import { summaryOfForm } from '../../shared/form/editions/summaries.ts'
import { fieldAt } from '../../shared/form/fields.ts'
import { formById } from '../../shared/form/forms.ts'
import { lastYearValue, withComputed } from '../../shared/form/last-year.ts'
import { ok, refuse } from '../../shared/refusal.ts'
import { chartSvg } from '../../shared/report/chart-svg.ts'
import { http } from '../pipeline/http.ts'
import type { Services } from '../services.ts'

const numbers: readonly string[] = ['count', 'change', 'money', 'sum', 'ratio']
const noReports = { zh: '历年报告', en: 'reports of earlier years' }

export const getReportYears = (services: Services) =>
  http(services, 'getReportYears', async ({ path, query, unit, language }) => {
    if (unit === undefined) return refuse('notFound', { what: path.unit })
    const reports = await services.returns.reportsOf(unit.id)
    const form = formById(reports[reports.length - 1]?.form ?? '')
    if (form === undefined) return refuse('notFound', { what: noReports[language] })
    const cell = query.cell ?? summaryOfForm(form.id).figures[0]?.cell ?? ''
    const field = fieldAt(form, cell)
    if (field === undefined || !numbers.includes(field.kind)) return refuse('notFound', { what: cell })
    const years = reports.flatMap(({ year, form: id, cells, stated }) => {
      const own = formById(id)
      if (own === undefined) return []
      const { value, notComparable } = {
        notComparable: undefined,
        ...lastYearValue(form, field, { form: own, cells: withComputed(own, { ...stated, ...cells }) }),
      }
      return [{ year, value, ...(notComparable === undefined ? {} : { notComparable: notComparable[language] }) }]
    })
    const bars = years.map(({ year, value, notComparable }) => {
      const known = notComparable === undefined ? asBig(value) : undefined
      const label = { zh: `${year}年`, en: String(year) }
      return { label, ...(known === undefined ? {} : { value: known.toFixed() }) }
    })
    const { label, measure } = field
    const chart = { id: cell, title: label, bars, ...(measure === undefined ? {} : { measure }) }
    return ok({
      unit: unit.id,
      name: unit.name,
      cell,
      label,
      form: form.id,
      years,
      chart: { ...chart, svg: chartSvg(chart, language) },
    })
  })
