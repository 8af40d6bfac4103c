/* A list: rows that people make, or 「无」. A row that is new stands here alone until something is typed into it. */
import { useState } from 'preact/hooks'
import type { ListSection } from '../../shared/form/form.ts'
import { language } from '../language.ts'
import { say } from './list-words.ts'
import type { OpenReturn } from './open-return.ts'
import { rowIdAt } from './row-id.ts'
import { CellInput } from './table/cell-input.tsx'
import './list.css'

interface RowProps {
  readonly open: OpenReturn
  readonly section: ListSection
  readonly row: string
  readonly number: number
  readonly remove: () => void
}

const Row = ({ open, section, row, number, remove }: RowProps) => (
  <tr data-cell={`${section.id}.${row}`}>
    <th scope="row">{number}</th>
    {section.columns.map((column) => {
      const name = column.label[language.value]
      return (
        <td key={column.id} data-label={name}>
          <CellInput open={open} address={`${section.id}.${row}.${column.id}`} label={`${say().row(number)} ${name}`} />
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

const Rows = ({
  open,
  section,
  rows,
  remove,
}: ListProps & { rows: readonly string[]; remove: (row: string) => void }) => (
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
          <Row key={row} open={open} section={section} row={row} number={i + 1} remove={() => remove(row)} />
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

export const List = ({ open, section }: ListProps) => {
  const [fresh, setFresh] = useState<readonly string[]>([])
  const { rows: known, none } = open.listRows(section.id).value
  const words = say()
  const rows = [...known, ...fresh.filter((row) => !known.includes(row))]
  const remove = (row: string): void => {
    setFresh(fresh.filter((one) => one !== row))
    if (known.includes(row)) open.put({ [`${section.id}.${row}`]: null })
  }
  return (
    <div class="card">
      {rows.length === 0 && <None open={open} section={section} isNone={none} />}
      {rows.length > 0 && <Rows open={open} section={section} rows={rows} remove={remove} />}
      {rows.length === 0 && !none && <p class="hint">{words.noRows}</p>}
      {open.editable.value && !none && (
        <p>
          <button type="button" onClick={() => setFresh([...fresh, rowIdAt(Date.now(), Math.random())])}>
            {words.addRow}
          </button>
        </p>
      )}
    </div>
  )
}
