/* The input of one cell, by the kind of its column. Its value is mirrored into it (mirror.ts). */
import type { Address, InputKind, Option } from '../../../shared/form/form.ts'
import { language } from '../../language.ts'
import { say } from './words.ts'

export type Control = HTMLInputElement | HTMLSelectElement

type Kind = Pick<{ readonly kind: InputKind; readonly options?: readonly Option[] }, 'kind' | 'options'>

const keyboardOf = { count: 'numeric', money: 'decimal', change: 'text', text: 'text', narrative: 'text' } as const

const optionOf = (value: string, text: string): HTMLOptionElement => {
  const option = document.createElement('option')
  option.value = value
  option.textContent = text
  return option
}

const choicesOf = ({ kind, options = [] }: Kind): readonly HTMLOptionElement[] => {
  const words = say()
  if (kind === 'flag') return [optionOf('true', words.yes), optionOf('false', words.no)]
  return options.map(({ id, label }) => optionOf(id, label[language.value]))
}

const listOf = (kind: Kind): HTMLSelectElement => {
  const list = document.createElement('select')
  list.dataset['kind'] = kind.kind
  /* Chosen by the actions under the table, which ask for the reason. */
  const notApplicable = optionOf('na', say().notApplicable)
  notApplicable.hidden = true
  notApplicable.disabled = true
  list.append(optionOf('', say().choose), ...choicesOf(kind), notApplicable)
  return list
}

/** An input or list of choices without address and name. */
export const controlOf = (kind: Kind): Control => {
  if (kind.kind === 'flag' || kind.kind === 'choice') return listOf(kind)
  const input = document.createElement('input')
  input.type = 'text'
  input.inputMode = keyboardOf[kind.kind]
  input.autocomplete = 'off'
  return input
}

/** Says whose it is, to the listeners and to those who hear the page. */
export const nameControl = (element: HTMLElement, address: Address, label: string): void => {
  element.setAttribute('data-cell', address)
  element.setAttribute('aria-label', label)
}

/** What a list of choices says: a flag, an option, or blank. */
export const chosenIn = ({ value, dataset }: HTMLSelectElement): boolean | string | null => {
  if (value === '') return null
  return dataset['kind'] === 'flag' ? value === 'true' : value
}

/** Read-only cells are still reached and read; a list of choices knows no such state and is switched off. */
export const lock = (controls: readonly Control[], locked: boolean): void => {
  for (const control of controls) {
    if (control instanceof HTMLInputElement) {
      if (control.readOnly !== locked) control.readOnly = locked
    } else if (control.disabled !== locked) control.disabled = locked
  }
}
