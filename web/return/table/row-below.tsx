/* What stands in the row beneath a line of the table: its help, and cells that two people changed (product E2). */
import { language } from '../../language.ts'
import { momentInWords } from '../../moment.ts'
import { type Desk, focusCell } from './desk.ts'
import type { Line, Slot } from './layout.ts'
import { valueText } from './value-text.ts'
import { say } from './words.ts'

const Conflict = ({ desk, slot }: { readonly desk: Desk; readonly slot: Slot }) => {
  const { open } = desk
  const conflict = open.conflict(slot.address).value
  if (conflict === undefined) return null
  const words = say()
  const when = momentInWords(conflict.when, open.answer.value.round.zone)
  const keep = (which: 'theirs' | 'yours') => (): void => {
    open.resolve(slot.address, which)
    focusCell(desk, slot.address)
  }
  return (
    <fieldset class="row-note conflict">
      <legend>{words.conflictSays(slot.says[language.value], conflict.who, when)}</legend>
      <p class="actions">
        <button type="button" onClick={keep('theirs')}>
          {words.keepTheirs(conflict.who, valueText(open, slot.address, conflict.theirs))}
        </button>
        <button type="button" onClick={keep('yours')}>
          {words.keepYours(valueText(open, slot.address, conflict.yours))}
        </button>
      </p>
    </fieldset>
  )
}

interface RowBelowProps {
  readonly desk: Desk
  readonly line: Line & { readonly kind: 'cells' }
  readonly width: number
}

export const RowBelow = ({ desk, line, width }: RowBelowProps) => {
  const disputed = line.slots.filter(
    ({ address, computed }) => !computed && desk.open.conflict(address).value !== undefined,
  )
  const helped = desk.helpOf.value === line.key ? line.rows.filter(({ help }) => help !== undefined) : []
  return (
    <td colSpan={width}>
      {helped.map(({ id, label, help }) => (
        <p class="row-note" key={id}>
          <b>{label[language.value]}</b>
          {say().colon}
          {help?.[language.value]}
        </p>
      ))}
      {disputed.map((slot) => (
        <Conflict key={slot.address} desk={desk} slot={slot} />
      ))}
    </td>
  )
}
