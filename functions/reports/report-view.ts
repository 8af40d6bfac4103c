/*
 * A report as people read it: live figures, who is in them and who is missing, checks, and last year. The documents and
 * the routes ask here, so that a page and a file never say different things.
 */
import { runChecks } from '../../shared/form/checks.ts'
import type { Finding } from '../../shared/form/finding.ts'
import type { Form } from '../../shared/form/form.ts'
import { joinForms } from '../../shared/form/forms.ts'
import { reportOf } from '../../shared/report/add-up.ts'
import { recount, recountFindings } from '../../shared/report/recount.ts'
import type { Figures, Report } from '../../shared/report/report.ts'
import { stageOf } from '../../shared/return/moves.ts'
import type { StageOrNone } from '../../shared/return/stages.ts'
import { originalDueOf } from '../../shared/round/due.ts'
import type { Round } from '../../shared/round/round.ts'
import type { Unit, UnitId } from '../../shared/unit/unit.ts'
import type { Words } from '../../shared/words.ts'
import { dueNow } from '../returns/situation.ts'
import { participantsUnder } from '../rounds/participants.ts'
import type { Services } from '../services.ts'
import type { History } from '../store/returns.ts'

export interface Missing {
  readonly unit: UnitId
  readonly name: Words
  readonly stage: StageOrNone
  readonly timeliness: 'open' | 'overdue'
}

export interface ReportView {
  readonly form: Form
  readonly round: Round
  readonly unit: Unit
  readonly report: Report
  readonly members: readonly Figures[]
  readonly missing: readonly Missing[]
  readonly names: ReadonlyMap<UnitId, Unit>
  readonly lastYear?: History
}

/** Units that owe and are in no figure of this report: own returns below, and collectors with nothing yet. */
const missingOf = async (services: Services, round: Round, collector: Unit, members: readonly Figures[]) => {
  const [{ own, collectors }, board] = await Promise.all([
    participantsUnder(services, round, collector),
    services.rounds.board(round.id, collector.id),
  ])
  const isIn = (unit: Unit, scope: Figures['scope']) =>
    members.some((member) => member.unit === unit.id && member.scope === scope)
  const now = services.now()
  const missing = own
    .filter((unit) => !isIn(unit, 'own'))
    .map((unit): Missing => {
      const head = board.heads.find((one) => one.unit === unit.id)
      const extension = board.extensions[unit.id]
      const due = dueNow(round, unit, {
        ...(head === undefined ? {} : { head }),
        ...(extension === undefined ? {} : { extension }),
      })
      return {
        unit: unit.id,
        name: unit.name,
        stage: stageOf(head?.now),
        timeliness: now >= due.dueAt ? 'overdue' : 'open',
      }
    })
  const silent = collectors
    .filter((unit) => !isIn(unit, 'below'))
    .map(
      (unit): Missing => ({
        unit: unit.id,
        name: unit.name,
        stage: 'notStarted',
        timeliness: now >= originalDueOf(round, unit).dueAt ? 'overdue' : 'open',
      }),
    )
  return { missing: [...missing, ...silent], units: [...own, ...collectors] }
}

/** Reads everything a report page or document shows. The figures are those of the members read in the same moment. */
export const loadReport = async (services: Services, round: Round, unit: Unit): Promise<ReportView> => {
  const form = joinForms(round.forms)
  const [stored, members, lastYear] = await Promise.all([
    services.reports.report(round.id, unit.id),
    services.reports.members(round.id, unit.id),
    services.returns.history(unit.id, round.year - 1, 'report'),
  ])
  const { missing, units } = await missingOf(services, round, unit, members)
  /* Members read now win over a report that roll-up has not brought up to date yet: the page and its cells agree. */
  const report = reportOf({
    form,
    round: round.id,
    unit: unit.id,
    version: stored?.version ?? 0,
    members,
    hash: services.hash,
  })
  return {
    form,
    round,
    unit,
    report,
    members,
    missing,
    names: new Map([unit, ...units].map((one) => [one.id, one])),
    ...(lastYear === undefined ? {} : { lastYear }),
  }
}

/** The report passes the same checks as a return (product A5): blanks are the missing units', not the report's. */
export const checksOf = ({ form, report, round, lastYear }: ReportView): readonly Finding[] =>
  runChecks(form, {
    cells: report.figures,
    extraChecks: round.extraChecks,
    only: ['own', 'lastYear'],
    ...(lastYear === undefined ? {} : { lastYear }),
  }).filter((finding) => finding.ruleId !== 'R17')

/** R10 proven: the figures against a naive recount of the raw revisions behind them, down to the last unit. */
export const provenSum = async (services: Services, view: ReportView): Promise<readonly Finding[]> => {
  const rawOf = async (collector: UnitId): Promise<readonly { readonly unit: UnitId; readonly n: number }[]> => {
    const members = await services.reports.members(view.round.id, collector)
    const below = await Promise.all(members.filter((one) => one.scope === 'below').map((one) => rawOf(one.unit)))
    return [
      ...members.flatMap((one) =>
        one.scope === 'own' && one.revision !== undefined ? [{ unit: one.unit, n: one.revision }] : [],
      ),
      ...below.flat(),
    ]
  }
  const raw = await rawOf(view.unit.id)
  const revisions = await Promise.all(raw.map(({ unit, n }) => services.returns.revision(view.round.id, unit, n)))
  const cells = revisions.flatMap((revision) => (revision === undefined ? [] : [revision.cells]))
  return recountFindings(view.form, view.report.figures, recount(view.form, cells))
}
