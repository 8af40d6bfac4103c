/* One row for each unit; each heading is a button that sorts. */
import { useSignal } from '@preact/signals'
import { type Appraisal, columns, type Row, unitName } from './columns.tsx'
import { type Key, next, type Sorting, sorted } from './sorting.ts'
import { say } from './words.ts'

interface HeadProps {
  readonly id: string
  readonly label: string
  readonly sorting: Sorting | undefined
  readonly sort: (column: string) => void
}

const Head = ({ id, label, sorting, sort }: HeadProps) => {
  const isHere = sorting?.column === id
  const direction = sorting?.isDown === true ? 'descending' : 'ascending'
  return (
    <th scope="col" aria-sort={isHere ? direction : undefined}>
      <button type="button" class="plain" onClick={() => sort(id)}>
        {label}
        {isHere && <span aria-hidden="true">{direction === 'ascending' ? ' ↑' : ' ↓'}</span>}
      </button>
      <span class="on-paper" aria-hidden="true">
        {label}
      </span>
    </th>
  )
}

const keyIn = (column: string): ((row: Row) => Key) => columns.find(({ id }) => id === column)?.by ?? unitName

export const AppraisalTable = ({ rows, zone }: Pick<Appraisal, 'rows' | 'zone'>) => {
  const sorting = useSignal<Sorting | undefined>(undefined)
  const words = say()
  const now = sorting.value
  const shown = now === undefined ? rows : sorted(rows, keyIn(now.column), now.isDown)
  const sort = (column: string) => {
    sorting.value = next(sorting.value, column)
  }
  const head = { sorting: now, sort }
  return (
    <>
      <p class="hint no-print">{words.sortHint}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <section class="scroll appraisal" aria-label={words.caption} tabIndex={0}>
        <table>
          <caption class="unseen">{words.caption}</caption>
          <thead>
            <tr>
              <Head id="unit" label={words.unit} {...head} />
              {columns.map(({ id }) => (
                <Head key={id} id={id} label={words[id]} {...head} />
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <tr key={row.unit}>
                <th scope="row">
                  {unitName(row)} {row.isReport === true && <span class="chip">{words.report}</span>}
                </th>
                {columns.map(({ id, cell }) => (
                  <td key={id}>{cell(row, zone)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  )
}
