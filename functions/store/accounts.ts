/*
 * Accounts to look at. Where people sign in at a user pool of the installation's own, the transaction that takes an
 * address into the directory or out of it marks that address. A mark says only «look»: the function `accounts` reads
 * whose the address is by then, brings the account in line and takes the mark away. Decision 0026.
 */
import type { Instant } from '../../shared/time.ts'
import type { Person } from '../../shared/unit/unit.ts'
import { type Key, keys, waiting } from './keys.ts'
import { type Condition, commit, getItem, queryWaiting, recalled, type Table, type Write } from './table-client.ts'

export interface AccountMark {
  readonly email: string
  /** Whose save it was; for the log, which holds no address. */
  readonly person: string
  /** Another with every save, so that a look at the directory before it does not count as one after it. */
  readonly mark: string
  readonly attempts: number
  readonly dueAt: Instant
}

/** What a mark is made with. */
export interface Marker {
  readonly now: () => Instant
  readonly newId: () => string
}

const itemOf = (mark: AccountMark) => ({
  ...keys.account(mark.email),
  ...mark,
  waits: waiting.accounts,
  until: mark.dueAt,
})

/** Marks an address, over whatever mark it has: what failed before is tried again at once. */
export const marked = ({ now, newId }: Marker, email: string, person: string): Write => ({
  put: itemOf({ email, person, mark: newId(), attempts: 0, dueAt: now() }),
})

const isAsRead = ({ mark }: AccountMark): Condition => ({
  expression: '#mark = :mark',
  names: { '#mark': 'mark' },
  values: { ':mark': mark },
})

/** A sign-in remembered as a person's, under the address that they have. */
export const remembered = (subject: string, { id, email }: Pick<Person, 'id' | 'email'>): Write => ({
  put: { ...keys.login(subject), person: id, email },
})

export const accountStore = (table: Table) => ({
  /** Marks whose moment has come, the longest waiting first. */
  due: async (now: Instant): Promise<readonly Key[]> =>
    (await queryWaiting(table, waiting.accounts, now)).map(({ pk, sk }) => ({ pk, sk })),
  load: async (key: Key): Promise<AccountMark | undefined> => {
    const item = await getItem(table, key)
    return item && recalled<AccountMark>(item)
  },
  /**
   * Takes the mark away and remembers whose the account is, if it is anybody's. False, and nothing is written, where
   * the address was marked again meanwhile.
   */
  settled: async (
    mark: AccountMark,
    account?: { readonly subject: string; readonly person: Pick<Person, 'id' | 'email'> },
  ): Promise<boolean> => {
    const done = await commit(table, [
      { remove: keys.account(mark.email), when: isAsRead(mark) },
      ...(account === undefined ? [] : [remembered(account.subject, account.person)]),
    ])
    return done.done
  },
  /** Puts the mark off; a newer one stays as it is. */
  postponed: async (mark: AccountMark, dueAt: Instant): Promise<boolean> => {
    const next = { ...mark, attempts: mark.attempts + 1, dueAt }
    return (await commit(table, [{ put: itemOf(next), when: isAsRead(mark) }])).done
  },
})

export type AccountStore = ReturnType<typeof accountStore>
