/* The checks of an open return: what each has found, run again when something that it read has changed. */
import { findingsOf, runs, type Selection } from '../form/evaluate.ts'
import type { Finding } from '../form/finding.ts'
import type { Check } from '../form/form.ts'
import type { Evidence } from '../form/rules/figures.ts'
import type { Reads } from './reads.ts'

const nothing: readonly Finding[] = []

const sameFindings = (a: readonly Finding[], b: readonly Finding[]): boolean =>
  a.length === b.length &&
  a.every((one, at) => {
    const other = b[at]
    /* Where a finding points into a text it may have moved with the same key. */
    return one.key === other?.key && one.message.zh === other.message.zh && !('passages' in one)
  })

/** A check that looks at cells one by one is run cell by cell: another cell of it is no reason to look again. */
const byCell = (check: Check): readonly Check[] => {
  const { rule } = check
  if (rule.kind === 'steady') return rule.cells.map((cell) => ({ ...check, rule: { ...rule, cells: [cell] } }))
  if (rule.kind === 'readable') return rule.cells.map((cell) => ({ ...check, rule: { ...rule, cells: [cell] } }))
  return [check]
}

/** The checks that run on the return, each with what it found and is found again when what it read has changed. */
export const runningChecks = (
  evidence: Evidence,
  reads: Reads,
  selection: Pick<Selection, 'extraChecks' | 'lastYear'>,
) => {
  const checks = evidence.form.checks
    .filter((check) => runs(check, { only: ['own', 'lastYear'], ...selection }))
    .flatMap(byCell)
  const seen = { ...evidence, ...reads.watched(evidence) }
  const find = (at: number): readonly Finding[] => {
    const check = checks[at]
    return check === undefined ? [] : reads.during(at, () => findingsOf(check, seen))
  }
  const found: (readonly Finding[] | undefined)[] = checks.map(() => undefined)
  let begun = 0
  /** Runs the next check that has not run yet; false when there is none left. */
  const next = (): boolean => {
    if (begun < checks.length) found[begun] ??= find(begun)
    begun += 1
    return begun < checks.length
  }
  const finish = (): void => {
    while (begun < checks.length) next()
  }
  let whole: readonly Finding[] | undefined
  return {
    all: (): readonly Finding[] => {
      finish()
      whole ??= found.flatMap((one) => one ?? nothing)
      return whole
    },
    next,
    finish,
    /** Runs again; true when any finds something else. `stillSaid`: every cell says something, before and after. */
    again: (which: Iterable<number>, stillSaid: boolean): boolean => {
      let isOther = false
      for (const at of which) {
        if (stillSaid && checks[at]?.rule.kind === 'filled') continue
        const [before, now] = [found[at] ?? nothing, find(at)]
        if (before.length + now.length === 0) continue
        if (!sameFindings(now, before)) isOther = true
        found[at] = now
        whole = undefined
      }
      return isOther
    },
  }
}
