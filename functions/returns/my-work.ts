/*
 * What a reporter sees first: the rounds that concern their units. Heads and extensions only, never a draft; what is
 * over is told for the latest rounds, so that the answer does not grow with the years.
 */
import { correctionOf, stageOf } from '../../shared/return/moves.ts'
import { movableFrom } from '../../shared/return/stages.ts'
import type { Due } from '../../shared/round/due.ts'
import { dayInWords } from '../../shared/round/due-in-words.ts'
import { takesPart } from '../../shared/round/participation.ts'
import type { Round } from '../../shared/round/round.ts'
import { dayOf, type Instant } from '../../shared/time.ts'
import type { Language, Unit } from '../../shared/unit/unit.ts'
import type { Services } from '../services.ts'
import { dueAnswer } from './answers.ts'
import { dueNow } from './situation.ts'
import { timelinessNow } from './timeliness-now.ts'

const mostPastRounds = 12

const correctionNow = (due: Due, now: Instant): 'open' | 'overdue' => (now < due.dueAt ? 'open' : 'overdue')

const workIn = async (services: Services, unit: Unit, round: Round, language: Language) => {
  /* Not the draft: the head knows its progress. */
  const [head, extension, owner] = await Promise.all([
    services.returns.head(round.id, unit.id),
    services.returns.extension(round.id, unit.id),
    services.units.unit(round.owner),
  ])
  const stored = { ...(head === undefined ? {} : { head }), ...(extension === undefined ? {} : { extension }) }
  const now = services.now()
  const due = dueNow(round, unit, stored)
  const stage = stageOf(head?.now)
  const correction = correctionOf(head?.now)
  const isBeingCorrected = correction !== undefined && movableFrom.edit.some((from) => from === stage)
  return {
    round: round.id,
    title: round.title,
    year: round.year,
    zone: round.zone,
    statutory: round.statutory,
    owner: owner?.name ?? { zh: round.owner, en: round.owner },
    unit: unit.id,
    unitName: unit.name,
    stage,
    due: dueAnswer(round, due, now, language),
    /* How the first submission was judged is on its receipt; what counts here is the correction that is due. */
    timeliness: isBeingCorrected ? correctionNow(due, now) : timelinessNow(round, unit, stored, due, now),
    today: dayInWords(dayOf(now, round.zone), language),
    isOver: round.stage !== 'open' && !isBeingCorrected,
    comments: isBeingCorrected ? correction.comments.length : 0,
    ...(head === undefined
      ? {}
      : {
          progress: { filled: head.summary.filled, total: head.summary.total },
          failedChecks: head.summary.failedChecks,
        }),
    ...(isBeingCorrected ? { correction: { kind: correction.kind, reason: correction.reason } } : {}),
    ...(head !== undefined && 'receipt' in head.now
      ? { receipt: { number: head.now.receipt.number, submittedAt: head.now.receipt.submittedAt } }
      : {}),
  }
}

const hasBegun = ({ stage }: Round): boolean => stage !== 'planned' && stage !== 'approved'

const workOf = async (services: Services, unit: Unit, language: Language) => {
  const rounds = (await services.rounds.ownedBy(unit.path)).filter((round) => hasBegun(round) && takesPart(round, unit))
  const over = rounds.filter(({ stage }) => stage !== 'open').sort((a, b) => (a.opensAt < b.opensAt ? 1 : -1))
  const told = [...rounds.filter(({ stage }) => stage === 'open'), ...over.slice(0, mostPastRounds)]
  return Promise.all(told.map((round) => workIn(services, unit, round, language)))
}

/** The rounds that these units owe or owed a return in: what is open, soonest due first; what is over, latest first. */
export const myWork = async (services: Services, units: readonly Unit[], language: Language) => {
  const all = (await Promise.all(units.map((unit) => workOf(services, unit, language)))).flat()
  const byDue = all
    .sort((a, b) => (a.due.dueAt < b.due.dueAt ? -1 : 1))
    .map(({ isOver, ...work }) => ({ isOver, work }))
  return {
    openWork: byDue.filter(({ isOver }) => !isOver).map(({ work }) => work),
    pastWork: byDue
      .filter(({ isOver }) => isOver)
      .map(({ work }) => work)
      .reverse(),
  }
}
