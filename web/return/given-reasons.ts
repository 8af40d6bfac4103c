/*
 * Reasons that were given for findings (product F5): those the server keeps, and those that wait to be sent. A reason
 * is sent while its finding stands here; the server may not see the finding yet, where a cell of it waits itself.
 */
import type { Finding } from '../../shared/form/finding.ts'

export interface GivenReason {
  readonly check: string
  readonly cell: string
  readonly text: string
}

interface Answered {
  readonly key: string
  readonly reason?: string | undefined
}

export type GivenReasons = ReturnType<typeof givenReasons>

/** @param touched is told the key of every reason that begins or ends to wait */
export const givenReasons = (touched: (key: string) => void) => {
  let known: ReadonlyMap<string, string> = new Map()
  const waiting = new Map<string, GivenReason>()
  /* The server found nothing to explain: sent again after the next cells, or when it is changed. */
  const asleep = new Set<string>()

  const read = (checks: readonly Answered[]): void => {
    known = new Map(checks.flatMap(({ key, reason }) => (reason === undefined ? [] : [[key, reason] as const])))
  }
  const waits = (key: string, standing: ReadonlySet<string>): boolean => standing.has(key) && !asleep.has(key)

  return {
    read,
    textOf: (key: string): string | undefined => waiting.get(key)?.text ?? known.get(key),
    waiting: (): ReadonlyMap<string, GivenReason> => waiting,
    takeBack: (key: string, reason: GivenReason): void => {
      waiting.set(key, reason)
    },
    give: ({ key, check, cells }: Finding, text: string): void => {
      asleep.delete(key)
      if (text === known.get(key) || text.trim() === '') waiting.delete(key)
      else waiting.set(key, { check, cell: cells[0] ?? '', text })
      touched(key)
    },
    /** Reasons to send: those that answer a finding that stands, by its key. */
    batch: (standing: () => ReadonlySet<string>): ReadonlyMap<string, GivenReason> => {
      const keys = waiting.size === 0 ? new Set<string>() : standing()
      return new Map([...waiting].filter(([key]) => waits(key, keys)).slice(0, 100))
    },
    count: (standing: () => ReadonlySet<string>): number => {
      const keys = waiting.size === 0 ? new Set() : standing()
      return [...waiting.keys()].filter((key) => keys.has(key)).length
    },
    saved: (
      sent: ReadonlyMap<string, GivenReason>,
      checks: readonly Answered[] | undefined,
      hadCells: boolean,
    ): void => {
      if (checks !== undefined) read(checks)
      if (hadCells) asleep.clear()
      for (const [key, { text }] of sent) {
        const isKept = checks === undefined || known.get(key) === text
        if (!isKept) asleep.add(key)
        else if (waiting.get(key)?.text === text) {
          waiting.delete(key)
          touched(key)
        }
      }
    },
    refused: (sent: ReadonlyMap<string, GivenReason>): void => {
      for (const key of sent.keys()) asleep.add(key)
    },
  }
}
