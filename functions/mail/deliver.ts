/*
 * From the outbox to SES (product R8). A letter is looked at again right before it goes: one that has become untrue is
 * marked superseded and not sent. The attempt is marked before, the success after; an attempt without an outcome waits
 * for its SES event and is owed again later. So no failure loses a letter, and the one that may double it (the answer
 * of SES lost, and its event too) is written down in decision 0004.
 */
import { joinForms } from '../../shared/form/forms.ts'
import { type Letter, placeOfLetter } from '../../shared/reminder/letter.ts'
import type { LetterContext, MissingSection } from '../../shared/reminder/letter-context.ts'
import { isStillTrue, type UnitNow } from '../../shared/reminder/still-true.ts'
import { writeLetter } from '../../shared/reminder/write-letter.ts'
import { correctionOf } from '../../shared/return/moves.ts'
import { dueOf } from '../../shared/round/due.ts'
import { isNight } from '../../shared/round/ladder.ts'
import type { Round } from '../../shared/round/round.ts'
import { type Instant, plusMs } from '../../shared/time.ts'
import type { Unit, UnitId } from '../../shared/unit/unit.ts'
import type { Words } from '../../shared/words.ts'
import { calendarOf } from '../calendars.ts'
import { eachInTurn } from '../each-in-turn.ts'
import { notAtNight } from '../office-hours.ts'
import type { Services } from '../services.ts'
import type { Key } from '../store/keys.ts'
import { isOwed, type StoredLetter } from '../store/letters.ts'
import type { Board } from '../store/rounds.ts'
import type { Mailer } from './mailer.ts'
import { type AttachedFile, type Mailbox, mimeOf } from './mime.ts'
import { notOvertaken } from './overtaken.ts'
import { isNotTaken, isRefusedAddress, isThrottled } from './ses.ts'

export interface Post {
  readonly mailer: Mailer
  readonly sender: Mailbox
  /** The files that a letter carries; only `documents` makes any. */
  readonly attach?: (letter: Letter) => Promise<readonly AttachedFile[]>
}

export type Outcome = 'sent' | 'superseded' | 'refused' | 'postponed' | 'unknown' | 'notMine'

/** What the table says now of the units that a letter names. */
const unitsNow = (round: Round, units: readonly Unit[], board: Board): Readonly<Record<UnitId, UnitNow>> =>
  Object.fromEntries(
    units.map((unit) => {
      const now = board.heads.find((head) => head.unit === unit.id)?.now
      const correction = correctionOf(now)
      const extension = board.extensions[unit.id]
      const { dueAt } = dueOf(round, unit, { extension, correction })
      return [unit.id, { stage: now?.stage, dueAt, revisions: now?.revisions ?? 0, correction, extension }]
    }),
  )

const checksInTheWay: Words = { zh: '数据勾稽', en: 'Checks' }

/** What is not finished: blank cells by section, or, where all is filled in, checks that stand in the way. */
const missingIn = (round: Round, board: Board): Readonly<Record<UnitId, readonly MissingSection[]>> => {
  const { sections } = joinForms(round.forms)
  return Object.fromEntries(
    board.heads.map(({ unit, summary }) => {
      const blank = sections.flatMap(({ id, title }) => {
        const blankCells = summary.blanks[id]
        return blankCells === undefined ? [] : [{ title, blankCells }]
      })
      return [unit, blank.length === 0 && summary.failedChecks > 0 ? [{ title: checksInTheWay, blankCells: 0 }] : blank]
    }),
  )
}

interface Facts {
  readonly round: Round
  readonly units: readonly Unit[]
  readonly board: Board
  readonly collector: UnitId
}

const factsOf = async (services: Services, letter: Letter): Promise<Facts | undefined> => {
  const collector = placeOfLetter(letter.key)?.parentUnit
  if (collector === undefined) return undefined
  const ids = letter.units.map(({ unit }) => unit)
  const [round, units, board] = await Promise.all([
    services.rounds.round(letter.round),
    services.units.units(ids),
    services.rounds.rowsOf(letter.round, collector, ids),
  ])
  return round === undefined ? undefined : { round, units, board, collector }
}

const contextOf = async (services: Services, facts: Facts, now: Instant): Promise<LetterContext> => {
  const { round, board, collector } = facts
  const [owner, people] = await Promise.all([services.units.unit(round.owner), services.units.peopleOf(collector)])
  const coordinator = people.find((person) =>
    person.posts.some((post) => post.unit === collector && post.role === 'coordinator'),
  )
  return {
    now,
    link: services.link,
    calendar: calendarOf(round.calendar),
    office: owner?.name ?? { zh: '', en: '' },
    coordinator: coordinator && { name: coordinator.name, email: coordinator.email, phone: coordinator.phone },
    missing: missingIn(round, board),
    statutory: round.statutory,
    demo: services.demo,
  }
}

