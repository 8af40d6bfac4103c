/*
 * A letter looked at right before it goes: to whom, about what, and whether at all. Everything is read afresh; what
 * has become untrue while the letter waited is not sent (product R8).
 */
import { toReader } from '../../shared/reminder/answers-for.ts'
import { goesByClock, type Letter, placeOfLetter } from '../../shared/reminder/letter.ts'
import { isStillTrue, type SupersededBecause, type UnitNow } from '../../shared/reminder/still-true.ts'
import { reportStageOf } from '../../shared/report/report-review.ts'
import { correctionOf } from '../../shared/return/moves.ts'
import { dueOf } from '../../shared/round/due.ts'
import { isNight } from '../../shared/round/ladder.ts'
import type { Round } from '../../shared/round/round.ts'
import type { Instant } from '../../shared/time.ts'
import type { Unit, UnitId } from '../../shared/unit/unit.ts'
import { notAtNight } from '../office-hours.ts'
import type { Services } from '../services.ts'
import { type StoredAddress, stateOf } from '../store/addresses.ts'
import { type Board, mutedNow } from '../store/rounds.ts'
import { notOvertaken } from './overtaken.ts'

interface Facts {
  readonly round: Round
  readonly board: Board
  readonly collector: UnitId
}

export type ToDo =
  /** The letter, narrowed to what is true of it, to its reader's present address. */
  | { readonly what: 'send'; readonly letter: Letter; readonly facts: Facts }
  | { readonly what: 'supersede'; readonly because: SupersededBecause }
  | { readonly what: 'wait'; readonly until: Instant }
  | { readonly what: 'refuse'; readonly because: string; readonly address: 'bounced' | 'complained' }

/** What the table says now of the units that a letter names. */
const unitsNow = (round: Round, units: readonly Unit[], board: Board): Readonly<Record<UnitId, UnitNow>> =>
  Object.fromEntries(
    units.map((unit) => {
      const now = board.heads.find((head) => head.unit === unit.id)?.now
      const correction = correctionOf(now)
      const extension = board.extensions[unit.id]
      const { dueAt } = dueOf(round, unit, { extension, correction })
      const isMuted = mutedNow(board, unit.id) !== undefined
      return [unit.id, { stage: now?.stage, dueAt, revisions: now?.revisions ?? 0, correction, extension, isMuted }]
    }),
  )

/* Only a letter that tells of a report that came back asks where it stands now. */
const withReports = async (
  { reports }: Pick<Services, 'reports'>,
  { kind, round, units }: Letter,
  collector: UnitId,
  now: Readonly<Record<UnitId, UnitNow>>,
  board: Board,
): Promise<Readonly<Record<UnitId, UnitNow>>> => {
  const [told] = units
  const unit = told && now[told.unit]
  if (kind !== 'reportBack' || told === undefined || unit === undefined) return now
  const review = board.reviews[told.unit]
  const stage = reportStageOf(await reports.member(round, collector, told.unit), review)
  return { [told.unit]: stage === 'sentBack' ? { ...unit, reportSentBackAt: review?.at } : unit }
}

/* What goes by the clock goes by day; an opening that was put into the night has its notice in the night. */
const mustWait = ({ kind, createdAt, zone }: Letter, now: Instant): boolean =>
  goesByClock[kind] && isNight(now, zone) && !isNight(createdAt, zone)

const supersede = (because: SupersededBecause): ToDo => ({ what: 'supersede', because })

const refusal = (known: StoredAddress | undefined): ToDo | undefined => {
  const address = stateOf(known)
  return known === undefined || address === 'ok' ? undefined : { what: 'refuse', because: known.why, address }
}

/** What is to be done with a letter that is owed. */
export const stillToSend = async (services: Services, posted: Letter): Promise<ToDo> => {
  const { rounds, addresses } = services
  const collector = placeOfLetter(posted.key)?.parentUnit
  if (collector === undefined) return supersede('unitGone')
  const ids = posted.units.map(({ unit }) => unit)
  const [round, named, board, person, knownThen] = await Promise.all([
    rounds.round(posted.round),
    services.units.units(ids),
    rounds.rowsOf(posted.round, collector, ids),
    services.units.person(posted.to.personId),
    addresses.addressOf(posted.to.email),
  ])
  const now = services.now()
  if (round === undefined) return supersede('unitGone')
  const told = toReader(posted, collector, person)
  if (told === undefined) return supersede('personGone')
  const newest = await notOvertaken(services, told, now)
  if (newest === undefined) return supersede('overtaken')
  const units = await withReports(services, newest, collector, unitsNow(round, named, board), board)
  const judged = isStillTrue(newest, { now, round: round.stage, edition: round.edition, units })
  if (!judged.isTrue) return supersede(judged.because)
  const { letter } = judged
  if (mustWait(letter, now)) return { what: 'wait', until: notAtNight(now, letter.zone) }
  const isSameAddress = letter.to.email === posted.to.email
  const refused = refusal(isSameAddress ? knownThen : await addresses.addressOf(letter.to.email))
  return refused ?? { what: 'send', letter, facts: { round, board, collector } }
}
