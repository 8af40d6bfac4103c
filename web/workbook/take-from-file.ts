/* Of cells in conflict, the file's value all the same: typed over what the preview has shown, and over nothing else. */
import { type CellValue, sameValue } from '../../shared/form/cells.ts'
import type { OpenReturn } from '../return/open-return.ts'
import { changesIn } from '../return/stale.ts'

type Conflict = Parameters<typeof changesIn>[0][number] & { readonly theirs: unknown; readonly yours: unknown }

/** Puts the wanted values; answers how many. A cell that has become something else again since is left as it is. */
export const takeFromFile = (open: Pick<OpenReturn, 'cell' | 'put'>, wanted: readonly Conflict[]): number => {
  const theirs = changesIn(wanted)
  const yours = changesIn(wanted.map((one) => ({ ...one, theirs: one.yours })))
  const cells = yours.filter(({ cell }, at) => sameValue(open.cell(cell).peek().value, theirs[at]?.value))
  open.put(Object.fromEntries(cells.map(({ cell, value }): readonly [string, CellValue] => [cell, value])))
  return cells.length
}
