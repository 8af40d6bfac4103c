/* A unit's return as a file: the return itself, or its figures beside last year's. */
import type { Cells } from '../../shared/form/cells.ts'
import { compute } from '../../shared/form/compute.ts'
import { listsOf } from '../../shared/form/fields.ts'
import type { Form } from '../../shared/form/form.ts'
import { joinForms } from '../../shared/form/forms.ts'
import { listRowsOf } from '../../shared/form/lists.ts'
import { comparisonDocument } from '../../shared/report/comparison-document.ts'
import type { OpenDataInput } from '../../shared/report/open-data.ts'
import { returnDocument } from '../../shared/report/return-document.ts'
import { ownScope } from '../../shared/report/scope.ts'
import { yearOnYear } from '../../shared/report/year-on-year.ts'
import type { Revision } from '../../shared/return/revision.ts'
import type { Round } from '../../shared/round/round.ts'
import type { Language, Unit } from '../../shared/unit/unit.ts'
import type { FileAnswer } from '../pipeline/http.ts'
import { cellsNow, loadSituation } from '../returns/situation.ts'
import type { Services } from '../services.ts'
import { type DocumentFormat, fileOf } from './formats.ts'

export interface ReturnAsked {
  readonly round: Round
  readonly unit: Unit
  /** Absent: the draft. */
  readonly revision?: Revision | undefined
  readonly language: Language
  readonly format: DocumentFormat
}

const shownOf = async (services: Services, { round, unit, revision, language }: ReturnAsked) => {
  const form = joinForms(round.forms)
  const cells = revision?.cells ?? cellsNow(await loadSituation(services, { round, unit }))
  return {
    form,
    year: round.year,
    unit,
    cells,
    computed: compute(form, cells),
    scope: ownScope(unit),
    statutory: round.statutory,
    demo: services.demo,
    language,
  }
}

const listsIn = (form: Form, cells: Cells, unit: Unit): OpenDataInput['lists'] =>
  listsOf(form).map((list) => ({
    unit: unit.name,
    section: list.id,
    rows: listRowsOf(list, cells).map(({ values }) => values),
  }))

const openDataOf = (
  { unit, revision }: ReturnAsked,
  { cells, computed, ...shown }: Awaited<ReturnType<typeof shownOf>>,
): Omit<OpenDataInput, 'schema'> => ({
  ...shown,
  unit,
  figures: { ...cells, ...computed },
  narratives: cells,
  lists: listsIn(shown.form, cells, unit),
  completeness: { unitsIn: 1, missing: [], provisional: [], late: [] },
  hash: revision?.receipt.hash ?? '',
})

/** A submission as a file, or the draft where there is none. */
export const returnFile = async (services: Services, asked: ReturnAsked): Promise<FileAnswer> => {
  const { round, revision, format } = asked
  const shown = await shownOf(services, asked)
  const model = returnDocument({
    ...shown,
    zone: round.zone,
    ...(revision === undefined ? {} : { signOff: revision.signOff, receipt: revision.receipt }),
    ...(revision?.by.onBehalf === true ? { onBehalf: revision.by.name } : {}),
  })
  return fileOf(services, { round: round.id, model, data: openDataOf(asked, shown) }, format)
}

/** The figures of a submission or draft beside last year's; undefined where there is no last year. */
export const returnComparison = async (services: Services, asked: ReturnAsked): Promise<FileAnswer | undefined> => {
  const { round, unit, format } = asked
  const last = await services.returns.history(unit.id, round.year - 1, 'own')
  if (last === undefined) return undefined
  const shown = await shownOf(services, asked)
  const compared = yearOnYear(shown.form, shown.cells, last)
  const model = comparisonDocument({ ...shown, of: 'return', rows: compared })
  return fileOf(services, { round: round.id, model, data: { ...openDataOf(asked, shown), compared } }, format)
}
