/**
 * Does each in turn. What fails keeps none of the others waiting, and is thrown when all have had their turn: an alarm
 * rings, and everybody else is served.
 */
export const eachInTurn = async <T>(all: Iterable<T>, work: (one: T) => Promise<void>): Promise<void> => {
  const failures: unknown[] = []
  for (const one of all) {
    try {
      await work(one)
    } catch (error) {
      failures.push(error)
    }
  }
  if (failures.length === 1) throw failures[0]
  if (failures.length > 1) throw new AggregateError(failures, `${failures.length} failed; the first: ${failures[0]}`)
}
