/* Figures of earlier years, unit by unit: accepted here, or imported; and the log of the imports. */
import type { Cells } from '../../shared/form/cells.ts'
import type { UnitId } from '../../shared/unit/unit.ts'
import { keys, prefixes } from './keys.ts'
import { type LogEntry, logged } from './log.ts'
import { type Condition, commit, getItem, queryAll, recalled, type Table, type Write } from './table-client.ts'

/** Figures of an earlier year: accepted here, or imported with their stated totals. */
export interface History {
  readonly year: number
  /** Edition id. */
  readonly form: string
  readonly cells: Cells
  /** Stated values of computed cells, as an import gave them. */
  readonly stated?: Cells
  readonly source?: string
}

/** Imported figures may be imported again; accepted ones have no source and stay. */
const isNotAccepted: Condition = {
  expression: 'attribute_not_exists(pk) OR attribute_exists(#source)',
  names: { '#source': 'source' },
}

export const historyStore = (table: Table) => ({
  history: async (unit: UnitId, year: number, scope: 'own' | 'report'): Promise<History | undefined> => {
    const item = await getItem(table, keys.history(unit, year, scope))
    return item && recalled<History>(item)
  },
  /** Reports of every year, the earliest first. One query. */
  reportsOf: async (unit: UnitId): Promise<readonly History[]> =>
    (await queryAll(table, keys.historyOf(unit), prefixes.years))
      .filter(({ sk }) => String(sk).endsWith('#report'))
      .map((item) => recalled<History>(item)),
  /** Who imported what, oldest first. */
  historyLog: async (unit: UnitId): Promise<readonly LogEntry[]> =>
    (await queryAll(table, keys.historyOf(unit), prefixes.log)).map((item) => recalled<LogEntry>(item)),
  /** Puts imported figures; `accepted` where figures stand that were accepted here, which none replaces. */
  saveHistory: async (
    unit: UnitId,
    history: History,
    scope: 'own' | 'report',
    log: LogEntry,
    /** Its place in the archive. */
    besides: readonly Write[] = [],
  ): Promise<'saved' | 'accepted' | 'busy'> => {
    const done = await commit(table, [
      { put: { ...keys.history(unit, history.year, scope), ...history }, when: isNotAccepted },
      logged(keys.historyLog(unit, log.at, history.year, scope), log),
      ...besides,
    ])
    if (done.done) return 'saved'
    return done.refused.includes(0) ? 'accepted' : 'busy'
  },
})
