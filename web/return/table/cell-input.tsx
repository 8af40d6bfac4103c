/* One cell outside a table, as lists have them: the same input and marks, with its sentences in view beneath it. */
import { effect } from '@preact/signals'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { fieldAt, isInput } from '../../../shared/form/fields.ts'
import type { Address } from '../../../shared/form/form.ts'
import { language } from '../../language.ts'
import type { OpenReturn } from '../open-return.ts'
import { type Control, chosenIn, controlOf, lock, nameControl } from './control.ts'
import { sentencesOf } from './face.ts'
import { mirrorCell } from './mirror.ts'
import './table.css'
import './cell-input.css'

interface CellInputProps {
  readonly open: OpenReturn
  readonly address: Address
  /** What the input is called where the form's own label does not tell it apart: 「第 2 行 · 账号名称」. */
  readonly label?: string
  /** What stands beneath the cell as long as it is blank; `isLate` when it should have been filled in by now. */
  readonly blank?: { readonly says: string; readonly isLate: boolean }
}

const listen = (open: OpenReturn, address: Address, control: Control): void => {
  const typed = (): void => {
    if (control instanceof HTMLSelectElement) open.put({ [address]: chosenIn(control) })
    else open.type(address, control.value)
  }
  control.addEventListener('input', (event) => {
    /* What an input method is still composing is not the entry yet. */
    if (!(event instanceof InputEvent && event.isComposing)) typed()
  })
  control.addEventListener('compositionend', typed)
  control.addEventListener('focusout', () => {
    if (control instanceof HTMLInputElement) open.leave(address)
  })
}

/** Puts the input of a cell into `box`, until the answer is called; nothing for a cell that nobody fills in. */
const place = ({ open, address, label }: Omit<CellInputProps, 'blank'>, box: HTMLElement): (() => void) | undefined => {
  const field = fieldAt(open.form, address)
  if (field === undefined || !isInput(field)) return undefined
  const control = controlOf(field)
  nameControl(control, address, label ?? field.label[language.peek()])
  control.setAttribute('aria-required', 'true')
  listen(open, address, control)
  box.append(control)
  const ends = [mirrorCell(open, address, control, box), effect(() => lock([control], !open.editable.value))]
  return () => {
    for (const end of ends) end()
    box.replaceChildren()
  }
}

const Sentences = ({ open, address, blank }: CellInputProps) => {
  const { text, notApplicable } = open.cell(address).value
  return (
    <>
      {notApplicable !== undefined && <small class="cell-says">{notApplicable}</small>}
      {blank !== undefined && text === '' && (
        <small class={blank.isLate ? 'cell-says' : 'cell-says quiet'}>{blank.says}</small>
      )}
      {[...sentencesOf(open, address, language.value), ...open.comments(address)].map((sentence) => (
        <small class="cell-says" key={sentence} aria-hidden="true">
          {sentence}
        </small>
      ))}
    </>
  )
}

export const CellInput = ({ open, address, label, blank }: CellInputProps) => {
  const box = useRef<HTMLSpanElement>(null)
  const named = label === undefined ? {} : { label }
  useLayoutEffect(
    () => (box.current === null ? undefined : place({ open, address, ...named }, box.current)),
    [open, address, label, language.value],
  )
  return (
    <span class="cell-alone">
      <span class="cell" ref={box} />
      <Sentences open={open} address={address} {...(blank === undefined ? {} : { blank })} />
    </span>
  )
}
