/* A table of figures under review, as it is printed: a plain table with its real headers. */
import { Fragment } from 'preact'
import type { BlocksSection, MatrixSection, Words } from '../../shared/form/form.ts'
import { language } from '../language.ts'
import { type HeadCell, type Line, type Sheet, sheetsOf } from '../return/table/layout.ts'
import { CellFace } from './cell-face.tsx'
import { CommentBox } from './comment-box.tsx'
import { keepTabStop, moveInTable } from './moving.ts'
import type { Reviewed } from './reviewed.ts'
import type { ToRead } from './to-read.ts'

interface FiguresProps {
  readonly reviewed: Reviewed
  readonly reading: ToRead
  readonly section: MatrixSection | BlocksSection
}

type CellLine = Line & { readonly kind: 'cells' }

const Head = ({ cell }: { readonly cell: HeadCell }) => (
  <th
    scope={cell.columns > 1 ? 'colgroup' : 'col'}
    {...(cell.columns > 1 ? { colSpan: cell.columns } : {})}
    {...(cell.lines > 1 ? { rowSpan: cell.lines } : {})}
  >
    {cell.label[language.value]}
    {cell.measure !== undefined && language.value === 'zh' && `（${cell.measure}）`}
  </th>
)

const widthOf = ({ head, corner }: Sheet): number =>
  (head[0] ?? []).reduce((sum, { columns }) => sum + columns, corner === undefined ? 0 : 1)

interface RowProps extends Omit<FiguresProps, 'section'> {
  readonly line: CellLine
  readonly isFirst: boolean
  readonly width: number
}

const Row = ({ reviewed, reading, line, isFirst, width }: RowProps) => {
  const open = line.slots.find(({ address }) => address === reviewed.openCell.value)
  return (
    <>
      <tr>
        {line.label !== undefined && (
          <th scope="row" class={`depth-${line.depth}`}>
            {line.label[language.value]}
          </th>
        )}
        {line.slots.map(({ address, says, computed }, at) => (
          <CellFace
            key={address}
            reviewed={reviewed}
            reading={reading}
            cell={address}
            name={says[language.value]}
            isFirst={isFirst && at === 0}
            isComputed={computed}
          />
        ))}
      </tr>
      {open !== undefined && (
        <tr class="below">
          <td colSpan={width}>
            <CommentBox key={open.address} reviewed={reviewed} cell={open.address} />
          </td>
        </tr>
      )}
    </>
  )
}

const Lines = ({ sheet, ...rest }: Omit<FiguresProps, 'section'> & { readonly sheet: Sheet }) => {
  const first = sheet.lines.find((line) => line.kind === 'cells')
  const width = widthOf(sheet)
  return (
    <tbody>
      {sheet.lines.map((line) =>
        line.kind === 'group' ? (
          <tr key={line.key} class="group">
            <th scope="rowgroup" colSpan={width}>
              {line.label[language.value]}
            </th>
          </tr>
        ) : (
          <Row key={line.key} {...rest} line={line} isFirst={line === first} width={width} />
        ),
      )}
    </tbody>
  )
}

const Table = ({ sheet, title, ...rest }: Omit<FiguresProps, 'section'> & { sheet: Sheet; title: Words }) => (
  <table class={sheet.corner === undefined ? 'figures side-by-side' : 'figures'}>
    <caption class={sheet.caption === undefined ? 'unseen' : ''}>{(sheet.caption ?? title)[language.value]}</caption>
    <thead>
      {sheet.head.map((cells, line) => (
        <Fragment key={line}>
          <tr>
            {line === 0 && sheet.corner !== undefined && (
              <th scope="col" class="corner" rowSpan={sheet.head.length}>
                {sheet.corner[language.value]}
              </th>
            )}
            {cells.map((cell) => (
              <Head key={cell.key} cell={cell} />
            ))}
          </tr>
        </Fragment>
      ))}
    </thead>
    <Lines {...rest} sheet={sheet} />
  </table>
)

export const Figures = ({ reviewed, reading, section }: FiguresProps) => (
  // biome-ignore lint/a11y/noStaticElementInteractions: the arrow keys go from button to button in it
  <div class="scroll" onKeyDown={moveInTable} onFocusIn={keepTabStop}>
    {sheetsOf(section).map((sheet) => (
      <Table key={sheet.key} reviewed={reviewed} reading={reading} sheet={sheet} title={section.title} />
    ))}
  </div>
)
