/* Lists are joined one level up, each row under the unit that gave it (product A1). */
import { listsOf } from '../form/fields.ts'
import type { Form } from '../form/form.ts'
import { listRowsOf } from '../form/lists.ts'
import type { Edition, Figures } from './report.ts'

/**
 * Rows of the members' lists in the shape of an edition: by section in print order, then by unit; a row maps column
 * id to value. Members without rows are left out.
 */
export const joinedLists = (form: Form, members: readonly Pick<Figures, 'unit' | 'lists'>[]): Edition['lists'] => {
  const sorted = [...members].sort((a, b) => (a.unit < b.unit ? -1 : 1))
  return listsOf(form).flatMap((list) =>
    sorted
      .map(({ unit, lists }) => ({
        unit,
        section: list.id,
        rows: listRowsOf(list, lists).map((row) => row.values),
      }))
      .filter(({ rows }) => rows.length > 0),
  )
}
