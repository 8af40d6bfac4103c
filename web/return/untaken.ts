/* What waits in this browser while the return takes no changes: shown apart, so that nobody takes it for saved. */
import type { GivenReasons } from './given-reasons.ts'
import type { Untaken } from './open-return.ts'
import type { Waiting } from './waiting.ts'

/** Everything that waits, with what the server has in its place; asked while it is set aside. */
export const untakenIn = (waiting: Waiting, reasons: GivenReasons): readonly Untaken[] => [
  ...[...waiting.entries()].map(([cell, entry]) => ({
    cell,
    ...('value' in entry ? { yours: entry.value } : { yours: entry.text, asTyped: true as const }),
    theirs: waiting.held(cell).value,
  })),
  ...[...reasons.waiting()].map(([key, { cell, text }]) => ({
    cell,
    isReason: true as const,
    asTyped: true as const,
    yours: text,
    theirs: reasons.textOf(key),
  })),
]
