/* As many at once as the store's client has connections for; more would only queue inside it, and time out there. */
const mostAtOnce = 40

/** What `work` makes of each, in their order; a bounded number of them under way at a time. */
export const sideBySide = async <T, R>(all: readonly T[], work: (one: T) => Promise<R>): Promise<readonly R[]> => {
  const made = new Map<number, R>()
  const left = all.entries()
  const worker = async (): Promise<void> => {
    for (const [i, one] of left) made.set(i, await work(one))
  }
  await Promise.all(Array.from({ length: Math.min(mostAtOnce, all.length) }, worker))
  return [...made].sort(([a], [b]) => a - b).map(([, one]) => one)
}
