/* A return or a report as a file in the format asked for: made from stored data in the same request, stored nowhere. */
import { xlsxType } from '../../shared/api.ts'
import { compute } from '../../shared/form/compute.ts'
import { joinForms } from '../../shared/form/forms.ts'
import { ok, refuse } from '../../shared/refusal.ts'
import { reportDocument } from '../../shared/report/report-document.ts'
import { returnDocument } from '../../shared/report/return-document.ts'
import { ownScope } from '../../shared/report/scope.ts'
import type { Revision } from '../../shared/return/revision.ts'
import type { Round } from '../../shared/round/round.ts'
import type { Language, Unit } from '../../shared/unit/unit.ts'
import type { FileAnswer } from '../pipeline/http.ts'
import { http } from '../pipeline/http.ts'
import { cellsNow, loadSituation } from '../returns/situation.ts'
import type { Services } from '../services.ts'
import { type PrintedFormat, printed } from './formats.ts'
import { type ReportShown, shownEdition, shownLive } from './report-shown.ts'

/** A submission as a file, or the draft where there is none. */
export const returnFile = async (
  services: Services,
  of: {
    readonly round: Round
    readonly unit: Unit
    readonly revision?: Revision | undefined
    readonly language: Language
    readonly format: PrintedFormat
  },
) => {
  const { round, unit, revision, language, format } = of
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
  return printed(model, format)
}

export const getReturnDocument = (services: Services) =>
  http(services, 'getReturnDocument', async ({ round, unit, query, language }) => {
    const stored = await services.returns.load(round.id, unit.id)
    const n = query.revision === undefined ? (stored.head?.now.revisions ?? 0) : Number(query.revision)
    const isDraft = query.revision === undefined && (stored.head?.now.stage === 'drafting' || n === 0)
    const revision = isDraft ? undefined : await services.returns.revision(round.id, unit.id, n)
    if (!isDraft && revision === undefined) return refuse('notFound', { what: String(n) })
    return ok(await returnFile(services, { round, unit, revision, language, format: query.format }))
  })

type ReportFormat = PrintedFormat | 'csv' | 'json'

const reportFile = async (
  services: Services,
  shown: ReportShown,
  format: ReportFormat,
  language: Language,
): Promise<FileAnswer> => {
  const model = reportDocument({ ...shown.document, language })
  if (format === 'xlsx') {
    const { reportWorkbook } = await import('./report-xlsx.ts')
    return { file: await reportWorkbook(services, shown, language), type: xlsxType, name: `${model.name}.xlsx` }
  }
  if (format === 'csv' || format === 'json') {
    const { openDataFile } = await import('./open-data-file.ts')
    return openDataFile(services, shown, { format, name: model.name, language })
  }
  return printed(model, format)
}

interface EditionAsked {
  readonly round: Round
  readonly unit: Unit
  readonly edition: number
  readonly format: ReportFormat
  readonly language: Language
}

/** A published edition as a file; undefined where there is none. */
export const editionFile = async (
  services: Services,
  { round, unit, edition, format, language }: EditionAsked,
): Promise<FileAnswer | undefined> => {
  const shown = await shownEdition(services, { round, unit }, edition)
  return shown && reportFile(services, shown, format, language)
}

export const getReportDocument = (services: Services) =>
  http(services, 'getReportDocument', async ({ round, unit, query, language }) => {
    if (query.edition !== undefined) {
      const of = { round, unit, edition: Number(query.edition), format: query.format, language }
      const file = await editionFile(services, of)
      return file === undefined ? refuse('notFound', { what: `edition ${query.edition}` }) : ok(file)
    }
    return ok(await reportFile(services, await shownLive(services, { round, unit }), query.format, language))
  })
