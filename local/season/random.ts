/* Numbers drawn from a seed: the same seed gives the same season. */

export interface Random {
  /** A number from 0 (included) to 1 (not included). */
  readonly next: () => number
  /** A whole number from 0 to below `n`. */
  readonly below: (n: number) => number
  readonly shuffled: <T>(items: readonly T[]) => readonly T[]
}

/** mulberry32 (Tommy Ettinger, public domain): 32 bits of state are plenty for drawing a split. */
export const randomOf = (seed: number): Random => {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (n: number): number => Math.floor(next() * n)
  return {
    next,
    below,
    shuffled: (items) => {
      const left = [...items]
      return items.map(() => {
        const [taken] = left.splice(below(left.length), 1)
        if (taken === undefined) throw new RangeError('nothing left to draw')
        return taken
      })
    },
  }
}

/** Splits a total over `parts` units, each piece of it going to one of them by weights drawn first; exact by construction. */
export const split = (total: number, parts: number, random: Random): readonly number[] => {
  const weights = Array.from({ length: parts }, () => 0.2 + random.next())
  const whole = weights.reduce((a, b) => a + b, 0)
  const shares = Array.from({ length: parts }, () => 0)
  for (let piece = 0; piece < total; piece += 1) {
    let at = random.next() * whole
    const unit = weights.findIndex((weight) => {
      at -= weight
      return at < 0
    })
    const taken = unit < 0 ? parts - 1 : unit
    shares[taken] = (shares[taken] ?? 0) + 1
  }
  return shares
}
