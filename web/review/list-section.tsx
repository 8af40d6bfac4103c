/* A list under review: its rows, or that there are none. */

import type { ListSection as List } from '../../shared/form/form.ts'
import { listRowsOf } from '../../shared/form/lists.ts'
import { language } from '../language.ts'
import { cellsIn } from '../return/stale.ts'
import { CellFace } from './cell-face.tsx'
import { CommentBox } from './comment-box.tsx'
import { CommentButton } from './comment-button.tsx'
import { keepTabStop, moveInTable } from './moving.ts'
import type { Reviewed } from './reviewed.ts'
import type { ToRead } from './to-read.ts'
import { say } from './words.ts'

interface ListProps {
  readonly reviewed: Reviewed
  readonly reading: ToRead
  readonly section: List
}

interface RowProps extends ListProps {
  readonly rowId: string
  readonly n: number
}

const Row = ({ reviewed, reading, section, rowId, n }: RowProps) => {
  const at = (column: string): string => `${section.id}.${rowId}.${column}`
  const open = section.columns.find(({ id }) => at(id) === reviewed.openCell.value)
  return (
    <>
      <tr>
        <th scope="row">{n}</th>
        {section.columns.map(({ id, label }, column) => (
          <CellFace
            key={id}
            reviewed={reviewed}
            reading={reading}
            cell={at(id)}
            name={`${say().row(n)}，${label[language.value]}`}
            isFirst={n === 1 && column === 0}
            isComputed={false}
          />
        ))}
      </tr>
      {open !== undefined && (
        <tr class="below">
          <td colSpan={section.columns.length + 1}>
            <CommentBox key={at(open.id)} reviewed={reviewed} cell={at(open.id)} />
          </td>
        </tr>
      )}
    </>
  )
}

export const ListSection = ({ reviewed, reading, section }: ListProps) => {
  const words = say()
  const { cells } = reviewed.answer
  const rows = listRowsOf(section, cellsIn(cells))
  const isNone = cells[`${section.id}.none`] === true
  if (rows.length === 0)
    return (
      <div class="card text-under-review">
        <p class={isNone ? '' : 'hint'}>{isNone ? words.none : words.emptyList}</p>
        <CommentButton reviewed={reviewed} cell={`${section.id}.none`} />
      </div>
    )
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the arrow keys go from button to button in it
    <div class="scroll" onKeyDown={moveInTable} onFocusIn={keepTabStop}>
      <table class="figures list">
        <caption class="unseen">{section.title[language.value]}</caption>
        <thead>
          <tr>
            <th scope="col" class="corner">
              #
            </th>
            {section.columns.map(({ id, label }) => (
              <th key={id} scope="col">
                {label[language.value]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ rowId }, at) => (
            <Row key={rowId} reviewed={reviewed} reading={reading} section={section} rowId={rowId} n={at + 1} />
          ))}
        </tbody>
      </table>
    </div>
  )
}
