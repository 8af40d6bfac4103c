/* The same collector's figures of earlier years in the same form: what a total is odd against (product A4), and charts. */
import type { Cells } from '../../shared/form/cells.ts'
import type { Services } from '../services.ts'
import type { ReportView } from './report-view.ts'

/* With last year they are five values: enough for a robust score (outlier.ts). */
const yearsBefore = [2, 3, 4, 5]

export interface EarlierYear {
  readonly year: number
  readonly cells: Cells
}

/** Years before the last, the latest first; those in another form are left out. */
export const earlierYears = async (
  services: Services,
  { form, round, unit }: Pick<ReportView, 'form' | 'round' | 'unit'>,
): Promise<readonly EarlierYear[]> => {
  const found = yearsBefore.map((ago) => services.returns.history(unit.id, round.year - ago, 'report'))
  return (await Promise.all(found)).flatMap((one) =>
    one?.form === form.id ? [{ year: one.year, cells: one.cells }] : [],
  )
}
