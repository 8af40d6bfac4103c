/* Where a middle unit's report stands with the unit above: for its own page, and for who reviews it. */
import type { AnswerOf, Routes } from '../../shared/api.ts'
import { reportStageOf } from '../../shared/report/report-review.ts'
import type { Round } from '../../shared/round/round.ts'
import { collectorAbove } from '../../shared/unit/collector.ts'
import type { Language, Unit } from '../../shared/unit/unit.ts'
import { type Caller, permitted } from '../pipeline/caller.ts'
import { dueAnswer } from '../returns/answers.ts'
import type { Services } from '../services.ts'

type Above = NonNullable<AnswerOf<Routes['getReport']>['above']>

export const standingAbove = async (
  services: Services,
  round: Round,
  unit: Unit,
  caller: Caller,
  language: Language,
): Promise<Above | undefined> => {
  const above = collectorAbove(unit, round.owner)
  if (above === undefined) return undefined
  const [member, review, may] = await Promise.all([
    services.reports.member(round.id, above, unit.id),
    services.reports.reportReview(round.id, above, unit.id),
    permitted(services, caller, 'reviewReport', unit),
  ])
  const stage = reportStageOf(member, review)
  const isHandedIn = member?.state === 'handedIn'
  const isOpen = stage === 'sentBack' || stage === 'accepted'
  return {
    stage,
    mayReview: may.ok,
    ...(isHandedIn ? { hash: member.hash } : {}),
    ...(isHandedIn && member.submittedAt !== undefined ? { handedInAt: member.submittedAt } : {}),
    ...(review === undefined || !isOpen
      ? {}
      : {
          review: {
            decision: review.decision,
            at: review.at,
            by: review.by,
            ...(review.decision === 'sendBack'
              ? {
                  reason: review.reason,
                  due: dueAnswer(round, { dueAt: review.dueAt, why: 'correction' }, services.now(), language),
                }
              : {}),
          },
        }),
  }
}
