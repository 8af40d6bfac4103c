/* A clock that goes when it is told to, for the tests of the page. */

/** A clock that stands until `pass`: what was asked for later runs in its order. */
export const handClock = () => {
  let now = 0
  let number = 0
  const due = new Map<number, { at: number; run: () => void }>()
  return {
    after: (ms: number, run: () => void) => {
      number += 1
      const id = number
      due.set(id, { at: now + ms, run })
      return () => void due.delete(id)
    },
    waits: () => due.size,
    /** Lets time pass, and everything that comes of it. */
    pass: async (ms: number) => {
      const end = now + ms
      await settled()
      for (;;) {
        const [next] = [...due].filter(([, one]) => one.at <= end).sort(([a, x], [b, y]) => x.at - y.at || a - b)
        if (next === undefined) break
        now = Math.max(now, next[1].at)
        due.delete(next[0])
        next[1].run()
        await settled()
      }
      now = end
    },
  }
}

/** Until every promise that can go on has gone on. */
export const settled = async (): Promise<void> => {
  for (let turn = 0; turn < 60; turn += 1) await Promise.resolve()
}
