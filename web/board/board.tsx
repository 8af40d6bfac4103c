/* The board once it is there: what is chosen, filtered, sorted and opened on it. */
import { useSignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { useMemo } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { roundAddress } from '../collecting/round-nav.tsx'
import { language } from '../language.ts'
import { BoardTable } from './board-table.tsx'
import { CopyMissing } from './copy-missing.tsx'
import { Facts } from './facts.tsx'
import { FilterBar } from './filter-bar.tsx'
import { LadderStrip } from './ladder-strip.tsx'
import { isIn, owes, queryOf, searched, sorted, type View, viewOf } from './rows-shown.ts'
import type { BoardAnswer, Row } from './watch-board.ts'
import { say } from './words.ts'
import { Writing } from './writing.tsx'

interface BoardProps {
  readonly board: BoardAnswer
  readonly round: string
  readonly unit: string | undefined
  readonly mayAct: boolean
  readonly again: () => Promise<void>
  readonly head: ComponentChildren
  readonly download: ComponentChildren
}

/* With more rows than this only as many are drawn, and more when asked for. */
const drawnAtOnce = 200

/** Rows with what is looked for in them. */
const indexed = (rows: readonly Row[]): ReadonlyMap<Row, string> => new Map(rows.map((row) => [row, searched(row)]))

export const Board = ({ board, round, unit, mayAct, again, head, download }: BoardProps) => {
  const words = say()
  const { query } = useLocation()
  const view = useSignal<View>(viewOf(query))
  const chosen = useSignal<ReadonlySet<string>>(new Set())
  const open = useSignal<string | undefined>(undefined)
  const writing = useSignal<readonly string[] | undefined>(undefined)
  const news = useSignal('')
  const drawn = useSignal(drawnAtOnce)
  const { rows } = board
  const texts = useMemo(() => indexed(rows), [rows])
  const { sort, descending, state } = view.value
  const inOrder = useMemo(() => sorted(rows, { sort, descending }), [rows, sort, descending])
  const text = view.value.text.trim().toLowerCase()
  const isShown = (row: Row): boolean => isIn(row, state) && (text === '' || (texts.get(row) ?? '').includes(text))
  const matching = inOrder.filter(isShown)
  const isCrowd = rows.length > drawnAtOnce
  const inTable = isCrowd ? matching.slice(0, drawn.value) : inOrder
  const names = useMemo(() => new Map(rows.map((row) => [row.unit, row.name])), [rows])
  const nameOf = (id: string): string => names.get(id)?.[language.value] ?? id
  const change = (to: Partial<View>): void => {
    view.value = { ...view.value, ...to }
    drawn.value = drawnAtOnce
    /* The address shows it, so that coming back from a return finds the board as it was left. */
    history.replaceState(history.state, '', location.pathname + queryOf(view.value, unit))
  }
  const done = (said: string): void => {
    news.value = said
    void again()
  }
  const choose = (units: readonly string[], isChosen: boolean): void => {
    const next = new Set(chosen.value)
    for (const one of units) {
      if (isChosen) next.add(one)
      else next.delete(one)
    }
    chosen.value = next
  }
  const toWrite = [...chosen.value].filter((id) => rows.some((row) => row.unit === id && owes(row)))
  const missing = rows.filter((row) => owes(row) && !row.collects).map((row) => row.unit)
  const toReview = inOrder.find((row) => isIn(row, 'toReview'))
  const choosing = {
    chosen: chosen.value,
    choose,
    open: open.value,
    toggle: (id: string) => {
      open.value = open.value === id ? undefined : id
    },
    desk: { round, unit, zone: board.round.zone, stage: board.round.stage, done },
  }
  return (
    <>
      <div class="head">
        <div>{head}</div>
        <div class="actions no-print">
          <CopyMissing board={board} tell={(said) => (news.value = said)} />
          {download}
          {mayAct && (
            <button
              type="button"
              disabled={missing.length === 0}
              onClick={() => {
                writing.value = toWrite.length > 0 ? toWrite : missing
              }}
            >
              {words.writeNow}
            </button>
          )}
          {mayAct && toReview !== undefined && writing.value === undefined && (
            <a class="btn main" href={roundAddress(round, `review/${toReview.unit}`, unit)}>
              {words.reviewNext}
            </a>
          )}
        </div>
      </div>
      <p class="good board-news" role="status">
        {news.value}
      </p>
      <Facts rows={rows} state={state} show={(to) => change({ state: to })} />
      {mayAct && <LadderStrip round={round} unit={unit} dueAt={board.round.due.dueAt} today={board.today} />}
      {writing.value !== undefined && (
        <Writing
          round={round}
          unit={unit}
          units={writing.value}
          nameOf={nameOf}
          close={() => {
            writing.value = undefined
          }}
          done={(said) => {
            chosen.value = new Set()
            done(said)
          }}
        />
      )}
      <FilterBar view={view.value} shown={matching.length} all={rows.length} change={change} />
      {toWrite.length > 0 && <p class="hint">{words.chosen(toWrite.length)}</p>}
      {matching.length === 0 && <p class="card">{words.nobody}</p>}
      <BoardTable
        rows={inTable}
        isShown={isShown}
        view={view.value}
        sort={(column) => change({ sort: column, descending: sort === column && !descending })}
        round={round}
        zone={board.round.zone}
        collector={board.collector.id}
        unit={unit}
        choosing={mayAct ? choosing : undefined}
      />
      {isCrowd && matching.length > inTable.length && (
        <button
          type="button"
          onClick={() => {
            drawn.value += drawnAtOnce
          }}
        >
          {words.more(Math.min(drawnAtOnce, matching.length - inTable.length))}
        </button>
      )}
    </>
  )
}
