/*
 * What is known of mail addresses that letters did not reach (product R8, decision 0029). Only addresses in trouble
 * have an item, all in one partition: one query answers for everybody on a page. `mail-events` writes them, in the
 * transaction that records the event on its letter; a coordinator takes them away.
 */
import type { Instant } from '../../shared/time.ts'
import { keys } from './keys.ts'
import { commit, getItem, queryAll, recalled, type Table, type Write } from './table-client.ts'

/** May a letter go to this address? */
export type AddressState = 'ok' | 'bounced' | 'complained'

export interface StoredAddress {
  /** In lower case. */
  readonly email: string
  /** `doubtful`: one letter came back for now; letters go on, and a second one in a row makes it `bounced`. */
  readonly state: 'doubtful' | 'bounced' | 'complained'
  readonly at: Instant
  /** What the mail service said: `550 5.1.1 user unknown`. */
  readonly why: string
  /** Key of the letter that told. */
  readonly key?: string | undefined
}

const sameForm = (email: string): string => email.toLowerCase()

/** The state of an address by what is known of it. */
export const stateOf = (known: StoredAddress | undefined): AddressState =>
  known === undefined || known.state === 'doubtful' ? 'ok' : known.state

/** Addresses in trouble, asked by address in any case. */
export interface KnownAddresses {
  readonly all: readonly StoredAddress[]
  readonly of: (email: string) => StoredAddress | undefined
  readonly stateOf: (email: string) => AddressState
}

const knownAddresses = (list: readonly StoredAddress[]): KnownAddresses => {
  const byEmail = new Map(list.map((one) => [one.email, one]))
  const find = (email: string) => byEmail.get(sameForm(email))
  return { all: list, of: find, stateOf: (email) => stateOf(find(email)) }
}

/** Writes down trouble with an address, over whatever was known. */
export const marked = (address: StoredAddress): Write => {
  const email = sameForm(address.email)
  return { put: { ...keys.address(email), ...address, email } }
}

/** Forgets what was known of an address. */
export const forgotten = (email: string): Write => ({ remove: keys.address(email) })

export const addressStore = (table: Table) => ({
  /** What is known of one address; undefined where no letter has come back. */
  addressOf: async (email: string): Promise<StoredAddress | undefined> => {
    const item = await getItem(table, keys.address(email))
    return item && recalled<StoredAddress>(item)
  },
  /** All addresses in trouble: one query, whatever the number of people asked for. */
  inTrouble: async (): Promise<KnownAddresses> =>
    knownAddresses((await queryAll(table, keys.addresses)).map((item) => recalled<StoredAddress>(item))),
  mark: async (address: StoredAddress): Promise<void> => {
    await commit(table, [marked(address)])
  },
  /** Somebody says that the address works again: the next letter goes to it. Clearing what is clear does nothing. */
  clear: async (email: string): Promise<void> => {
    await commit(table, [forgotten(email)])
  },
})

export type AddressStore = ReturnType<typeof addressStore>
