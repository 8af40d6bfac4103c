/* Submissions of a return, each written once; its narratives lie in items of their own, so that none grows too large. */
import type { Revision } from '../../shared/return/revision.ts'
import type { UnitId } from '../../shared/unit/unit.ts'
import { keys, prefixes } from './keys.ts'
import { getItem, type Item, isNew, queryAll, recalled, type Table, type Write } from './table-client.ts'

/** A submission as writes of the transaction that makes it. */
export const revisionWrites = (revision: Revision): readonly Write[] => {
  const texts = Object.entries(revision.cells).filter(([cell]) => cell.endsWith('.text'))
  const cells = Object.fromEntries(Object.entries(revision.cells).filter(([cell]) => !cell.endsWith('.text')))
  const { round, unit, revision: n } = revision
  return [
    { put: { ...keys.revision(round, unit, n), ...revision, cells }, when: isNew },
    ...texts.map(([cell, text]) => ({ put: { ...keys.revisionText(round, unit, n, cell), cell, text } })),
  ]
}

const withoutTexts = (items: readonly Item[]) => items.filter((item) => typeof item['text'] !== 'string')

const revisionsOf = (items: readonly Item[]): readonly Revision[] =>
  withoutTexts(items).map((item) => {
    const revision = recalled<Revision>(item)
    const texts = items.flatMap((other) =>
      String(other['sk']).startsWith(`${String(item['sk'])}#`)
        ? [[String(other['cell']), String(other['text'])] as const]
        : [],
    )
    return { ...revision, cells: { ...revision.cells, ...Object.fromEntries(texts) } }
  })

export const revisionStore = (table: Table) => ({
  revisions: async (round: string, unit: UnitId): Promise<readonly Revision[]> =>
    revisionsOf(await queryAll(table, keys.head(round, unit).pk, prefixes.revisions)),

  revision: async (round: string, unit: UnitId, n: number): Promise<Revision | undefined> =>
    revisionsOf(await queryAll(table, keys.head(round, unit).pk, keys.revision(round, unit, n).sk))[0],

  /** Who signed a revision off and who handed it in: one get, without its narratives. */
  handedIn: async (round: string, unit: UnitId, n: number): Promise<Pick<Revision, 'signOff' | 'by'> | undefined> => {
    const item = await getItem(table, keys.revision(round, unit, n))
    if (item === undefined) return undefined
    const { signOff, by } = recalled<Revision>(item)
    return { signOff, by }
  },
})
