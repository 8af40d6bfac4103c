/* Figures of a collector's members, its live report, its narratives, and what it handed in. */
import type { Cells } from '../../shared/form/cells.ts'
import { asMember } from '../../shared/report/add-up.ts'
import type { Figures, HandedIn, Report } from '../../shared/report/report.ts'
import type { ReportReview } from '../../shared/report/report-review.ts'
import type { UnitId } from '../../shared/unit/unit.ts'
import { archiveStore } from './archive.ts'
import { editionStore } from './editions.ts'
import { keys } from './keys.ts'
import { type LogEntry, logged } from './log.ts'
import {
  type Condition,
  commit,
  getItem,
  hasVersion,
  type Item,
  queryAll,
  recalled,
  type Table,
  type Write,
} from './table-client.ts'

export interface ReportNarratives {
  readonly version: number
  readonly cells: Cells
}

const isNotHandedIn: Condition = {
  expression: 'attribute_not_exists(pk) OR #state <> :handedIn',
  names: { '#state': 'state' },
  values: { ':handedIn': 'handedIn' satisfies Figures['state'] },
}

const isStillHandedIn = (hash: string): Condition => ({
  expression: '#state = :handedIn AND #hash = :hash',
  names: { '#state': 'state', '#hash': 'hash' },
  values: { ':handedIn': 'handedIn' satisfies Figures['state'], ':hash': hash },
})

const isCounted = (item: Item): boolean => item['withdrawn'] !== true

export const reportStore = (table: Table) => ({
  /** Members of a collector's report: one query, strongly consistent. */
  members: async (round: string, collector: UnitId): Promise<readonly Figures[]> =>
    (await queryAll(table, keys.figures(round, collector, '', 'own').pk)).filter(isCounted).map((item) => {
      const {
        kind: _kind,
        round: _round,
        collector: _collector,
        ...figures
      } = recalled<Figures & { kind: string; round: string; collector: UnitId }>(item)
      return figures
    }),

  report: async (round: string, collector: UnitId): Promise<Report | undefined> => {
    const item = await getItem(table, keys.report(round, collector))
    return item && recalled<Report>(item)
  },

  /**
   * Compare-and-swap on the report's version; with it, in the same transaction, the member that this report is one
   * level up, where it counts there as it grows. `outrun` when another roll-up was faster; `handedIn` when that member
   * was handed in: it is never written over, and nothing was written.
   */
  save: async (
    report: Report,
    above: { readonly collector: UnitId; readonly figures: Figures } | undefined,
  ): Promise<'saved' | 'outrun' | 'handedIn'> => {
    const done = await commit(table, [
      { put: { ...keys.report(report.round, report.unit), ...report }, when: hasVersion(report.version - 1) },
      ...(above === undefined
        ? []
        : [
            {
              put: {
                ...keys.figures(report.round, above.collector, report.unit, 'below'),
                kind: 'figures',
                round: report.round,
                collector: above.collector,
                ...above.figures,
              },
              when: isNotHandedIn,
            },
          ]),
    ])
    if (done.done) return 'saved'
    return done.refused.length === 1 && done.refused[0] === 1 ? 'handedIn' : 'outrun'
  },

  /** What a middle unit hands in: the member one level up, marked so, and what it rests on. */
  handIn: async (
    report: Report,
    above: { readonly collector: UnitId; readonly figures: Figures },
    log: LogEntry,
    missing: HandedIn['missing'] = [],
  ): Promise<boolean> => {
    const done = await commit(table, [
      { check: keys.report(report.round, report.unit), when: hasVersion(report.version) },
      {
        put: {
          ...keys.figures(report.round, above.collector, report.unit, 'below'),
          kind: 'figures',
          round: report.round,
          collector: above.collector,
          ...above.figures,
        },
      },
      { put: { ...keys.handedIn(report.round, report.unit, report.hash), members: report.members, missing } },
      logged(keys.roundLog(report.round, log.at, report.version), log),
    ])
    return done.done
  },

  /** A report as the member that it is one level up. */
  member: async (round: string, collector: UnitId, unit: UnitId): Promise<Figures | undefined> => {
    const item = await getItem(table, keys.figures(round, collector, unit, 'below'))
    return item && recalled<Figures>(item)
  },

  reportReview: async (round: string, collector: UnitId, unit: UnitId): Promise<ReportReview | undefined> => {
    const item = await getItem(table, keys.reportReview(round, collector, unit))
    return item && recalled<ReportReview>(item)
  },

  /**
   * The word of the unit above on what was handed in, on condition that it still stands there. Sent back, the member is
   * the report as it grows again: on condition of the report's version, so that no roll-up is lost.
   */
  reviewReport: async (
    report: Report,
    above: UnitId,
    review: ReportReview,
    log: LogEntry,
    letters: readonly Write[],
  ): Promise<boolean> => {
    const { round, unit } = report
    const member = keys.figures(round, above, unit, 'below')
    const when = isStillHandedIn(review.hash)
    const back = { ...member, kind: 'figures', round, collector: above, ...asMember(report) }
    const done = await commit(table, [
      ...(review.decision === 'accept'
        ? [{ check: member, when }]
        : [
            { put: back, when },
            { check: keys.report(round, unit), when: hasVersion(report.version) },
          ]),
      { put: { ...keys.reportReview(round, above, unit), kind: 'reportReview', unit, ...review } },
      logged(keys.roundLog(round, log.at, report.version), log),
      ...letters,
    ])
    return done.done
  },

  /** What was handed in under this hash. */
  handedIn: async (round: string, collector: UnitId, hash: string): Promise<HandedIn | undefined> => {
    const item = await getItem(table, keys.handedIn(round, collector, hash))
    return item && recalled<HandedIn>(item)
  },

  narratives: async (round: string, collector: UnitId): Promise<ReportNarratives> => {
    const item = await getItem(table, keys.reportText(round, collector))
    return item === undefined ? { version: 0, cells: {} } : recalled<ReportNarratives>(item)
  },
  saveNarratives: async (round: string, collector: UnitId, next: ReportNarratives, log: LogEntry): Promise<boolean> =>
    (
      await commit(table, [
        { put: { ...keys.reportText(round, collector), ...next }, when: hasVersion(next.version - 1) },
        logged(keys.roundLog(round, log.at, next.version), log),
      ])
    ).done,

  ...editionStore(table),
  ...archiveStore(table),
})

export type ReportStore = ReturnType<typeof reportStore>
