/* What the server says of cells that others changed, read from the facts of a problem and from an answer. */
import type { Cells, CellValue } from '../../shared/form/cells.ts'
import type { Change } from './waiting.ts'

interface Stated {
  readonly cell: string
  readonly value?: unknown
  readonly theirs?: unknown
  readonly who: { readonly id: string; readonly name: string }
  readonly when: string
  readonly filled?: Change['filled'] | undefined
}

/* The server's answers are those of the contract: its own tests compare them. */
const valueIn = (value: unknown): CellValue => (value ?? null) as CellValue

/** Cells of an answer. */
export const cellsIn = (cells: Readonly<Record<string, unknown>>): Cells => cells as Cells

const changeOf = ({ cell, value, theirs, who, when, filled }: Stated): Change => ({
  cell,
  value: valueIn(value ?? theirs),
  who,
  when,
  ...(filled === undefined ? {} : { filled }),
})

export const changesIn = (others: readonly Stated[]): readonly Change[] => others.map(changeOf)

interface StaleFacts {
  readonly version: number
  readonly stale: readonly Stated[]
  readonly others?: readonly Stated[]
}

const isStale = (facts: object): facts is StaleFacts =>
  'version' in facts && typeof facts.version === 'number' && 'stale' in facts && Array.isArray(facts.stale)

/** The facts of `staleCells`; undefined when they are not as the contract says. */
export const staleIn = (facts: object) =>
  isStale(facts)
    ? { version: facts.version, stale: changesIn(facts.stale), others: changesIn(facts.others ?? []) }
    : undefined
