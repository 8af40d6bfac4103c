import { compute } from '../../shared/form/compute.ts'
import { fieldAt } from '../../shared/form/fields.ts'
import { ok, refuse } from '../../shared/refusal.ts'
import { joinedLists } from '../../shared/report/joined-lists.ts'
import { wholeScope } from '../../shared/report/scope.ts'
import { yearOnYear } from '../../shared/report/year-on-year.ts'
import { http } from '../pipeline/http.ts'
import type { Services } from '../services.ts'
import { checksOf, loadReport, provenSum, type ReportView } from './report-view.ts'

const nameOf = (view: ReportView, unit: string) => view.names.get(unit)?.name ?? { zh: unit, en: unit }

const membersOf = (view: ReportView) =>
  view.members.map(({ unit, scope, state, revision, hash, submittedAt, timeliness, unitsIn }) => ({
    unit,
    name: nameOf(view, unit),
    scope,
    state,
    hash,
    unitsIn,
    unitsMissing: 0,
    ...(revision === undefined ? {} : { revision }),
    ...(submittedAt === undefined ? {} : { submittedAt }),
    ...(timeliness === undefined ? {} : { timeliness }),
  }))

/** Narratives of the units, side by side for the editor (product A1); of own returns right below only. */
const unitNarratives = async (services: Services, view: ReportView) => {
  const own = view.members.filter((member) => member.scope === 'own' && member.revision !== undefined)
  const texts = await Promise.all(
    own.map(async ({ unit, revision = 0 }) => {
      const stored = await services.returns.revision(view.round.id, unit, revision)
      return [
        unit,
        Object.fromEntries(
          Object.entries(stored?.cells ?? {}).filter(([cell]) => fieldAt(view.form, cell)?.kind === 'narrative'),
        ),
      ] as const
    }),
  )
  return Object.fromEntries(texts)
}

export const getReport = (services: Services) =>
  http(services, 'getReport', async ({ round, unit, language }) => {
    const view = await loadReport(services, round, unit)
    const { report, form, lastYear, members, missing } = view
    const [own, units, sum] = await Promise.all([
      services.reports.narratives(round.id, unit.id),
      unitNarratives(services, view),
      provenSum(services, view),
    ])
    const history = members.map((member) => ({ ...member.cells, ...compute(form, member.cells) }))
    return ok({
      scope: wholeScope(unit),
      figures: report.figures,
      in: membersOf(view),
      missing: missing.map((one) => ({ ...one })),
      checks: [...checksOf(view), ...sum].map((finding) => ({ ...finding, cells: [...finding.cells] })),
      yearOnYear: yearOnYear(form, report.figures, lastYear, history).map(
        ({ cell, now, last, growth, outlier, notComparable }) => ({
          cell,
          now,
          last,
          ...(growth === undefined ? {} : { growth }),
          ...(outlier === undefined ? {} : { outlier }),
          ...(notComparable === undefined ? {} : { notComparable: notComparable[language] }),
        }),
      ),
      narratives: { own: own.cells, units },
      lists: joinedLists(form, members).map((list) => ({ ...list, rows: [...list.rows] })),
      editionOfReport: unit.id === round.owner ? round.edition : 0,
      version: own.version,
      hash: report.hash,
      provisional: report.provisional,
    })
  })

/** Where a figure comes from: each unit's value, revision, who, when (product A3). One call. */
export const getReportCell = (services: Services) =>
  http(services, 'getReportCell', async ({ round, unit, path }) => {
    const view = await loadReport(services, round, unit)
    const field = fieldAt(view.form, path.cell)
    if (field === undefined) return refuse('notFound', { what: path.cell })
    const units = view.members.map((member) => {
      const known = { ...member.cells, ...compute(view.form, member.cells) }
      const { submittedAt, by, revision } = member
      return {
        unit: member.unit,
        name: nameOf(view, member.unit),
        scope: member.scope,
        value: known[path.cell] ?? null,
        hash: member.hash,
        state: member.state,
        ...(revision === undefined ? {} : { revision }),
        ...(by === undefined ? {} : { by }),
        ...(submittedAt === undefined ? {} : { submittedAt }),
      }
    })
    return ok({ cell: path.cell, label: field.label, total: view.report.figures[path.cell] ?? null, units })
  })
