/*
 * A return in the table: the head, the cells in one item, each narrative and list in its own, read with one query.
 * Every accepted change is one transaction: head (its condition is the version and the list of stages), what was
 * typed, the board's row, the log, and what follows (revision, figures, letters). Decision 0001, 0009.
 */
import type { Cells } from '../../shared/form/cells.ts'
import type { Address } from '../../shared/form/form.ts'
import type { Letter } from '../../shared/reminder/letter.ts'
import type { Figures } from '../../shared/report/report.ts'
import type { Draft } from '../../shared/return/merge.ts'
import { correctionOf } from '../../shared/return/moves.ts'
import type { Extension, Return, ReviewOfRevision } from '../../shared/return/return.ts'
import type { ReviewDraft } from '../../shared/return/review-draft.ts'
import type { GivenReason, Revision } from '../../shared/return/revision.ts'
import { endedByClosing, movableFrom, type ReturnMove } from '../../shared/return/stages.ts'
import type { Instant } from '../../shared/time.ts'
import type { UnitId } from '../../shared/unit/unit.ts'
import { rowOf } from './board-row.ts'
import { historyStore } from './history.ts'
import { keys, prefixes, waiting } from './keys.ts'
import { posted } from './letters.ts'
import { type LogEntry, logged, readLog, returnLogged } from './log.ts'
import { reviewDraftGone, reviewStore, reviewWrite } from './reviews.ts'
import { revisionStore, revisionWrites } from './revisions.ts'
import { type Condition, commit, getItem, isNew, queryAll, recalled, type Table, type Write } from './table-client.ts'

/** What the board and the letters show of a draft; made by the core whenever cells change. */
export interface DraftSummary {
  readonly filled: number
  readonly total: number
  readonly failedChecks: number
  /** Of these: with a reason. Absent: none, or written before it was counted. */
  readonly explained?: number
  /** Blank cells per section, unfinished sections only. */
  readonly blanks: Readonly<Record<string, number>>
}

/** The head of a return, which is also its row on the board. */
export interface Head {
  readonly unit: UnitId
  readonly collector: UnitId
  readonly now: Return
  readonly summary: DraftSummary
  readonly lastActivityAt: Instant
  /** On the board's row only, which has no comments: how many the unit has not answered. */
  readonly openComments?: number
}

/** Reasons by finding key: they fall when the values change (product F5). */
export type Reasons = Readonly<Record<string, GivenReason>>

export interface StoredReturn {
  readonly head?: Head
  readonly draft: Draft
  readonly reasons: Reasons
  readonly extension?: Extension
  /** Of whatever revision: see standingDraft. Never for the unit. */
  readonly reviewDraft?: ReviewDraft
}

export interface Place {
  readonly round: string
  readonly unit: UnitId
  /** Where it is counted; pinned by the first write. */
  readonly collector: UnitId
}

/** Everything that one move writes. */
export interface ReturnWrite {
  readonly move: ReturnMove
  readonly head: Head
  /** Whole parts of the draft that changed, by part name (`CELLS`, `TEXT#overview`, `LIST#accounts`). */
  readonly parts?: Readonly<Record<string, Draft>>
  readonly reasons?: Reasons
  readonly revision?: Revision
  /** A sending back, or the same with one more answer. */
  readonly review?: ReviewOfRevision
  readonly figures?: Figures | { readonly withdrawn: true }
  /** When the unit's own next reminder step comes: a correction's ladder. */
  readonly ownStepsFrom?: Instant
  readonly letters: readonly Letter[]
  readonly log: LogEntry
  readonly history?: { readonly year: number; readonly form: string; readonly cells: Cells }
}

/** `overview.text` lives in its section's own item, so that no item grows with the length of a narrative. */
export const partOf = (address: Address, kindOf: (section: string) => 'narrative' | 'list' | 'table'): string => {
  const section = address.slice(0, address.indexOf('.'))
  const kind = kindOf(section)
  return kind === 'table' ? 'CELLS' : `${kind === 'list' ? 'LIST' : 'TEXT'}#${section}`
}

/** The head is as it was loaded, and in a stage that the move may start from: the same list as the core's. */
const unmoved = (move: ReturnMove, version: number): Condition => {
  if (version === 0) return isNew
  const from: readonly string[] = movableFrom[move]
  const values = Object.fromEntries(from.map((stage, i) => [`:from${i}`, stage]))
  return {
    expression: `#now.version = :version AND #now.stage IN (${Object.keys(values).join(', ')})`,
    names: { '#now': 'now' },
    values: { ...values, ':version': version },
  }
}

/*
 * The wall of the closing stands in the database too: a move decided before `close` cannot commit after it. A return
 * under correction has none.
 */
const isOpen: Condition = { expression: '#stage = :open', names: { '#stage': 'stage' }, values: { ':open': 'open' } }
const wall = (round: string, move: ReturnMove, before: StoredReturn): readonly Write[] =>
  endedByClosing.includes(move) && correctionOf(before.head?.now) === undefined
    ? [{ check: keys.round(round), when: isOpen }]
    : []

/** With these moves the comments that were saved for the revision are sent, or void. */
const endsReview: readonly ReturnMove[] = ['review', 'withdraw']

const isAsRead = (extension: Extension | undefined): Condition =>
  extension === undefined
    ? isNew
    : {
        expression: '#at = :at AND #dueAt = :dueAt',
        names: { '#at': 'at', '#dueAt': 'dueAt' },
        values: { ':at': extension.at, ':dueAt': extension.dueAt },
      }

