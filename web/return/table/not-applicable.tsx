/* 「不适用」 of one cell: never without its reason (product F4). */
import { useRef, useState } from 'preact/hooks'
import { reasonCharacters } from '../../../shared/form/cell-problem.ts'
import type { Address } from '../../../shared/form/form.ts'
import { type Desk, focusCell } from './desk.ts'
import { say } from './not-applicable-words.ts'

const id = 'not-applicable-reason'

export const NotApplicableForm = ({ desk, address }: { readonly desk: Desk; readonly address: Address }) => {
  const words = say()
  const reason = useRef<HTMLInputElement>(null)
  const [isShort, setShort] = useState(false)
  const end = (): void => {
    desk.askingReason.value = false
    focusCell(desk, address)
  }
  const save = (event: Event): void => {
    event.preventDefault()
    const na = reason.current?.value.trim() ?? ''
    setShort(na === '')
    if (na === '') {
      reason.current?.focus()
      return
    }
    desk.open.put({ [address]: { na } })
    desk.message.value = words.naDone
    end()
  }
  return (
    <form class="na-form" onSubmit={save}>
      <label for={id}>{words.naReason}</label>
      <input
        id={id}
        type="text"
        ref={reason}
        maxLength={reasonCharacters}
        defaultValue={desk.open.cell(address).peek().notApplicable ?? ''}
        aria-invalid={isShort}
        {...(isShort ? { 'aria-describedby': `${id}-short` } : {})}
      />
      {isShort && (
        <small class="bad" id={`${id}-short`}>
          {words.naShort}
        </small>
      )}
      <span class="actions">
        <button type="submit">{words.naSave}</button>
        <button type="button" onClick={end}>
          {words.cancel}
        </button>
      </span>
    </form>
  )
}
