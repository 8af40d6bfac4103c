import type { Head } from './returns.ts'

/** The row on the board: the head without the comments of a correction, which nobody reads there; how many are open is counted. */
export const rowOf = (head: Head): Head => {
  const { now } = head
  return 'correction' in now && now.correction !== undefined
    ? {
        ...head,
        now: { ...now, correction: { ...now.correction, comments: [] } },
        openComments: now.correction.comments.filter(({ answer }) => answer === undefined).length,
      }
    : head
}
