/*
 * What the page shows of a return, as signals: one per cell and made when it is first asked for, so that a keystroke
 * wakes its cell, the totals above it and what its checks mark, and nothing else.
 */
import { computed as derived, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import type { Cells } from '../../shared/form/cells.ts'
import { fieldAt, listsOf } from '../../shared/form/fields.ts'
import type { Finding } from '../../shared/form/finding.ts'
import type { Address, Form } from '../../shared/form/form.ts'
import { printValue } from '../../shared/form/print-value.ts'
import type { Live } from '../../shared/return/live.ts'
import { language } from '../language.ts'
import type { Conflict, Mark, Overview, SectionState, ShownFinding } from './open-return.ts'
import { isBlankFinding, isSettled, mistakesIn, withBlanksOfRows } from './settling.ts'
import { watchingOf } from './watching.ts'

/* Longer than between two keys of one figure. */
const overviewMs = 300

type Table<T> = (address: Address) => Signal<T>

/** Signals by address, made when first asked for; `known` are those that somebody looks at. */
const table = <T>(
  make: (address: Address) => T,
): { readonly signalAt: Table<T>; readonly known: ReadonlyMap<Address, Signal<T>> } => {
  const known = new Map<Address, Signal<T>>()
  return {
    known,
    signalAt: (address) => {
      const there = known.get(address) ?? signal(make(address))
      known.set(address, there)
      return there
    },
  }
}

const weight: Readonly<Record<Mark, number>> = { hint: 0, explained: 1, toExplain: 2, wrong: 3 }
const markOf = (finding: ShownFinding): Mark => {
  if (finding.class === 'A') return 'wrong'
  if (finding.class === 'D') return 'hint'
  return isSettled(finding) ? 'explained' : 'toExplain'
}

/** The heaviest mark of every cell. `isUnfinished`: in a section that is, a blank cell is no mistake and bears none. */
const marksOf = (
  findings: readonly ShownFinding[],
  isUnfinished: (section: string) => boolean,
): ReadonlyMap<Address, Mark> => {
  const marks = new Map<Address, Mark>()
  for (const finding of findings) {
    const [section = ''] = (finding.cells[0] ?? '').split('.', 1)
    if (isBlankFinding(finding) && isUnfinished(section)) continue
    const mark = markOf(finding)
    for (const cell of finding.cells) {
      const known = marks.get(cell)
      if (known === undefined || weight[known] < weight[mark]) marks.set(cell, mark)
    }
  }
  return marks
}

interface ListRows {
  readonly rows: readonly string[]
  readonly none: boolean
}

export interface ShownWorld<S> {
  readonly form: Form
  readonly live: Live
  readonly state: (address: Address) => S
  readonly conflict: (address: Address) => Conflict | undefined
  /** The reason given for a finding; `stands`: the one that the server keeps while another waits. */
  readonly reason: (key: string) => { readonly text: string | undefined; readonly stands: string | undefined }
  /** Addresses that hold something, or wait. */
  readonly filledCells: () => readonly Address[]
  /** Is there anything in the cell, readable or not? */
  readonly isThere: (address: Address) => boolean
  readonly after: (ms: number, run: () => void) => () => void
}

export const shownOf = <S>({ form, live, state, conflict, reason, filledCells, isThere, after }: ShownWorld<S>) => {
  const printed = (address: Address) => {
    const field = fieldAt(form, address)
    const text = field === undefined ? '' : printValue(field, live.computed(address), language.peek())
    return { text, incomplete: live.isIncomplete(address) }
  }
  /* The same object as long as it says the same. */
  const withReasons = new WeakMap<Finding, ShownFinding>()
  const shownFindings = (): readonly ShownFinding[] =>
    live.findings().map((finding) => {
      const { text, stands } = reason(finding.key)
      if (text === undefined) return finding
      const known = withReasons.get(finding)
      if (known?.reason === text && known.stands === stands) return known
      const shown = { ...finding, reason: text, ...(stands === undefined ? {} : { stands }) }
      withReasons.set(finding, shown)
      return shown
    })
  const findings = signal(shownFindings())
  const progressOf = (section: string) => withBlanksOfRows(section, live.progress(section), findings.peek())
  const isUnfinished = (section: string): boolean => {
    const { filled, total } = progressOf(section)
    return filled < total
  }
  let marks = marksOf(findings.peek(), isUnfinished)
  const stateNow = (): Readonly<Record<string, SectionState>> =>
    Object.fromEntries(
      form.sections.map(({ id }) => {
        const progress = progressOf(id)
        const toSettle = mistakesIn(findings.peek(), id, progress).filter((finding) => !isSettled(finding)).length
        return [id, { ...progress, toSettle }]
      }),
    )
  /* Counted when somebody asks, and another object only when something is counted otherwise. */
  const valuesRead = signal(0)
  let counted = stateNow()
  const sections = derived((): Readonly<Record<string, SectionState>> => {
    void [valuesRead.value, findings.value]
    const now = stateNow()
    const isOther = form.sections.some(({ id }) => {
      const [was, is] = [counted[id], now[id]]
      return was?.filled !== is?.filled || was?.total !== is?.total || was?.toSettle !== is?.toSettle
    })
    if (isOther) counted = now
    return counted
  })
  const overviewNow = (): Overview => ({ findings: findings.peek(), sections: sections.peek() })
  const overview = signal(overviewNow())
  let cancelOverview = (): void => undefined
  const showOverview = (): void => {
    cancelOverview()
    const [before, now] = [overview.peek(), overviewNow()]
    if (before.findings !== now.findings || before.sections !== now.sections) overview.value = now
  }
  const rowsOf = (section: string): ListRows => {
    const list = listsOf(form).find(({ id }) => id === section)
    const rows = new Set<string>()
    if (list !== undefined)
      for (const address of filledCells()) {
        const [id, row, column] = address.split('.')
        if (id === section && row !== undefined && column !== undefined && isThere(address)) rows.add(row)
      }
    return { rows: [...rows].sort(), none: live.cells[`${section}.none`] === true }
  }

  const cells = table(state)
  const computed = table(printed)
  const conflicts = table(conflict)
  const markSignals = table<Mark | undefined>((address) => marks.get(address))
  const lists = table(rowsOf)
  const watching = watchingOf()
  const disputed = signal<ReadonlySet<Address>>(new Set())
  const showDispute = (address: Address): void => {
    const isDisputed = conflict(address) !== undefined
    if (isDisputed === disputed.peek().has(address)) return
    const now = new Set(disputed.peek())
    if (isDisputed) now.add(address)
    else now.delete(address)
    disputed.value = now
  }

  const showFindings = (): void => {
    const [was, before, now] = [findings.peek(), marks, shownFindings()]
    if (was.length === now.length && was.every((finding, at) => finding === now[at])) return
    findings.value = now
    marks = marksOf(now, isUnfinished)
    for (const [address, mark] of marks) if (before.get(address) !== mark) showMark(address)
    for (const address of before.keys()) if (!marks.has(address)) showMark(address)
    /* A cell with the same mark may have another sentence. */
    for (const finding of now)
      if (!was.includes(finding)) for (const cell of finding.cells) if (marks.has(cell)) watching.changed(cell)
    for (const finding of was)
      if (!now.includes(finding)) for (const cell of finding.cells) if (marks.has(cell)) watching.changed(cell)
  }
  const showMark = (address: Address): void => {
    const mark = markSignals.known.get(address)
    if (mark !== undefined) mark.value = marks.get(address)
    watching.changed(address)
  }
  const listIds = new Set(listsOf(form).map(({ id }) => id))
  const ofList = (address: Address): string | undefined => {
    const [section = ''] = address.split('.', 1)
    return listIds.has(section) ? section : undefined
  }

  return {
    cell: (address: Address): ReadonlySignal<S> => cells.signalAt(address),
    computed: computed.signalAt,
    mark: markSignals.signalAt,
    conflict: conflicts.signalAt,
    disputed,
    watch: watching.watch,
    look: (address: Address) => {
      /* Where a signal stands for the cell, it has been read already. */
      const now = cells.known.get(address)?.peek() ?? state(address)
      return { state: now, mark: marks.get(address), conflict: conflict(address) !== undefined }
    },
    total: (address: Address) => ({ ...printed(address), mark: marks.get(address) }),
    listRows: lists.signalAt,
    findings,
    sections,
    overview,
    /** Cells whose own state has changed. */
    showCells: (changed: Iterable<Address>): void => {
      const lent = new Set<string>()
      for (const address of changed) {
        const shown = cells.known.get(address)
        if (shown !== undefined) shown.value = state(address)
        const met = conflicts.known.get(address)
        if (met !== undefined) met.value = conflict(address)
        showDispute(address)
        watching.changed(address)
        const list = ofList(address)
        if (list !== undefined) lent.add(list)
      }
      for (const list of lent) {
        const rows = lists.known.get(list)
        if (rows !== undefined) rows.value = rowsOf(list)
      }
    },
    /** Other values: what is computed from them is shown now. */
    showTotals: (values: Cells): void => {
      for (const address of live.put(values)) {
        const total = computed.known.get(address)
        if (total !== undefined) total.value = printed(address)
        watching.hurried(address)
      }
    },
    /** What is checked of them. */
    showChecks: (): void => {
      valuesRead.value += 1
      if (live.check()) showFindings()
      cancelOverview()
      cancelOverview = after(overviewMs, showOverview)
    },
    showReasons: (): void => {
      showFindings()
      showOverview()
    },
    /** Everything again, in another language. */
    showAll: (): void => {
      for (const [address, shown] of cells.known) shown.value = state(address)
      for (const [address, total] of computed.known) total.value = printed(address)
      watching.all()
    },
  }
}
