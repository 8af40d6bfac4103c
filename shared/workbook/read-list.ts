/*
 * The rows of a list on an uploaded sheet. A row without a key, or with one that was copied, is a new row; its id comes
 * from the workbook and the row's turn, so that the same file uploaded twice does not add it twice. A row that is gone
 * was removed.
 */
import { isRowId } from '../form/fields.ts'
import type { Address, ListSection } from '../form/form.ts'
import type { WorkbookFacts } from './facts.ts'
import { type FoundSheet, rowsByKey } from './find-rows.ts'
import { firstRow } from './layout.ts'
import { placeKey } from './raw.ts'

export interface ListCell {
  readonly address: Address
  readonly row: number
  readonly column: number
}

const isBlankRow = (found: FoundSheet, row: number): boolean =>
  [...found.columns].every(
    ([index, column]) => index === 0 || (found.cells.get(placeKey({ row, column }))?.text ?? '').trim() === '',
  )

/** Where the cells of a list stand: rows with a key, then new ones. */
export const listCellsOn = (found: FoundSheet, list: ListSection, facts: WorkbookFacts): readonly ListCell[] => {
  const keys = rowsByKey(found)
  const heading = keys.get('@0')?.[0] ?? firstRow
  const keyed = new Map<number, string>()
  for (const [key, [row]] of keys) {
    const rowId = key.startsWith(`${list.id}.`) ? key.slice(list.id.length + 1) : ''
    if (row !== undefined && isRowId(rowId)) keyed.set(row, rowId)
  }
  const marks = new Set(keys.get(`${list.id}.none`) ?? [])
  const written = [...new Set(found.sheet.cells.map(({ row }) => row))].sort((a, b) => a - b)
  const isNew = (row: number): boolean => row > heading && !keyed.has(row) && !marks.has(row) && !isBlankRow(found, row)
  const added = written.filter(isNew).map((row, index): [number, string] => [row, `${facts.rowPrefix}-n${index + 1}`])
  const cellsOf = ([row, rowId]: readonly [number, string]): readonly ListCell[] =>
    list.columns.flatMap(({ id }, index) => {
      const column = found.columns.get(index + 1)
      return column === undefined ? [] : [{ address: `${list.id}.${rowId}.${id}`, row, column }]
    })
  const noneColumn = found.columns.get(1)
  const none = [...marks]
    .slice(0, 1)
    .flatMap((row) => (noneColumn === undefined ? [] : [{ address: `${list.id}.none`, row, column: noneColumn }]))
  return [...none, ...[...keyed, ...added].flatMap(cellsOf)]
}
