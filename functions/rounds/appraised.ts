/*
 * What the appraisal of a round under a collector rests on: the rows of its board and, where middle units stand below,
 * the members of its report. One query each, however many units; no return is opened. Decision 0033.
 */
import { type Appraisal, type AppraisedUnit, appraise } from '../../shared/report/appraisal.ts'
import { originalDueOf } from '../../shared/round/due.ts'
import type { Round } from '../../shared/round/round.ts'
import type { Instant } from '../../shared/time.ts'
import type { Unit } from '../../shared/unit/unit.ts'
import { calendarOf } from '../calendars.ts'
import type { Services } from '../services.ts'
import { participantsUnder } from './participants.ts'

export const loadAppraisal = async (
  services: Services,
  round: Round,
  collector: Unit,
): Promise<Appraisal & { readonly asOf: Instant }> => {
  const now = services.now()
  const [{ own, collectors }, board] = await Promise.all([
    participantsUnder(services, round, collector),
    services.rounds.board(round.id, collector.id),
  ])
  const members = collectors.length === 0 ? [] : await services.reports.members(round.id, collector.id)
  const heads = new Map(board.heads.map((head) => [head.unit, head.now]))
  const ofReturn = (unit: Unit): AppraisedUnit => {
    const extension = board.extensions[unit.id]
    const now = heads.get(unit.id)
    return {
      unit: unit.id,
      name: unit.name,
      originalDueAt: originalDueOf(round, unit).dueAt,
      ...(extension === undefined ? {} : { extension }),
      ...(now === undefined ? {} : { now }),
    }
  }
  const ofReport = (unit: Unit): AppraisedUnit => {
    const at = members.find((one) => one.unit === unit.id && one.state === 'handedIn')?.submittedAt
    return {
      unit: unit.id,
      name: unit.name,
      originalDueAt: originalDueOf(round, unit).dueAt,
      report: at === undefined ? {} : { at },
    }
  }
  const units = [...own.map(ofReturn), ...collectors.map(ofReport)]
  return { ...appraise(units, { now, zone: round.zone, calendar: calendarOf(round.calendar) }), asOf: now }
}
