/*
 * From the outbox to SES (product R8). A letter is looked at again right before it goes: one that has become untrue is
 * marked superseded and not sent. The attempt is marked before, the success after; an attempt without an outcome waits
 * for its SES event and is owed again later. So no failure loses a letter, and the one that may double it (the answer
 * of SES lost, and its event too) is written down in decision 0004.
 */
import type { Letter } from '../../shared/reminder/letter.ts'
import { writeLetter } from '../../shared/reminder/write-letter.ts'
import { plusMs } from '../../shared/time.ts'
import type { UnitId } from '../../shared/unit/unit.ts'
import { eachInTurn } from '../each-in-turn.ts'
import type { Services } from '../services.ts'
import type { Key } from '../store/keys.ts'
import { isOwed, type StoredLetter } from '../store/letters.ts'
import { contextOf } from './context-of.ts'
import type { Mailer } from './mailer.ts'
import { type AttachedFile, type Mailbox, mimeOf } from './mime.ts'
import { mailsAtOnce, type Pace, type Place } from './pace.ts'
import { isNotTaken, isRefusedAddress, isThrottled } from './ses.ts'
import { stillToSend, type ToDo } from './still-to-send.ts'

export interface Post {
  readonly mailer: Mailer
  readonly sender: Mailbox
  readonly pace: Pace
  /** The services as one run remembers them, for what a text says of offices and their people. */
  readonly offices?: Services
  /** The files that a letter carries; only `documents` makes any. */
  readonly attach?: (letter: Letter) => Promise<readonly AttachedFile[]>
}

/** `shut`: SES takes nothing; the letter was left as it is. `left`: the run's time was up. */
export type Outcome = 'sent' | 'superseded' | 'refused' | 'postponed' | 'unknown' | 'notMine' | 'shut' | 'left'

type Ready = ToDo & { readonly what: 'send' }

/* Before the next sweep: what SES did not take now goes first then. */
const notTakenWaitMs = 4 * 60_000
/* A letter that waited longer for its turn is looked at again. */
const freshMs = 2_000

const saidBy = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** For one run: who signs and who can be asked is the same in all its letters, and read once. */
const rememberingOffices = (services: Services): Services => {
  const { unit, peopleOf } = services.units
  const remembered = <T>(ask: (id: UnitId) => Promise<T>) => {
    const known = new Map<UnitId, Promise<T>>()
    return (id: UnitId): Promise<T> => {
      const found = known.get(id) ?? ask(id)
      known.set(id, found)
      return found
    }
  }
  return { ...services, units: { ...services.units, unit: remembered(unit), peopleOf: remembered(peopleOf) } }
}

const bytesOf = async (services: Services, post: Post, { letter, facts }: Ready): Promise<Uint8Array> => {
  const now = services.now()
  const written = writeLetter(letter, await contextOf(post.offices ?? services, letter, facts, now))
  return mimeOf(written, {
    from: post.sender,
    to: { name: letter.to.name, address: letter.to.email },
    key: letter.key,
    listId: `${letter.round}.huibao`,
    date: now,
    attachments: (await post.attach?.(letter)) ?? [],
  })
}

/** Marks the attempt, sends, and records what SES said. `throttled`: back in the queue, to be tried again at once. */
const send = async (
  services: Services,
  post: Post,
  { stored, letter, raw, place }: { stored: StoredLetter; letter: Letter; raw: Uint8Array; place: Place },
): Promise<Outcome | 'throttled'> => {
  const { letters } = services
  const attempted = await letters.attempt(stored, services.now(), letter.to.email).catch((error: unknown) => {
    place.leave('unused')
    throw error
  })
  if (attempted === undefined) {
    place.leave('unused')
    return 'notMine'
  }
  let messageId: string
  try {
    messageId = (await post.mailer.send({ to: letter.to.email, raw, key: letter.key })).messageId
  } catch (error) {
    const isSlowDown = isThrottled(error)
    const isRefused = isRefusedAddress(error)
    place.leave(isSlowDown ? 'throttled' : isRefused ? 'taken' : 'failed')
    const at = services.now()
    if (isRefused) {
      await letters.refused(attempted, at, saidBy(error))
      return 'refused'
    }
    if (isSlowDown) {
      await letters.notTaken(attempted, at)
      return 'throttled'
    }
    if (!isNotTaken(error)) return 'unknown'
    await letters.notTaken(attempted, plusMs(at, notTakenWaitMs))
    return 'postponed'
  }
  place.leave('taken')
  /* Outside: a store that does not answer now must not be taken for an SES that did not take the mail. */
  await letters.sent(attempted, services.now(), messageId)
  return 'sent'
}

