/* Figures of a collector's members, its live report, its narratives, and published editions, which never change. */
import type { Cells } from '../../shared/form/cells.ts'
import type { Edition, Figures, Report } from '../../shared/report/report.ts'
import type { Instant } from '../../shared/time.ts'
import type { UnitId } from '../../shared/unit/unit.ts'
import { keys, prefixes } from './keys.ts'
import { type LogEntry, logged } from './log.ts'
import type { History } from './returns.ts'
import {
  type Condition,
  commit,
  getItem,
  hasVersion,
  type Item,
  isNew,
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

const isCounted = (item: Item): boolean => item['withdrawn'] !== true

/* Narratives go into items of their own: an item holds at most 400 kB. */
const editionWrites = (round: string, edition: Edition): readonly Write[] => {
  const { narratives, ...rest } = edition
  return [
    { put: { ...keys.edition(round, edition.edition), ...rest }, when: isNew },
    ...Object.entries(narratives).map(([cell, text]) => ({
      put: { ...keys.editionPart(round, edition.edition, cell), cell, text },
    })),
  ]
}

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
   * level up, where it counts there as it grows. False when another roll-up was faster, and when the member was handed in
   * meanwhile: what was handed in is never written over by a roll-up that read it before.
   */
  save: async (
    report: Report,
    above: { readonly collector: UnitId; readonly figures: Figures } | undefined,
  ): Promise<boolean> => {
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
    return done.done
  },

  /** What a middle unit handed in: the member one level up, marked so. */
  handIn: async (
    report: Report,
    above: { readonly collector: UnitId; readonly figures: Figures },
    log: LogEntry,
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
      logged(keys.roundLog(report.round, log.at, report.version), log),
    ])
    return done.done
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

  editions: async (round: string): Promise<readonly Edition[]> => {
    const items = await queryAll(table, keys.round(round).pk, prefixes.editions)
    return items
      .filter((item) => item['cell'] === undefined)
      .map((item) => ({
        ...recalled<Omit<Edition, 'narratives'>>(item),
        narratives: Object.fromEntries(
          items.flatMap((part) =>
            String(part['sk']).startsWith(`${String(item['sk'])}#`)
              ? [[String(part['cell']), String(part['text'])] as const]
              : [],
          ),
        ),
      }))
  },
  /** Freezes an edition on condition of the round's version, with the year's history for the comparison next year. */
  publish: async (
    round: {
      readonly before: { readonly version: number }
      readonly after: Item & { readonly id: string; readonly owner: UnitId; readonly year: number }
    },
    edition: Edition,
    history: History,
    log: LogEntry & { readonly at: Instant },
    version: number,
  ): Promise<boolean> =>
    (
      await commit(table, [
        { put: { ...keys.round(round.after.id), ...round.after }, when: hasVersion(round.before.version) },
        ...editionWrites(round.after.id, edition),
        { put: { ...keys.history(round.after.owner, round.after.year, 'report'), ...history } },
        logged(keys.roundLog(round.after.id, log.at, version), log),
      ])
    ).done,
})

export type ReportStore = ReturnType<typeof reportStore>
