/* A round from planning to closing: plan, change, approve, close; and the log. */

import { ok, type Result, refuse } from '../../shared/refusal.ts'
import type { Actor } from '../../shared/return/return.ts'
import { bothInWords } from '../../shared/round/due-in-words.ts'
import { defaultLadder } from '../../shared/round/ladder.ts'
import { approve, close } from '../../shared/round/moves.ts'
import { changeAllowed, planningHints, planningProblems } from '../../shared/round/planning.ts'
import { dueMomentsOf, nextWaking, planFor } from '../../shared/round/plans.ts'
import { replan } from '../../shared/round/replan.ts'
import type { Round } from '../../shared/round/round.ts'
import { type Instant, instant, localDate, type TimeOfDay } from '../../shared/time.ts'
import type { UnitId } from '../../shared/unit/unit.ts'
import type { Words } from '../../shared/words.ts'
import { calendarFor, calendarIds, calendarOf } from '../calendars.ts'
import { permitted } from '../pipeline/caller.ts'
import { http } from '../pipeline/http.ts'
import type { Services } from '../services.ts'
import type { LogEntry } from '../store/log.ts'
import { openCorrections } from './open-corrections.ts'

const answerOf = (round: Round) => ({
  ...round,
  forms: [...round.forms],
  dueByLevel: { ...round.dueByLevel },
  units: round.units === 'below' ? ('below' as const) : [...round.units],
  ladder: round.ladder.map((step) => ({ ...step, to: [...step.to] })),
  calendar: {
    ...round.calendar,
    extraDaysOff: [...round.calendar.extraDaysOff],
    extraWorkdays: [...round.calendar.extraWorkdays],
  },
  extraChecks: round.extraChecks.filter((check) => check === 'R7x'),
  hints: [...planningHints(round, calendarOf(round.calendar))],
})

interface LadderBody {
  readonly id: string
  readonly at: string
  readonly timing: Round['ladder'][number]['timing']
  readonly to: Round['ladder'][number]['to']
}

/* The schemas of the route have proven the shapes of times and days. */
const ladderOf = (steps: readonly LadderBody[]): Round['ladder'] =>
  steps.map((step) => ({ ...step, at: step.at as TimeOfDay }))
const calendarBody = (body: {
  readonly id: string
  readonly extraDaysOff: readonly string[]
  readonly extraWorkdays: readonly string[]
}): Round['calendar'] => ({
  id: body.id,
  extraDaysOff: body.extraDaysOff.map(localDate),
  extraWorkdays: body.extraWorkdays.map(localDate),
})
const levelsOf = (levels: Readonly<Record<string, string>>): Round['dueByLevel'] =>
  Object.fromEntries(Object.entries(levels).map(([level, at]) => [level, instant(at)]))

const checkedPlan = (round: Round): Result<Round> => {
  const errors = [
    ...(calendarFor(round.calendar) === undefined
      ? [
          {
            path: 'calendar.id',
            message: {
              zh: `没有这种日历，可用：${calendarIds.join('、')}。`,
              en: `No such calendar; there are ${calendarIds.join(', ')}.`,
            },
          },
        ]
      : []),
    ...planningProblems(round),
  ]
  return errors.length === 0 ? ok(round) : refuse('invalid', { count: errors.length }, { errors })
}

export const listRounds = (services: Services) =>
  http(services, 'listRounds', async ({ caller }) => {
    const units = await services.units.units([...new Set(caller.person.posts.map((post) => post.unit))])
    const owners = new Set<UnitId>(units.flatMap((unit) => unit.path))
    const rounds = await services.rounds.ownedBy([...owners])
    return ok({ rounds: [...rounds].sort((a, b) => (a.opensAt < b.opensAt ? 1 : -1)).map(answerOf) })
  })

export const postRound = (services: Services) =>
  http(services, 'postRound', async ({ body, caller }) => {
    const owner = await services.units.unit(body.owner)
    if (owner === undefined) return refuse('notFound', { what: body.owner })
    const allowed = await permitted(services, caller, 'postRound', owner)
    if (!allowed.ok) return allowed
    const checked = checkedPlan({
      ...body,
      opensAt: instant(body.opensAt),
      dueAt: instant(body.dueAt),
      dueByLevel: levelsOf(body.dueByLevel),
      ladder: ladderOf(body.ladder ?? defaultLadder),
      calendar: calendarBody(body.calendar),
      stage: 'planned',
      version: 1,
      edition: 0,
    })
    if (!checked.ok) return checked
    const round = checked.value
    if (round.units !== 'below') {
      const named = await services.units.units(round.units)
      const strange = round.units.filter(
        (id) => !named.some((unit) => unit.id === id && unit.path.includes(round.owner)),
      )
      if (strange.length > 0) return refuse('notFound', { what: strange.join(', ') })
    }
    const log = { at: services.now(), by: caller.actor, what: 'planned', facts: { dueAt: round.dueAt } }
    return (await services.rounds.save(undefined, round, log, undefined))
      ? ok(answerOf(round))
      : refuse('roundExists', { round: round.id })
  })

