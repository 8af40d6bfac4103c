/*
 * Figures up the tree (product A1, A6). Idempotent: reads the report's version, then all members consistently with one
 * query, and writes by compare-and-swap on that version; refused, it reads again. Order, repetition and delay of
 * stream records therefore change nothing. One level per record: writing the member above makes the next record.
 */
import { setTimeout } from 'node:timers/promises'
import { joinForms } from '../../shared/form/forms.ts'
import { reportOf } from '../../shared/report/add-up.ts'
import type { Figures, Report } from '../../shared/report/report.ts'
import type { Round } from '../../shared/round/round.ts'
import { collectorAbove } from '../../shared/unit/collector.ts'
import type { Unit, UnitId } from '../../shared/unit/unit.ts'
import { eachInTurn } from '../each-in-turn.ts'
import type { Services } from '../services.ts'

/** The report as a member one level up, as long as it grows by itself. */
const memberAbove = (report: Report): Figures => ({
  unit: report.unit,
  scope: 'below',
  state: 'provisional',
  cells: report.figures,
  lists: {},
  hash: report.hash,
  unitsIn: report.unitsIn,
})

const tries = 20

/** Brings one collector's report up to date. Answers it, or undefined where round or unit is gone. */
export const rollUp = async (
  { rounds, units, reports, hash }: Pick<Services, 'rounds' | 'units' | 'reports' | 'hash'>,
  roundId: string,
  collectorId: UnitId,
): Promise<Report | undefined> => {
  const [round, collector] = await Promise.all([rounds.round(roundId), units.unit(collectorId)])
  if (round === undefined || collector === undefined) return undefined
  const above = collectorAbove(collector, round.owner)
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const before = await reports.report(roundId, collectorId)
    const [members, membersAbove] = await Promise.all([
      reports.members(roundId, collectorId),
      above === undefined ? [] : reports.members(roundId, above),
    ])
    const version = (before?.version ?? 0) + 1
    const report = reportOf({ form: joinForms(round.forms), round: roundId, unit: collectorId, version, members, hash })
    if (before?.hash === report.hash) return before
    const asMember = membersAbove.find((one) => one.unit === collectorId && one.scope === 'below')
    /* What was handed in stays as it was until it is handed in again. */
    const isFrozen = asMember?.state === 'handedIn'
    const up = above === undefined || isFrozen ? undefined : { collector: above, figures: memberAbove(report) }
    if (await reports.save(report, up)) return report
    await setTimeout(2 * 2 ** Math.min(attempt, 6))
  }
  throw new Error(`The report of ${collectorId} in ${roundId} was being written by too many at once.`)
}

/** Every collector of a round, the lowest first: a sweep for what a failure left behind. */
export const rollUpAll = async (services: Services, round: Round): Promise<void> => {
  const visit = async (unit: Unit): Promise<void> => {
    const below = (await services.units.unitsBelow(unit.id)).filter((child) => child.hasBelow)
    const work = [...below.map((child) => () => visit(child)), () => rollUp(services, round.id, unit.id)]
    await eachInTurn(work, async (one) => void (await one()))
  }
  const owner = await services.units.unit(round.owner)
  if (owner !== undefined) await visit(owner)
}
