/*
 * Accepting what needs no reading, several returns at a click: each in its own transaction, so that one that fails
 * takes none of the others with it. Whatever a check or the other units' figures say something about is left for the
 * review of that one return; a reason that was given is for reading, too.
 */
import { ok, type Refusal, type Result, refuse } from '../../shared/refusal.ts'
import type { Figures } from '../../shared/report/report.ts'
import { reviewable } from '../../shared/return/moves.ts'
import type { Actor } from '../../shared/return/return.ts'
import type { Round } from '../../shared/round/round.ts'
import type { Unit, UnitId } from '../../shared/unit/unit.ts'
import { http } from '../pipeline/http.ts'
import type { Services } from '../services.ts'
import { sideBySide } from '../side-by-side.ts'
import { assessed } from './answers.ts'
import { acceptance, type Moved } from './reviewed.ts'
import { oddFigures } from './reviewing.ts'
import { cellsNow, changeReturn, type Situation } from './situation.ts'

/** Findings of class D are hints; all others ask for somebody who reads. */
const toBeRead = (situation: Situation) =>
  assessed(situation, cellsNow(situation)).findings.filter((finding) => finding.class !== 'D')

const acceptOne = async (
  services: Services,
  round: Round,
  collector: Unit,
  members: readonly Figures[],
  { unit: id, revision }: { readonly unit: UnitId; readonly revision: number },
  by: Actor,
): Promise<Result<Moved>> => {
  const unit = await services.units.unit(id)
  const unknown = refuse('notAParticipant', { unit: id, round: round.title })
  if (unit === undefined) return unknown
  return changeReturn(services, { round, unit }, async (situation) => {
    const { stored } = situation
    /* Collected by somebody else: none of this page's, whoever asks. Nobody learns whether it exists. */
    if (stored.head?.collector !== collector.id) return unknown
    const current = reviewable(stored.head.now, revision)
    if (!current.ok) return current
    const [findings, outliers] = [toBeRead(situation), await oddFigures(services, situation, members)]
    if (findings.length > 0 || outliers.length > 0)
      return refuse('toBeReadFirst', { findings: findings.length, outliers: outliers.length })
    return acceptance(situation, revision, by, services.now())
  })
}

const refusedAs = (unit: UnitId, { code, detail }: Refusal) => ({ unit, code, message: detail })

export const acceptSeveral = (services: Services) =>
  http(services, 'acceptSeveral', async ({ round, unit: collector, body, caller }) => {
    const members = await services.reports.members(round.id, collector.id)
    const results = await sideBySide(body.returns, async (one) => ({
      unit: one.unit,
      result: await acceptOne(services, round, collector, members, one, caller.actor),
    }))
    return ok({
      accepted: results.flatMap(({ unit, result }) => (result.ok ? [unit] : [])),
      refused: results.flatMap(({ unit, result }) => (result.ok ? [] : [refusedAs(unit, result.refusal)])),
    })
  })
