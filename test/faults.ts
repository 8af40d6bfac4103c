/*
 * Faults as middleware of real clients against the real store: the n-th call of a run is broken off before it took
 * effect, or its answer is lost after it did. Nothing is imitated (ARCHITECTURE.md, invariants). A run knows its own
 * calls by its asynchronous context, so that what is still under way when it dies can do nothing more.
 */
import { AsyncLocalStorage } from 'node:async_hooks'
import type { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider'
import type { SESClient } from '@aws-sdk/client-ses'
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'

export interface Fault {
  /** Number of the call, from 1. */
  readonly at: number
  /** `before` it took effect; `after`: it did, and the answer is lost. */
  readonly when: 'before' | 'after'
  /** Does the process go on, or is that its last call? */
  readonly process: 'goesOn' | 'dies'
  /** What the caller hears; a broken connection where nothing else is said. */
  readonly error?: () => Error
}

/** What became of a run. */
export interface Fallen {
  /** Names of the calls in the order in which they were made. */
  readonly calls: readonly string[]
  /** Was there an n-th call? */
  readonly fell: boolean
}

interface Run {
  readonly fault: Fault
  readonly calls: string[]
  readonly open: Set<Promise<unknown>>
  fell: boolean
}

const running = new AsyncLocalStorage<Run>()

const broken = (): Error => Object.assign(new Error('The connection broke.'), { name: 'TimeoutError' })

const through = async <T>(name: string, call: () => Promise<T>): Promise<T> => {
  const run = running.getStore()
  if (run === undefined) return call()
  const { fault } = run
  const raise = () => {
    run.fell = true
    return (fault.error ?? broken)()
  }
  const isDead = () => run.fell && fault.process === 'dies'
  if (isDead()) throw raise()
  run.calls.push(name)
  const isHit = run.calls.length === fault.at
  if (isHit && fault.when === 'before') throw raise()
  const under = call()
  run.open.add(under)
  const settled = await under.then(
    (value) => ({ ok: true as const, value }),
    (error: unknown) => ({ ok: false as const, error }),
  )
  run.open.delete(under)
  if (isHit || isDead()) throw raise()
  if (!settled.ok) throw settled.error
  return settled.value
}

const place = { step: 'initialize', priority: 'high', name: 'faults' } as const

/** From now on the calls of this client can be broken. */
export const breakStore = (client: DynamoDBDocumentClient): void =>
  client.middlewareStack.add(
    (next, { commandName }) =>
      (args) =>
        through(String(commandName), () => next(args)),
    place,
  )

/** The same of the user pool. */
export const breakPool = (client: CognitoIdentityProviderClient): void =>
  client.middlewareStack.add(
    (next, { commandName }) =>
      (args) =>
        through(String(commandName), () => next(args)),
    place,
  )

/** The same of mail. */
export const breakMail = (client: SESClient): void =>
  client.middlewareStack.add(
    (next, { commandName }) =>
      (args) =>
        through(String(commandName), () => next(args)),
    place,
  )

/** Does the work with one broken call; what the work throws is the crash, and is swallowed. */
export const withFault = async (fault: Fault, work: () => Promise<unknown>): Promise<Fallen> => {
  const run: Run = { fault, calls: [], open: new Set(), fell: false }
  await running.run(run, work).catch((error: unknown) => {
    if (!run.fell) throw error
  })
  while (run.open.size > 0) {
    await Promise.allSettled(run.open)
    await new Promise(setImmediate)
  }
  return { calls: run.calls, fell: run.fell }
}

export type Way = Pick<Fault, 'when' | 'process'>

export const dying: readonly Way[] = [
  { when: 'before', process: 'dies' },
  { when: 'after', process: 'dies' },
]
export const everyWay: readonly Way[] = [
  ...dying,
  { when: 'before', process: 'goesOn' },
  { when: 'after', process: 'goesOn' },
]

/**
 * Breaks each call in turn, in each of these ways: `scenario` is handed every fault in a world of its own, until a run
 * makes no n-th call. Answers how many calls a run makes.
 */
export const everyFault = async (
  ways: readonly Way[],
  scenario: (fault: Fault) => Promise<Fallen>,
): Promise<number> => {
  for (let at = 1; ; at += 1) for (const way of ways) if (!(await scenario({ at, ...way })).fell) return at - 1
}

/** How a message names a fault. */
export const saidOf = ({ at, when, process }: Fault, calls: readonly string[]): string =>
  `call ${at} (${calls[at - 1] ?? 'none'}) broken ${when} it took effect, the process ${process}`
