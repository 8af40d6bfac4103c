/*
 * Reasons that were given for findings (product F5): those the server keeps, and those that wait to be sent. A reason
 * is sent while its finding stands here and once it is long enough for it; whatever was typed waits, and stands for
 * the reason meanwhile. The server may not see the finding yet, where a cell of it waits itself.
 */
import type { Finding } from '../../shared/form/finding.ts'
import { unsettled } from '../../shared/return/unsettled.ts'

export interface GivenReason {
  readonly check: string
  readonly cell: string
  readonly text: string
}

interface Answered {
  readonly key: string
  readonly reason?: string | undefined
}

/** Findings that stand here, by key. */
export type Standing = ReadonlyMap<string, Finding>

export type GivenReasons = ReturnType<typeof givenReasons>

/** @param touched is told the key of every reason that begins or ends to wait */
export const givenReasons = (touched: (key: string) => void) => {
  let known: ReadonlyMap<string, string> = new Map()
  const waiting = new Map<string, GivenReason>()
  /* The server found nothing to explain: sent again after the next cells, or when it is changed. */
  const asleep = new Set<string>()
  /* Nothing can be saved at present: see waiting.ts. */
  let isAside = false

  const read = (checks: readonly Answered[]): void => {
    known = new Map(checks.flatMap(({ key, reason }) => (reason === undefined ? [] : [[key, reason] as const])))
  }
  const isEnough = (finding: Finding, text: string): boolean => unsettled([finding], () => text).length === 0
  const waits = (key: string, { text }: GivenReason, standing: Standing): boolean => {
    const finding = standing.get(key)
    return finding !== undefined && !asleep.has(key) && isEnough(finding, text)
  }

  return {
    read,
    textOf: (key: string): string | undefined => (isAside ? undefined : waiting.get(key)?.text) ?? known.get(key),
    /** The reason that the server keeps, where another text waits here. */
    stands: (key: string): string | undefined => (waiting.has(key) && !isAside ? known.get(key) : undefined),
    setAside: (is: boolean): void => {
      isAside = is
    },
    /** Takes what waits out of this window, and of what this browser keeps. */
    forget: (): void => {
      const keys = [...waiting.keys()]
      waiting.clear()
      for (const key of keys) touched(key)
    },
    waiting: (): ReadonlyMap<string, GivenReason> => waiting,
    takeBack: (key: string, reason: GivenReason): void => {
      waiting.set(key, reason)
    },
    give: ({ key, check, cells }: Finding, text: string): void => {
      asleep.delete(key)
      const isNothing = text.trim() === '' && !known.has(key)
      if (text === known.get(key) || isNothing) waiting.delete(key)
      else waiting.set(key, { check, cell: cells[0] ?? '', text })
      touched(key)
    },
    /** Reasons to send: those that answer a finding that stands, by its key. */
    batch: (standing: () => Standing): ReadonlyMap<string, GivenReason> => {
      if (waiting.size === 0 || isAside) return new Map()
      const findings = standing()
      return new Map([...waiting].filter(([key, reason]) => waits(key, reason, findings)).slice(0, 100))
    },
    /** How many wait for a finding that stands. */
    count: (standing: () => Standing): number => {
      if (waiting.size === 0) return 0
      const findings = standing()
      return [...waiting.keys()].filter((key) => findings.has(key)).length
    },
    /** Findings that stand and whose text here is not long enough to be sent. */
    short: (standing: () => Standing): readonly Finding[] => {
      if (waiting.size === 0) return []
      const findings = standing()
      return [...waiting].flatMap(([key, { text }]) => {
        const finding = findings.get(key)
        return finding === undefined || isEnough(finding, text) ? [] : [finding]
      })
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
