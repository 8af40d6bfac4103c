/* A return or a report as a Word file: made from stored data in the same request, stored nowhere. */
import { compute } from '../../shared/form/compute.ts'
import { joinForms } from '../../shared/form/forms.ts'
import { ok, refuse } from '../../shared/refusal.ts'
import { joinedLists } from '../../shared/report/joined-lists.ts'
import type { Edition } from '../../shared/report/report.ts'
import { reportDocument } from '../../shared/report/report-document.ts'
import { returnDocument } from '../../shared/report/return-document.ts'
import { ownScope, wholeScope } from '../../shared/report/scope.ts'
import type { Revision } from '../../shared/return/revision.ts'
import type { Round } from '../../shared/round/round.ts'
import type { Language, Unit } from '../../shared/unit/unit.ts'
import type { Words } from '../../shared/words.ts'
import { http } from '../pipeline/http.ts'
import { loadReport, type ReportView } from '../reports/report-view.ts'
import { cellsNow, loadSituation } from '../returns/situation.ts'
import type { Services } from '../services.ts'
import { docxOf } from './docx.ts'

export const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** A submission as a file, or the draft where there is none. */
export const returnFile = async (
  services: Services,
  of: {
    readonly round: Round
    readonly unit: Unit
    readonly revision?: Revision | undefined
    readonly language: Language
  },
) => {
  const { round, unit, revision, language } = of
  const form = joinForms(round.forms)
  const cells = revision?.cells ?? cellsNow(await loadSituation(services, { round, unit }))
  const model = returnDocument({
    form,
    year: round.year,
    unit,
    cells,
    computed: compute(form, cells),
    zone: round.zone,
    scope: ownScope(unit),
    statutory: round.statutory,
    demo: services.demo,
    language,
    ...(revision === undefined ? {} : { signOff: revision.signOff, receipt: revision.receipt }),
  })
  return { file: await docxOf(model), type: docxType, name: `${model.name}.docx` }
}

export const getReturnDocument = (services: Services) =>
  http(services, 'getReturnDocument', async ({ round, unit, query, language }) => {
    const stored = await services.returns.load(round.id, unit.id)
    const n = query.revision === undefined ? (stored.head?.now.revisions ?? 0) : Number(query.revision)
    const isDraft = query.revision === undefined && (stored.head?.now.stage === 'drafting' || n === 0)
    const revision = isDraft ? undefined : await services.returns.revision(round.id, unit.id, n)
    if (!isDraft && revision === undefined) return refuse('notFound', { what: String(n) })
    return ok(await returnFile(services, { round, unit, revision, language }))
  })

const namesOf = (view: ReportView, ids: readonly string[]): readonly Words[] =>
  ids.map((id) => view.names.get(id)?.name ?? { zh: id, en: id })

const reportFile = async (services: Services, view: ReportView, edition: Edition | undefined, language: Language) => {
  const { round, unit, form, members } = view
  const report = edition?.report ?? view.report
  const missing = edition?.missing ?? view.missing.map((one) => one.unit)
  const narratives = edition?.narratives ?? (await services.reports.narratives(round.id, unit.id)).cells
  const lists = edition?.lists ?? joinedLists(form, members)
  const unitsWhere = (is: (member: Edition['report']['members'][number]) => boolean) =>
    namesOf(
      view,
      report.members.filter(is).map((one) => one.unit),
    )
  const model = reportDocument({
    form,
    year: round.year,
    unit,
    figures: report.figures,
    narratives,
    lists: lists.map((list) => ({
      ...list,
      unit: view.names.get(list.unit)?.name ?? { zh: list.unit, en: list.unit },
    })),
    completeness: {
      unitsIn: report.unitsIn,
      missing: namesOf(view, missing),
      provisional: unitsWhere((member) => member.state === 'provisional'),
      late: unitsWhere((member) => member.timeliness === 'late'),
    },
    scope: wholeScope(unit),
    statutory: round.statutory,
    demo: services.demo,
    hash: edition?.hash ?? report.hash,
    zone: round.zone,
    language,
    ...(edition === undefined ? {} : { published: { edition: edition.edition, at: edition.publishedAt } }),
  })
  return { file: await docxOf(model), type: docxType, name: `${model.name}.docx` }
}

export const getReportDocument = (services: Services) =>
  http(services, 'getReportDocument', async ({ round, unit, query, language }) => {
    const view = await loadReport(services, round, unit)
    if (query.edition === undefined) return ok(await reportFile(services, view, undefined, language))
    const edition = (await services.reports.editions(round.id)).find((one) => one.edition === Number(query.edition))
    return edition === undefined || unit.id !== round.owner
      ? refuse('notFound', { what: `edition ${query.edition}` })
      : ok(await reportFile(services, view, edition, language))
  })
