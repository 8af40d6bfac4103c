import { ok } from '../../shared/refusal.ts'
import { cellsOf } from '../../shared/return/merge.ts'
import { correctionOf, stageOf } from '../../shared/return/moves.ts'
import { http } from '../pipeline/http.ts'
import type { Services } from '../services.ts'
import { assessed, dueAnswer, lastYearBeside, standingReasons, withReasons } from './answers.ts'
import { askAnswer, collectorAnswer, mayAnswer, roundAnswer, unitAnswer } from './around-return.ts'
import { besideForReview, reviewerAnswer } from './reviewing.ts'
import { similarTexts } from './similar-texts.ts'
import { loadSituation } from './situation.ts'

/** A return with its draft, computed cells, checks, last year's figures and its due moment in words. */
export const getReturn = (services: Services) =>
  http(services, 'getReturn', async ({ round, unit, caller, language }) => {
    const situation = await loadSituation(services, { round, unit })
    const { stored, draft, form, lastYear, due } = situation
    const cells = cellsOf(draft)
    const { computed, incomplete, findings } = assessed(situation, cells)
    const live = standingReasons(stored.reasons, findings)
    const now = stored.head?.now
    const revisions = now?.revisions ?? 0
    const [ask, collector, similar, forReview, handedIn] = await Promise.all([
      askAnswer(services, situation),
      collectorAnswer(services, situation),
      similarTexts(services, situation, caller),
      besideForReview(services, situation, caller),
      revisions === 0 ? undefined : services.returns.handedIn(round.id, unit.id, revisions),
    ])
    const correction = correctionOf(now)
    const beside = lastYear === undefined ? undefined : lastYearBeside(form, lastYear, language)
    return ok({
      round: roundAnswer(round),
      unit: unitAnswer(unit),
      collector,
      you: { id: caller.person.id, name: caller.person.name },
      may: mayAnswer(situation, caller),
      ask,
      stage: stageOf(now),
      version: now?.version ?? 0,
      cells,
      computed,
      incomplete: [...incomplete],
      filled: Object.fromEntries(
        Object.entries(draft).flatMap(([cell, mark]) => (mark.how === undefined ? [] : [[cell, mark.how]])),
      ),
      ...(beside === undefined ? {} : { lastYear: beside }),
      checks: withReasons([...findings, ...similar.findings], live),
      ...(similar.compared === undefined ? {} : { comparedTexts: { ...similar.compared } }),
      reasons: Object.values(live).map((reason) => ({ ...reason })),
      ...(correction === undefined ? {} : { correction: { ...correction, comments: [...correction.comments] } }),
      comments: (correction?.comments ?? []).map((comment) => ({ ...comment })),
      ...(handedIn === undefined ? {} : { signOff: { ...handedIn.signOff }, handedInBy: handedIn.by }),
      ...forReview,
      ...reviewerAnswer(situation, caller, services.now(), language),
      due: dueAnswer(round, due, services.now(), language),
      ...(now !== undefined && 'receipt' in now ? { receipt: now.receipt } : {}),
      revisions,
      head: now?.head ?? '',
    })
  })
