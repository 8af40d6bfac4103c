/* The help of a row of the table, from the form's instructions. */
import { applicationHelp } from '../../../shared/form/editions/application-help.ts'
import { language } from '../../language.ts'
import type { CellLine } from './layout.ts'
import { say } from './words.ts'

export const RowHelp = ({ line }: { readonly line: CellLine }) => (
  <div role="status">
    {line.rows.map(({ id, label }) => (
      <p class="row-note" key={id}>
        <b>{label[language.value]}</b>
        {say().colon}
        {applicationHelp[id]?.[language.value]}
      </p>
    ))}
  </div>
)
