/* A list: rows that people make, or 「无」. A row that is new stands here alone until something is typed into it. */
import type { TargetedClipboardEvent, TargetedFocusEvent } from 'preact'
import { useState } from 'preact/hooks'
import { isBlank } from '../../shared/form/cells.ts'
import type { ListSection } from '../../shared/form/form.ts'
import { language } from '../language.ts'
import { CellLink } from './cell-link.tsx'
import { say } from './list-words.ts'
import type { OpenReturn } from './open-return.ts'
import { type PastedRows, rowsPasted } from './paste-rows.ts'
import { rowIdAt } from './row-id.ts'
import { findingsIn, isBlankFinding } from './settling.ts'
import { CellInput } from './table/cell-input.tsx'
import type { Block } from './table/clipboard-block.ts'
import { blockOf } from './table/clipboard-html.ts'
import './list.css'

interface RowProps {
  readonly open: OpenReturn
  readonly section: ListSection
  readonly row: string
  readonly number: number
  /** Somebody is still at the row: what is blank in it is only to be filled in. */
  readonly isNew: boolean
  readonly remove: () => void
  readonly leave: () => void
}

/* Another window in front is not another row. */
const isLeaving = ({ currentTarget, relatedTarget }: TargetedFocusEvent<HTMLElement>): boolean =>
  document.hasFocus() && !(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))

const blankOf = (isNew: boolean) => {
  const words = say()
  return isNew ? { says: words.toFill, isLate: false } : { says: words.notFilled, isLate: true }
}

const Row = ({ open, section, row, number, isNew, remove, leave }: RowProps) => (
  <tr data-cell={`${section.id}.${row}`} onFocusOut={(event) => isLeaving(event) && leave()}>
    <th scope="row">{number}</th>
    {section.columns.map((column) => {
      const name = column.label[language.value]
      return (
        <td key={column.id} data-label={name}>
          <CellInput
            open={open}
            address={`${section.id}.${row}.${column.id}`}
            label={`${say().row(number)} ${name}`}
            {...(open.editable.value ? { blank: blankOf(isNew) } : {})}
          />
        </td>
      )
    })}
    {open.editable.value && (
      <td>
        <button type="button" class="plain" onClick={remove}>
          {say().removeRow(number)}
        </button>
      </td>
    )}
  </tr>
)

interface ListProps {
  readonly open: OpenReturn
  readonly section: ListSection
}

interface RowsProps extends ListProps {
  readonly rows: readonly string[]
  readonly isNew: (row: string) => boolean
  readonly remove: (row: string) => void
  readonly leave: (row: string) => void
}

const Rows = ({ open, section, rows, isNew, remove, leave }: RowsProps) => (
  <div class="scroll">
    <table class="list">
      <thead>
        <tr>
          <td />
          {section.columns.map(({ id, label }) => (
            <th key={id} scope="col">
              {label[language.value]}
            </th>
          ))}
          {open.editable.value && <td />}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, i) => (
          <Row
            key={row}
            open={open}
            section={section}
            row={row}
            number={i + 1}
            isNew={isNew(row)}
            remove={() => remove(row)}
            leave={() => leave(row)}
          />
        ))}
      </tbody>
    </table>
  </div>
)

const None = ({ open, section, isNone }: ListProps & { readonly isNone: boolean }) => (
  <label class="none">
    <input
      type="checkbox"
      data-cell={`${section.id}.none`}
      checked={isNone}
      disabled={!open.editable.value}
      onChange={({ currentTarget }) => open.put({ [`${section.id}.none`]: currentTarget.checked ? true : null })}
    />{' '}
    {say().noneSay}
  </label>
)

/* As under a table: a number, and the way to the first of them. */
const Blanks = ({ open, section }: ListProps) => {
  const { findings, sections } = open.overview.value
  const state = sections[section.id]
  const blank = state === undefined || state.filled === 0 ? 0 : state.total - state.filled
  const first = findingsIn(findings, section.id).find(isBlankFinding)?.cells[0]
  if (blank === 0 || first === undefined) return null
  return (
    <span class="hint">
      {say().blankInRows(blank)}{' '}
      <CellLink open={open} cell={first}>
        {say().toFirstBlank}
      </CellLink>
    </span>
  )
}

const mostNamed = 3

const sentenceOf = ({ filled, unread, outside }: PastedRows): string => {
  const words = say()
  return [
    filled > 0 ? words.pasted(filled) : '',
    unread.length > 0 ? words.pasteUnread(unread.length, unread.slice(0, mostNamed)) : '',
    outside > 0 ? words.pasteOutside(outside) : '',
  ].join('')
}

/** The block on a clipboard; undefined where it holds one value, which goes in at the caret. */
const blockIn = (clipboard: DataTransfer | null): Block | undefined => {
  const text = clipboard?.getData('text/plain') ?? ''
  return clipboard === null || !/[\t\r\n]/.test(text.trim())
    ? undefined
    : blockOf({ html: clipboard.getData('text/html'), text })
}

export const List = ({ open, section }: ListProps) => {
  const [said, tell] = useState('')
  const [fresh, setFresh] = useState<readonly string[]>([])
  /* Of the fresh ones those that somebody has turned away from. Whoever comes back to the list finds none fresh. */
  const [left, setLeft] = useState<readonly string[]>([])
  const { rows: known, none } = open.listRows(section.id).value
  const words = say()
  const rows = [...known, ...fresh.filter((row) => !known.includes(row))]
  const remove = (row: string): void => {
    setFresh(fresh.filter((one) => one !== row))
    if (known.includes(row)) open.put({ [`${section.id}.${row}`]: null })
  }
  const paste = (event: TargetedClipboardEvent<HTMLElement>): void => {
    tell('')
    const { target } = event
    const at = target instanceof HTMLElement ? target.dataset['cell'] : undefined
    const block = blockIn(event.clipboardData)
    if (at === undefined || block === undefined || !open.editable.peek()) return
    event.preventDefault()
    const isBlankNow = (address: string): boolean => isBlank(open.cell(address).peek().value)
    const newRow = (n: number): string => rowIdAt(Date.now() + n, Math.random())
    const pasted = rowsPasted(at, { form: open.form, section, rows, block, isBlankNow, newRow })
    open.put(pasted.cells)
    tell(sentenceOf(pasted))
  }
  return (
    <div class="card" onPaste={paste}>
      {(rows.length === 0 || none) && <None open={open} section={section} isNone={none} />}
      {rows.length > 0 && (
        <Rows
          open={open}
          section={section}
          rows={rows}
          isNew={(row) => fresh.includes(row) && !left.includes(row)}
          remove={remove}
          leave={(row) => known.includes(row) && !left.includes(row) && setLeft([...left, row])}
        />
      )}
      {rows.length === 0 && !none && <p class="hint">{words.noRows}</p>}
      <p role="status" class={said === '' ? 'unseen' : 'hint'}>
        {said}
      </p>
      {open.editable.value && !none && (
        <p>
          <button type="button" onClick={() => setFresh([...fresh, rowIdAt(Date.now(), Math.random())])}>
            {words.addRow}
          </button>{' '}
          <Blanks open={open} section={section} />
        </p>
      )}
    </div>
  )
}
