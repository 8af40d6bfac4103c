/* A return or a report as a file in the format asked for: made from stored data in the same request, stored nowhere. */
import { ok, refuse } from '../../shared/refusal.ts'
import { http } from '../pipeline/http.ts'
import type { Services } from '../services.ts'
import { reportComparison, reportFile } from './report-file.ts'
import { shownEdition, shownLive } from './report-shown.ts'
import { returnComparison, returnFile } from './return-file.ts'

export const getReturnDocument = (services: Services) =>
  http(services, 'getReturnDocument', async ({ round, unit, query, language }) => {
    const stored = await services.returns.load(round.id, unit.id)
    const n = query.revision === undefined ? (stored.head?.now.revisions ?? 0) : Number(query.revision)
    const isDraft = query.revision === undefined && (stored.head?.now.stage === 'drafting' || n === 0)
    const revision = isDraft ? undefined : await services.returns.revision(round.id, unit.id, n)
    if (!isDraft && revision === undefined) return refuse('notFound', { what: String(n) })
    const asked = { round, unit, revision, language, format: query.format }
    const file = await (query.content === 'comparison' ? returnComparison : returnFile)(services, asked)
    return file === undefined ? refuse('noLastYear', { year: String(round.year - 1) }) : ok(file)
  })

export const getReportDocument = (services: Services) =>
  http(services, 'getReportDocument', async ({ round, unit, query, language }) => {
    const { edition, format, content } = query
    const of = { round, unit }
    const shown = await (edition === undefined ? shownLive(services, of) : shownEdition(services, of, Number(edition)))
    if (shown === undefined) return refuse('notFound', { what: `edition ${edition}` })
    const file = await (content === 'comparison' ? reportComparison : reportFile)(services, shown, { format, language })
    return file === undefined ? refuse('noLastYear', { year: String(round.year - 1) }) : ok(file)
  })
