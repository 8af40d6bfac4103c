/*
 * What waits to be saved, cell by cell, and what the server is known to hold: no clock, no line, no page. A cell that
 * was typed remembers the version it was typed over; the server compares with that, so nothing is overwritten unseen.
 * What was sent and never answered may have arrived: the cell remembers it, and is not in conflict with itself.
 */
import { type CellValue, sameValue } from '../../shared/form/cells.ts'
import type { Address, Words } from '../../shared/form/form.ts'
import type { Conflict } from './open-return.ts'
import { traceOf, withTrace } from './traces.ts'

/**
 * What somebody put into a cell: a value, or a text that cannot be read as one. `likely`: it can, but whoever typed it
 * has to say so first ("-" for 0, rule R17).
 */
export type Content =
  | { readonly value: CellValue; readonly refused?: Words }
  | { readonly text: string; readonly problem: Words; readonly likely?: CellValue }

export interface Held {
  readonly value: CellValue
  readonly filled?: 'zero' | 'nil' | 'lastYear'
}

export type Entry = Content & {
  readonly base: number
  /** Traces of values that were sent, or kept to be sent: the server may have them from this person. */
  readonly tried: readonly string[]
}

export interface Batch {
  readonly base: number
  readonly cells: Readonly<Record<Address, CellValue>>
}

/** A cell as somebody else left it. */
export interface Change {
  readonly cell: Address
  readonly value: CellValue
  readonly who: { readonly id: string; readonly name: string }
  readonly when: string
  readonly filled?: Held['filled']
}

/* Far below the server's megabyte. */
const mostCharacters = 200_000
const blank: Held = { value: null }

export const sameContent = (a: Content, b: Content): boolean =>
  'value' in a ? 'value' in b && sameValue(a.value, b.value) : 'text' in b && a.text === b.text

export type Waiting = ReturnType<typeof waitingOf>

