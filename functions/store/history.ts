/* Figures of earlier years, unit by unit: accepted here, or imported; and the log of the imports. */
import type { Cells } from '../../shared/form/cells.ts'
import type { UnitId } from '../../shared/unit/unit.ts'
import { keys, prefixes } from './keys.ts'
import { type LogEntry, logged } from './log.ts'
import { type Condition, commit, getItem, isNew, queryAll, recalled, type Table, type Write } from './table-client.ts'

/** Figures of an earlier year: accepted here, or imported with their stated totals. */
export interface History {
  readonly year: number
  /** Edition id. */
  readonly form: string
  readonly cells: Cells
  /** Stated values of computed cells, as an import gave them. */
  readonly stated?: Cells
  readonly source?: string
  /** How often it was imported; absent where it was accepted here. */
  readonly version?: number
}

/** Imported figures may be imported again, as they were read; accepted ones have no source and stay. */
const isAsRead = (before: History | undefined): Condition =>
  before?.version === undefined
    ? isNew
    : {
        expression: 'attribute_exists(#source) AND #version = :version',
        names: { '#source': 'source', '#version': 'version' },
        values: { ':version': before.version },
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
  /** Puts imported figures over those that were read before; false where others stand there by now. */
  saveHistory: async (
    unit: UnitId,
    history: History,
    before: History | undefined,
    scope: 'own' | 'report',
    log: LogEntry,
    /** Its place in the archive. */
    besides: readonly Write[] = [],
  ): Promise<boolean> => {
    const done = await commit(table, [
      { put: { ...keys.history(unit, history.year, scope), ...history }, when: isAsRead(before) },
      logged(keys.historyLog(unit, log.at, history.year, scope), log),
      ...besides,
    ])
    return done.done
  },
})
