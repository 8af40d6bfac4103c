/* Rounds, who owns them, their log, and the board of a round under a collector. */

import type { ReportReview } from '../../shared/report/report-review.ts'
import type { Extension } from '../../shared/return/return.ts'
import type { Round } from '../../shared/round/round.ts'
import { type Instant, instant } from '../../shared/time.ts'
import type { UnitId } from '../../shared/unit/unit.ts'
import { getItems } from './batch-get.ts'
import { type Key, keys, prefixes, waiting } from './keys.ts'
import { type LogEntry, logged, readLog } from './log.ts'
import { type Mute, muteStore } from './mutes.ts'
import type { Head } from './returns.ts'
import { commit, getItem, hasVersion, type Item, queryAll, queryWaiting, recalled, type Table } from './table-client.ts'

export interface Board {
  readonly heads: readonly Head[]
  readonly extensions: Readonly<Record<UnitId, Extension>>
  /** Lifted ones too: see mutedNow. */
  readonly mutes: Readonly<Record<UnitId, Mute>>
  /** Of middle units: the latest word on the report that they handed up. */
  readonly reviews: Readonly<Record<UnitId, ReportReview>>
  /** Units that wait for a step of a ladder of their own. */
  readonly ownSteps: readonly WaitingSteps[]
}

/** Is the ladder silent for the unit, and why? */
export const mutedNow = ({ mutes }: Pick<Board, 'mutes'>, unit: UnitId): Mute | undefined => {
  const mute = mutes[unit]
  return mute?.liftedAt === undefined ? mute : undefined
}

/** A unit with reminder steps of its own: extension or correction. */
export interface OwnSteps {
  readonly unit: UnitId
  readonly round: string
  readonly collector: UnitId
}

/** The same, as the index holds it: with the moment for which it waits. */
export interface WaitingSteps extends OwnSteps {
  readonly until: Instant
}

const waitingSteps = (item: Item): readonly WaitingSteps[] => {
  const until = item['until']
  return typeof until !== 'string' ? [] : [{ ...recalled<OwnSteps>(item), until: instant(until) }]
}

const boardOf = (items: readonly Item[]): Board => ({
  heads: items.filter((item) => item['kind'] === 'status').map((item) => recalled<Head>(item)),
  extensions: Object.fromEntries(
    items
      .filter((item) => item['kind'] === 'extension')
      .map((item) => recalled<Extension & { readonly unit: UnitId }>(item))
      .map(({ unit, ...extension }) => [unit, extension]),
  ),
  mutes: Object.fromEntries(
    items
      .filter((item) => item['kind'] === 'mute')
      .map((item) => recalled<Mute & { readonly unit: UnitId }>(item))
      .map(({ unit, ...mute }) => [unit, mute]),
  ),
  reviews: Object.fromEntries(
    items
      .filter((item) => item['kind'] === 'reportReview')
      .map((item) => recalled<ReportReview & { readonly unit: UnitId; readonly kind: string }>(item))
      .map(({ unit, kind: _kind, ...review }) => [unit, review]),
  ),
  ownSteps: items.filter((item) => item['waits'] === waiting.units).flatMap(waitingSteps),
})

/* A letter to a clerk names one unit, one to a coordinator may name all of them. */
const mostQueries = 3