const retryAfterMs = (attempts: number): number => 60_000 * 2 ** Math.min(attempts, 6)

const send = async (
  services: Services,
  post: Post,
  stored: StoredLetter,
  letter: Letter,
  raw: Uint8Array,
): Promise<Outcome> => {
  const attempted = await services.letters.attempt(stored, services.now())
  if (attempted === undefined) return 'notMine'
  let messageId: string
  try {
    messageId = (await post.mailer.send({ to: letter.to.email, raw, key: letter.key })).messageId
  } catch (error) {
    const at = services.now()
    if (isRefusedAddress(error)) {
      await services.letters.refused(attempted, at, error instanceof Error ? error.message : String(error))
      return 'refused'
    }
    if (isThrottled(error) || isNotTaken(error)) {
      await services.letters.postponed(attempted, plusMs(at, retryAfterMs(attempted.attempts)))
      return 'postponed'
    }
    return 'unknown'
  }
  /* Outside: a store that does not answer now must not be taken for an SES that did not take the mail. */
  await services.letters.sent(attempted, services.now(), messageId)
  return 'sent'
}

/* What goes by the clock goes by day; an opening that was put into the night has its notice in the night. */
const mustWait = ({ kind, createdAt, zone }: Letter, now: Instant): boolean =>
  (kind === 'reminder' || kind === 'opening') && isNight(now, zone) && !isNight(createdAt, zone)

/** Looks at one letter and, if it is still owed and still true, sends it. */
export const deliver = async (services: Services, post: Post, key: Key): Promise<Outcome> => {
  const stored = await services.letters.load(key)
  if (stored === undefined || !isOwed(stored, services.now())) return 'notMine'
  const facts = await factsOf(services, stored.letter)
  const now = services.now()
  if (facts === undefined)
    return (await services.letters.superseded(stored, now, 'unitGone')) ? 'superseded' : 'notMine'
  const newest = await notOvertaken(services, stored.letter, now)
  if (newest === undefined)
    return (await services.letters.superseded(stored, now, 'overtaken')) ? 'superseded' : 'notMine'
  const judged = isStillTrue(newest, {
    now,
    round: facts.round.stage,
    units: unitsNow(facts.round, facts.units, facts.board),
  })
  if (!judged.isTrue) return (await services.letters.superseded(stored, now, judged.because)) ? 'superseded' : 'notMine'
  const { letter } = judged
  if (mustWait(letter, now))
    return (await services.letters.postponed(stored, notAtNight(now, letter.zone))) ? 'postponed' : 'notMine'
  let raw: Uint8Array
  try {
    const written = writeLetter(letter, await contextOf(services, facts, now))
    raw = await mimeOf(written, {
      from: post.sender,
      to: { name: letter.to.name, address: letter.to.email },
      key: letter.key,
      listId: `${letter.round}.huibao`,
      date: now,
      attachments: (await post.attach?.(letter)) ?? [],
    })
  } catch (error) {
    if (!isRefusedAddress(error)) throw error
    return (await services.letters.refused(stored, now, error instanceof Error ? error.message : ''))
      ? 'refused'
      : 'notMine'
  }
  return send(services, post, stored, letter, raw)
}

const atOnce = 4

/**
 * Everything in the outbox whose moment has come and that this carrier delivers, the longest waiting first, as long as
 * there is time: what is left is owed at the next tick. A letter that fails keeps no other waiting; what failed is
 * thrown at the end.
 */
export const deliverOwed = async (
  services: Services,
  post: Post,
  carrier: StoredLetter['carrier'],
  hasTime: () => boolean = () => true,
): Promise<Readonly<Record<string, number>>> => {
  const counts: Record<string, number> = {}
  const next = (await services.letters.owed(carrier, services.now())).values()
  const one = async (key: Key) => {
    if (!hasTime()) return
    const outcome = await deliver(services, post, key)
    counts[outcome] = (counts[outcome] ?? 0) + 1
  }
  const workers = await Promise.allSettled(Array.from({ length: atOnce }, () => eachInTurn(next, one)))
  await eachInTurn(workers, async (worker) => {
    if (worker.status === 'rejected') throw worker.reason
  })
  return counts
}
