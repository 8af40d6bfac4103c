/*
 * The outbox: letters as items, written in the same transaction as the thing they tell of (product R8). A letter
 * waits in the sparse index until it is sent, superseded or refused; an attempt whose outcome is unknown goes on
 * waiting, and is owed again later. Decision 0004.
 */
import type { Letter } from '../../shared/reminder/letter.ts'
import { placeOfLetter } from '../../shared/reminder/letter.ts'
import type { SupersededBecause } from '../../shared/reminder/still-true.ts'
import { type Instant, plusMs } from '../../shared/time.ts'
import type { UnitId } from '../../shared/unit/unit.ts'
import { type Key, keys, letterShards, waiting } from './keys.ts'
import {
  commit,
  getItem,
  hasVersion,
  isNew,
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
  | { readonly state: 'superseded'; readonly at: Instant; readonly because: SupersededBecause }
  | { readonly state: 'refused'; readonly at: Instant; readonly because: string }

export const carriers = ['deliver', 'documents'] as const
/** Which function delivers: `documents` when the letter carries a file, else `deliver`. */
export type Carrier = (typeof carriers)[number]

export interface StoredLetter {
  readonly letter: Letter
  readonly carrier: Carrier
  readonly attempts: number
  readonly version: number
  readonly outcome: LetterState
}

const keyOf = (letter: Letter): Key => {
  const place = placeOfLetter(letter.key)
  if (place === undefined) throw new RangeError(`Not the key of a letter: ${letter.key}`)
  return keys.letter(place.round, place.parentUnit, letter.key)
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

const carrierOf = (letter: Letter): Carrier => (letter.kind === 'receipt' ? 'documents' : 'deliver')

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
  const replace = async (before: StoredLetter, after: Omit<StoredLetter, 'version'>): Promise<boolean> => {
    const next = { ...after, version: before.version + 1 }
    return (await commit(table, [{ put: itemOf(next), when: hasVersion(before.version) }])).done
  }
  return {
    load: async (key: Key): Promise<StoredLetter | undefined> => {
      const item = await getItem(table, key)
      return item && recalled<StoredLetter>(item)
    },
    /** Letters of a carrier whose moment has come, of all shards, the longest waiting first. */
    owed: async (carrier: Carrier, now: Instant): Promise<readonly Key[]> => {
      const shards = Array.from({ length: letterShards }, (_, shard) =>
        queryWaiting(table, waiting.letters(carrier, shard), now),
      )
      const found = (await Promise.all(shards)).flat().sort((a, b) => (a.until < b.until ? -1 : 1))
      return found.map(({ pk, sk }) => ({ pk, sk }))
    },
    /** Marks an attempt before it is made; false when somebody else is at it. */
    attempt: async (stored: StoredLetter, at: Instant): Promise<StoredLetter | undefined> => {
      const owedFrom = plusMs(at, unknownOutcomeWaitMs * 2 ** Math.min(stored.attempts, 5))
      const next = {
        ...stored,
        attempts: stored.attempts + 1,
        outcome: { state: 'attempted', attemptedAt: at, owedFrom } as const,
      }
      return (await replace(stored, next)) ? { ...next, version: stored.version + 1 } : undefined
    },
    sent: (stored: StoredLetter, sentAt: Instant, messageId: string) =>
      replace(stored, { ...stored, outcome: { state: 'sent', sentAt, messageId } }),
    superseded: (stored: StoredLetter, at: Instant, because: SupersededBecause) =>
      replace(stored, { ...stored, outcome: { state: 'superseded', at, because } }),
    refused: (stored: StoredLetter, at: Instant, because: string) =>
      replace(stored, { ...stored, outcome: { state: 'refused', at, because } }),
    /** Certainly not sent (throttled, unreachable): back into the queue until then. */
    postponed: (stored: StoredLetter, owedFrom: Instant) =>
      replace(stored, { ...stored, outcome: { state: 'queued', owedFrom } }),
    ofCollector: async (round: string, collector: UnitId): Promise<readonly StoredLetter[]> =>
      (await queryAll(table, keys.letters(round, collector))).map((item) => recalled<StoredLetter>(item)),

    /** Steps already posted to one unit. */
    claimsOf: async (round: string, collector: UnitId, unit: UnitId): Promise<readonly Claim[]> =>
      (await queryAll(table, keys.claims(round, collector), `${unit}#`)).map((item) => recalled<Claim>(item)),

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
