/* One cell that two people changed, in the row beneath it: both values, who and when, and the choice (product E2). */
import { language } from '../../language.ts'
import { momentInWords } from '../../moment-words.ts'
import { type Desk, focusCell } from './desk.ts'
import type { Slot } from './layout.ts'
import { say } from './row-conflict-words.ts'
import { valueText } from './value-text.ts'

export const RowConflict = ({ desk, slot }: { readonly desk: Desk; readonly slot: Slot }) => {
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
