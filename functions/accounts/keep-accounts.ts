/*
 * Accounts as the directory has it: an address of somebody in it has an account that works, any other has none that
 * does. Each look reads whose the address is now, so that it may come late, twice, or after a crash anywhere in the one
 * before. Decision 0026.
 */
import { type Instant, plusMs } from '../../shared/time.ts'
import { eachInTurn } from '../each-in-turn.ts'
import type { AccountMark, AccountStore } from '../store/accounts.ts'
import type { Key } from '../store/keys.ts'
import type { StoredPerson, UnitStore } from '../store/units.ts'
import { isThrottled, type UserPool } from './user-pool.ts'

export interface Parts {
  readonly units: Pick<UnitStore, 'personByEmail'>
  readonly accounts: AccountStore
  readonly pool: UserPool
  readonly now: () => Instant
  /** Somebody must look at this; the line wakes the duty. The person's id, never an address. */
  readonly trouble: (person: string, error: unknown) => void
}

/**
 * `unproven`: begun by somebody on Cognito's page and not proven yet; looked at again. `changed`: the directory moved on
 * during the look, which is made again at the next tick.
 */
export type Outcome = 'opened' | 'closed' | 'unproven' | 'throttled' | 'failed' | 'changed' | 'notDue'

const firstWaitMs = 5 * 60_000
const mostDoublings = 6

/* 5 minutes, 10, 20 … and then every 5 hours and 20 minutes. */
const waitAfter = (attempts: number): number => firstWaitMs * 2 ** Math.min(attempts, mostDoublings)

type Answer =
  | { readonly outcome: 'opened'; readonly account: { readonly subject: string; readonly person: StoredPerson } }
  | { readonly outcome: 'closed' | 'unproven' | 'throttled' | 'failed' }

const asked = async (
  { pool, trouble }: Parts,
  mark: AccountMark,
  person: StoredPerson | undefined,
): Promise<Answer> => {
  try {
    if (person === undefined) {
      await pool.close(mark.email)
      return { outcome: 'closed' }
    }
    const subject = await pool.open(mark.email)
    return subject === undefined ? { outcome: 'unproven' } : { outcome: 'opened', account: { subject, person } }
  } catch (error) {
    if (isThrottled(error)) return { outcome: 'throttled' }
    trouble(mark.person, error)
    return { outcome: 'failed' }
  }
}

const look = async (parts: Parts, key: Key): Promise<Outcome> => {
  const { units, accounts, now } = parts
  const mark = await accounts.load(key)
  if (mark === undefined || mark.dueAt > now()) return 'notDue'
  const person = await units.personByEmail(mark.email)
  const answer = await asked(parts, mark, person)
  /* Outside of the asking: a store that does not answer is no trouble of the pool's; the mark stays as it is. */
  const isSettled = answer.outcome === 'opened' || answer.outcome === 'closed'
  const isKept = isSettled
    ? await accounts.settled(mark, 'account' in answer ? answer.account : undefined)
    : await accounts.postponed(mark, plusMs(now(), waitAfter(mark.attempts)))
  return isKept || !isSettled ? answer.outcome : 'changed'
}

/** Looks at every account that is due, while there is time and as long as the pool takes calls; the rest stays due. */
export const keepAccounts = async (parts: Parts, hasTime: () => boolean): Promise<Readonly<Record<string, number>>> => {
  const counts: Record<string, number> = {}
  let goesOn = true
  await eachInTurn(await parts.accounts.due(parts.now()), async (key) => {
    if (!goesOn || !hasTime()) return
    const outcome = await look(parts, key)
    counts[outcome] = (counts[outcome] ?? 0) + 1
    goesOn = outcome !== 'throttled'
  })
  return counts
}
