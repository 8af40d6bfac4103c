/*
 * Figures up the tree (product A1, A6). Idempotent: reads the report's version, then all members consistently with one
 * query, and writes by compare-and-swap on that version; refused, it reads again. Order, repetition and delay of
 * stream records therefore change nothing. One level per record: writing the member above makes the next record.
 * Beside the figures it counts who is missing (A2): for that it reads the units right below, and nothing further down,
 * because every report carries its own counts up.
 */
import { setTimeout } from 'node:timers/promises'
import { joinForms } from '../../shared/form/forms.ts'
import { asMember, reportOf } from '../../shared/report/add-up.ts'
import type { Report } from '../../shared/report/report.ts'
import type { Round } from '../../shared/round/round.ts'
import { collectorAbove } from '../../shared/unit/collector.ts'
import type { Unit, UnitId } from '../../shared/unit/unit.ts'
import { eachInTurn } from '../each-in-turn.ts'
import { missingMembers } from '../reports/missing.ts'
import { participantsUnder } from '../rounds/participants.ts'
import type { Services } from '../services.ts'

type Needs = Pick<Services, 'rounds' | 'units' | 'reports' | 'hash'>

const tries = 20

const rollUpUnit = async (services: Needs, round: Round, collector: Unit): Promise<Report> => {
  const { reports, hash } = services
  const above = collectorAbove(collector, round.owner)
  const participants = await participantsUnder(services, round, collector)
  const form = joinForms(round.forms)
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const before = await reports.report(round.id, collector.id)
    const members = await reports.members(round.id, collector.id)
    /* A collector that nobody has handed in to yet does not know how many it misses; it is asked once. */
    const silent = participants.collectors.filter(
      (unit) => !members.some((one) => one.unit === unit.id && one.scope === 'below'),
    )
    if (silent.length > 0) {
      await eachInTurn(silent, async (unit) => void (await rollUpUnit(services, round, unit)))
      continue
    }
    const version = (before?.version ?? 0) + 1
    const missing = missingMembers(participants, members).length
    const report = reportOf({ form, round: round.id, unit: collector.id, version, members, missing, hash })
    if (before?.hash === report.hash) return before
    const up = above === undefined ? undefined : { collector: above, figures: asMember(report) }
    const outcome = await reports.save(report, up)
    if (outcome === 'saved') return report
    /* What was handed in stays as it was until it is handed in again; the report itself goes on. */
    if (outcome === 'handedIn' && (await reports.save(report, undefined)) === 'saved') return report
    await setTimeout(2 * 2 ** Math.min(attempt, 6))
  }
  throw new Error(`The report of ${collector.id} in ${round.id} was being written by too many at once.`)
}

/** Brings one collector's report up to date. Answers it, or undefined where round or unit is gone. */
export const rollUp = async (services: Needs, roundId: string, collectorId: UnitId): Promise<Report | undefined> => {
  const [round, collector] = await Promise.all([services.rounds.round(roundId), services.units.unit(collectorId)])
  return round === undefined || collector === undefined ? undefined : rollUpUnit(services, round, collector)
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
