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
  /** Saying something to a comment of the coordinator: while the return can be changed. */
  answer: ['drafting', 'sentBack'],
  /** Before acceptance only once the round has closed: a unit that missed the wall. */
  reopen: ['notStarted', 'drafting', 'sentBack', 'accepted'],
} as const satisfies Record<string, readonly StageOrNone[]>

/**
 * Moves for which the closing of the round is a wall in the database as well: the write itself checks the round. Typing
 * is not among them: a draft that is saved in the moment of closing harms nobody, and every check takes part in a
 * transaction on the round's one item, which all units would meet at. Decision 0019.
 */
export const endedByClosing: readonly ReturnMove[] = ['submit', 'withdraw']

export type ReturnMove = keyof typeof movableFrom

export const canMove = (move: ReturnMove, from: StageOrNone): boolean => {
  const list: readonly StageOrNone[] = movableFrom[move]
  return list.includes(from)
}
