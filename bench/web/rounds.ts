/* Three sides measured in turn: our page, the bare one and SurveyJS. */
import { type Ratio, ratioOf } from '../ratio.ts'
import type { Spent } from './scripting.ts'
import type { SideName } from './table-pages.ts'

/** The slow computer of a county office. */
export const slowDown = 4

export interface Compared {
  /** Ours against the bare page: scripts, and everything that the main thread did. */
  readonly bare: Ratio
  readonly bareAll: Ratio
  /** SurveyJS against ours. */
  readonly survey: Ratio
}

const sideNames: readonly SideName[] = ['ours', 'bare', 'survey']

/** Each round begins with another side. */
const inTurn = (round: number): readonly SideName[] => sideNames.map((_, at) => sideNames[(at + round) % 3] ?? 'ours')

/** Works all sides `rounds` times, in turn. */
export const roundsOf = async <T>(
  rounds: number,
  work: (name: SideName, round: number) => Promise<T>,
): Promise<readonly Readonly<Record<SideName, T>>[]> => {
  const measured: Record<SideName, T>[] = []
  for (let round = 0; round < rounds; round += 1) {
    const found = new Map<SideName, T>()
    for (const name of inTurn(round)) found.set(name, await work(name, round))
    const [ours, bare, survey] = sideNames.map((name) => found.get(name))
    if (ours === undefined || bare === undefined || survey === undefined) throw new Error('a side was not measured')
    measured.push({ ours, bare, survey })
  }
  return measured
}

/** The three sides of each round as ratios. */
export const comparedOf = (rounds: readonly Readonly<Record<SideName, Spent>>[]): Compared => ({
  bare: ratioOf(rounds.map(({ ours, bare }) => [ours.scripting, bare.scripting])),
  bareAll: ratioOf(rounds.map(({ ours, bare }) => [ours.all, bare.all])),
  survey: ratioOf(rounds.map(({ ours, survey }) => [survey.scripting, ours.scripting])),
})

export const sumOf = (parts: readonly Spent[]): Spent => ({
  scripting: parts.reduce((sum, { scripting }) => sum + scripting, 0),
  all: parts.reduce((sum, { all }) => sum + all, 0),
})
