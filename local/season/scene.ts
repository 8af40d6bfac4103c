/*
 * What every episode stands on: the office, who plays which habit, and the drawn figures.
 */
import type { Cells } from '../../shared/form/cells.ts'
import { type Instant, instant } from '../../shared/time.ts'
import type { System } from '../system.ts'
import type { Player, Players } from './habits.ts'
import type { Office } from './office.ts'

export interface Episode {
  readonly at: Instant
  readonly title: string
  /** Plays it; what it answers is printed behind the title. */
  readonly play: () => Promise<string>
}

export interface Scene {
  readonly system: System
  readonly office: Office
  readonly players: Players
  readonly cityPlayer: Player
  /** Drawn figures of a player's unit. */
  readonly own: (player: Player) => Cells
  /** Leaves a document in the season's folder. */
  readonly save: (file: string, bytes: Uint8Array) => void
}

/** A moment of Beijing time, `2020-01-31T17:00`. */
export const day = (text: string): Instant => instant(`${text}:00+08:00`)

export const name = (player: Player): string => player.unit.shortName.zh
