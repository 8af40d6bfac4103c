/* Rows of lists in stored cells. Rows have no order of their own: they sort by row id, the same everywhere. */
import type { Cells } from './cells.ts'
import { isBlank } from './cells.ts'
import { isRowId } from './fields.ts'
import type { ListSection } from './form.ts'

export interface ListRow {
  readonly rowId: string
  /** Column id to value. */
  readonly values: Cells
}

/** The rows of a list that hold something, sorted by row id. */
export const listRowsOf = (list: ListSection, cells: Cells): readonly ListRow[] => {
  const columns = new Set(list.columns.map((column) => column.id))
  const prefix = `${list.id}.`
  const rows = new Map<string, Record<string, Cells[string]>>()
  for (const address of Object.keys(cells)) {
    if (!address.startsWith(prefix)) continue
    const [rowId, columnId] = address.slice(prefix.length).split('.')
    const value = cells[address]
    if (rowId === undefined || columnId === undefined || !isRowId(rowId) || !columns.has(columnId)) continue
    if (value === undefined || isBlank(value)) continue
    rows.set(rowId, { ...rows.get(rowId), [columnId]: value })
  }
  return [...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([rowId, values]) => ({ rowId, values }))
}
