/*
 * The table of units. A keystroke in the filter hides rows and draws none: the cells of a row are made once for what
 * the server says of it. On a board with more rows than fit, only the first that match are drawn.
 */
import type { JSX } from 'preact'
import { useMemo, useRef } from 'preact/hooks'
import { language } from '../language.ts'
import { RowCells } from './row-cells.tsx'
import { type Desk, RowDesk } from './row-desk.tsx'
import { type Column, columns, owes, type View } from './rows-shown.ts'
import type { Row } from './watch-board.ts'
import { say } from './words.ts'

/** What a coordinator has chosen; absent for who only reads. */
export interface Choosing {
  readonly chosen: ReadonlySet<string>
  readonly choose: (units: readonly string[], isChosen: boolean) => void
  readonly open: string | undefined
  readonly toggle: (unit: string) => void
  readonly desk: Omit<Desk, 'row'>
}

interface BoardTableProps {
  /** In order. */
  readonly rows: readonly Row[]
  readonly isShown: (row: Row) => boolean
  readonly view: View
  readonly sort: (column: Column) => void
  readonly round: string
  readonly zone: string
  readonly collector: string
  readonly unit: string | undefined
  readonly choosing: Choosing | undefined
}

type Place = Pick<BoardTableProps, 'round' | 'zone' | 'collector' | 'unit'>

interface UnitRowProps {
  readonly row: Row
  readonly isHidden: boolean
  readonly place: Place
  readonly isChosen: boolean
  readonly isOpen: boolean
  readonly choosing: Choosing | undefined
}

const UnitRow = ({ row, isHidden, place, isChosen, isOpen, choosing }: UnitRowProps) => {
  const words = say()
  const { round, zone, collector, unit } = place
  const name = row.name[language.value]
  const mayWrite = choosing !== undefined && owes(row) && !row.collects
  /* The same value is not compared again: a hidden row costs an attribute. */
  const cells = useMemo(
    () => <RowCells row={row} round={round} zone={zone} isOwn={row.unit === collector && !row.collects} unit={unit} />,
    [row, round, zone, collector, unit, language.value],
  )
  return (
    <>
      <tr hidden={isHidden} class={isOpen ? 'open' : ''} data-unit={row.unit}>
        {choosing !== undefined && (
          <td class="board-choose">
            {mayWrite && (
              <input
                type="checkbox"
                aria-label={words.choose(name)}
                checked={isChosen}
                onChange={({ currentTarget }) => choosing.choose([row.unit], currentTarget.checked)}
              />
            )}
          </td>
        )}
        {cells}
        {choosing !== undefined && (
          <td>
            <button
              type="button"
              class="board-act"
              aria-expanded={isOpen}
              aria-label={words.actFor(name)}
              onClick={() => choosing.toggle(row.unit)}
            >
              {words.act}
            </button>
          </td>
        )}
      </tr>
      {choosing !== undefined && isOpen && !isHidden && (
        <tr class="board-desk">
          <td colSpan={columns.length + 3}>
            <RowDesk {...choosing.desk} row={row} />
          </td>
        </tr>
      )}
    </>
  )
}

interface Drawn {
  /** What it was drawn of. */
  readonly of: readonly unknown[]
  readonly row: JSX.Element
}

/** Draws a row again only when something that it is drawn of has changed; the same element is passed over whole. */
const useDrawnRows = () => {
  const drawn = useRef(new Map<string, Drawn>())
  return (key: string, of: readonly unknown[], draw: () => JSX.Element): JSX.Element => {
    const known = drawn.current.get(key)
    if (known?.of.every((value, at) => value === of[at])) return known.row
    const row = draw()
    drawn.current.set(key, { of, row })
    return row
  }
}

interface HeadProps extends Pick<BoardTableProps, 'view' | 'sort'> {
  readonly column: Column
  readonly label: string
}

const Head = ({ column, label, view, sort }: HeadProps) => {
  const isSorted = view.sort === column
  return (
    <th
      scope="col"
      class={`board-${column}`}
      aria-sort={isSorted ? (view.descending ? 'descending' : 'ascending') : undefined}
    >
      <button type="button" class="plain" onClick={() => sort(column)}>
        {label}
        <span aria-hidden="true">{isSorted ? (view.descending ? ' ↓' : ' ↑') : ''}</span>
      </button>
    </th>
  )
}

export const BoardTable = ({ rows, isShown, view, sort, choosing, ...place }: BoardTableProps) => {
  const words = say()
  const drawn = useDrawnRows()
  const { round, zone, collector, unit } = place
  const labels = { ...words, due: words.dueColumn }
  const mayBeChosen = rows.filter((row) => isShown(row) && owes(row) && !row.collects).map(({ unit }) => unit)
  const areAllChosen = mayBeChosen.length > 0 && mayBeChosen.every((unit) => choosing?.chosen.has(unit))
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled with the keyboard
    <section class="scroll board-scroll" tabIndex={0} aria-label={words.table}>
      <table class={`board${choosing === undefined ? '' : ' acting'}`}>
        <thead>
          <tr>
            {choosing !== undefined && (
              <td class="board-choose">
                <input
                  type="checkbox"
                  aria-label={words.chooseAll}
                  checked={areAllChosen}
                  onChange={({ currentTarget }) => choosing.choose(mayBeChosen, currentTarget.checked)}
                />
              </td>
            )}
            {columns.map((column) => (
              <Head key={column} column={column} label={labels[column]} view={view} sort={sort} />
            ))}
            <th scope="col" class="board-who">
              {words.who}
            </th>
            {choosing !== undefined && (
              <th scope="col" class="board-do">
                <span class="unseen">{words.act}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const key = row.unit + (row.collects ? '/' : '')
            const isHidden = !isShown(row)
            const isChosen = choosing?.chosen.has(row.unit) === true
            const isOpen = choosing?.open === row.unit
            /* What is chosen is handed on by signals: only an open row needs the latest. */
            const latest = isOpen ? choosing : choosing === undefined
            const of = [row, isHidden, isChosen, isOpen, latest, round, zone, collector, unit, language.value]
            return drawn(key, of, () => (
              <UnitRow
                key={key}
                row={row}
                isHidden={isHidden}
                place={place}
                isChosen={isChosen}
                isOpen={isOpen}
                choosing={choosing}
              />
            ))
          })}
        </tbody>
      </table>
    </section>
  )
}
