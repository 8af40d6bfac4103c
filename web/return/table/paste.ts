/*
 * Pasting. One value is typed in at once; a block is laid over the table by a part that is fetched at the first one.
 * Where that part does not come, it is said and nothing is pasted.
 */
import type { Address } from '../../../shared/form/form.ts'
import type { Control } from './control.ts'
import type { Desk } from './desk.ts'
import { blockPart } from './part.ts'
import { say } from './words.ts'

/** The cell that an event is about, and its input; a computed cell, which a link from a summary can focus, has none. */
export interface Held {
  readonly control: Control | undefined
  readonly address: Address
}

/** Both forms of what was copied. They are read in the event: afterwards the clipboard is closed. */
export interface Copied {
  readonly html: string
  readonly text: string
}

/** One value goes in at the caret. */
export const pasteOne = (desk: Desk, control: Control | undefined, text: string): void => {
  if (!(control instanceof HTMLInputElement)) return
  if (/\n/.test(text)) desk.message.value = say().pasteLines
  else if (document.activeElement !== control || !document.execCommand('insertText', false, text)) {
    control.setRangeText(text, control.selectionStart ?? 0, control.selectionEnd ?? 0, 'end')
    control.dispatchEvent(new InputEvent('input', { bubbles: true }))
  }
}

export const paste = (desk: Desk, held: Held, clipboard: DataTransfer): void => {
  if (!desk.open.editable.peek()) {
    desk.message.value = say().readOnly
    return
  }
  const copied = { html: clipboard.getData('text/html'), text: clipboard.getData('text/plain') }
  /* Spreadsheets put a line end behind the one cell that was copied. */
  const line = copied.text.replace(/\r?\n$/, '')
  if (line !== '' && !/[\t\r\n]/.test(line)) pasteOne(desk, held.control, line.trim())
  else void blockPart.fetch(desk).then((part) => part?.pasteBlock(desk, held, copied))
}
