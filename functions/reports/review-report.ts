/* The unit above accepts the report that a middle unit handed up, or sends it back (product W6). Decision 0037. */
import { ok, refuse } from '../../shared/refusal.ts'
import { type ReportReview, reviewable } from '../../shared/report/report-review.ts'
import { correctionDueAt } from '../../shared/return/correction-due.ts'
import { instant } from '../../shared/time.ts'
import { collectorAbove } from '../../shared/unit/collector.ts'
import { calendarOf } from '../calendars.ts'
import { http } from '../pipeline/http.ts'
import { dueAnswer } from '../returns/answers.ts'
import type { Services } from '../services.ts'
import { posted } from '../store/letters.ts'
import { letterOfReport, peopleOf } from './letters-of-report.ts'

const noReason = { path: 'reason', message: { zh: '退回须写明原因。', en: 'Sending back needs a reason.' } }
const tries = 8

export const reviewReport = (services: Services) =>
  http(services, 'reviewReport', async ({ round, unit, body, caller, language }) => {
    const above = collectorAbove(unit, round.owner)
    if (above === undefined) return refuse('reportNotHandedIn', undefined)
    const { decision, hash, reason } = body
    if (decision === 'sendBack' && reason === undefined) return refuse('invalid', { count: 1 }, { errors: [noReason] })
    const at = services.now()
    const by = caller.actor
    const dueAt =
      body.dueAt === undefined ? correctionDueAt(at, round.zone, calendarOf(round.calendar)) : instant(body.dueAt)
    const review: ReportReview =
      decision === 'accept' ? { decision, hash, at, by } : { decision, hash, at, by, reason: reason ?? '', dueAt }
    const people = decision === 'sendBack' ? await peopleOf(services, unit, ['coordinator']) : []
    const occasion = { round, unit, collector: above, due: { dueAt, why: 'correction' as const }, at }
    const which = at.replaceAll(/[^0-9]/g, '')
    const letters = people.map((person) =>
      posted(
        letterOfReport(
          person,
          { ...occasion, what: 'reportBack', which },
          { kind: 'reportBack', reason: reason ?? '', by: by.name, sentBackAt: at },
        ),
        at,
      ),
    )
    const log = {
      at,
      by,
      what: decision === 'accept' ? 'reportAccepted' : 'reportSentBack',
      facts: { unit: unit.id, hash, ...(decision === 'accept' ? {} : { reason, dueAt }) },
    }
    for (let attempt = 0; attempt < tries; attempt += 1) {
      const [member, report] = await Promise.all([
        services.reports.member(round.id, above, unit.id),
        services.reports.report(round.id, unit.id),
      ])
      const may = reviewable(member, hash)
      if (!may.ok) return may
      if (report === undefined) return refuse('reportNotHandedIn', undefined)
      if (await services.reports.reviewReport(report, above, review, log, letters))
        return decision === 'accept'
          ? ok({ stage: 'accepted' as const })
          : ok({
              stage: 'sentBack' as const,
              due: dueAnswer(round, { dueAt, why: 'correction' }, services.now(), language),
            })
    }
    return refuse('busy', undefined)
  })
