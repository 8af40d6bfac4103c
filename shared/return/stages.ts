/*
 * From which stages each move is possible: written once. moves.ts decides with it, the store turns it into the
 * condition of the write, ARCHITECTURE.md draws it. `notStarted` is the absence of a row.
 */
import type { ReturnStage } from './return.ts'

export type StageOrNone = ReturnStage | 'notStarted'

export const movableFrom = {
  edit: ['notStarted', 'drafting', 'sentBack'],
  submit: ['drafting', 'sentBack'],
  withdraw: ['submitted'],
  review: ['submitted'],
  /** Before acceptance only once the round has closed: a unit that missed the wall. */
  reopen: ['notStarted', 'drafting', 'sentBack', 'accepted'],
} as const satisfies Record<string, readonly StageOrNone[]>

/** Moves that the closing of the round ends, unless the return is under correction; the store's condition too. */
export const endedByClosing: readonly ReturnMove[] = ['edit', 'submit', 'withdraw']

export type ReturnMove = keyof typeof movableFrom

export const canMove = (move: ReturnMove, from: StageOrNone): boolean => {
  const list: readonly StageOrNone[] = movableFrom[move]
  return list.includes(from)
}
