/* Gathers what the workbook of a report shows beside the report itself: the units' figures, checks, progress. */
import type { Cells } from '../../shared/form/cells.ts'
import { compute } from '../../shared/form/compute.ts'
import { nameOf, scopeLine, statutoryLines, titleLines } from '../../shared/report/document-words.ts'
import { completenessLine } from '../../shared/report/report-document.ts'
import { ownScope } from '../../shared/report/scope.ts'
import type { Language } from '../../shared/unit/unit.ts'
import type { Words } from '../../shared/words.ts'
import { checksOf } from '../reports/report-view.ts'
import { loadAppraisal } from '../rounds/appraised.ts'
import type { Services } from '../services.ts'
import type { ReportShown } from './report-shown.ts'
import { writeReportWorkbook } from './report-workbook.ts'
import type { UnitRow } from './sheet-of-units.ts'

const states = {
  provisional: { zh: '待审核', en: 'Not reviewed' },
  accepted: { zh: '已通过', en: 'Accepted' },
  handedIn: { zh: '已上报', en: 'Handed in' },
} as const satisfies Record<string, Words>
const withAllBelow: Words = { zh: '含下级', en: 'with all below' }

/** The rows of the sheets. An edition names its returns, and their revisions are what they were. */
const rowsOf = async (
  services: Services,
  { behind, form, round, unit, nameOf: named }: ReportShown,
  language: Language,
): Promise<readonly UnitRow[]> => {
  const rowOf = (code: string, name: string, state: string, cells: Cells): UnitRow => ({
    code,
    name,
    state,
    cells: { ...cells, ...compute(form, cells) },
  })
  const label = (id: string): string => (id === unit.id ? ownScope(unit)[language] : named(id)[language])
  if (behind.of === 'members')
    return behind.members.map(({ unit: id, scope, state, cells }) => {
      const below = scope === 'below' ? ` · ${withAllBelow[language]}` : ''
      return rowOf(id, label(id), `${states[state][language]}${below}`, cells)
    })
  const revisions = behind.returns.map(async ({ unit: id, revision }) => {
    const found = await services.returns.revision(round.id, id, revision)
    return rowOf(id, label(id), states.accepted[language], found?.cells ?? {})
  })
  return Promise.all(revisions)
}

export const reportWorkbook = async (
  services: Services,
  shown: ReportShown,
  language: Language,
): Promise<Uint8Array> => {
  const { round, unit, document } = shown
  const [units, progress] = await Promise.all([rowsOf(services, shown, language), loadAppraisal(services, round, unit)])
  const notes = [
    scopeLine('report', { ...document, language }),
    ...statutoryLines(document.statutory, language),
    completenessLine(document.completeness, language),
  ]
  return writeReportWorkbook({
    ...document,
    title: nameOf(titleLines(unit.name, shown.form, round.year, language), language),
    note: notes.join('　'),
    units,
    findings: checksOf(shown.checked),
    progress: progress.rows,
    made: progress.asOf,
    language,
  })
}
