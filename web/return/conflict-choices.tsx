/* Cells that two people changed at once (product E2): both values, who and when, and the choice. */
import { type CellValue, isBlank } from '../../shared/form/cells.ts'
import { fieldAt } from '../../shared/form/fields.ts'
import { printValue } from '../../shared/form/print-value.ts'
import { language } from '../language.ts'
import { timeInWords } from '../moment.ts'
import { CellLink } from './cell-link.tsx'
import { cellName } from './comments.tsx'
import { say } from './conflict-words.ts'
import type { Conflict, OpenReturn } from './open-return.ts'

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

export interface ConflictChoicesProps {
  readonly open: OpenReturn
  readonly found: readonly { readonly cell: string; readonly conflict: Conflict }[]
}

export const ConflictChoices = ({ open, found }: ConflictChoicesProps) => (
  <section class="errors calm" role="alert" aria-labelledby="conflicts">
    <h2 id="conflicts">{say().conflicts(found.length)}</h2>
    <ul>
      {found.map(({ cell, conflict }) => (
        <Choice key={cell} open={open} cell={cell} conflict={conflict} />
      ))}
    </ul>
  </section>
)
