/* A return or a report as a Word file: made from stored data in the same request, stored nowhere. */
import type { Cells } from '../../shared/form/cells.ts'
import { compute } from '../../shared/form/compute.ts'
import { joinForms } from '../../shared/form/forms.ts'
import { ok, refuse } from '../../shared/refusal.ts'
import type { CountedReturn, Edition } from '../../shared/report/report.ts'
import { reportDocument } from '../../shared/report/report-document.ts'
import { returnDocument } from '../../shared/report/return-document.ts'
import { ownScope, wholeScope } from '../../shared/report/scope.ts'
import type { Revision } from '../../shared/return/revision.ts'
import type { Round } from '../../shared/round/round.ts'
import type { Instant } from '../../shared/time.ts'
import type { Language, Unit, UnitId } from '../../shared/unit/unit.ts'
import type { Words } from '../../shared/words.ts'
import { http } from '../pipeline/http.ts'
import { listsBehind, loadReport, type ReportView } from '../reports/report-view.ts'
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
    ...(revision?.by.onBehalf === true ? { onBehalf: revision.by.name } : {}),
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

/** What a report's file shows, live or published. */
interface Shown extends Pick<Edition, 'lists' | 'hash'> {
  readonly figures: Cells
  readonly narratives: Cells
  readonly unitsIn: number
  readonly missing: readonly UnitId[]
  readonly provisional: readonly UnitId[]
  readonly late: readonly UnitId[]
  readonly published?: { readonly edition: number; readonly at: Instant }
}

const lateOf = (returns: readonly CountedReturn[]): readonly UnitId[] =>
  returns.filter(({ timeliness }) => timeliness === 'late').map(({ unit }) => unit)

const shownLive = async (services: Services, view: ReportView): Promise<Shown> => {
  const waiting = [...view.members, ...view.returns].filter(({ state }) => state === 'provisional')
  return {
    figures: view.report.figures,
    narratives: view.narratives.cells,
    lists: await listsBehind(services, view),
    unitsIn: view.report.unitsIn,
    missing: view.missing.map(({ unit }) => unit),
    provisional: [...new Set(waiting.map(({ unit }) => unit))],
    late: lateOf(view.returns),
    hash: view.report.hash,
  }
}

const shownEdition = ({ edition, report, narratives, lists, returns, missing, publishedAt, hash }: Edition): Shown => ({
  figures: report.figures,
  narratives,
  lists,
  unitsIn: report.unitsIn,
  missing,
  provisional: [],
  late: lateOf(returns),
  hash,
  published: { edition, at: publishedAt },
})

const reportFile = async (
  services: Services,
  { round, unit }: { readonly round: Round; readonly unit: Unit },
  shown: Shown,
  language: Language,
) => {
  const { figures, narratives, lists, unitsIn, missing, provisional, late, hash, published } = shown
  const ids = new Set([...missing, ...provisional, ...late, ...lists.map((list) => list.unit)])
  const names = new Map((await services.units.units([...ids])).map((one) => [one.id, one.name]))
  const nameOf = (id: UnitId): Words => names.get(id) ?? { zh: id, en: id }
  const model = reportDocument({
    form: joinForms(round.forms),
    year: round.year,
    unit,
    figures,
    narratives,
    lists: lists.map((list) => ({ ...list, unit: nameOf(list.unit) })),
    completeness: {
      unitsIn,
      missing: missing.map(nameOf),
      provisional: provisional.map(nameOf),
      late: late.map(nameOf),
    },
    scope: wholeScope(unit),
    statutory: round.statutory,
    demo: services.demo,
    hash,
    zone: round.zone,
    language,
    ...(published === undefined ? {} : { published }),
  })
  return { file: await docxOf(model), type: docxType, name: `${model.name}.docx` }
}

/** A published edition as a file; undefined where there is none. */
export const editionFile = async (
  services: Services,
  of: { readonly round: Round; readonly unit: Unit; readonly edition: number; readonly language: Language },
) => {
  const { round, unit, language } = of
  const edition = unit.id === round.owner ? await services.reports.edition(round.id, of.edition) : undefined
  return edition && reportFile(services, { round, unit }, shownEdition(edition), language)
}

export const getReportDocument = (services: Services) =>
  http(services, 'getReportDocument', async ({ round, unit, query, language }) => {
    if (query.edition === undefined) {
      const view = await loadReport(services, round, unit, 'wholeTree')
      return ok(await reportFile(services, view, await shownLive(services, view), language))
    }
    const file = await editionFile(services, { round, unit, edition: Number(query.edition), language })
    return file === undefined ? refuse('notFound', { what: `edition ${query.edition}` }) : ok(file)
  })
