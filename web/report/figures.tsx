/*
 * The table of a section with its totals. A figure is a button: it opens, under the table, where the figure comes from.
 * Last year's value and what is odd stand in the cell.
 */
import type { JSX } from 'preact'
import type { TableBlock, TableCell } from '../../shared/report/document.ts'
import type { OpenReport, Report } from './report-page.tsx'
import { say } from './words.ts'

type YearOnYear = Report['yearOnYear'][number]

/** The id of a figure on the page: what findings link to. */
export const figureId = (cell: string): string => `figure-${cell}`

interface FiguresProps {
  readonly open: OpenReport
  readonly table: TableBlock
  /** The figure whose sources are shown. */
  readonly chosen: string | undefined
  readonly choose: (cell: string) => void
  /** Id of the part that shows them. */
  readonly sources: string
  readonly print: (cell: string, value: unknown) => string
}

interface FigureProps extends Omit<FiguresProps, 'table' | 'open'> {
  readonly shown: TableCell & { readonly cell: string }
  readonly year: YearOnYear | undefined
}

const Beside = ({
  year,
  cell,
  print,
}: { year: YearOnYear | undefined; cell: string } & Pick<FiguresProps, 'print'>) => {
  const words = say()
  if (year === undefined) return null
  if (year.notComparable !== undefined)
    return (
      <small class="beside" title={year.notComparable}>
        {words.notComparable}
      </small>
    )
  const last = print(cell, year.last)
  if (last === '' && year.outlier === undefined) return null
  return (
    <small class="beside">
      {last !== '' && words.last(last)}
      {year.growth !== undefined && <span class="growth"> {words.growth(year.growth)}</span>}
      {year.outlier === true && <span class="warn"> {words.odd}</span>}
    </small>
  )
}

const Figure = ({ shown, year, chosen, choose, sources, print }: FigureProps) => {
  const { cell, text, colSpan } = shown
  const isBlank = text === ''
  return (
    <td id={figureId(cell)} class={`number${isBlank ? ' blank' : ''}`} {...(colSpan === undefined ? {} : { colSpan })}>
      <button
        type="button"
        class="figure"
        aria-expanded={chosen === cell}
        aria-controls={sources}
        onClick={() => choose(cell)}
      >
        {isBlank ? <span class="unseen">{say().blank}</span> : text}
        {isBlank && <span aria-hidden="true">–</span>}
      </button>
      <Beside year={year} cell={cell} print={print} />
    </td>
  )
}

const Heading = ({ cell, isHead }: { cell: TableCell; isHead: boolean }) => {
  const spans = {
    ...(cell.colSpan === undefined ? {} : { colSpan: cell.colSpan }),
    ...(cell.rowSpan === undefined ? {} : { rowSpan: cell.rowSpan }),
  }
  const scope: JSX.IntrinsicElements['th']['scope'] = isHead
    ? cell.colSpan === undefined
      ? 'col'
      : 'colgroup'
    : cell.rowSpan === undefined
      ? 'row'
      : 'rowgroup'
  return (
    <th scope={scope} {...spans}>
      {cell.text}
    </th>
  )
}

export const Figures = ({ open, table, ...choice }: FiguresProps) => {
  const years = new Map(open.report.yearOnYear.map((year) => [year.cell, year]))
  const row = (cells: readonly TableCell[], at: number, isHead: boolean) => (
    <tr key={at}>
      {cells.map((shown, column) => {
        const { cell } = shown
        if (cell !== undefined)
          return <Figure key={column} shown={{ ...shown, cell }} year={years.get(cell)} {...choice} />
        if (shown.role === 'text')
          return (
            <td key={column} colSpan={shown.colSpan ?? 1}>
              {shown.text}
            </td>
          )
        return <Heading key={column} cell={shown} isHead={isHead || shown.role === 'header'} />
      })}
    </tr>
  )
  return (
    /* A wide table scrolls inside its own frame; the frame takes focus so that the keyboard can scroll it. */
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section class="scroll report-table" aria-label={table.caption} tabIndex={0}>
      <table>
        <caption class="unseen">{table.caption}</caption>
        <thead>{table.rows.slice(0, table.headerRows).map((cells, at) => row(cells, at, true))}</thead>
        <tbody>{table.rows.slice(table.headerRows).map((cells, at) => row(cells, at, false))}</tbody>
      </table>
    </section>
  )
}
