/* Cells that two people changed at once (product E2): both values, who and when, and the choice. */
import { useComputed } from '@preact/signals'
import { type CellValue, isBlank } from '../../shared/form/cells.ts'
import { fieldAt, fieldsOf, listsOf } from '../../shared/form/fields.ts'
import { printValue } from '../../shared/form/print-value.ts'
import { language } from '../language.ts'
import { timeInWords } from '../moment.ts'
import { CellLink } from './cell-link.tsx'
import { cellName } from './comments.tsx'
import type { Conflict, OpenReturn } from './open-return.ts'
import { say } from './words.ts'

const addressesOf = (open: OpenReturn): readonly string[] => [
  ...fieldsOf(open.form).keys(),
  ...listsOf(open.form).flatMap(({ id, columns }) => [
    `${id}.none`,
    ...open.listRows(id).value.rows.flatMap((row) => columns.map((column) => `${id}.${row}.${column.id}`)),
  ]),
]

const inWords = (open: OpenReturn, cell: string, value: CellValue): string => {
  const field = fieldAt(open.form, cell)
  return isBlank(value) || field === undefined ? say().emptyValue : printValue(field, value, language.value)
}

const Choice = ({ open, cell, conflict }: { open: OpenReturn; cell: string; conflict: Conflict }) => {
  const words = say()
  const when = timeInWords(conflict.when, open.answer.value.round.zone)
  return (
    <li>
      <CellLink open={open} cell={cell}>
        {cellName(open, cell)}
      </CellLink>
      <dl class="conflict">
        <div>
          <dt>{words.theirs(conflict.who, when)}</dt>
          <dd class="as-typed">{inWords(open, cell, conflict.theirs)}</dd>
          <dd>
            <button type="button" onClick={() => open.resolve(cell, 'theirs')}>
              {words.keepTheirs}
            </button>
          </dd>
        </div>
        <div>
          <dt>{words.yours}</dt>
          <dd class="as-typed">{inWords(open, cell, conflict.yours)}</dd>
          <dd>
            <button type="button" onClick={() => open.resolve(cell, 'yours')}>
              {words.keepYours}
            </button>
          </dd>
        </div>
      </dl>
    </li>
  )
}

export const Conflicts = ({ open }: { readonly open: OpenReturn }) => {
  const found = useComputed(() =>
    addressesOf(open).flatMap((cell) => {
      const conflict = open.conflict(cell).value
      return conflict === undefined ? [] : [{ cell, conflict }]
    }),
  )
  if (found.value.length === 0) return null
  return (
    <section class="errors calm" role="alert" aria-labelledby="conflicts">
      <h2 id="conflicts">{say().conflicts(found.value.length)}</h2>
      <ul>
        {found.value.map(({ cell, conflict }) => (
          <Choice key={cell} open={open} cell={cell} conflict={conflict} />
        ))}
      </ul>
    </section>
  )
}
