/* The cells that two people changed at once, in the order of the form: fetched when there is one (the server was there). */
import { useComputed } from '@preact/signals'
import { fieldsOf, listsOf } from '../../shared/form/fields.ts'
import { ConflictChoices } from './conflict-choices.tsx'
import type { OpenReturn } from './open-return.ts'

const addressesOf = (open: OpenReturn): readonly string[] => [
  ...fieldsOf(open.form).keys(),
  ...listsOf(open.form).flatMap(({ id, columns }) => [
    `${id}.none`,
    ...open.listRows(id).value.rows.flatMap((row) => columns.map((column) => `${id}.${row}.${column.id}`)),
  ]),
]

export const Conflicts = ({ open }: { readonly open: OpenReturn }) => {
  const found = useComputed(() => {
    const disputed = open.disputed.value
    if (disputed.size === 0) return []
    return addressesOf(open).flatMap((cell) => {
      const conflict = disputed.has(cell) ? open.conflict(cell).value : undefined
      return conflict === undefined ? [] : [{ cell, conflict }]
    })
  })
  if (found.value.length === 0) return null
  return <ConflictChoices open={open} found={found.value} />
}
