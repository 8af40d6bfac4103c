/*
 * The outbox: letters as items, written in the same transaction as the thing they tell of (product R8). A letter
 * waits in the sparse index until it is sent, superseded or refused; an attempt whose outcome is unknown goes on
 * waiting, and is owed again later. Decision 0004.
 */
import { type Letter, placeOfLetter } from '../../shared/reminder/letter.ts'
import type { SupersededBecause } from '../../shared/reminder/still-true.ts'
import { urgencyOf } from '../../shared/reminder/urgency.ts'
import { type Instant, type LocalDate, plusMs } from '../../shared/time.ts'
import type { UnitId } from '../../shared/unit/unit.ts'
import type { AddressState } from './addresses.ts'
import { type Key, keys, letterShards, waiting } from './keys.ts'
import { glancesOf } from './letter-glances.ts'
import {
  commit,
  getItem,
  hasVersion,
  isNew,
  putOnly,
  queryAll,
  queryWaiting,
  recalled,
  type Table,
  type Write,
} from './table-client.ts'

export type LetterState =
  | { readonly state: 'queued'; readonly owedFrom: Instant }
  /** Without an outcome yet: owed again only from then on, whoever looks at it before. */
  | { readonly state: 'attempted'; readonly attemptedAt: Instant; readonly owedFrom: Instant }
  | { readonly state: 'sent'; readonly sentAt: Instant; readonly messageId: string }
  /** The receiving office's server has it. */
  | { readonly state: 'delivered'; readonly deliveredAt: Instant; readonly messageId: string }
  /** It came back: for good (`hard`), or the server of the receiving office would not take it for now. */
  | {
      readonly state: 'bounced'
      readonly at: Instant
      readonly because: string
      readonly hard: boolean
      readonly messageId: string
    }
  /** The reader called it unwanted. */
  | { readonly state: 'complained'; readonly at: Instant; readonly because: string; readonly messageId: string }
  | { readonly state: 'superseded'; readonly at: Instant; readonly because: SupersededBecause }
  /**
   * Not sent, and a person must look. `because` is what the mail service said; `address` where it said so of an earlier
   * letter to this address; `messageId` where it had taken the letter before it refused it.
   */
  | {
      readonly state: 'refused'
      readonly at: Instant
      readonly because: string
      readonly address?: Exclude<AddressState, 'ok'>
      readonly messageId?: string
    }

export const carriers = ['deliver', 'documents'] as const
/** Which function delivers: `documents` when the letter carries a file, else `deliver`. */
export type Carrier = (typeof carriers)[number]

export interface StoredLetter {
  readonly letter: Letter
  readonly carrier: Carrier
  /** Attempts of which SES did not say that it took nothing. */
  readonly attempts: number
  readonly version: number
  readonly outcome: LetterState
  /** The address of the latest attempt, where it is not the one that the letter was posted with. */
  readonly sentTo?: string | undefined
}

/** Where the letter of this key lies; undefined for a text that is no such key. */
export const placeOf = (key: string): Key | undefined => {
  const place = placeOfLetter(key)
  return place && keys.letter(place.round, place.parentUnit, key)
}

const keyOf = (letter: Letter): Key => {
  const key = placeOf(letter.key)
  if (key === undefined) throw new RangeError(`Not the key of a letter: ${letter.key}`)
  return key
}

/* Any even spread will do; the recipient's id is at hand. */
const shardOf = (letter: Letter): number =>
  [...letter.to.personId].reduce((sum, c) => sum + c.charCodeAt(0), 0) % letterShards

const itemOf = (stored: StoredLetter) => ({
  ...keyOf(stored.letter),
  kind: 'letter',
  ...stored,
  ...('owedFrom' in stored.outcome
    ? { waits: waiting.letters(stored.carrier, shardOf(stored.letter)), until: stored.outcome.owedFrom }
    : {}),
})

/**
 * Is the letter owed by now? Not while an attempt at it waits for its outcome. One that nobody has touched since it was
 * posted goes at once, whatever the clocks of two functions say of each other.
 */
export const isOwed = ({ outcome, version }: StoredLetter, now: Instant): boolean =>
  'owedFrom' in outcome && (version === 1 || outcome.owedFrom <= now)

const carrierOf = ({ kind }: Letter): Carrier => (kind === 'receipt' || kind === 'published' ? 'documents' : 'deliver')

/** Posts a letter, once: a letter with this key that is there already refuses the transaction. */
export const posted = (letter: Letter, at: Instant): Write => ({
  put: itemOf({
    letter,
    carrier: carrierOf(letter),
    attempts: 0,
    version: 1,
    outcome: { state: 'queued', owedFrom: at },
  }),
  when: isNew,
})

/** How long an attempt without an outcome waits for its SES event before it is owed again. */
const unknownOutcomeWaitMs = 15 * 60_000

