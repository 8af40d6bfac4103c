/* The append-only log: who did what when (product W5). Entries are written in the transaction of what they tell of. */
import type { Actor } from '../../shared/return/return.ts'
import type { Instant } from '../../shared/time.ts'
import { type Key, keys } from './keys.ts'
import { isNew, queryPage, recalled, type Table, type Write } from './table-client.ts'

export interface LogEntry {
  readonly at: Instant
  /** Absent: the clock did it. */
  readonly by?: Actor
  /** A word of the glossary: `saved`, `submitted`, `sentBack`, `opened` … */
  readonly what: string
  readonly facts?: Readonly<Record<string, unknown>>
}

/** An entry is never written over: should two have the same key, the second transaction is refused and tried anew. */
export const logged = (key: Key, entry: LogEntry): Write => ({ put: { ...key, ...entry }, when: isNew })

/** The same in the log of a return, beside the moves of its head, which have versions of their own. */
export const returnLogged = (round: string, unit: string, entry: LogEntry): Write =>
  logged(keys.returnLog(round, unit, entry.at, 0), entry)

const entriesPerPage = 200

export const readLog = async (table: Table, pk: string, begins: string, after: string | undefined) => {
  const page = await queryPage(table, { pk, begins, after, limit: entriesPerPage })
  return {
    entries: page.items.map((item) => recalled<LogEntry>(item)),
    ...(page.after === undefined ? {} : { after: page.after }),
  }
}
