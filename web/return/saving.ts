/*
 * Sending what waits: a little after the last keystroke, at once when a cell is left, one request at a time; what is
 * typed meanwhile goes with the next. What stands in the way is said, and tried again when it may have gone. Only
 * lengths of time count here, never the computer's clock.
 */
import { type ReadonlySignal, signal, batch as together } from '@preact/signals'
import type { Address, Words } from '../../shared/form/form.ts'
import type { Answered, SavedAnswer } from '../api/client.ts'
import type { Problem } from '../api/problem.ts'
import type { GivenReason, GivenReasons, Standing } from './given-reasons.ts'
import type { Saving } from './open-return.ts'
import { say } from './saving-words.ts'
import { changesIn, staleIn } from './stale.ts'
import type { Batch, Waiting } from './waiting.ts'

export interface PatchBody {
  readonly base: number
  readonly cells: Record<string, unknown>
  readonly reasons?: GivenReason[]
}

export interface SavingWorld {
  readonly waiting: Waiting
  readonly reasons: GivenReasons
  /** The findings that stand here. */
  readonly standing: () => Standing
  readonly patch: (body: PatchBody) => Promise<Answered<SavedAnswer>>
  /** Keeps in this browser what waits; resolves also where it cannot. */
  readonly keep: () => Promise<void>
  /** Something was changed by an answer: show it. */
  readonly show: () => void
  /** The server has saved: the return stands at a version. */
  readonly stands: (version: number) => void
  /** The server no longer takes changes, or stands elsewhere than this page thinks: read the return again. */
  readonly reread: (isReset: boolean) => Promise<void>
  readonly after: (ms: number, run: () => void) => () => void
  readonly chance: () => number
}

type Hindrance =
  | { readonly state: 'offline' | 'signedOut' }
  | { readonly state: 'refused'; readonly detail: string; readonly cell?: Address }

export interface SavingControl {
  readonly saving: ReadonlySignal<Saving>
  /** Something waits: send it so long after the last change. */
  readonly soon: (ms: number) => void
  readonly flush: () => Promise<Saving>
  /** Runs something between two requests. */
  readonly alone: <T>(work: () => Promise<T>) => Promise<T>
  /** The line is back, or the sign-in: what it stood in the way of is tried at once. */
  readonly again: (after: 'offline' | 'signedOut') => void
  /** Takes in what the server saved by another request than a batch of cells. */
  readonly take: (answer: SavedAnswer) => void
  readonly stop: () => void
}

const longestMs = 30_000
const triedAgain = new Set<Problem['code']>(['offline', 'gateway', 'busy', 'tooLarge'])
const isPassing = ({ code, status }: Problem): boolean => status === 429 || status >= 500 || triedAgain.has(code)

/** What the server refuses, by the cells of the batch: it may name a whole list or a row of it. */
const refusedIn = (batch: Batch, { errors }: Problem): ReadonlyMap<Address, Words> => {
  const sent = Object.keys(batch.cells)
  return new Map(
    errors.flatMap(({ cell, message }) =>
      sent
        .filter((one) => one === cell || (cell !== undefined && one.startsWith(`${cell}.`)))
        .map((one) => [one, { zh: message, en: message }] as const),
    ),
  )
}

