/*
 * Published editions, which never change. An item holds at most 400 kB, so an edition is several: the figures, each
 * narrative, and lists, members and returns in packs. All are written in one transaction: at most 100 items and 4 MB,
 * about twelve thousand rows of lists.
 */
import type { Cells } from '../../shared/form/cells.ts'
import type { CountedReturn, Edition, NamedMember } from '../../shared/report/report.ts'
import type { Instant } from '../../shared/time.ts'
import type { UnitId } from '../../shared/unit/unit.ts'
import type { History } from './history.ts'
import { keys, prefixes } from './keys.ts'
import { type LogEntry, logged } from './log.ts'
import { commit, hasVersion, type Item, isNew, queryAll, recalled, type Table, type Write } from './table-client.ts'

const packBytes = 300_000

/** The values in order, in packs that each fit into an item. */
const packed = <T>(values: readonly T[]): readonly (readonly T[])[] => {
  const packs: T[][] = []
  let room = 0
  for (const value of values) {
    const size = Buffer.byteLength(JSON.stringify(value))
    if (packs.length === 0 || size > room) {
      packs.push([])
      room = packBytes
    }
    packs.at(-1)?.push(value)
    room -= size
  }
  return packs
}

type Pack = 'lists' | 'members' | 'returns'

const editionWrites = (round: string, edition: Edition): readonly Write[] => {
  const { narratives, lists, returns, report, ...rest } = edition
  const { members, ...reportRest } = report
  const packs = (pack: Pack, values: readonly unknown[]): readonly Write[] =>
    packed(values).map((some, i) => ({
      put: {
        ...keys.editionPart(round, edition.edition, `${pack}#${String(i).padStart(5, '0')}`),
        pack,
        values: some,
      },
    }))
  return [
    { put: { ...keys.edition(round, edition.edition), ...rest, report: reportRest }, when: isNew },
    ...Object.entries(narratives).map(([cell, text]) => ({
      put: { ...keys.editionPart(round, edition.edition, `text#${cell}`), pack: 'text', cell, text },
    })),
    ...packs('lists', lists),
    ...packs('members', members),
    ...packs('returns', returns),
  ]
}

type Head = Omit<Edition, 'narratives' | 'lists' | 'returns' | 'report'> & {
  readonly report: Omit<Edition['report'], 'members'>
}

const editionsOf = (items: readonly Item[]): readonly Edition[] =>
  items
    .filter((item) => item['pack'] === undefined)
    .map((item) => {
      const parts = items.filter((part) => String(part['sk']).startsWith(`${String(item['sk'])}#`))
      const values = <T>(pack: Pack): readonly T[] =>
        parts
          .filter((part) => part['pack'] === pack)
          .flatMap((part) => recalled<{ readonly values: readonly T[] }>(part).values)
      const texts = parts.filter((part) => part['pack'] === 'text')
      const head = recalled<Head>(item)
      return {
        ...head,
        report: { ...head.report, members: values<NamedMember>('members') },
        narratives: Object.fromEntries(texts.map((part) => [String(part['cell']), String(part['text'])] as const)),
        lists: values<Edition['lists'][number]>('lists'),
        returns: values<CountedReturn>('returns'),
      }
    })

export const editionStore = (table: Table) => ({
  editions: async (round: string): Promise<readonly Edition[]> =>
    editionsOf(await queryAll(table, keys.round(round).pk, prefixes.editions)),

  /** One edition by its number. */
  edition: async (round: string, n: number): Promise<Edition | undefined> =>
    editionsOf(await queryAll(table, keys.round(round).pk, keys.edition(round, n).sk))[0],

  /** The narratives of an edition, by cell. */
  editionTexts: async (round: string, n: number): Promise<Cells> => {
    const { pk, sk } = keys.editionTexts(round, n)
    const texts = await queryAll(table, pk, sk)
    return Object.fromEntries(texts.map((part) => [String(part['cell']), String(part['text'])] as const))
  },

  /** Freezes an edition on condition of the round's version, with the year's history for the comparison next year. */
  publish: async (
    round: {
      readonly before: { readonly version: number }
      readonly after: Item & {
        readonly id: string
        readonly owner: UnitId
        readonly year: number
        readonly stage: string
      }
    },
    edition: Edition,
    history: History,
    log: LogEntry & { readonly at: Instant },
    version: number,
    /** Its place in the archive, and letters that tell of it. */
    besides: readonly Write[] = [],
  ): Promise<boolean> =>
    (
      await commit(table, [
        { put: { ...keys.round(round.after.id), ...round.after }, when: hasVersion(round.before.version) },
        { put: { ...keys.everyRound(round.after.id), round: round.after.id, stage: round.after.stage } },
        ...editionWrites(round.after.id, edition),
        { put: { ...keys.history(round.after.owner, round.after.year, 'report'), ...history } },
        logged(keys.roundLog(round.after.id, log.at, version), log),
        ...besides,
      ])
    ).done,
})
