/*
 * A unit for which the ladder is silent (product R6): an item beside its row on the board. Lifting it leaves the item
 * with the moment: what fell into the silence is not made up for.
 */
import type { Actor } from '../../shared/return/return.ts'
import type { Instant } from '../../shared/time.ts'
import { keys } from './keys.ts'
import { type LogEntry, returnLogged } from './log.ts'
import type { Place } from './returns.ts'
import { commit, type Table } from './table-client.ts'

export interface Mute {
  readonly reason: string
  readonly at: Instant
  readonly by: Actor
  /** Over since then. */
  readonly liftedAt?: Instant
}

export const muteStore = (table: Table) => ({
  /** Mutes a unit or lifts its mute, with the entry in the log of its return; false when somebody else was at it. */
  putMute: async ({ round, unit, collector }: Place, mute: Mute, log: LogEntry): Promise<boolean> => {
    const done = await commit(table, [
      { put: { ...keys.mute(round, collector, unit), kind: 'mute', unit, ...mute } },
      returnLogged(round, unit, log),
    ])
    return done.done
  },
})
