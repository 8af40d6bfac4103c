/*
 * A workbook of an earlier year (product F6) belongs to no round: where a return's names its round, it names the year
 * and whose figures they are. No id of a round has a colon.
 */
import type { Words } from '../words.ts'

export type HistoryScope = 'own' | 'report'

/** What stands for the round on the hidden sheet of such a workbook. */
export const historyPlace = (year: number, scope: HistoryScope): string => `history:${year}:${scope}`

/** Year and scope in words, for people; undefined of a round. */
export const historyInWords = (place: string): Words | undefined => {
  const [, year, scope] = /^history:(\d{4}):(own|report)$/.exec(place) ?? []
  if (year === undefined) return undefined
  return scope === 'own'
    ? { zh: `${year} 年往年数据（本级）`, en: `earlier figures of ${year}, the unit’s own` }
    : { zh: `${year} 年往年数据（汇总）`, en: `earlier figures of ${year}, with all units below` }
}