/** What a letter that is not to be sent is marked as. */
const settled = async (
  { letters, now }: Services,
  stored: StoredLetter,
  toDo: Exclude<ToDo, Ready>,
): Promise<Outcome> => {
  switch (toDo.what) {
    case 'supersede':
      return (await letters.superseded(stored, now(), toDo.because)) ? 'superseded' : 'notMine'
    case 'wait':
      return (await letters.postponed(stored, toDo.until)) ? 'postponed' : 'notMine'
    case 'refuse':
      return (await letters.refused(stored, now(), toDo.because, toDo.address)) ? 'refused' : 'notMine'
  }
}

/** One look at a letter. Undefined: look again, it waited too long for its turn or SES asked to slow down. */
const look = async (services: Services, post: Post, key: Key, hasTime: () => boolean): Promise<Outcome | undefined> => {
  const stored = await services.letters.load(key)
  if (stored === undefined || !isOwed(stored, services.now())) return 'notMine'
  const toDo = await stillToSend(services, stored.letter)
  if (toDo.what !== 'send') return settled(services, stored, toDo)
  const { letter } = toDo
  let raw: Uint8Array
  try {
    raw = await bytesOf(services, post, toDo)
  } catch (error) {
    if (!isRefusedAddress(error)) throw error
    return (await services.letters.refused(stored, services.now(), saidBy(error))) ? 'refused' : 'notMine'
  }
  const place = await post.pace.place(hasTime)
  if (place === undefined) return post.pace.isShut() ? 'shut' : 'left'
  if (place.waitedMs > freshMs) {
    place.leave('unused')
    return undefined
  }
  const outcome = await send(services, post, { stored, letter, raw, place })
  return outcome === 'throttled' ? undefined : outcome
}

/** Looks at one letter and, if it is still owed and still true, sends it. */
export const deliver = async (
  services: Services,
  post: Post,
  key: Key,
  hasTime: () => boolean = () => true,
): Promise<Outcome> => {
  for (;;) {
    if (post.pace.isShut()) return 'shut'
    if (!hasTime()) return 'left'
    const outcome = await look(services, post, key, hasTime)
    if (outcome !== undefined) return outcome
  }
}

/* More than may be under way: while some wait for SES, the next are being looked at. */
const workersOf = 2 * mailsAtOnce

/** Delivers these letters, several at a time, the first first; what fails is thrown when all have had their turn. */
const deliverEach = async <T>(all: Iterable<T>, one: (each: T) => Promise<void>): Promise<void> => {
  const next = all[Symbol.iterator]()
  const left: Iterable<T> = { [Symbol.iterator]: () => ({ next: () => next.next() }) }
  const workers = await Promise.allSettled(Array.from({ length: workersOf }, () => eachInTurn(left, one)))
  await eachInTurn(workers, async (worker) => {
    if (worker.status === 'rejected') throw worker.reason
  })
}

/**
 * Everything in the outbox whose moment has come and that this carrier delivers, the most urgent first, as long as
 * there is time and SES takes any: what is left is owed at the next tick. A letter that fails keeps no other waiting;
 * what failed is thrown at the end.
 */
export const deliverOwed = async (
  services: Services,
  post: Post,
  carrier: StoredLetter['carrier'],
  hasTime: () => boolean = () => true,
): Promise<Readonly<Record<string, number>>> => {
  const counts: Record<string, number> = {}
  post.pace.begin()
  const remembering = { ...post, offices: rememberingOffices(services) }
  await deliverEach(await services.letters.owed(carrier, services.now()), async (key) => {
    const outcome = await deliver(services, remembering, key, hasTime)
    counts[outcome] = (counts[outcome] ?? 0) + 1
  })
  return counts
}
