/*
 * The season of the Haidong bureau, as episodes at moments of the office's clock: opening in December, returns due on
 * 31 January 2020 (a day off: 春节), some early, one late, one sent back and corrected, one extended, one nil, a double
 * click, two clerks at once, an outage over a reminder step, a bounce, a day off announced late; then the report.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Cells } from '../../shared/form/cells.ts'
import { type Instant, instant } from '../../shared/time.ts'
import type { System } from '../system.ts'
import { closing } from './closing.ts'
import { collecting } from './collecting.ts'
import { figuresOf } from './figures.ts'
import { deal, type Player, type Players, playerOf } from './habits.ts'
import { city, counties } from './haidong.ts'
import { officeOf } from './office.ts'
import { randomOf } from './random.ts'
import type { Episode } from './scene.ts'

export const roundId = 'haidong-2019'
export const seasonBegins = instant('2019-12-10T09:00:00+08:00')

export interface SeasonOptions {
  /** Deals splits; and habits too, where it is not the season that everybody knows. */
  readonly seed?: number | undefined
  /** Where documents are left. */
  readonly documents: string
}

export interface Season {
  readonly episodes: readonly Episode[]
  readonly players: Players
  readonly cityPlayer: Player
  /** Drawn figures by unit. */
  readonly figures: ReadonlyMap<string, Cells>
  /** Paths of the documents left so far. */
  readonly documents: readonly string[]
}

const usualSeed = 2019

/** The season's episodes over a running system. Playing them is the caller's: all of them, or those up to a day. */
export const seasonOf = (system: System, { seed, documents }: SeasonOptions): Season => {
  const random = randomOf(seed ?? usualSeed)
  const players = deal(seed === undefined ? undefined : random)
  const units = [city, ...counties]
  const drawn = figuresOf(units.length, random)
  const figures = new Map(units.map((unit, i) => [unit.id, drawn[i] ?? {}]))
  const cityPlayer = playerOf(city)
  const office = officeOf(system, roundId, 'coordinator@haidong.example')
  const own = (player: Player): Cells => figures.get(player.unit.id) ?? {}
  const left: string[] = []
  const save = (file: string, bytes: Uint8Array): void => {
    mkdirSync(documents, { recursive: true })
    const path = resolve(documents, file)
    writeFileSync(path, bytes)
    left.push(path)
  }
  const scene = { system, office, players, cityPlayer, own, save }
  return { episodes: [...collecting(scene), ...closing(scene)], players, cityPlayer, figures, documents: left }
}

/** Plays episodes in order, moving the clock to each; `until` leaves the later ones for another day. */
export const playSeason = async (
  system: System,
  season: Season,
  heard: (episode: Episode, said: string) => void,
  until?: Instant,
): Promise<void> => {
  for (const episode of season.episodes) {
    if (until !== undefined && episode.at > until) break
    if (episode.at > system.clock.now()) await system.clock.moveTo(episode.at)
    await system.settle()
    heard(episode, await episode.play())
    await system.settle()
  }
}
