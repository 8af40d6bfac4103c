/*
 * The listeners of a table: one set for all its cells. Whatever fails in one of them is said in a sentence, and the
 * table goes on.
 */
import { batch } from '@preact/signals'
import type { Address } from '../../../shared/form/form.ts'
import { type Control, chosenIn } from './control.ts'
import { type Desk, focusCell, lineOf } from './desk.ts'
import { type Caret, type Command, commandOf, movedFrom } from './moving.ts'
import { type Held, paste } from './paste.ts'
import { say } from './words.ts'

/** The cell that an event is about; undefined for buttons and whatever else stands in the table. */
const heldBy = (event: Event): Held | undefined => {
  const { target } = event
  const address = target instanceof HTMLElement ? target.getAttribute('data-cell') : null
  if (address === null) return undefined
  const isControl = target instanceof HTMLInputElement || target instanceof HTMLSelectElement
  return { control: isControl ? target : undefined, address }
}

const selectAll = (control: Control | undefined): void => {
  if (control instanceof HTMLInputElement) control.select()
}

const onInput = (desk: Desk, { control, address }: Held): void => {
  if (desk.message.peek() !== '') desk.message.value = ''
  if (control instanceof HTMLInputElement) desk.open.type(address, control.value)
  else if (control !== undefined) desk.open.put({ [address]: chosenIn(control) })
}

const onFocus = (desk: Desk, { control, address }: Held): void =>
  batch(() => {
    if (desk.current.peek() !== address) {
      desk.message.value = ''
      desk.askingReason.value = false
      desk.current.value = address
    }
    desk.entered.text = control?.value ?? ''
    selectAll(control)
  })

const restore = (desk: Desk, { control, address }: Held): boolean => {
  if (!(control instanceof HTMLInputElement) || control.value === desk.entered.text) return false
  desk.open.type(address, desk.entered.text)
  control.value = desk.entered.text
  control.select()
  return true
}

const toActions = (desk: Desk): void =>
  desk.root.element?.querySelector<HTMLElement>('.cell-actions button, .cell-actions input')?.focus()

const toggleHelp = (desk: Desk, address: Address): boolean => {
  const line = lineOf(desk, address)
  if (line === undefined || !line.rows.some(({ helped }) => helped)) return false
  desk.helpOf.value = desk.helpOf.peek() === line.key ? undefined : line.key
  return true
}

/** Does what a key asks; false: nothing to do, the browser may. */
const obey = (desk: Desk, held: Held, command: Command): boolean => {
  const { control, address } = held
  switch (command) {
    case 'undo':
      desk.open.undo()
      return true
    case 'redo':
      desk.open.redo()
      return true
    case 'restore':
      return restore(desk, held)
    case 'edit':
      if (control instanceof HTMLInputElement) control.setSelectionRange(control.value.length, control.value.length)
      return true
    case 'toActions':
      toActions(desk)
      return true
    case 'help':
      return toggleHelp(desk, address)
    default:
      focusCell(desk, movedFrom(desk.grid, address, command))
      return true
  }
}

/** A computed cell is left like one that is wholly selected. */
const caretOf = (control: Control | undefined): Caret | undefined => {
  if (control === undefined) return { start: 0, end: 0, length: 0 }
  if (control instanceof HTMLSelectElement) return undefined
  return { start: control.selectionStart ?? 0, end: control.selectionEnd ?? 0, length: control.value.length }
}

/** A character, or the taking back of one: never a command, and most of what is typed. */
const isOfText = ({ key, ctrlKey, metaKey }: KeyboardEvent): boolean =>
  (key.length === 1 || key === 'Backspace') && !ctrlKey && !metaKey

const onKey = (desk: Desk, held: Held, event: KeyboardEvent): void => {
  /* Keys that belong to the input method: Enter takes its word, arrows choose in its list. */
  if (event.isComposing || event.keyCode === 229) return
  const { control } = held
  const caret = caretOf(control)
  const command = commandOf(event, caret)
  if (command !== undefined && obey(desk, held, command)) event.preventDefault()
}

const onPaste = (desk: Desk, held: Held, event: ClipboardEvent): void => {
  if (event.clipboardData === null) return
  event.preventDefault()
  paste(desk, held, event.clipboardData)
}

/* ---- all of them ---- */

const isFresh = new WeakSet<Control>()

/** A click into another cell selects it, as moving there does; a second click sets the caret. */
const onClick = ({ control }: Held): void => {
  if (!(control instanceof HTMLInputElement) || !isFresh.delete(control)) return
  if (control.selectionStart === control.selectionEnd) control.select()
}

const onHelp = (desk: Desk, { target }: Event): void => {
  const line = target instanceof HTMLElement ? target.dataset['line'] : undefined
  if (line !== undefined) desk.helpOf.value = desk.helpOf.peek() === line ? undefined : line
}

type Listen = <E extends Event>(work: (held: Held, event: E) => void) => (event: E) => void

/** The listeners, as properties of the element around the tables. */
export const listenersOf = (desk: Desk) => {
  const listen: Listen = (work) => (event) => {
    try {
      const held = heldBy(event)
      if (held !== undefined) work(held, event)
    } catch (thrown) {
      console.error(thrown)
      desk.message.value = say().broken
    }
  }
  const onKeyDown = listen<KeyboardEvent>((held, event) => onKey(desk, held, event))
  return {
    onInput: listen<InputEvent>((held, event) => {
      /* What an input method is still composing is not the entry yet. */
      if (!event.isComposing) onInput(desk, held)
    }),
    onCompositionEnd: listen((held) => onInput(desk, held)),
    onFocusIn: listen((held) => onFocus(desk, held)),
    onFocusOut: listen(({ control, address }) => {
      if (control instanceof HTMLInputElement) desk.open.leave(address)
    }),
    onKeyDown: (event: KeyboardEvent) => {
      if (!isOfText(event)) onKeyDown(event)
    },
    onPaste: listen<ClipboardEvent>((held, event) => onPaste(desk, held, event)),
    onMouseDown: listen(({ control }) => {
      if (control !== undefined && control !== document.activeElement) isFresh.add(control)
    }),
    onClick: (event: Event) => {
      onHelp(desk, event)
      listen(onClick)(event)
    },
  }
}
