/* The board (product B1): every unit of the round under a collector. Not started is the absence of a row. */
import { ok } from '../../shared/refusal.ts'
import type { Figures } from '../../shared/report/report.ts'
import { stageOf } from '../../shared/return/moves.ts'
import { originalDueOf, timeliness } from '../../shared/round/due.ts'
import type { Round } from '../../shared/round/round.ts'
import { dueDayOf, type Instant } from '../../shared/time.ts'
import type { Language, Unit } from '../../shared/unit/unit.ts'
import { calendarOf } from '../calendars.ts'
import { http } from '../pipeline/http.ts'
import { dueWords } from '../returns/answers.ts'
import { dueNow } from '../returns/situation.ts'
import { timelinessNow } from '../returns/timeliness-now.ts'
import type { Services } from '../services.ts'
import { sideBySide } from '../side-by-side.ts'
import type { Board } from '../store/rounds.ts'
import type { StoredPerson } from '../store/units.ts'
import { participantsUnder } from './participants.ts'

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

/** The words of a due moment, made once for all rows that it stands in: on most boards for every one. */
const wordsOf = (round: Round, now: Instant, language: Language) => {
  const known = new Map<Instant, ReturnType<typeof dueWords>>()
  return (dueAt: Instant) => {
    const words = known.get(dueAt) ?? dueWords(round, dueAt, now, language)
    known.set(dueAt, words)
    return words
  }
}

const rowOf = (
  round: Round,
  unit: Unit,
  board: Board,
  people: readonly StoredPerson[],
  now: Instant,
  words: ReturnType<typeof wordsOf>,
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
    due: { ...due, ...words(due.dueAt) },
    timeliness: timelinessNow(round, unit, stored, due, now),
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
  words: ReturnType<typeof wordsOf>,
) => {
  const member = members.find((one) => one.unit === unit.id && one.scope === 'below' && one.unitsIn > 0)
  const handedIn = member?.state === 'handedIn'
  const row = rowOf(round, unit, { heads: [], extensions: {}, mutes: {}, ownSteps: [] }, people, now, words)
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
    const words = wordsOf(round, now, language)
    const rows = [
      ...own.map((unit) => rowOf(round, unit, board, of.get(unit.id) ?? [], now, words)),
      ...collectors.map((unit) => collectorRow(round, unit, members, of.get(unit.id) ?? [], now, words)),
    ]
    const calendar = calendarOf(round.calendar)
    const dueDay = dueDayOf(round.dueAt, round.zone)
    const dayOff = calendar.isDayOff(dueDay) ? (calendar.nameOf(dueDay) ?? dueDay) : undefined
    return ok({ rows, ...(dayOff === undefined ? {} : { dayOff }) })
  })
