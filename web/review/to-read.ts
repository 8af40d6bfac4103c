/*
 * What needs reading, in one order: figures far from others', then what the checks found, by class; hints apart. A
 * reason that was given does not take a finding off: somebody has to read the reason.
 */
import type { ReturnAnswer } from '../api/client.ts'

export type Outlier = NonNullable<ReturnAnswer['outliers']>[number]
export type Found = ReturnAnswer['checks'][number]

export interface ToRead {
  readonly outliers: readonly Outlier[]
  readonly findings: readonly Found[]
  readonly hints: readonly Found[]
}

export const toRead = ({ outliers = [], checks }: Pick<ReturnAnswer, 'outliers' | 'checks'>): ToRead => ({
  outliers,
  findings: (['A', 'B', 'C'] as const).flatMap((of) => checks.filter((finding) => finding.class === of)),
  hints: checks.filter((finding) => finding.class === 'D'),
})

/** How a cell is marked: the gravest of what is said of it. */
export const markAt = ({ outliers, findings, hints }: ToRead, cell: string): 'wrong' | 'read' | 'hint' | undefined => {
  const at = findings.filter(({ cells }) => cells.includes(cell))
  if (at.some((finding) => finding.class === 'A')) return 'wrong'
  if (at.length > 0 || outliers.some((outlier) => outlier.cell === cell)) return 'read'
  return hints.some(({ cells }) => cells.includes(cell)) ? 'hint' : undefined
}
