/* Numbers of a noisy machine: pairs run in turn, and medians of them. */

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b)
  const half = Math.floor(sorted.length / 2)
  const [below = Number.NaN, above = Number.NaN] = [sorted[half - 1], sorted[half]]
  return sorted.length % 2 === 1 ? above : (below + above) / 2
}

export interface Ratio {
  /** Median over the pairs of one side against the other. */
  readonly median: number
  /** The middle half of the pairs lies between these: how noisy it was. */
  readonly from: number
  readonly to: number
  readonly pairs: number
}

/** A quantile by nearest rank. */
const quantile = (values: readonly number[], q: number): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * q))] ?? Number.NaN

export const ratioOf = (pairs: readonly (readonly [number, number])[]): Ratio => {
  const ratios = pairs.map(([one, other]) => one / other)
  if (ratios.length === 0 || !ratios.every(Number.isFinite)) throw new Error('a pair could not be measured')
  return { median: median(ratios), from: quantile(ratios, 0.25), to: quantile(ratios, 0.75), pairs: ratios.length }
}

/** Measures two sides in turn, the order of each pair changing, so that neither always comes first. */
export const pairsInTurn = async <T>(
  pairs: number,
  one: () => Promise<T>,
  other: () => Promise<T>,
): Promise<readonly (readonly [T, T])[]> => {
  const measured: (readonly [T, T])[] = []
  for (let i = 0; i < pairs; i += 1) {
    if (i % 2 === 0) {
      const first = await one()
      measured.push([first, await other()])
    } else {
      const first = await other()
      measured.push([await one(), first])
    }
  }
  return measured
}

/** The ratio of two sides that are each one number. */
export const inTurn = async (pairs: number, one: () => Promise<number>, other: () => Promise<number>): Promise<Ratio> =>
  ratioOf(await pairsInTurn(pairs, one, other))

/** Processor time of this process for some work, in microseconds: user and system, all threads. */
export const cpuOf = async (work: () => Promise<void>): Promise<number> => {
  const before = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(before)
  return user + system
}
