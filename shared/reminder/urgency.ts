/*
 * Which letter goes first when not all can go at once (decision 0029). Told by the key alone: the index of waiting
 * letters holds nothing else. First what answers somebody who is waiting for it: a receipt, a return sent back, an
 * extension, a letter written by hand. Then the ladder, the due moment that comes first before the others; one that
 * has passed comes before all that are still to come. Digests are for the next hours and go last.
 */

const ofLadder = /^[^_]+_[^_]+_[^_]+_(\d{8}T\d{9}Z)_/
const ofDigest = /^[^_]+_[^_]+_digest(-[^_]*)?_/
/* A step of a ladder has no hyphen in its id (by-hand.ts). */
const byHand = /^[^_]+_[^_]+_hand-/

/** A text that sorts letters by urgency, the most urgent first. @param key letterKey(…) */
export const urgencyOf = (key: string): string => {
  if (ofDigest.test(key)) return '2'
  const dueAt = ofLadder.exec(key)?.[1]
  return dueAt === undefined || byHand.test(key) ? '0' : `1 ${dueAt}`
}
