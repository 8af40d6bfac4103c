import { ok } from '../../shared/refusal.ts'
import { cellsOf } from '../../shared/return/merge.ts'
import { correctionOf, stageOf } from '../../shared/return/moves.ts'
import { http } from '../pipeline/http.ts'
import type { Services } from '../services.ts'
import { assessed, dueAnswer, lastYearBeside, withReasons } from './answers.ts'
import { loadSituation } from './situation.ts'

/** A return with its draft, computed cells, checks, last year's figures and its due moment in words. */
export const getReturn = (services: Services) =>
  http(services, 'getReturn', async ({ round, unit, language }) => {
    const situation = await loadSituation(services, { round, unit })
    const { stored, draft, form, lastYear, due } = situation
    const cells = cellsOf(draft)
    const { computed, incomplete, findings } = assessed(situation, cells)
    const now = stored.head?.now
    const correction = correctionOf(now)
    const beside = lastYear === undefined ? undefined : lastYearBeside(form, lastYear, language)
    return ok({
      stage: stageOf(now),
      version: now?.version ?? 0,
      cells,
      computed,
      incomplete: [...incomplete],
      filled: Object.fromEntries(
        Object.entries(draft).flatMap(([cell, mark]) => (mark.how === undefined ? [] : [[cell, mark.how]])),
      ),
      ...(beside === undefined ? {} : { lastYear: beside }),
      checks: withReasons(findings, stored.reasons),
      reasons: Object.values(stored.reasons).map((reason) => ({ ...reason })),
      ...(correction === undefined ? {} : { correction: { ...correction, comments: [...correction.comments] } }),
      due: dueAnswer(round, due, services.now(), language),
      ...(now !== undefined && 'receipt' in now ? { receipt: now.receipt } : {}),
      revisions: now?.revisions ?? 0,
      head: now?.head ?? '',
    })
  })
