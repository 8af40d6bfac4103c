/* The leader's page (product D4): the report on one screen. */
import { withComputed } from '../../shared/form/last-year.ts'
import { ok } from '../../shared/refusal.ts'
import { chartSvg } from '../../shared/report/chart-svg.ts'
import { wholeScope } from '../../shared/report/scope.ts'
import { summaryOf } from '../../shared/report/summary.ts'
import { yearOnYear } from '../../shared/report/year-on-year.ts'
import { http } from '../pipeline/http.ts'
import type { Services } from '../services.ts'
import { earlierYears } from './earlier-years.ts'
import { checksOf, loadReport, type ReportView } from './report-view.ts'

type Years = readonly Awaited<ReturnType<typeof earlierYears>>[number][]

/** Last year as one more year of a chart, where it was counted in the same form. */
const lastYearOf = ({ form, round, lastYear }: ReportView): Years =>
  lastYear?.form === form.id ? [{ year: round.year - 1, cells: lastYear.cells }] : []

const factsOf = (view: ReportView, earlier: Years) => {
  const { form, round, report, lastYear, members, names, missing } = view
  const history = earlier.map(({ cells }) => cells)
  return {
    form,
    year: round.year,
    figures: report.figures,
    yearOnYear: yearOnYear(form, report.figures, lastYear, history),
    members: members.map(({ unit, cells }) => ({
      name: names.get(unit)?.shortName ?? { zh: unit, en: unit },
      cells: withComputed(form, cells),
    })),
    earlier: [...lastYearOf(view), ...earlier].map(({ year, cells }) => ({ year, cells: withComputed(form, cells) })),
    counts: report,
    missing,
    findings: checksOf(view),
  }
}

/** The summary of a report as it is read. */
export const summaryIn = async (services: Services, view: ReportView) =>
  summaryOf(factsOf(view, await earlierYears(services, view)))

export const getSummary = (services: Services) =>
  http(services, 'getSummary', async ({ round, unit, language }) => {
    const view = await loadReport(services, round, unit, 'page')
    const { report } = view
    const summary = await summaryIn(services, view)
    const { unitsIn, unitsMissing, unitsLate, unitsProvisional } = report
    return ok({
      scope: wholeScope(unit),
      units: { unitsIn, unitsMissing, unitsLate, unitsProvisional },
      figures: summary.figures.map(({ notComparable, ...figure }) => ({
        ...figure,
        ...(notComparable === undefined ? {} : { notComparable: notComparable[language] }),
      })),
      charts: summary.charts.map((chart) => ({
        ...chart,
        bars: chart.bars.map((bar) => ({ ...bar })),
        svg: chartSvg(chart, language),
      })),
      notes: summary.notes.map((note) => note[language]),
      editionOfReport: unit.id === round.owner ? round.edition : 0,
      hash: report.hash,
      provisional: report.provisional,
      at: services.now(),
    })
  })
