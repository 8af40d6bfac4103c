/*
 * What stands beside a return for who reviews it, and for nobody else: figures of other units are among it, and
 * comments that are not sent yet. A reporter's answers are made without this file.
 */
import type { Figures } from '../../shared/report/report.ts'
import { outliersOf, type ReturnOutlier } from '../../shared/report/return-outliers.ts'
import { correctionDueAt } from '../../shared/return/correction-due.ts'
import { correctionOf, mayReopen, stageOf } from '../../shared/return/moves.ts'
import type { Return } from '../../shared/return/return.ts'
import { type ReviewDraft, standingDraft } from '../../shared/return/review-draft.ts'
import { changesBetween } from '../../shared/return/revision.ts'
import { canMove } from '../../shared/return/stages.ts'
import { dayOf, type Instant, plusDays } from '../../shared/time.ts'
import type { Language } from '../../shared/unit/unit.ts'
import { calendarOf } from '../calendars.ts'
import type { Caller } from '../pipeline/caller.ts'
import type { Services } from '../services.ts'
import { dueAnswer } from './answers.ts'
import { cellsNow, type Situation } from './situation.ts'

/** A coordinator of the unit that collects the return, or of one above that. */
export const reviews = ({ unit, place }: Situation, caller: Caller): boolean => {
  const collectors = unit.path.slice(0, unit.path.indexOf(place.collector) + 1)
  return caller.person.posts.some((post) => post.role === 'coordinator' && collectors.includes(post.unit))
}

export const isHandedIn = (now: Return | undefined): boolean => ['submitted', 'accepted'].includes(stageOf(now))

/** Earlier years that a return is compared with, the last one among them: with it as many as a robust score takes. */
const yearsBack = 5

const earlierYears = async ({ returns }: Pick<Services, 'returns'>, { unit, round, lastYear }: Situation) => {
  const older = Array.from({ length: yearsBack - 1 }, (_, i) => returns.history(unit.id, round.year - 2 - i, 'own'))
  return [lastYear, ...(await Promise.all(older))].filter((year) => year !== undefined)
}

/** Own returns that this one stands beside: a county among counties, never a whole city. */
const besides = ({ unit }: Situation, members: readonly Figures[]) =>
  members.filter((member) => member.scope === 'own' && member.unit !== unit.id)

/** What is odd about a return, against the members of its collector's report and its own years (product A4). */
export const oddFigures = async (
  services: Pick<Services, 'returns'>,
  situation: Situation,
  members: readonly Figures[],
): Promise<readonly ReturnOutlier[]> =>
  outliersOf(situation.form, cellsNow(situation), besides(situation, members), await earlierYears(services, situation))

/** Cells of the submission that differ from the revision that was sent back or reopened; narratives by address only. */
const changedSince = async ({ returns }: Pick<Services, 'returns'>, situation: Situation) => {
  const { round, unit, stored } = situation
  const revision = correctionOf(stored.head?.now)?.revision ?? 0
  if (revision === 0) return undefined
  const before = await returns.revision(round.id, unit.id, revision)
  if (before === undefined) return undefined
  return { revision, cells: changesBetween(before.cells, cellsNow(situation)).map(({ cell }) => cell) }
}

/** A draft as it is answered: its comments without what the next save needs to know of each. */
export const draftAnswer = ({ revision, version, comments, by, at }: ReviewDraft) => ({
  revision,
  version,
  comments: comments.map(({ cell, text, by: who }) => ({ cell, text, by: who })),
  by,
  at,
})

/** Nothing for a caller who does not review the return, or while it is not handed in. */
export const besideForReview = async (
  services: Pick<Services, 'returns' | 'reports'>,
  situation: Situation,
  caller: Caller,
) => {
  const { place, stored } = situation
  const now = stored.head?.now
  if (!isHandedIn(now) || !reviews(situation, caller)) return {}
  const [outliers, changed] = await Promise.all([
    services.reports.members(place.round, place.collector).then((members) => oddFigures(services, situation, members)),
    now?.stage === 'submitted' ? changedSince(services, situation) : undefined,
  ])
  const draft = standingDraft(now, stored.reviewDraft)
  return {
    outliers: outliers.map((outlier) => ({ ...outlier })),
    ...(changed === undefined ? {} : { changedSince: { ...changed, cells: [...changed.cells] } }),
    ...(draft === undefined ? {} : { reviewDraft: draftAnswer(draft) }),
  }
}

/* A correction is asked for within days; whatever is chosen beyond is judged when it is sent. */
const daysAhead = 60

/** What the reviewer may do now. The page knows no calendar: the days off to come are told with it. */
export const reviewerAnswer = (situation: Situation, caller: Caller, now: Instant, language: Language) => {
  const { round, stored } = situation
  if (!reviews(situation, caller)) return {}
  const calendar = calendarOf(round.calendar)
  const today = dayOf(now, round.zone)
  const dueAt = correctionDueAt(now, round.zone, calendar)
  return {
    reviewer: {
      mayReview: canMove('review', stageOf(stored.head?.now)),
      mayReopen: mayReopen(stored.head?.now, round),
      suggestedDue: dueAnswer(round, { dueAt, why: 'correction' }, now, language),
      daysOff: Array.from({ length: daysAhead }, (_, i) => plusDays(today, i)).filter(calendar.isDayOff),
    },
  }
}