/** @param me the id of the person who types here @param touched is told every cell whose content has changed */
export const waitingOf = (me: string, touched: (cell: Address) => void) => {
  let version = 0
  let held = new Map<Address, Held>()
  const entries = new Map<Address, Entry>()
  const conflicts = new Map<Address, Conflict>()
  /* What stood in cells that became blank, and by which answer; likewise by which answer a conflict came. */
  const gone = new Map<Address, { readonly value: CellValue; readonly turn: number }>()
  const metIn = new Map<Address, number>()
  let turn = 0
  let isAside = false

  const drop = (cell: Address): void => {
    entries.delete(cell)
    conflicts.delete(cell)
    touched(cell)
  }
  const heldAt = (cell: Address): Held => held.get(cell) ?? blank
  const remember = (cell: Address, now: CellValue): void => {
    const before = heldAt(cell).value ?? gone.get(cell)?.value ?? null
    if (now === null && before !== null) gone.set(cell, { value: before, turn })
    else if (now !== null) gone.delete(cell)
  }
  const put = (cell: Address, entry: Entry): void => {
    const conflict = conflicts.get(cell)
    const isAgreed = conflict !== undefined && 'value' in entry && sameValue(conflict.theirs, entry.value)
    if (isAgreed) drop(cell)
    else {
      entries.set(cell, entry)
      if (conflict !== undefined && 'value' in entry) conflicts.set(cell, { ...conflict, yours: entry.value })
      touched(cell)
    }
  }

  /** The server holds something else than this window knew. */
  const meet = ({ cell, value, who, when, filled }: Change): void => {
    remember(cell, value)
    held.set(cell, filled === undefined ? { value } : { value, filled })
    touched(cell)
    const entry = entries.get(cell)
    /* Not readable yet: it keeps its base, and meets the change when it is sent. */
    if (entry === undefined || !('value' in entry)) return
    const isOwn = who.id === me && entry.tried.includes(traceOf(value))
    if (sameValue(entry.value, value)) drop(cell)
    else if (isOwn) put(cell, { ...entry, base: version, tried: [] })
    else {
      metIn.set(cell, turn)
      const isMine = who.id === me
      conflicts.set(cell, { theirs: value, yours: entry.value, who: who.name, when, ...(isMine ? { isMine } : {}) })
    }
  }

  /** Everything else that waits was typed over what is still there: it may be sent over the new version. */
  const rebase = (from: number, changes: readonly Change[]): void => {
    const met = new Set(changes.map(({ cell }) => cell))
    for (const [cell, entry] of entries)
      if (entry.base >= from && !met.has(cell) && !conflicts.has(cell)) entries.set(cell, { ...entry, base: version })
  }

  const isReady = (cell: Address, entry: Entry): entry is Entry & { readonly value: CellValue } =>
    !isAside && 'value' in entry && entry.refused === undefined && !conflicts.has(cell)

  return {
    version: () => version,
    /** What is shown in a cell. */
    content: (cell: Address): Content => (isAside ? undefined : entries.get(cell)) ?? { value: heldAt(cell).value },
    held: heldAt,
    entries: (): ReadonlyMap<Address, Entry> => entries,
    conflict: (cell: Address): Conflict | undefined => (isAside ? undefined : conflicts.get(cell)),
    conflicts: (): ReadonlyMap<Address, Conflict> => conflicts,
    /** Cells that became blank by the same answer as that in which a cell was met, and what stood in them. */
    goneWith: (cell: Address): Readonly<Record<Address, CellValue>> =>
      Object.fromEntries(
        [...gone].flatMap(([one, was]) => (was.turn === metIn.get(cell) ? [[one, was.value] as const] : [])),
      ),
    /** Cells whose content cannot be read, or was refused by the server as it is. */
    unread: (): readonly Address[] =>
      [...entries].flatMap(([cell, entry]) => (!('value' in entry) || entry.refused !== undefined ? [cell] : [])),
    cells: (): readonly Address[] => [...new Set([...held.keys(), ...entries.keys()])],

    /** Nothing can be saved at present: what waits is kept, but not sent, and the cells are as the server has them. */
    setAside: (is: boolean): void => {
      if (isAside === is) return
      isAside = is
      for (const cell of entries.keys()) touched(cell)
    },
    /** Takes what waits out of this window, and of what this browser keeps. */
    forget: (): void => {
      for (const cell of [...entries.keys()]) drop(cell)
    },

    /** Something about the cell is to be shown again. */
    touch: touched,
    /** Somebody typed here. */
    set: (cell: Address, content: Content): void => {
      const known = entries.get(cell)
      const isUnchanged = 'value' in content && sameValue(content.value, heldAt(cell).value)
      /* What was sent may be on its way: only the server's answer says that the cell is as it was. */
      if (isUnchanged && !conflicts.has(cell) && (known === undefined || known.tried.length === 0)) drop(cell)
      else put(cell, { ...content, base: known?.base ?? version, tried: known?.tried ?? [] })
    },

    /** What was kept in this browser, and comes back after the server's answer has been read. */
    takeBack: (cell: Address, content: Content, base: number, tried: readonly string[]): void => {
      const isThere = 'value' in content && sameValue(content.value, heldAt(cell).value)
      const traces = 'value' in content ? withTrace(tried, content.value) : tried
      /* Touched all the same: what is there need not be kept any longer. */
      if (isThere) touched(cell)
      else put(cell, { ...content, base: Math.min(base, version), tried: traces })
    },

    /** The content of a cell is being kept in this browser: another window of this person may come to send it. */
    willArrive: (cell: Address): void => {
      const entry = entries.get(cell)
      if (entry !== undefined && 'value' in entry)
        entries.set(cell, { ...entry, tried: withTrace(entry.tried, entry.value) })
    },

    /** What can be sent next, oldest base first; undefined when nothing can. What it holds may arrive from now on. */
    batch: (): Batch | undefined => {
      const ready = [...entries].flatMap(([cell, entry]) => (isReady(cell, entry) ? [{ cell, entry }] : []))
      if (ready.length === 0) return undefined
      const base = Math.min(...ready.map(({ entry }) => entry.base))
      const cells: Record<Address, CellValue> = {}
      let size = 0
      for (const { cell, entry } of ready) {
        if (entry.base !== base || (size > 0 && size + JSON.stringify(entry.value).length > mostCharacters)) continue
        size += JSON.stringify(entry.value).length
        cells[cell] = entry.value
        entries.set(cell, { ...entry, tried: withTrace(entry.tried, entry.value) })
      }
      return { base, cells }
    },

    /** The server has saved these cells of a batch, the stale ones apart, and stands at a version. */
    saved: (batch: Batch, now: number, stale: readonly Change[], others: readonly Change[]): void => {
      version = now
      turn += 1
      const unsaved = new Set(stale.map(({ cell }) => cell))
      for (const [cell, value] of Object.entries(batch.cells)) {
        if (unsaved.has(cell)) continue
        remember(cell, value)
        held.set(cell, { value })
        const entry = entries.get(cell)
        if (entry === undefined) continue
        if (sameContent(entry, { value })) drop(cell)
        else put(cell, { ...entry, base: now, tried: [] })
      }
      rebase(batch.base, [...stale, ...others])
      for (const change of [...others, ...stale]) meet(change)
    },

    /** The server refuses these cells: they stay here with the reason, and are not sent again as they are. */
    refused: (problems: ReadonlyMap<Address, Words>): void => {
      for (const [cell, problem] of problems) {
        const entry = entries.get(cell)
        if (entry !== undefined && 'value' in entry) put(cell, { ...entry, refused: problem })
      }
    },

    /** The whole return as the server has it now. What waits keeps its base: the server will compare. */
    read: (cells: Readonly<Record<Address, Held>>, now: number, isReset = false): void => {
      if (now < version && !isReset) return
      turn += 1
      for (const cell of held.keys()) remember(cell, cells[cell]?.value ?? null)
      const known = held
      held = new Map(Object.entries(cells))
      version = now
      for (const [cell, entry] of entries) {
        const { value } = heldAt(cell)
        const isThere = 'value' in entry && sameValue(entry.value, value)
        /* Another value of it may still be on its way: then it is sent once more. */
        if (isThere && entry.tried.every((trace) => trace === traceOf(value))) drop(cell)
        else if (entry.base > now) entries.set(cell, { ...entry, base: now })
        /* Changed once more: who and when are told when it is sent again. */
        if (conflicts.has(cell) && !sameValue(conflicts.get(cell)?.theirs, value)) conflicts.delete(cell)
      }
      for (const cell of new Set([...known.keys(), ...held.keys()])) {
        const [before, after] = [known.get(cell) ?? blank, heldAt(cell)]
        if (!sameValue(before.value, after.value) || before.filled !== after.filled) touched(cell)
      }
    },

    resolve: (cell: Address, keep: 'theirs' | 'yours'): void => {
      const entry = entries.get(cell)
      /* It may have gone by itself meanwhile. */
      if (!conflicts.delete(cell)) return
      if (keep === 'theirs' || entry === undefined) drop(cell)
      else put(cell, { ...entry, base: version, tried: [] })
    },
  }
}
