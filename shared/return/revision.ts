/*
 * Every submission is an unchangeable revision; each carries the hash of the one before it (product W4). The head of
 * the chain is printed on receipt and report, so a rewritten table is found out. The hash function is an argument:
 * the core has no cryptography of its own.
 */
import { canonicalJson } from '../canonical.ts'
import type { Cells } from '../form/cells.ts'
import type { Instant } from '../time.ts'
import type { UnitId } from '../unit/unit.ts'
import type { Actor, Receipt, SignOff } from './return.ts'

export interface GivenReason {
  readonly check: string
  readonly cell: string
  readonly text: string
  readonly by: Actor
  readonly at: Instant
}

export interface Revision {
  readonly round: string
  readonly unit: UnitId
  readonly revision: number
  /** `ogi-2019@1`: form id and version, in the round's order. */
  readonly forms: readonly string[]
  /** Every input cell, narratives and lists included; blanks left out. */
  readonly cells: Cells
  readonly reasons: readonly GivenReason[]
  readonly signOff: SignOff
  readonly at: Instant
  readonly by: Actor
  /** Hash of the revision before, empty for the first. */
  readonly previous: string
  readonly receipt: Receipt
}

/** The text that is hashed: everything but what the hash itself is printed on. */
const sealed = ({ receipt, ...rest }: Revision): string => {
  const { hash: _, ...facts } = receipt
  return canonicalJson({ ...rest, receipt: facts })
}

/** Hash of a revision, as hexadecimal text. The receipt's own `hash` is left out: it is the answer. */
export const hashOf = (revision: Revision, hash: (text: string) => string): string => hash(sealed(revision))

/**
 * Proves a chain: the revisions of one return in order. Answers the first break, or undefined when all holds.
 * @param head the hash that the return (and the last receipt) states
 */
export const brokenLink = (
  revisions: readonly Revision[],
  head: string,
  hash: (text: string) => string,
): { readonly revision: number; readonly why: 'missing' | 'link' | 'content' | 'head' } | undefined => {
  let previous = ''
  for (const [index, revision] of revisions.entries()) {
    if (revision.revision !== index + 1) return { revision: index + 1, why: 'missing' }
    if (revision.previous !== previous) return { revision: revision.revision, why: 'link' }
    const own = hashOf(revision, hash)
    if (own !== revision.receipt.hash) return { revision: revision.revision, why: 'content' }
    previous = own
  }
  return previous === head ? undefined : { revision: revisions.length, why: 'head' }
}

/** Cells that differ between two revisions, in address order. */
export const changesBetween = (was: Cells, is: Cells): readonly { cell: string; was: unknown; is: unknown }[] =>
  [...new Set([...Object.keys(was), ...Object.keys(is)])]
    .sort()
    .filter((cell) => canonicalJson(was[cell] ?? null) !== canonicalJson(is[cell] ?? null))
    .map((cell) => ({ cell, was: was[cell] ?? null, is: is[cell] ?? null }))
