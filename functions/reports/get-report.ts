import { compute } from '../../shared/form/compute.ts'
import { fieldAt } from '../../shared/form/fields.ts'
import { joinForms } from '../../shared/form/forms.ts'
import { ok, refuse } from '../../shared/refusal.ts'
import { isIn, reportOf } from '../../shared/report/add-up.ts'
import { wholeScope } from '../../shared/report/scope.ts'
import { yearOnYear } from '../../shared/report/year-on-year.ts'
import { http } from '../pipeline/http.ts'
import { withReasons } from '../returns/answers.ts'
import type { Services } from '../services.ts'
import { earlierYears } from './earlier-years.ts'
import { oddAmong, unitNarratives } from './report-units.ts'
import { checksOf, listsBehind, loadReport, type ReportView } from './report-view.ts'
import { standingAbove } from './standing-above.ts'

const nameOf = (view: Pick<ReportView, 'names'>, unit: string) => view.names.get(unit)?.name ?? { zh: unit, en: unit }

const membersOf = (view: ReportView) =>
  view.members.map((member) => {
    const { unit, scope, state, revision, hash, submittedAt, timeliness, unitsIn } = member
    const isOwn = scope === 'own'
    return {
      unit,
      name: nameOf(view, unit),
      scope,
      state,
      hash,
      unitsIn,
      unitsMissing: member.unitsMissing ?? 0,
      unitsLate: member.unitsLate ?? Number(isOwn && timeliness === 'late'),
      unitsProvisional: member.unitsProvisional ?? Number(isOwn && state === 'provisional'),
      ...(revision === undefined ? {} : { revision }),
      ...(submittedAt === undefined ? {} : { submittedAt }),
      ...(timeliness === undefined ? {} : { timeliness }),
    }
  })

export const getReport = (services: Services) =>
  http(services, 'getReport', async ({ round, unit, query, language, caller }) => {
    const view = await loadReport(services, round, unit, 'page')
    const { report, form, lastYear, missing, narratives } = view
    const { unitsIn, unitsMissing, unitsLate, unitsProvisional } = report
    const [units, earlier, lists, above] = await Promise.all([
      unitNarratives(services, view, query.narratives),
      earlierYears(services, view),
      listsBehind(services, view),
      standingAbove(services, round, unit, caller, language),
    ])
    return ok({
      scope: wholeScope(unit),
      figures: report.figures,
      units: { unitsIn, unitsMissing, unitsLate, unitsProvisional },
      in: membersOf(view),
      missing: missing.map((one) => ({ ...one })),
      checks: withReasons(checksOf(view), {}),
      yearOnYear: yearOnYear(
        form,
        report.figures,
        lastYear,
        earlier.map(({ cells }) => cells),
      ).map(({ cell, now, last, growth, outlier, notComparable }) => ({
        cell,
        now,
        last,
        ...(growth === undefined ? {} : { growth }),
        ...(outlier === undefined ? {} : { outlier }),
        ...(notComparable === undefined ? {} : { notComparable: notComparable[language] }),
      })),
      narratives: { own: narratives.cells, units },
      lists: lists.map((list) => ({ ...list, rows: [...list.rows] })),
      editionOfReport: unit.id === round.owner ? round.edition : 0,
      ...(above === undefined ? {} : { above }),
      version: narratives.version,
      hash: report.hash,
      provisional: report.provisional,
    })
  })

/** Where a figure comes from: each unit's value, revision, who, when (product A3). One call. */
export const getReportCell = (services: Services) =>
  http(services, 'getReportCell', async ({ round, unit, path }) => {
    const form = joinForms(round.forms)
    const field = fieldAt(form, path.cell)
    if (field === undefined) return refuse('notFound', { what: path.cell })
    const members = await services.reports.members(round.id, unit.id)
    const known = await services.units.units([...new Set(members.map((member) => member.unit))])
    const names = new Map(known.map((one) => [one.id, one]))
    const { figures } = reportOf({
      form,
      round: round.id,
      unit: unit.id,
      version: 0,
      members,
      missing: 0,
      hash: String,
    })
    const rows = members.filter(isIn).map((member) => {
      const cells = { ...member.cells, ...compute(form, member.cells) }
      const { submittedAt, by, revision } = member
      return {
        unit: member.unit,
        name: nameOf({ names }, member.unit),
        scope: member.scope,
        value: cells[path.cell] ?? null,
        hash: member.hash,
        state: member.state,
        ...(revision === undefined ? {} : { revision }),
        ...(by === undefined ? {} : { by }),
        ...(submittedAt === undefined ? {} : { submittedAt }),
      }
    })
    const odd = oddAmong(rows)
    const units = rows.map((row) => ({ ...row, ...(odd.has(row) ? { outlier: true as const } : {}) }))
    return ok({ cell: path.cell, label: field.label, total: figures[path.cell] ?? null, units })
  })