export const getRound = (services: Services) => http(services, 'getRound', async ({ round }) => ok(answerOf(round)))

/** What a change of due moment, ladder or calendar does to the reminders that are still to come, in words (R2). */
const replannedBy = (before: Round, after: Round, now: Instant): readonly Words[] => {
  const levels = [undefined, ...new Set([...Object.keys(before.dueByLevel), ...Object.keys(after.dueByLevel)])]
  const planAt = (round: Round, level: string | undefined) =>
    planFor(
      round,
      (level === undefined ? undefined : round.dueByLevel[level]) ?? round.dueAt,
      calendarOf(round.calendar),
    )
  const isToCome = (at: Instant | undefined): boolean => at !== undefined && at >= now
  return levels
    .flatMap((level) => replan(planAt(before, level), planAt(after, level)))
    .filter((change) => isToCome(change.to?.at) || isToCome(change.from?.at))
    .map((change) => change.words)
}

export const patchRound = (services: Services) =>
  http(services, 'patchRound', async ({ round, body, caller }) => {
    const { version, opensAt, dueAt, dueByLevel, ladder, calendar, ...plain } = body
    if (version !== round.version) return refuse('outdated', { sent: version, current: round.version })
    const now = services.now()
    if (round.stage === 'closed' || round.stage === 'published')
      return refuse('wrongStage', { round: round.title, stage: round.stage, move: 'change' })
    const given = Object.fromEntries(Object.entries(plain).filter(([, value]) => value !== undefined))
    const checked = checkedPlan({
      ...round,
      ...given,
      ...(opensAt === undefined ? {} : { opensAt: instant(opensAt) }),
      ...(dueAt === undefined ? {} : { dueAt: instant(dueAt) }),
      ...(dueByLevel === undefined ? {} : { dueByLevel: levelsOf(dueByLevel) }),
      ...(ladder === undefined ? {} : { ladder: ladderOf(ladder) }),
      ...(calendar === undefined ? {} : { calendar: calendarBody(calendar) }),
      version: round.version + 1,
    })
    if (!checked.ok) return checked
    const next = checked.value
    const allowed = changeAllowed(round, next, now)
    if (!allowed.ok) return allowed
    const replanned = replannedBy(round, next, now)
    const log = {
      at: now,
      by: caller.actor,
      what: 'changed',
      facts: { changes: Object.keys(body).filter((key) => key !== 'version'), replanned },
    }
    /* An open round is looked at once more right away: a step may have moved to before now. */
    const wakeAt = next.stage === 'open' ? now : next.stage === 'approved' ? next.opensAt : undefined
    return (await services.rounds.save(round, next, log, wakeAt))
      ? ok({ round: answerOf(next), replanned: [...replanned] })
      : refuse('busy', undefined)
  })

const moveRound = async (
  services: Services,
  round: Round,
  sent: number | undefined,
  by: Actor,
  { what, facts }: Pick<LogEntry, 'what' | 'facts'>,
  move: (round: Round, at: Instant) => Result<Round>,
) => {
  if (sent !== undefined && sent !== round.version) return refuse('outdated', { sent, current: round.version })
  const at = services.now()
  const next = move(round, at)
  if (!next.ok) return next
  const wakeAt = next.value.stage === 'open' ? at : nextWaking(next.value, at, calendarOf(round.calendar))
  const saved = await services.rounds.save(
    round,
    next.value,
    { at, by, what, ...(facts === undefined ? {} : { facts }) },
    wakeAt,
  )
  return saved ? ok(answerOf(next.value)) : refuse('busy', undefined)
}

export const openRound = (services: Services) =>
  http(services, 'openRound', async ({ round, body, caller }) =>
    moveRound(services, round, body.version, caller.actor, { what: 'approved' }, (r, at) => {
      const past = dueMomentsOf(r).find((dueAt) => dueAt <= at)
      return past === undefined ? approve(r, at) : refuse('dueMomentPast', { dueAt: bothInWords(past, r.zone) })
    }),
  )

export const closeRound = (services: Services) =>
  http(services, 'closeRound', async ({ round, body, caller }) => {
    const next = close(round)
    if (!next.ok) return next
    const owner = await services.units.unit(round.owner)
    const open = owner === undefined ? [] : await openCorrections(services, round, owner)
    const unnamed = open.filter((unit) => !body.despite.includes(unit))
    if (unnamed.length > 0) return refuse('openCorrections', { count: unnamed.length }, { facts: { units: unnamed } })
    const log = { what: 'closed', ...(open.length === 0 ? {} : { facts: { despite: open } }) }
    return moveRound(services, round, body.version, caller.actor, log, close)
  })

export const getRoundLog = (services: Services) =>
  http(services, 'getRoundLog', async ({ round, query }) => ok(await services.rounds.log(round.id, query.after)))
