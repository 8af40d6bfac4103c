/* The units of a report beside one another: their narratives for the editor, and the figures that stand out. */

import { asBig } from '../../shared/form/as-big.ts'
import type { Cells, CellValue } from '../../shared/form/cells.ts'
import { fieldAt } from '../../shared/form/fields.ts'
import { isOutlier } from '../../shared/report/outlier.ts'
import type { Figures } from '../../shared/report/report.ts'
import type { UnitId } from '../../shared/unit/unit.ts'
import type { Services } from '../services.ts'
import type { ReportView } from './report-view.ts'

/** Narratives of more units than these are asked for unit by unit: `?narratives=unit`. */
const mostSideBySide = 30

/** Narratives of own returns right below, side by side for the editor (product A1); each revision is read once. */
export const unitNarratives = async (
  services: Services,
  { form, round, members }: ReportView,
  only: UnitId | undefined,
): Promise<Readonly<Record<UnitId, Cells>>> => {
  const own = members.filter(({ scope, revision }) => scope === 'own' && revision !== undefined)
  const few = own.length <= mostSideBySide ? own : []
  const wanted = only === undefined ? few : own.filter(({ unit }) => unit === only)
  const texts = wanted.map(async ({ unit, revision = 0 }) => {
    const cells = Object.entries((await services.returns.revision(round.id, unit, revision))?.cells ?? {})
    return [unit, Object.fromEntries(cells.filter(([cell]) => fieldAt(form, cell)?.kind === 'narrative'))] as const
  })
  return Object.fromEntries(await Promise.all(texts))
}

/** Which of these values stands out among those of the same scope: a county among counties (product A4). */
export const oddAmong = <T extends Pick<Figures, 'scope'> & { readonly value: CellValue }>(
  rows: readonly T[],
): ReadonlySet<T> => {
  const numberOf = ({ value }: T) => asBig(value)?.toNumber()
  const isOdd = (row: T): boolean => {
    const value = numberOf(row)
    const others = rows.filter((other) => other !== row && other.scope === row.scope).map(numberOf)
    return (
      value !== undefined &&
      isOutlier(
        value,
        undefined,
        others.filter((other) => other !== undefined),
      )
    )
  }
  return new Set(rows.filter(isOdd))
}