export const letterStore = (table: Table) => {
  const replace = async (
    before: StoredLetter,
    after: Omit<StoredLetter, 'version'>,
    besides: readonly Write[] = [],
  ): Promise<boolean> => {
    const next = { ...after, version: before.version + 1 }
    const when = hasVersion(before.version)
    if (besides.length === 0) return putOnly(table, itemOf(next), when)
    return (await commit(table, [{ put: itemOf(next), when }, ...besides])).done
  }
  return {
    load: async (key: Key): Promise<StoredLetter | undefined> => {
      const item = await getItem(table, key)
      return item && recalled<StoredLetter>(item)
    },
    /** Letters of a carrier whose moment has come, of all shards, in order of urgency. */
    owed: async (carrier: Carrier, now: Instant): Promise<readonly Key[]> => {
      const shards = Array.from({ length: letterShards }, (_, shard) =>
        queryWaiting(table, waiting.letters(carrier, shard), now),
      )
      const found = (await Promise.all(shards)).flat().map(({ pk, sk, until }) => ({
        key: { pk, sk },
        order: `${urgencyOf(sk)} ${until}`,
      }))
      return found.sort((a, b) => (a.order < b.order ? -1 : 1)).map(({ key }) => key)
    },
    /** Marks an attempt at this address before it is made; undefined when somebody else is at it. */
    attempt: async (stored: StoredLetter, at: Instant, email: string): Promise<StoredLetter | undefined> => {
      const owedFrom = plusMs(at, unknownOutcomeWaitMs * 2 ** Math.min(stored.attempts, 5))
      const next = {
        ...stored,
        attempts: stored.attempts + 1,
        sentTo: email === stored.letter.to.email ? undefined : email,
        outcome: { state: 'attempted', attemptedAt: at, owedFrom } as const,
      }
      return (await replace(stored, next)) ? { ...next, version: stored.version + 1 } : undefined
    },
    sent: (stored: StoredLetter, sentAt: Instant, messageId: string) =>
      replace(stored, { ...stored, outcome: { state: 'sent', sentAt, messageId } }),
    superseded: (stored: StoredLetter, at: Instant, because: SupersededBecause) =>
      replace(stored, { ...stored, outcome: { state: 'superseded', at, because } }),
    refused: (stored: StoredLetter, at: Instant, because: string, address?: Exclude<AddressState, 'ok'>) =>
      replace(stored, {
        ...stored,
        outcome: { state: 'refused', at, because, ...(address === undefined ? {} : { address }) },
      }),
    /** Not time yet: back into the queue until then. */
    postponed: (stored: StoredLetter, owedFrom: Instant) =>
      replace(stored, { ...stored, outcome: { state: 'queued', owedFrom } }),
    /** SES says that it took nothing: the attempt is none, and the letter goes back into the queue. */
    notTaken: (attempted: StoredLetter, owedFrom: Instant) =>
      replace(attempted, {
        ...attempted,
        attempts: attempted.attempts - 1,
        outcome: { state: 'queued', owedFrom },
      }),
    /** What an event of SES tells, with what it tells of the address: both or neither. */
    told: (stored: StoredLetter, outcome: LetterState, address: readonly Write[]) =>
      replace(stored, { ...stored, outcome }, address),
    ofCollector: async (round: string, collector: UnitId): Promise<readonly StoredLetter[]> =>
      (await queryAll(table, keys.letters(round, collector))).map((item) => recalled<StoredLetter>(item)),

    /** The same at a glance: to whom, about which units, what became of them. */
    glances: (round: string, collector: UnitId) => glancesOf(table, keys.letters(round, collector)),

    /** Steps already posted to one unit. */
    claimsOf: async (round: string, collector: UnitId, unit: UnitId): Promise<readonly Claim[]> =>
      (await queryAll(table, keys.claims(round, collector), `${unit}#`)).map((item) => recalled<Claim>(item)),

    /** Digests posted to the coordinators of a collector, by day. */
    digests: async (round: string, collector: UnitId): Promise<readonly DigestClaim[]> =>
      (await queryAll(table, keys.digests(round, collector))).map((item) => recalled<DigestClaim>(item)),

    /** Steps already posted under a collector, per unit and due moment. */
    claims: async (round: string, collector: UnitId): Promise<readonly Claim[]> =>
      (await queryAll(table, keys.claims(round, collector))).map((item) => recalled<Claim>(item)),
  }
}

export type LetterStore = ReturnType<typeof letterStore>

export interface Claim {
  readonly unit: UnitId
  readonly dueAt: Instant
  readonly step: string
  readonly at: Instant
}

/** Claims a step for a unit and due moment; a second claim refuses the transaction (product R4). */
export const claimed = (round: string, collector: UnitId, claim: Claim): Write => ({
  put: { ...keys.claim(round, collector, claim.unit, claim.dueAt, claim.step), ...claim },
  when: isNew,
})

interface DigestClaim {
  readonly day: LocalDate
  readonly at: Instant
}

/** Claims the digest of a collector and day; a second claim refuses the transaction. */
export const digestClaimed = (round: string, collector: UnitId, claim: DigestClaim): Write => ({
  put: { ...keys.digest(round, collector, claim.day), ...claim },
  when: isNew,
})
