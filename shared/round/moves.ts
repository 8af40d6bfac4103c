/*
 * The moves of a round: planned → approved → open → closed → published. The coordinator approves the opening, the
 * clock opens (product W1). Closing is the wall for everyone but returns under correction.
 */
import { ok, type Result, refuse } from '../refusal.ts'
import type { Instant } from '../time.ts'
import type { Round, RoundStage } from './round.ts'

export const roundMovableFrom = {
  approve: ['planned'],
  open: ['approved'],
  close: ['open'],
  publish: ['closed', 'published'],
} as const satisfies Record<string, readonly RoundStage[]>

export type RoundMove = keyof typeof roundMovableFrom

const move = (round: Round, name: RoundMove, becomes: (round: Round) => Round): Result<Round> => {
  const from: readonly RoundStage[] = roundMovableFrom[name]
  return from.includes(round.stage)
    ? ok({ ...becomes(round), version: round.version + 1 })
    : refuse('wrongStage', { round: round.title, stage: round.stage, move: name })
}

/** Approves the opening: open at once where `opensAt` has come, otherwise the clock opens it then. */
export const approve = (round: Round, at: Instant): Result<Round> =>
  move(round, 'approve', (r) => ({ ...r, stage: r.opensAt <= at ? 'open' : 'approved' }))

/** The clock opens an approved round. */
export const openByClock = (round: Round, at: Instant): Result<Round> =>
  round.opensAt <= at
    ? move(round, 'open', (r) => ({ ...r, stage: 'open' }))
    : refuse('wrongStage', { round: round.title, stage: round.stage, move: 'open' })

export const close = (round: Round): Result<Round> => move(round, 'close', (r) => ({ ...r, stage: 'closed' }))

/** Publishes an edition: the first, or the next after a correction. */
export const publish = (round: Round): Result<Round> =>
  move(round, 'publish', (r) => ({ ...r, stage: 'published', edition: r.edition + 1 }))
