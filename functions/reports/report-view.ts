/*
 * A report as people read it: live figures, who is in them and who is missing, checks, and last year. The documents and
 * the routes ask here, so that a page and a file never say different things.
 */
import { runChecks } from '../../shared/form/checks.ts'
import { listsOf } from '../../shared/form/fields.ts'
import type { Finding } from '../../shared/form/finding.ts'
import type { Form } from '../../shared/form/form.ts'
import { joinForms } from '../../shared/form/forms.ts'
import { doubledUnits, isIn, reportOf } from '../../shared/report/add-up.ts'
import { joinedLists } from '../../shared/report/joined-lists.ts'
import { recount, recountFindings } from '../../shared/report/recount.ts'
import type { Edition, Figures, Report } from '../../shared/report/report.ts'
import type { Revision } from '../../shared/return/revision.ts'
import type { Round } from '../../shared/round/round.ts'
import type { Unit, UnitId } from '../../shared/unit/unit.ts'
import type { Services } from '../services.ts'
import type { History } from '../store/history.ts'
import type { ReportNarratives } from '../store/reports.ts'
import { levelOf, type ReturnBehind, readDown, readRightBelow } from './down-the-tree.ts'
import { type Missing, missingMembers } from './missing.ts'

export interface ReportView {
  readonly form: Form
  readonly round: Round
  readonly unit: Unit
  readonly report: Report
  /** Members that have figures. */
  readonly members: readonly Figures[]
  /** Own returns behind the figures: at every level where `reach` was the whole tree, else those right below. */
  readonly returns: readonly ReturnBehind[]
  readonly missing: readonly Missing[]
  readonly doubled: readonly UnitId[]
  readonly narratives: ReportNarratives
  readonly names: ReadonlyMap<UnitId, Unit>
  readonly lastYear?: History
}

/**
 * A page reads down the tree as far as its units are few; beyond that the counts that the members carry say how many
 * are missing below each of them, and lists are those of the units right below. Files and editions read to the end.
 */
const mostOnAPage = 200

/** Reads everything a report page or document shows. The figures are those of the members read in the same moment. */
export const loadReport = async (
  services: Services,
  round: Round,
  unit: Unit,
  reach: 'page' | 'wholeTree',
): Promise<ReportView> => {
  const form = joinForms(round.forms)
  const [stored, level, narratives, lastYear] = await Promise.all([
    services.reports.report(round.id, unit.id),
    levelOf(services, round, unit),
    services.reports.narratives(round.id, unit.id),
    services.returns.history(unit.id, round.year - 1, 'report'),
  ])
  const { members, participants } = level
  /* Members read now win over a report that roll-up has not brought up to date yet: the page and its cells agree. */
  const report = reportOf({
    form,
    round: round.id,
    unit: unit.id,
    version: stored?.version ?? 0,
    members,
    missing: missingMembers(participants, members).length,
    hash: services.hash,
  })
  const isWhole = reach === 'wholeTree' || report.unitsIn + report.unitsMissing <= mostOnAPage
  const { returns, missing, units } = await (isWhole ? readDown : readRightBelow)(services, round, level)
  return {
    form,
    round,
    unit,
    report: isWhole ? { ...report, unitsMissing: missing.length } : report,
    members: members.filter(isIn),
    returns,
    missing,
    doubled: doubledUnits(members),
    narratives,
    names: new Map([unit, ...units].map((one) => [one.id, one])),
    ...(lastYear === undefined ? {} : { lastYear }),
  }
}

const doubleFinding = (unit: UnitId): Finding => ({
  check: 'A2.double',
  ruleId: 'A2',
  class: 'A',
  cells: [],
  message: {
    zh: `单位“${unit}”本级数据既单独计入，又包含在其汇总数据中；现只计一次，请联系维护人员核查。`,
    en: `The own return of “${unit}” stands beside a report that holds it already; it was counted once. Have this looked into.`,
  },
  key: `A2.double|${unit}`,
})

/** What the checks of a report read. */
export type Checked = Pick<ReportView, 'form' | 'round' | 'lastYear' | 'doubled'> & {
  readonly report: Pick<Report, 'figures'>
  readonly narratives: Pick<ReportNarratives, 'cells'>
}

/** The report passes the same checks as a return (product A5): blanks are the missing units', not the report's. */
export const checksOf = ({ form, report, round, lastYear, narratives, doubled }: Checked): readonly Finding[] => [
  ...doubled.map(doubleFinding),
  ...runChecks(form, {
    cells: { ...narratives.cells, ...report.figures },
    extraChecks: round.extraChecks,
    only: ['own', 'lastYear'],
    ...(lastYear === undefined ? {} : { lastYear }),
  }).filter((finding) => finding.ruleId !== 'R17'),
]

/** The raw revisions behind the figures, each read once. */
export const revisionsBehind = async (services: Services, view: ReportView): Promise<readonly Revision[]> => {
  const read = view.returns.map(({ unit, revision }) => services.returns.revision(view.round.id, unit, revision))
  return (await Promise.all(read)).filter((revision) => revision !== undefined)
}

/** R10 proven: the figures against a naive recount of the raw revisions behind them, down to the last unit. */
export const provenSum = ({ form, report }: ReportView, revisions: readonly Revision[]): readonly Finding[] =>
  recountFindings(
    form,
    report.figures,
    recount(
      form,
      revisions.map(({ cells }) => cells),
    ),
  )

/** Lists of every return that the view reaches, joined, each naming its unit (product A1). */
export const listsBehind = async (services: Services, view: ReportView): Promise<Edition['lists']> => {
  if (listsOf(view.form).length === 0) return []
  const given = view.returns.map(async ({ unit, revision, lists }) => ({
    unit,
    lists: lists ?? (await services.returns.revision(view.round.id, unit, revision))?.cells ?? {},
  }))
  return joinedLists(view.form, await Promise.all(given))
}
