/* Table 3 of the format of 2021 and the figures that stand in it, for the pages that ours is compared with. */
/// <reference lib="dom" />
import { ogi2021 } from '../../../shared/form/editions/ogi-2021.ts'
import type { Column, MatrixSection, Row } from '../../../shared/form/form.ts'

const found = ogi2021.sections.find(({ id }) => id === 'requests')
if (found?.kind !== 'matrix') throw new Error('there is no table 3')
export const table: MatrixSection = found

const isInput = ({ computed }: Row | Column): boolean => computed === undefined
export const inputRows: readonly Row[] = table.rows.filter(isInput)
export const inputColumns: readonly Column[] = table.columns.filter(isInput)

/** The row and the column that are computed. */
export const totals = (): { readonly row: Row; readonly column: Column; readonly rowIsSumOf: readonly string[] } => {
  const row = table.rows.find(({ computed }) => computed !== undefined)
  const column = table.columns.find(({ computed }) => computed !== undefined)
  if (row?.computed === undefined || !('sumOf' in row.computed) || column === undefined)
    throw new Error('table 3 has no totals')
  return { row, column, rowIsSumOf: row.computed.sumOf }
}

/** The figures that the page was served with, by address: `requests.received.naturalPerson`. */
export const figures: Readonly<Record<string, number>> = JSON.parse(
  document.getElementById('figures')?.textContent ?? '{}',
)

/** Does the work when somebody asks to see the table. */
export const onOpen = (work: (place: HTMLElement) => void): void => {
  const place = document.getElementById('table')
  if (place !== null) document.getElementById('open')?.addEventListener('click', () => work(place), { once: true })
}
