/*
 * The board (product B1): every unit of the round under a collector. Not started is the absence of a row. It is asked
 * for every few seconds: a few queries, as many for two thousand units as for seven. Mutes and extensions lie beside the
 * rows, people beside their units; of letters, which are many and long, only the state comes over. Decision 0032.
 */
import type { AnswerOf, Routes } from '../../shared/api.ts'
import type { Figures } from '../../shared/report/report.ts'
import { reportStageOf } from '../../shared/report/report-review.ts'
import { stageOf } from '../../shared/return/moves.ts'
import { originalDueOf, timeliness } from '../../shared/round/due.ts'
import type { Round } from '../../shared/round/round.ts'
import { dayOf, dueDayOf, type Instant } from '../../shared/time.ts'
import type { Language, Unit } from '../../shared/unit/unit.ts'
import { calendarOf } from '../calendars.ts'
import { dueAnswer, dueWords } from '../returns/answers.ts'
import { dueNow } from '../returns/situation.ts'
import { timelinessNow } from '../returns/timeliness-now.ts'
import type { Services } from '../services.ts'
import type { KnownAddresses } from '../store/addresses.ts'
import type { LetterGlance } from '../store/letter-glances.ts'
import type { Head } from '../store/returns.ts'
import { type Board, mutedNow } from '../store/rounds.ts'
import type { StoredPerson } from '../store/units.ts'
import { byUnit, ofLetters } from './letters-on-board.ts'
import { participantsUnder } from './participants.ts'

export type BoardAnswer = AnswerOf<Routes['getBoard']>
type Row = BoardAnswer['rows'][number]

/** What all rows are made of. */
interface Beside {
  readonly round: Round
  readonly board: Board
  readonly letters: ReadonlyMap<string, readonly LetterGlance[]>
  readonly people: ReadonlyMap<string, readonly StoredPerson[]>
  readonly known: KnownAddresses
  readonly now: Instant
  readonly words: ReturnType<typeof wordsOf>
}

const peopleAnswer = ({ people, known }: Beside, unit: Unit): Row['people'] =>
  (people.get(unit.id) ?? []).flatMap((person) =>
    person.posts
      .filter((post) => post.unit === unit.id)
      .map(({ role }) => ({
        name: person.name,
        role,
        email: person.email,
        address: known.stateOf(person.email),
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

/** What the head of its return says of a unit. */
const activity = (head: Head): Partial<Row> => ({
  progress: { filled: head.summary.filled, total: head.summary.total },
  failedChecks: head.summary.failedChecks,
  explainedChecks: head.summary.explained ?? 0,
  lastActivityAt: head.lastActivityAt,
  ...(head.now.stage === 'submitted' ? { toReview: head.now.revisions } : {}),
})

const rowOf = (beside: Beside, unit: Unit, head: Head | undefined): Row => {
  const { round, board, now, words } = beside
  const extension = board.extensions[unit.id]
  const muted = mutedNow(board, unit.id)
  const stored = { ...(head === undefined ? {} : { head }), ...(extension === undefined ? {} : { extension }) }
  const due = dueNow(round, unit, stored)
  const who = peopleAnswer(beside, unit)
  return {
    unit: unit.id,
    name: unit.name,
    stage: stageOf(head?.now),
    due: { ...due, ...words(due.dueAt) },
    timeliness: timelinessNow(round, unit, stored, due, now),
    revisions: head?.now.revisions ?? 0,
    timesSentBack: head?.now.timesSentBack ?? 0,
    openComments: head?.openComments ?? 0,
    ...ofLetters(beside.letters.get(unit.id), false),
    collects: false,
    people: who,
    unreachable: !who.some(({ role, address }) => role === 'reporter' && address === 'ok'),
    ...(extension === undefined ? {} : { extension }),
    ...(muted === undefined ? {} : { muted: { reason: muted.reason, at: muted.at, by: muted.by } }),
    ...(head === undefined ? {} : activity(head)),
  }
}

/** A unit with units below it hands in its report: handed in, on the way, or nothing yet. */
const collectorRow = (beside: Beside, unit: Unit, members: readonly Figures[]): Row => {
  const member = members.find((one) => one.unit === unit.id && one.scope === 'below' && one.unitsIn > 0)
  const handedIn = member?.state === 'handedIn'
  const review = beside.board.reviews[unit.id]
  const stage = reportStageOf(member, review)
  const nothing = { heads: [], extensions: {}, mutes: {}, reviews: {}, ownSteps: [] }
  const row = rowOf({ ...beside, board: nothing }, unit, undefined)
  return {
    ...row,
    ...ofLetters(beside.letters.get(unit.id), true),
    collects: true,
    /* Its coordinators hand the report up; they need not fill in anything. */
    unreachable: !row.people.some(({ role, address }) => role !== 'leader' && address === 'ok'),
    stage,
    ...(stage === 'sentBack' && review?.decision === 'sendBack'
      ? { due: { dueAt: review.dueAt, why: 'correction' as const, ...beside.words(review.dueAt) } }
      : {}),
    ...(handedIn && member.submittedAt !== undefined
      ? {
          timeliness: timeliness(member.submittedAt, originalDueOf(beside.round, unit).dueAt),
          lastActivityAt: member.submittedAt,
        }
      : {}),
  }
}

const dayOffOf = (round: Round): { readonly dayOff?: string } => {
  const calendar = calendarOf(round.calendar)
  const dueDay = dueDayOf(round.dueAt, round.zone)
  return calendar.isDayOff(dueDay) ? { dayOff: calendar.nameOf(dueDay) ?? dueDay } : {}
}

/** The board of a round under a collector, in words. */
export const boardOf = async (
  services: Services,
  round: Round,
  collector: Unit,
  language: Language,
): Promise<BoardAnswer> => {
  const now = services.now()
  const [{ own, collectors, peopleBelow }, people, board, letters, known] = await Promise.all([
    participantsUnder(services, round, collector),
    services.units.staffOf(collector),
    services.rounds.board(round.id, collector.id),
    services.letters.glances(round.id, collector.id),
    services.addresses.inTrouble(),
  ])
  const members = collectors.length === 0 ? [] : await services.reports.members(round.id, collector.id)
  const heads = new Map(board.heads.map((head) => [head.unit, head]))
  const beside: Beside = {
    round,
    board,
    letters: byUnit(letters),
    people: new Map([...peopleBelow, [collector.id, people]]),
    known,
    now,
    words: wordsOf(round, now, language),
  }
  return {
    round: {
      title: round.title,
      year: round.year,
      zone: round.zone,
      stage: round.stage,
      due: dueAnswer(round, originalDueOf(round, collector), now, language),
    },
    today: dayOf(now, round.zone),
    collector: { id: collector.id, name: collector.name, shortName: collector.shortName },
    rows: [
      ...own.map((unit) => rowOf(beside, unit, heads.get(unit.id))),
      ...collectors.map((unit) => collectorRow(beside, unit, members)),
    ],
    ...dayOffOf(round),
  }
}
