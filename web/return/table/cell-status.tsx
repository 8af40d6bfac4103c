/* The line under the table: the cell in hand, what is said of it, and what can be done with it besides typing. */
import { useComputed } from '@preact/signals'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { CellValue } from '../../../shared/form/cells.ts'
import type { Address } from '../../../shared/form/form.ts'
import { language } from '../../language.ts'
import { Boundary } from '../../page/boundary.tsx'
import { later } from '../../page/later.tsx'
import { useStaying } from '../in-view.ts'
import type { OpenReturn } from '../open-return.ts'
import { type Desk, focusCell, lineOf } from './desk.ts'
import { sentencesOf } from './face.ts'
import type { Slot } from './layout.ts'
import { reasonPart } from './part.ts'
import { valueText } from './value-text.ts'
import { say } from './words.ts'

const lastYearOf = (open: OpenReturn, address: Address): string | undefined => {
  const { text, notComparable } = open.lastYear(address)
  return notComparable ?? (text === undefined || text === '' ? undefined : say().lastYearWas(text))
}

/** What is said of the cell, the weightiest first. */
const saidOf = (open: OpenReturn, { address, computed }: Slot): readonly string[] => {
  const words = say()
  const sentences = sentencesOf(open, address, language.value)
  if (computed)
    return [...sentences, open.computed(address).value.incomplete ? words.incompleteNote : words.computedNote]
  const { notApplicable, filled, confirm } = open.cell(address).value
  return [
    ...(confirm === undefined ? [] : [words.confirmAsk(valueText(open, address, confirm.value))]),
    ...sentences,
    ...(notApplicable === undefined ? [] : [words.naNote(notApplicable)]),
    ...(filled === undefined ? [] : [words[`${filled}Note`]]),
  ]
}

interface OfCellProps {
  readonly desk: Desk
  readonly slot: Slot
}

const Confirm = ({ desk, slot: { address } }: OfCellProps) => {
  const asked = useComputed(() => desk.open.cell(address).value.confirm)
  if (asked.value === undefined) return null
  const words = say()
  const { value } = asked.value
  const answer = (given: CellValue) => (): void => {
    desk.open.put({ [address]: given })
    focusCell(desk, address)
  }
  return (
    <>
      <button type="button" onClick={answer(value)}>
        {words.confirmYes(valueText(desk.open, address, value))}
      </button>
      <button type="button" onClick={answer(null)}>
        {words.confirmNo}
      </button>
    </>
  )
}

const NotApplicable = ({ desk, slot: { address } }: OfCellProps) => {
  const applies = useComputed(() => desk.open.cell(address).value.notApplicable === undefined)
  const words = say()
  const ask = async (): Promise<void> => {
    if ((await reasonPart.fetch(desk)) !== undefined) desk.askingReason.value = desk.current.peek() === address
  }
  const undo = (): void => {
    desk.open.put({ [address]: null })
    focusCell(desk, address)
  }
  return (
    <button type="button" onClick={applies.value ? ask : undo}>
      {applies.value ? words.notApplicable : words.applies}
    </button>
  )
}

const Help = ({ desk, slot }: OfCellProps) => {
  const line = lineOf(desk, slot.address)
  if (slot.row.helped !== true || line === undefined) return null
  const isOpen = desk.helpOf.value === line.key
  const toggle = (): void => {
    desk.helpOf.value = isOpen ? undefined : line.key
  }
  return (
    <button type="button" aria-expanded={isOpen} onClick={toggle}>
      {say().rowHelp}
    </button>
  )
}

const Actions = ({ desk, slot }: OfCellProps) => (
  <span class="actions">
    {desk.open.editable.value && !slot.computed && (
      <>
        <Confirm desk={desk} slot={slot} />
        <NotApplicable desk={desk} slot={slot} />
      </>
    )}
    <Help desk={desk} slot={slot} />
  </span>
)

const KeysText = later(
  () => import('./keys.tsx'),
  (part) => part.Keys,
)

const Keys = () => {
  const [isAsked, ask] = useState(false)
  return (
    <details class="cell-keys" onToggle={() => ask(true)}>
      <summary>{say().keys}</summary>
      {isAsked && (
        <Boundary part>
          <KeysText />
        </Boundary>
      )}
    </details>
  )
}

/* Told apart as one text: a keystroke that changes nothing here draws nothing here. */
const Said = ({ desk }: { readonly desk: Desk }) => {
  const said = useComputed(() => {
    const slot = desk.slot.value
    return [desk.message.value, ...(slot === undefined ? [] : saidOf(desk.open, slot))].filter(Boolean).join('\n')
  })
  return (
    <div role="status" class="cell-live">
      {said.value !== '' && said.value.split('\n').map((sentence) => <p key={sentence}>{sentence}</p>)}
    </div>
  )
}

const Name = ({ desk, slot }: OfCellProps) => {
  const lastYear = lastYearOf(desk.open, slot.address)
  return (
    <p class="cell-name">
      <b>{slot.says[language.value]}</b> {lastYear !== undefined && <span>{lastYear}</span>}
    </p>
  )
}

/** The form for the reason takes the focus when it is asked for. */
const Reason = ({ desk, address }: { readonly desk: Desk; readonly address: Address }) => {
  const box = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => box.current?.querySelector('input')?.focus(), [])
  const part = reasonPart.here.value
  return <div ref={box}>{part !== undefined && <part.NotApplicableForm desk={desk} address={address} />}</div>
}

const Comments = ({ desk, slot }: OfCellProps) => (
  <>
    {desk.open.comments(slot.address).map((text) => (
      <p class="cell-comment" key={text}>
        {say().commentNote(text)}
      </p>
    ))}
  </>
)

export const CellStatus = ({ desk }: { readonly desk: Desk }) => {
  const slot = desk.slot.value
  const staying = useStaying(1)
  const back = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return
    desk.askingReason.value = false
    focusCell(desk, slot?.address)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape of whatever has the focus within leads back to the cell
    <div class={slot === undefined ? 'cell-status' : 'cell-status stays'} ref={staying} onKeyDown={back}>
      {slot === undefined ? <p class="cell-name hint">{say().legend}</p> : <Name desk={desk} slot={slot} />}
      <Said desk={desk} />
      {slot !== undefined && <Comments desk={desk} slot={slot} />}
      <div class="cell-actions">
        {slot !== undefined && desk.askingReason.value && <Reason desk={desk} address={slot.address} />}
        {slot !== undefined && !desk.askingReason.value && <Actions key={slot.address} desk={desk} slot={slot} />}
        <Keys />
      </div>
    </div>
  )
}
