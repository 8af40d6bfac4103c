/* The board (product B1): every unit of the round under a collector. Not started is the absence of a row. */
import { ok } from '../../shared/refusal.ts'
import type { Figures } from '../../shared/report/report.ts'
import { stageOf } from '../../shared/return/moves.ts'
import { type Due, originalDueOf, timeliness } from '../../shared/round/due.ts'
import type { Round } from '../../shared/round/round.ts'
import { dueDayOf, type Instant } from '../../shared/time.ts'
import type { Language, Unit } from '../../shared/unit/unit.ts'
import { calendarOf } from '../calendars.ts'
import { http } from '../pipeline/http.ts'
import { dueAnswer } from '../returns/answers.ts'
import { dueNow } from '../returns/situation.ts'
import type { Services } from '../services.ts'
import { sideBySide } from '../side-by-side.ts'
import type { Board } from '../store/rounds.ts'
import type { StoredPerson } from '../store/units.ts'
import { participantsUnder } from './participants.ts'

type Timeliness = 'open' | 'onTime' | 'extended' | 'late' | 'overdue'

/** As the first submission was judged; before it, by the clock. Extended is not late (product W2). */
const timelinessOf = (
  round: Round,
  unit: Unit,
  stored: { head?: Board['heads'][number]; extension?: Board['extensions'][string] },
  due: Due,
  now: Instant,
): Timeliness => {
  const first = stored.head?.now.firstTimeliness
  if (first !== undefined) return first
  const original = originalDueOf(round, unit).dueAt
  if (now >= due.dueAt) return 'overdue'
  return due.why === 'extension' && now >= original ? 'extended' : 'open'
}

const peopleAnswer = (people: readonly StoredPerson[], unit: Unit) =>
  people.flatMap((person) =>
    person.posts
      .filter((post) => post.unit === unit.id)
      .map(({ role }) => ({
        name: person.name,
        role,
        email: person.email,
        ...(person.phone === undefined ? {} : { phone: person.phone }),
      })),
  )

const rowOf = (
  round: Round,
  unit: Unit,
  board: Board,
  people: readonly StoredPerson[],
  now: Instant,
  language: Language,
) => {
  const head = board.heads.find((one) => one.unit === unit.id)
  const extension = board.extensions[unit.id]
  const stored = { ...(head === undefined ? {} : { head }), ...(extension === undefined ? {} : { extension }) }
  const due = dueNow(round, unit, stored)
  const who = peopleAnswer(people, unit)
  return {
    unit: unit.id,
    name: unit.name,
    stage: stageOf(head?.now),
    due: dueAnswer(round, due, now, language),
    timeliness: timelinessOf(round, unit, stored, due, now),
    revisions: head?.now.revisions ?? 0,
    timesSentBack: head?.now.timesSentBack ?? 0,
    people: who,
    unreachable: !who.some(({ role }) => role === 'reporter'),
    ...(head === undefined
      ? {}
      : {
          progress: { filled: head.summary.filled, total: head.summary.total },
          failedChecks: head.summary.failedChecks,
          lastActivityAt: head.lastActivityAt,
        }),
  }
}

/** A unit with units below it hands in its report: handed in, on the way, or nothing yet. */
const collectorRow = (
  round: Round,
  unit: Unit,
  members: readonly Figures[],
  people: readonly StoredPerson[],
  now: Instant,
  language: Language,
) => {
  const member = members.find((one) => one.unit === unit.id && one.scope === 'below' && one.unitsIn > 0)
  const handedIn = member?.state === 'handedIn'
  const row = rowOf(round, unit, { heads: [], extensions: {}, ownSteps: [] }, people, now, language)
  return {
    ...row,
    stage: member === undefined ? ('notStarted' as const) : handedIn ? ('submitted' as const) : ('drafting' as const),
    ...(handedIn && member.submittedAt !== undefined
      ? {
          timeliness: timeliness(member.submittedAt, originalDueOf(round, unit).dueAt),
          lastActivityAt: member.submittedAt,
        }
      : {}),
  }
}

export const getBoard = (services: Services) =>
  http(services, 'getBoard', async ({ round, unit: collector, language }) => {
    const now = services.now()
    const [{ own, collectors }, board] = await Promise.all([
      participantsUnder(services, round, collector),
      services.rounds.board(round.id, collector.id),
    ])
    const [people, members] = await Promise.all([
      sideBySide([...own, ...collectors], async (unit) => [unit.id, await services.units.peopleOf(unit.id)] as const),
      collectors.length === 0 ? [] : services.reports.members(round.id, collector.id),
    ])
    const of = new Map(people)
    const rows = [
      ...own.map((unit) => rowOf(round, unit, board, of.get(unit.id) ?? [], now, language)),
      ...collectors.map((unit) => collectorRow(round, unit, members, of.get(unit.id) ?? [], now, language)),
    ]
    const calendar = calendarOf(round.calendar)
    const dueDay = dueDayOf(round.dueAt, round.zone)
    const dayOff = calendar.isDayOff(dueDay) ? (calendar.nameOf(dueDay) ?? dueDay) : undefined
    return ok({ rows, ...(dayOff === undefined ? {} : { dayOff }) })
  })
