/* Rows in the order of a column; equal ones stay in the order of the directory, and what has no value stands last. */
export type Key = number | string | undefined

export interface Sorting {
  readonly column: string
  readonly isDown: boolean
}

const compared = (one: Key, other: Key): number => {
  if (typeof one === 'string' && typeof other === 'string') return one.localeCompare(other, 'zh-CN-u-co-pinyin')
  return Number(one) - Number(other)
}

export const sorted = <T>(rows: readonly T[], keyOf: (row: T) => Key, isDown: boolean): readonly T[] =>
  [...rows].sort((a, b) => {
    const [one, other] = [keyOf(a), keyOf(b)]
    if (one === undefined || other === undefined) return Number(one === undefined) - Number(other === undefined)
    return isDown ? compared(other, one) : compared(one, other)
  })

/** Upwards first, then downwards. */
export const next = (now: Sorting | undefined, column: string): Sorting => ({
  column,
  isDown: now?.column === column && !now.isDown,
})