const headIsAsRead = (head: Head | undefined): Condition =>
  head === undefined
    ? isNew
    : { expression: '#now.version = :version', names: { '#now': 'now' }, values: { ':version': head.now.version } }

/** A withdrawn return stays as a member without figures, so that the stream tells the report to count again. */
const figuresWrite = (place: Place, figures: Figures | { readonly withdrawn: true }): Write => ({
  put: {
    ...keys.figures(place.round, place.collector, place.unit, 'own'),
    kind: 'figures',
    round: place.round,
    collector: place.collector,
    ...figures,
  },
})

const ownStepsWrite = ({ round, unit, collector }: Place, until: Instant): Write => ({
  put: { ...keys.ownSteps(round, collector, unit), unit, round, collector, waits: waiting.units, until },
})

export const returnStore = (table: Table) => ({
  /** A return with its draft: one query. */
  load: async (round: string, unit: UnitId): Promise<StoredReturn> => {
    const items = await queryAll(table, keys.head(round, unit).pk, prefixes.draft)
    const part = <T extends object>(name: string): T | undefined => {
      const item = items.find((one) => one['sk'] === `${prefixes.draft}${name}`)
      return item && recalled<T>(item)
    }
    const drafts = items
      .filter((item) => 'marks' in item)
      .map((item) => recalled<{ readonly marks: Draft }>(item).marks)
    const head = part<Head>('HEAD')
    const extension = part<Extension>('EXTENSION')
    const reviewDraft = part<ReviewDraft>('REVIEW')
    return {
      ...(head === undefined ? {} : { head }),
      ...(extension === undefined ? {} : { extension }),
      ...(reviewDraft === undefined ? {} : { reviewDraft }),
      draft: Object.assign({}, ...drafts),
      reasons: part<{ readonly reasons: Reasons }>('REASONS')?.reasons ?? {},
    }
  },

  /** The head alone, without the draft. */
  head: async (round: string, unit: UnitId): Promise<Head | undefined> => {
    const item = await getItem(table, keys.head(round, unit))
    return item && recalled<Head>(item)
  },
  extension: async (round: string, unit: UnitId): Promise<Extension | undefined> => {
    const item = await getItem(table, keys.draftPart(round, unit, 'EXTENSION'))
    return item && recalled<Extension>(item)
  },

  /** Writes a move and all that follows from it; false when somebody else was faster. */
  save: async (place: Place, before: StoredReturn, write: ReturnWrite): Promise<boolean> => {
    const { round, unit, collector } = place
    const version = before.head?.now.version ?? 0
    const { head, log, history, revision, review, figures, ownStepsFrom } = write
    const row = { ...rowOf(head), kind: 'status' }
    const done = await commit(table, [
      { put: { ...keys.head(round, unit), ...head }, when: unmoved(write.move, version) },
      { put: { ...keys.status(round, collector, unit), ...row } },
      logged(keys.returnLog(round, unit, log.at, head.now.version), log),
      ...Object.entries(write.parts ?? {}).map(([part, marks]) => ({
        put: { ...keys.draftPart(round, unit, part), marks },
      })),
      ...(write.reasons === undefined
        ? []
        : [{ put: { ...keys.draftPart(round, unit, 'REASONS'), reasons: write.reasons } }]),
      ...(revision === undefined ? [] : revisionWrites(revision)),
      ...(review === undefined ? [] : [reviewWrite(place, review)]),
      ...(endsReview.includes(write.move) ? [reviewDraftGone(place, before.reviewDraft)] : []),
      ...(figures === undefined ? [] : [figuresWrite(place, figures)]),
      ...(ownStepsFrom === undefined ? [] : [ownStepsWrite(place, ownStepsFrom)]),
      ...(history === undefined ? [] : [{ put: { ...keys.history(unit, history.year, 'own'), ...history } }]),
      ...write.letters.map((letter) => posted(letter, log.at)),
      ...wall(round, write.move, before),
    ])
    return done.done
  },

  /**
   * An extension lies beside the draft, and on the board, where a unit that has not started has no row. False
   * when the round was closed, or the return moved or extended, since `before` was loaded.
   */
  saveExtension: async (
    place: Place,
    before: Pick<StoredReturn, 'head' | 'extension'>,
    extension: Extension | undefined,
    letters: readonly Letter[],
    log: LogEntry,
  ): Promise<boolean> => {
    const { round, unit, collector } = place
    const beside = keys.draftPart(round, unit, 'EXTENSION')
    const onBoard = keys.extension(round, collector, unit)
    const done = await commit(table, [
      ...(extension === undefined
        ? [{ remove: beside, when: isAsRead(before.extension) }, { remove: onBoard }]
        : [
            { put: { ...beside, ...extension }, when: isAsRead(before.extension) },
            { put: { ...onBoard, kind: 'extension', unit, ...extension } },
          ]),
      ownStepsWrite(place, log.at),
      returnLogged(round, unit, log),
      { check: keys.head(round, unit), when: headIsAsRead(before.head) },
      { check: keys.round(round), when: isOpen },
      ...letters.map((letter) => posted(letter, log.at)),
    ])
    return done.done
  },

  log: (round: string, unit: UnitId, after: string | undefined) =>
    readLog(table, keys.head(round, unit).pk, prefixes.log, after),

  ...revisionStore(table),
  ...reviewStore(table),
  ...historyStore(table),
})

export type ReturnStore = ReturnType<typeof returnStore>
