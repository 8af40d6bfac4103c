/* What a report's file shows, live or published: the same whatever the format. */
import type { Form } from '../../shared/form/form.ts'
import { joinForms } from '../../shared/form/forms.ts'
import type { CountedReturn, Edition, Figures } from '../../shared/report/report.ts'
import type { ReportDocumentInput } from '../../shared/report/report-document.ts'
import { wholeScope } from '../../shared/report/scope.ts'
import type { Round } from '../../shared/round/round.ts'
import type { Unit, UnitId } from '../../shared/unit/unit.ts'
import type { Words } from '../../shared/words.ts'
import { type Checked, listsBehind, loadReport } from '../reports/report-view.ts'
import type { Services } from '../services.ts'

/** Of which report: the round, and the collector. */
interface Place {
  readonly round: Round
  readonly unit: Unit
}

export interface ReportShown extends Place {
  readonly form: Form
  readonly document: Omit<ReportDocumentInput, 'language'>
  /** What its checks read. */
  readonly checked: Checked
  /** Live: the members right below, with their figures. Of an edition: the own returns behind it. */
  readonly behind:
    | { readonly of: 'members'; readonly members: readonly Figures[] }
    | { readonly of: 'returns'; readonly returns: readonly CountedReturn[] }
  readonly nameOf: (unit: UnitId) => Words
}

type Facts = Pick<ReportDocumentInput, 'figures' | 'narratives' | 'hash' | 'published'> & {
  readonly lists: Edition['lists']
  readonly unitsIn: number
  readonly missing: readonly UnitId[]
  readonly provisional: readonly UnitId[]
  readonly late: readonly UnitId[]
}

const lateOf = (returns: readonly CountedReturn[]): readonly UnitId[] =>
  returns.filter(({ timeliness }) => timeliness === 'late').map(({ unit }) => unit)

const shown = async (
  services: Services,
  { round, unit }: Place,
  facts: Facts,
  more: Pick<ReportShown, 'behind' | 'checked'>,
): Promise<ReportShown> => {
  const { missing, provisional, late, lists, unitsIn, ...rest } = facts
  const { behind } = more
  const counted = behind.of === 'members' ? behind.members : behind.returns
  const ids = new Set([...[...lists, ...counted].map((one) => one.unit), ...missing, ...provisional, ...late])
  const names = new Map((await services.units.units([...ids])).map((one) => [one.id, one.name]))
  const nameOf = (id: UnitId): Words => names.get(id) ?? { zh: id, en: id }
  const form = joinForms(round.forms)
  return {
    round,
    unit,
    form,
    ...more,
    nameOf,
    document: {
      ...rest,
      form,
      year: round.year,
      unit,
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
      zone: round.zone,
    },
  }
}

export const shownLive = async (services: Services, { round, unit }: Place): Promise<ReportShown> => {
  const view = await loadReport(services, round, unit, 'wholeTree')
  const waiting = [...view.members, ...view.returns].filter(({ state }) => state === 'provisional')
  return shown(
    services,
    view,
    {
      figures: view.report.figures,
      narratives: view.narratives.cells,
      lists: await listsBehind(services, view),
      unitsIn: view.report.unitsIn,
      missing: view.missing.map((one) => one.unit),
      provisional: [...new Set(waiting.map((one) => one.unit))],
      late: lateOf(view.returns),
      hash: view.report.hash,
    },
    { behind: { of: 'members', members: view.members }, checked: view },
  )
}

/** A published edition; undefined where there is none of that number. */
export const shownEdition = async (services: Services, place: Place, n: number): Promise<ReportShown | undefined> => {
  const { round, unit } = place
  const found = unit.id === round.owner ? await services.reports.edition(round.id, n) : undefined
  if (found === undefined) return undefined
  const { edition, report, narratives, lists, returns, missing, publishedAt, hash } = found
  const lastYear = await services.returns.history(unit.id, round.year - 1, 'report')
  const checked: Checked = {
    form: joinForms(round.forms),
    round,
    report,
    narratives: { cells: narratives },
    doubled: [],
    ...(lastYear === undefined ? {} : { lastYear }),
  }
  return shown(
    services,
    place,
    {
      figures: report.figures,
      narratives,
      lists,
      unitsIn: report.unitsIn,
      missing,
      provisional: [],
      late: lateOf(returns),
      hash,
      published: { edition, at: publishedAt },
    },
    { behind: { of: 'returns', returns }, checked },
  )
}
