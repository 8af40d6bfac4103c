/*
 * The archive (product D6): one small item per report under its unit and under every unit above it, so that whoever
 * looks from a unit finds with one query what is theirs, and nothing else. Texts and figures stay where they are: in the
 * edition, and in the history of an imported year. Decision 0036.
 */
import type { Instant } from '../../shared/time.ts'
import type { Unit, UnitId } from '../../shared/unit/unit.ts'
import type { Words } from '../../shared/words.ts'
import { keys, prefixes } from './keys.ts'
import { queryPage, recalled, type Table, type Write } from './table-client.ts'

export interface ArchivedReport {
  readonly unit: UnitId
  /** As the unit was called then. */
  readonly name: Words
  readonly year: number
  readonly form: string
  /** When it was published, or came in. */
  readonly at: Instant
  /** Its newest edition. */
  readonly published?: {
    readonly round: string
    readonly title: string
    readonly edition: number
    readonly hash: string
  }
  /** Of an imported report. */
  readonly source?: string
}

/** The report in the archive of its unit and of every unit above; a next edition takes the place of the one before. */
export const archived = (
  { id, name, path }: Pick<Unit, 'id' | 'name' | 'path'>,
  report: Omit<ArchivedReport, 'unit' | 'name'>,
): readonly Write[] =>
  path.map((unit) => ({
    put: { ...keys.archived(unit, report.year, id, report.published?.round ?? ''), unit: id, name, ...report },
  }))

export interface Found {
  readonly report: ArchivedReport
  /** Where to go on from. */
  readonly place: string
}

export const archiveStore = (table: Table) => ({
  /** Reports of a unit and those below it, the latest year first. */
  archive: async (
    unit: UnitId,
    {
      year,
      after,
      limit,
    }: {
      readonly year?: string | undefined
      readonly after?: string | undefined
      readonly limit: number
    },
  ): Promise<readonly Found[]> => {
    const begins = year === undefined ? prefixes.archived : `${prefixes.archived}${year}#`
    const { items } = await queryPage(table, { pk: keys.archive(unit), begins, after, limit, backwards: true })
    return items.map((item) => ({ report: recalled<ArchivedReport>(item), place: String(item['sk']) }))
  },
})
