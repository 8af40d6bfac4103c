import type { Instant } from '../../shared/time.ts'

/** What one run of `remind` did. */
export interface Done {
  readonly opened: number
  readonly letters: number
  /** Units that owe a step and have nobody to write to: the board flags them (product R5). */
  readonly unreachable: number
  /** Batches that another run was at: looked at again at the next tick. */
  readonly refused: number
  /** The first moment at which a step may go that waits because its unit had one today. */
  readonly heldTo?: Instant
}

export const nothing: Done = { opened: 0, letters: 0, unreachable: 0, refused: 0 }

/** The earlier of two moments, either of which may not come. */
export const earlier = (a: Instant | undefined, b: Instant | undefined): Instant | undefined =>
  a === undefined || (b !== undefined && b < a) ? b : a

export const plus = (a: Done, b: Done): Done => {
  const heldTo = earlier(a.heldTo, b.heldTo)
  return {
    opened: a.opened + b.opened,
    letters: a.letters + b.letters,
    unreachable: a.unreachable + b.unreachable,
    refused: a.refused + b.refused,
    ...(heldTo === undefined ? {} : { heldTo }),
  }
}