export const savingOf = (world: SavingWorld): SavingControl => {
  const { waiting, reasons } = world
  const saving = signal<Saving>({ state: 'saved' })
  let lane: Promise<unknown> = Promise.resolve()
  let cancelTimer: (() => void) | undefined
  let hindrance: Hindrance | undefined
  let failures = 0
  let isSending = false
  let savedAt: string | undefined
  let isStopped = false

  const held = (): Hindrance => {
    const unread = waiting.unread()
    const conflicts = [...waiting.conflicts().keys()]
    const short = reasons.short(world.standing)
    const [cell] = [...unread, ...conflicts, ...short.flatMap(({ cells }) => cells.slice(0, 1))]
    return cell === undefined
      ? { state: 'refused', detail: say().reasonWaits }
      : { state: 'refused', detail: say().heldBack(unread.length, conflicts.length, short.length), cell }
  }
  const tell = (): void => {
    const kept = waiting.entries().size + reasons.count(world.standing)
    if (kept === 0 && !isSending)
      saving.value = savedAt === undefined ? { state: 'saved' } : { state: 'saved', at: savedAt }
    else if (hindrance !== undefined) saving.value = { ...hindrance, kept }
    else if (isSending || cancelTimer !== undefined || kept === 0) {
      if (saving.peek().state !== 'saving') saving.value = { state: 'saving' }
    } else saving.value = { ...held(), kept }
  }

  const alone = <T>(work: () => Promise<T>): Promise<T> => {
    const done = lane.then(work)
    lane = done.catch(() => undefined)
    return done
  }
  const stopTimer = (): void => {
    cancelTimer?.()
    cancelTimer = undefined
  }
  const later = (ms: number): void => {
    stopTimer()
    if (isStopped) return
    cancelTimer = world.after(ms, () => {
      cancelTimer = undefined
      void alone(() => send(false))
    })
  }

  type Sent = { readonly batch: Batch; readonly given: ReadonlyMap<string, GivenReason> }
  const next = (): Sent | undefined => {
    const cells = waiting.batch()
    const given = reasons.batch(world.standing)
    if (cells === undefined && given.size === 0) return undefined
    return { batch: cells ?? { base: waiting.version(), cells: {} }, given }
  }

  const saved = ({ batch, given }: Sent, answer: SavedAnswer): void => {
    waiting.saved(batch, answer.version, [], changesIn(answer.others))
    reasons.saved(given, answer.checks, Object.keys(batch.cells).length > 0)
    savedAt = answer.at
    world.stands(answer.version)
  }

  /** What an answer other than 200 means; true when there may be more to send at once. */
  const met = async ({ batch, given }: Sent, problem: Problem): Promise<boolean> => {
    const stale = problem.code === 'staleCells' ? staleIn(problem.facts) : undefined
    if (stale !== undefined) {
      waiting.saved(batch, stale.version, stale.stale, stale.others)
      /* Whether they were kept is not said here: they are sent again. */
      world.stands(stale.version)
      return true
    }
    if (problem.code === 'invalid') {
      const cells = refusedIn(batch, problem)
      if (cells.size > 0) waiting.refused(cells)
      else if (given.size > 0) reasons.refused(given)
      else hindrance = { state: 'refused', detail: problem.detail }
      return hindrance === undefined
    }
    if (problem.status === 401) hindrance = { state: 'signedOut' }
    else if (isPassing(problem)) {
      hindrance = { state: 'offline' }
      later(Math.min(longestMs, 1000 * 2 ** failures) * (0.75 + world.chance() / 4))
      failures += 1
    } else if (problem.code === 'unknownVersion' && failures < 3) {
      failures += 1
      await world.reread(true)
      return true
    } else {
      hindrance = { state: 'refused', detail: problem.detail }
      if (problem.code === 'notEditable' || problem.code === 'roundNotOpen') await world.reread(false)
    }
    return false
  }

  const send = async (isHurried: boolean): Promise<void> => {
    for (let sent = next(); sent !== undefined && !isStopped; sent = next()) {
      isSending = true
      hindrance = undefined
      tell()
      await world.keep()
      const { batch, given } = sent
      const answer = await world.patch({
        base: batch.base,
        cells: { ...batch.cells },
        ...(given.size === 0 ? {} : { reasons: [...given.values()] }),
      })
      isSending = false
      if (answer.ok) {
        failures = 0
        together(() => {
          saved({ batch, given }, answer.value)
          world.show()
        })
      } else {
        const goesOn = await met(sent, answer.problem)
        world.show()
        if (!goesOn) break
      }
      /* Somebody is typing: their timer sends the rest. */
      if (cancelTimer !== undefined && !isHurried) break
    }
    tell()
  }

  return {
    saving,
    alone,
    take: (answer) => {
      saved({ batch: { base: waiting.version(), cells: {} }, given: new Map() }, answer)
      tell()
    },
    soon: (ms) => {
      if (hindrance?.state === 'refused') hindrance = undefined
      if (hindrance === undefined) later(ms)
      tell()
    },
    flush: async () => {
      stopTimer()
      await alone(() => send(true))
      return saving.peek()
    },
    again: (after) => {
      if (hindrance?.state !== after) return
      hindrance = undefined
      failures = 0
      later(0)
      tell()
    },
    stop: () => {
      isStopped = true
      stopTimer()
    },
  }
}
