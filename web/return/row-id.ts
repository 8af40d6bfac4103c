/*
 * Ids of list rows are made here. Rows sort by their id, so an id begins with the moment: new rows come last. The dice
 * part two people who add a row at once; crypto.randomUUID is younger than the browsers of the offices.
 */

/** Letters and digits, 14 at most. Sorts by `ms` until the year 2059. */
export const rowIdAt = (ms: number, dice: number): string =>
  `r${Math.floor(ms).toString(36).padStart(8, '0')}${Math.floor(dice * 36 ** 4)
    .toString(36)
    .padStart(4, '0')}`
