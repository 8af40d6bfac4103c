/* The appraisal (product B3): facts of each unit under a collector, as the pages show them. */
import { ok } from '../../shared/refusal.ts'
import type { AppraisalRow } from '../../shared/report/appraisal.ts'
import { inWords } from '../../shared/round/due-in-words.ts'
import type { Instant } from '../../shared/time.ts'
import { http } from '../pipeline/http.ts'
import type { Services } from '../services.ts'
import { loadAppraisal } from './appraised.ts'

const rowAnswer = (row: AppraisalRow, say: (dueAt: Instant) => string) => {
  const { dueAt, extension, correctionDue, ...rest } = row
  const worded = <T extends { readonly dueAt: Instant }>(due: T) => ({ ...due, dueInWords: say(due.dueAt) })
  return {
    ...rest,
    ...worded({ dueAt }),
    ...(extension === undefined ? {} : { extension: worded(extension) }),
    ...(correctionDue === undefined ? {} : { correctionDue: worded(correctionDue) }),
  }
}

export const getAppraisal = (services: Services) =>
  http(services, 'getAppraisal', async ({ round, unit, language }) => {
    const { rows, counts, rate, asOf } = await loadAppraisal(services, round, unit)
    const say = (dueAt: Instant): string => inWords(dueAt, round.zone, language)
    return ok({
      asOf,
      zone: round.zone,
      rows: rows.map((row) => rowAnswer(row, say)),
      counts,
      ...(rate === undefined ? {} : { rate }),
    })
  })
