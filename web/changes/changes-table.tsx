/* What has changed, cell by cell: between two submissions, between a file and what is saved, between two people. */
import type { ComponentChildren } from 'preact'
import { useMemo } from 'preact/hooks'
import { fieldAt } from '../../shared/form/fields.ts'
import type { Address, Form } from '../../shared/form/form.ts'
import { valueInWords } from './change-text.ts'
import './changes.css'
import { differences, isOneText, type Piece } from './differences.ts'
import { MarkedText } from './marked-text.tsx'
import { say } from './words.ts'

export interface ChangedCell {
  readonly cell: Address
  readonly name: string
  /** Values as the API gives them. */
  readonly was: unknown
  readonly is: unknown
  /** Where the change was met, or who made it: what stands under the first heading. */
  readonly aside?: string
  /** In the file stood "-", which is read as 0. */
  readonly isDash?: boolean
}

/** The headings of the columns; `aside` only where the changes have one. */
interface Heads {
  readonly aside?: string
  readonly was: string
  readonly is: string
}

const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== ''

/** A narrative that was changed and not rewritten; undefined: both values are shown whole. */
const markedIn = (form: Form, { cell, was, is }: ChangedCell): readonly Piece[] | undefined => {
  if (fieldAt(form, cell)?.kind !== 'narrative' || !isText(was) || !isText(is)) return undefined
  const pieces = differences(was, is)
  return isOneText(pieces) ? pieces : undefined
}

interface LineProps {
  readonly form: Form
  readonly heads: Heads
  readonly change: ChangedCell
  readonly marked: readonly Piece[] | undefined
  readonly choice: Choice | undefined
}

/** What can be decided about a change, beneath its name. */
type Choice = (change: ChangedCell) => ComponentChildren

const Line = ({ form, heads, change, marked, choice }: LineProps) => {
  const words = say()
  const { cell, name, was, is, aside, isDash } = change
  return (
    <tr>
      {heads.aside !== undefined && <td data-label={heads.aside}>{aside}</td>}
      <th scope="row">
        {name}
        {choice?.(change)}
      </th>
      {marked !== undefined && (
        <td colSpan={2} data-label={words.wasAndNow(heads.was, heads.is)}>
          <MarkedText pieces={marked} name={name} />
        </td>
      )}
      {marked === undefined && (
        <>
          <td data-label={heads.was}>{valueInWords(form, cell, was, words.blank)}</td>
          <td data-label={heads.is}>{isDash === true ? words.asZero : valueInWords(form, cell, is, words.blank)}</td>
        </>
      )}
    </tr>
  )
}

interface ChangesTableProps {
  readonly form: Form
  readonly caption: string
  readonly heads: Heads
  readonly changes: readonly ChangedCell[]
  readonly choice?: Choice
}

export const ChangesTable = ({ form, caption, heads, changes, choice }: ChangesTableProps) => {
  const words = say()
  const lines = useMemo(() => changes.map((change) => ({ change, marked: markedIn(form, change) })), [form, changes])
  return (
    <div class="scroll">
      <table class="changes as-cards">
        <caption>
          {caption}
          {lines.some(({ marked }) => marked !== undefined) && <small>{words.marks}</small>}
        </caption>
        <thead>
          <tr>
            {heads.aside !== undefined && <th scope="col">{heads.aside}</th>}
            <th scope="col">{words.cell}</th>
            <th scope="col">{heads.was}</th>
            <th scope="col">{heads.is}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ change, marked }) => (
            <Line key={change.cell} form={form} heads={heads} change={change} marked={marked} choice={choice} />
          ))}
        </tbody>
      </table>
    </div>
  )
}