export const roundStore = (table: Table) => {
  const roundsAt = async (found: readonly Key[]): Promise<readonly Round[]> =>
    (await getItems(table, found)).map((item) => recalled<Round>(item))
  const everyRound = async (wanted: (stage: unknown) => boolean): Promise<readonly Round[]> => {
    const items = (await queryAll(table, keys.everyRound('').pk)).filter((item) => wanted(item['stage']))
    return roundsAt(items.map((item) => keys.round(String(item['sk']))))
  }
  return {
    round: async (id: string): Promise<Round | undefined> => {
      const item = await getItem(table, keys.round(id))
      return item && recalled<Round>(item)
    },

    /** Rounds owned by one of these units. */
    ownedBy: async (units: readonly UnitId[]): Promise<readonly Round[]> => {
      const owned = await Promise.all(units.map((unit) => queryAll(table, keys.unit(unit).pk, prefixes.rounds)))
      return roundsAt(owned.flat().map((item) => keys.round(recalled<{ readonly round: string }>(item).round)))
    },

    /**
     * Writes a round on condition of the version before it, with its log entry. `wakeAt` is when `remind` looks at it
     * next; absent: it sleeps.
     */
    save: async (
      before: Round | undefined,
      next: Round,
      log: LogEntry | undefined,
      wakeAt: Instant | undefined,
    ): Promise<boolean> => {
      const done = await commit(table, [
        {
          put: {
            ...keys.round(next.id),
            ...next,
            ...(wakeAt === undefined ? {} : { waits: waiting.rounds, until: wakeAt }),
          },
          when: hasVersion(before?.version ?? 0),
        },
        { put: { ...keys.roundOfUnit(next.owner, next.id), round: next.id } },
        { put: { ...keys.everyRound(next.id), round: next.id, stage: next.stage } },
        ...(log === undefined ? [] : [logged(keys.roundLog(next.id, log.at, next.version), log)]),
      ])
      return done.done
    },

    log: (round: string, after: string | undefined) => readLog(table, keys.round(round).pk, prefixes.log, after),

    /** Rounds for the sweep: open or closed. In a published one only a correction moves figures, by its own records. */
    live: () => everyRound((stage) => stage === 'open' || stage === 'closed'),
    /** Every round there is: for the proof of the chains. */
    all: () => everyRound(() => true),

    /** One query: the rows, and the extensions of units that may have no row yet. */
    board: async (round: string, collector: UnitId): Promise<Board> => {
      return boardOf(await queryAll(table, keys.status(round, collector, '').pk))
    },

    /** The same for these units only: what a letter at its delivery asks. One query each, or one for many. */
    rowsOf: async (round: string, collector: UnitId, units: readonly UnitId[]): Promise<Board> => {
      const { pk } = keys.status(round, collector, '')
      if (units.length > mostQueries) return boardOf(await queryAll(table, pk))
      const found = await Promise.all(
        units.map(async (unit) => {
          const items = await queryAll(table, pk, unit)
          /* Units whose ids begin alike lie beside each other. */
          return items.filter(({ sk }) => sk === unit || String(sk).startsWith(`${unit}#`))
        }),
      )
      return boardOf(found.flat())
    },
    ...muteStore(table),

    /** Rounds that want looking at by now: one query on the waiting index, then the rounds themselves. */
    waking: async (now: Instant): Promise<readonly Round[]> => {
      return roundsAt((await queryWaiting(table, waiting.rounds, now)).map(({ pk, sk }) => ({ pk, sk })))
    },

    /** Units with a due moment of their own that have a step by now: one query on the waiting index. */
    ownStepsWaiting: async (now: Instant): Promise<readonly WaitingSteps[]> => {
      const found = await queryWaiting(table, waiting.units, now)
      const items = await getItems(
        table,
        found.map(({ pk, sk }) => ({ pk, sk })),
      )
      return items.flatMap(waitingSteps)
    },
    /**
     * Sets when a unit's own next step comes; undefined: there is none left. Only where nobody has woken the unit
     * meanwhile: an extension given while `remind` was at the unit has a ladder of its own, and must be looked at.
     */
    wakeUnit: async ({ unit, round, collector, until }: WaitingSteps, wakeAt: Instant | undefined): Promise<void> => {
      const key = keys.ownSteps(round, collector, unit)
      const when = { expression: '#until = :until', names: { '#until': 'until' }, values: { ':until': until } }
      await commit(table, [
        wakeAt === undefined
          ? { remove: key, when }
          : { put: { ...key, unit, round, collector, waits: waiting.units, until: wakeAt }, when },
      ])
    },
  }
}

export type RoundStore = ReturnType<typeof roundStore>
